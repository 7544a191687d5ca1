import pytest

from dragoman.ledger.book import shipped_ledger
from dragoman.ledger.checks import check_relations_claim, check_treaty_claim, lookup, relations_established
from dragoman.vocab import shipped

LEDGER = shipped_ledger(shipped())


@pytest.mark.parametrize(
    ("parties", "signed", "name", "verdict", "against"),
    [
        (["RUS", "PRK"], "2000-07", "treaty", "differs", "rus-prk-2000"),
        (["RUS", "PRK"], "2000-02", "treaty", "agrees", "rus-prk-2000"),
        (["RUS", "PRK"], "2000", "treaty", "agrees", "rus-prk-2000"),
        (["SUN", "PRK"], "1961", "USSR-DPRK Alliance Treaty", "agrees", "sun-prk-1961"),
        (["RUS", "PRK"], "1961", "alliance", "agrees", "sun-prk-1961"),
        (["USA", "KOR"], "1954", "mutual defence treaty", "agrees", "usa-kor-1953"),
        (["USA", "GBR"], "1949", "North Atlantic Treaty", "agrees", "nato-1949"),
        (["DEU", "SUN"], None, "non-aggression pact", "agrees", "molotov-ribbentrop-1939"),
        (["KOR", "JPN"], "2015", "agreement", "new", None),
        (["KOR", "BOL"], "1990", "alliance", "new", None),
    ],
)
def test_a_claimed_treaty_is_held_against_the_ledger(
    parties: list[str], signed: str | None, name: str, verdict: str, against: str | None
):
    found = check_treaty_claim(parties, signed, name, ledger=LEDGER)
    assert (found.verdict, found.treaty and found.treaty.id) == (verdict, against)


def test_a_difference_says_both_dates():
    found = check_treaty_claim(["PRK", "RUS"], "2000-07", ledger=LEDGER)
    assert found.how is not None
    assert found.how.startswith("signed 2000-02-09")
    assert found.how.endswith("not 2000-07")


def test_a_relation_is_found_under_the_successor():
    assert relations_established("KOR", "RUS", ledger=LEDGER)[0][:2] == ("1990-09-30", "established")


@pytest.mark.parametrize(("date", "verdict"), [("1990", "agrees"), ("1990-09-30", "agrees"), ("1991", "differs")])
def test_a_claim_about_relations_is_held_against_the_ledger(date: str, verdict: str):
    assert check_relations_claim("KOR", "SUN", date, ledger=LEDGER).verdict == verdict


def test_a_claim_about_relations_nobody_has_on_file_is_new():
    assert check_relations_claim("KOR", "FJI", "1971", ledger=LEDGER).verdict == "new"


def test_lookup_puts_the_pair_before_the_crowd():
    assert [treaty.id for treaty in lookup({"RUS", "PRK"}, ledger=LEDGER)][-1] == "tac-1976"


def test_lookup_by_year_and_kind():
    assert [treaty.id for treaty in lookup(["RUS", "PRK"], 1961, "defense", ledger=LEDGER)] == ["sun-prk-1961"]


def test_lookup_of_nobody_is_empty():
    assert lookup([], ledger=LEDGER) == []
