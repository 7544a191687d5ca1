from typing import Any

import pytest

from dragoman.ledger.book import LATEST, Ledger
from dragoman.ledger.spells import differences, last_day, owed_spells, owed_years
from dragoman.model.ledger import Clause, Coding, Party, Treaty
from dragoman.vocab import shipped

DEFENSE = (Clause(obligation="defense"),)


def pact(name: str = "own", clauses: tuple[Clause, ...] = DEFENSE, **dates: Any) -> Treaty:
    parties = dates.pop("parties", (Party("KOR"), Party("JPN")))
    return Treaty(name, "Pact", "defense", "2000-03-01", parties=parties, clauses=clauses, **dates)


def spells(*treaties: Treaty) -> list[tuple[str, ...]]:
    book = Ledger(shipped(), treaties)
    found = owed_spells(treaties, book)
    return sorted((one.owed_by, one.owed_to, one.begin, one.end, one.in_force or "") for one in found)


def test_each_owes_the_other_from_signature_to_the_last_day():
    own = pact(in_force="2000-06-01", ended="2005-01-01", how="expired")
    assert spells(own) == [
        ("JPN", "KOR", "2000-03-01", "2004-12-31", "2000-06-01"),
        ("KOR", "JPN", "2000-03-01", "2004-12-31", "2000-06-01"),
    ]


def test_a_clause_is_owed_by_those_it_names_while_it_lives():
    clause = Clause(obligation="defense", owed_by=("JPN",), begin="2001", end="2002")
    assert spells(pact(clauses=(clause,))) == [("JPN", "KOR", "2001-01-01", "2002-12-31", "")]


def test_a_treaty_open_to_every_state_and_one_of_a_single_line_give_none():
    assert spells(pact(universal=True)) == []
    assert spells(pact(parties=(Party("SUN"), Party("RUS")))) == []


def test_who_came_late_owes_from_then_on():
    parties = (Party("KOR"), Party("JPN", "2003-05-05", ended="2004-05-05", how="withdrew"))
    assert {one[2:4] for one in spells(pact(parties=parties))} == {("2003-05-05", "2004-05-04")}


@pytest.mark.parametrize(
    ("end", "last"), [("2001-01-01", "2000-12-31"), ("2001-12-31~", "2001-12-31"), ("9999-12-31", LATEST)]
)
def test_the_last_day_is_the_one_before_the_end(end: str, last: str):
    assert last_day(end) == last


def test_a_year_counts_if_a_day_of_it_does():
    own = pact(ended="2002-01-02", how="expired")
    book = Ledger(shipped(), (own,))
    years = owed_years(owed_spells([own], book), "2025-12-31", book)
    assert {year: kinds for (by, _, year), kinds in years.items() if by == "KOR"} == {
        2000: {"defense"}, 2001: {"defense"}, 2002: {"defense"},
    }  # fmt: skip


def test_a_year_names_states_by_the_code_that_they_had_then():
    own = pact(parties=(Party("SUN"), Party("PRK")))
    book = Ledger(shipped(), (own,))
    assert ("RUS", "PRK", 2000) in owed_years(owed_spells([own], book), "2001-01-01", book)


def told(own: tuple[Treaty, ...], theirs: tuple[Treaty, ...]) -> list[tuple[str, ...]]:
    book = Ledger(shipped(), (*own, *theirs), codings=(Coding("ATOP 9", "2000-01-01", "2010-12-31"),))
    return [(one.owed_by, one.begin, one.end, one.says_so) for one in differences(book) if one.owed_by == "KOR"]


def theirs(begin: str, end: str | None) -> Treaty:
    parties = (Party("KOR", begin, None, end), Party("JPN", begin, None, end))
    return pact("atop-1", parties=parties, source="ATOP 9")


def test_where_both_say_the_same_there_is_no_difference():
    assert told((pact(ended="2005-01-01", how="expired"),), (theirs("2000-03-01", "2005-01-01"),)) == []


def test_days_that_only_one_of_the_two_has_are_told():
    later = (theirs("2001-01-01", "2006-01-01"),)
    assert told((pact(ended="2005-01-01", how="expired"),), later) == [
        ("KOR", "2000-03-01", "2000-12-31", "ledger"),
        ("KOR", "2005-01-01", "2005-12-31", "ATOP 9"),
    ]


def test_days_that_the_data_set_does_not_cover_are_not_compared():
    assert told((pact(),), (theirs("2000-03-01", None),)) == []


def test_two_treaties_that_follow_each_other_are_one_stretch():
    first, second = theirs("2000-03-01", "2003-01-01"), theirs("2003-01-01", "2005-01-01")
    assert told((pact(ended="2005-01-01", how="expired"),), (first, second)) == []
