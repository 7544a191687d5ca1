from typing import Any

import pytest

from dragoman.ledger.book import Ledger, shipped_ledger
from dragoman.ledger.obligations import in_force, obligations, owed
from dragoman.model.ledger import Clause, Coding, Party, Treaty
from dragoman.vocab import shipped

LEDGER = shipped_ledger(shipped())


def kinds(a: str, b: str, on: str, *, strictly: bool = False) -> set[str]:
    return {
        kind for kind, holds in obligations(a, b, on, strictly=strictly, ledger=LEDGER)[f"{a}>{b}"].items() if holds
    }


@pytest.mark.parametrize(
    ("a", "b", "on", "expected"),
    [
        ("USA", "KOR", "1953-09-30", set()),
        ("USA", "KOR", "1953-10-01", {"defense", "nonaggression", "consultation"}),
        ("RUS", "PRK", "1961-07-05", set()),
        ("RUS", "PRK", "1996-09-09", {"defense", "nonaggression"}),
        ("RUS", "PRK", "1996-09-10", set()),
        ("SUN", "PRK", "1970-01-01", {"defense", "nonaggression"}),
        ("RUS", "PRK", "2000-02-09", {"consultation"}),
        ("RUS", "PRK", "2024-12-04", {"defense", "nonaggression", "consultation"}),
        ("CHN", "PRK", "2024-12-04", {"defense", "nonaggression"}),
        ("USA", "JPN", "1952-01-01", {"defense", "consultation"}),
        ("JPN", "USA", "1952-01-01", {"consultation"}),
        ("DEU", "AUH", "1914-07-28", {"defense", "neutrality", "consultation"}),
        ("GRC", "PRT", "1951-08-17", set()),
        ("FIN", "SWE", "2022-07-06", {"defense", "nonaggression", "consultation"}),
    ],
)
def test_what_one_state_owes_another_on_a_day(a: str, b: str, on: str, expected: set[str]):
    if (a, b) in (("RUS", "PRK"), ("CHN", "PRK")) and on >= "2008":
        expected = expected | {"nonaggression"}
    assert kinds(a, b, on) == expected


def test_strictly_counts_from_entry_into_force():
    assert kinds("USA", "KOR", "1954-11-17", strictly=True) == set()
    assert "defense" in kinds("USA", "KOR", "1954-11-18", strictly=True)


def test_a_treaty_that_was_not_ratified_is_never_strictly_in_force():
    assert kinds("DEU", "RUS", "1905-08-01") == {"defense"}
    assert kinds("DEU", "RUS", "1905-08-01", strictly=True) == set()


def test_a_clause_says_whether_it_is_in_force_yet():
    assert not any(due.in_force for due in owed("USA", "KOR", "1953-12-01", ledger=LEDGER))
    assert all(due.in_force for due in owed("USA", "KOR", "1955-01-01", ledger=LEDGER))


def test_a_state_owes_itself_nothing_even_under_two_codes():
    assert in_force("SUN", "RUS", "1995-01-01", ledger=LEDGER) == []


def test_history_runs_by_date():
    ids = [treaty.id for treaty in LEDGER.history("RUS", "PRK")]
    assert [name for name in ids if name.startswith(("sun-", "rus-"))] == [
        "sun-prk-1961",
        "rus-prk-2000",
        "rus-prk-2024",
    ]


def test_members_that_were_never_in_together_have_no_history():
    assert "warsaw-1955" not in [treaty.id for treaty in LEDGER.history("ALB", "RUS") if treaty.signed > "1990"]
    assert "rio-1947" not in [treaty.id for treaty in LEDGER.history("CUB", "BHS")]


def small(**changes: object) -> Ledger:
    clause = Clause(obligation="defense", owed_by=("FRA",), owed_to=("POL",), begin="1925", end="1930")
    pact = Treaty("x", "Pact", "defense", "1921-02-19", parties=(Party("FRA"), Party("POL")), clauses=(clause,))
    return Ledger(shipped(), (pact,), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "holds"), [("1924-12-31", False), ("1925-01-01", True), ("1930-12-31", True), ("1931-01-01", False)]
)
def test_a_clause_has_its_own_life(on: str, holds: bool):
    """A year counts whole: from its first day as a beginning, to its last as an end."""
    assert obligations("FRA", "POL", on, ledger=small())["FRA>POL"]["defense"] is holds


def test_a_directed_clause_binds_one_way_only():
    assert not obligations("FRA", "POL", "1926-01-01", ledger=small())["POL>FRA"]["defense"]


def test_a_data_set_taken_over_whole_decides_the_days_it_covers():
    ledger = small(codings=(Coding("Other data", "1920-01-01", "1926-12-31"),))
    assert not obligations("FRA", "POL", "1926-01-01", ledger=ledger)["FRA>POL"]["defense"]
    assert obligations("FRA", "POL", "1927-01-01", ledger=ledger)["FRA>POL"]["defense"]
    assert [due.treaty.id for due in owed("FRA", "POL", "1926-01-01", ledger=ledger)] == ["x"]


def test_a_data_set_is_silent_beyond_its_days():
    pact = Treaty("y", "Pact", "defense", "1921", parties=(Party("FRA"), Party("POL")), source="Other data")
    ledger = Ledger(shipped(), (pact,), codings=(Coding("Other data", "1920-01-01", "1926-12-31"),))
    assert [treaty.id for treaty in in_force("FRA", "POL", "1926-12-31", ledger=ledger)] == ["y"]
    assert in_force("FRA", "POL", "1927-01-01", ledger=ledger) == []


def test_treaties_open_to_every_state_are_given_apart_and_decide_nothing():
    assert "kellogg-1928" not in [treaty.id for treaty in in_force("CHN", "USA", "1930-01-01", ledger=LEDGER)]
    apart = in_force("CHN", "USA", "1930-01-01", ledger=LEDGER, universal=True)
    assert "kellogg-1928" in [treaty.id for treaty in apart]
    assert not obligations("CHN", "USA", "1930-01-01", ledger=LEDGER)["CHN>USA"]["nonaggression"]


def pact(**dates: Any) -> Treaty:
    return Treaty("x", "Pact", "defense", "2000-01-01", parties=(Party("KOR"), Party("JPN")), **dates)


@pytest.mark.parametrize(
    ("treaty", "bound", "counted"),
    [
        (pact(in_force="2000-02-01"), True, True),
        (pact(in_force="2001-02-01"), False, False),
        (pact(), None, True),
        (pact(pending=True), False, False),
        (pact(ended="2002-01-01", how="not ratified"), False, False),
    ],
)
def test_in_force_is_yes_no_or_not_on_file(treaty: Treaty, bound: bool | None, counted: bool):
    """Where the day is not on file the signature counts, and the answer says so."""
    book = Ledger(shipped(), (treaty,))
    assert book.in_force(treaty, "KOR", "JPN", "2000-06-01") is bound
    assert bool(in_force("KOR", "JPN", "2000-06-01", ledger=book, strictly=True)) is counted


def test_wars_of_two_states_are_found_under_any_code_of_their_lines():
    wars = LEDGER.wars_of("RUS", "DEU")
    assert ("Second World War", "1941-06-22") in {(war.name, war.begin) for war in wars}
    assert not LEDGER.wars_of("GBR", "PRT")
