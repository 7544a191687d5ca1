"""The tables of leaders and foreign ministers of the Americas and of Africa."""

import csv
from io import StringIO
from itertools import pairwise

import pytest

from dragoman.vocab import shipped

COLUMNS = ["code", "office", "person", "surname", "aliases", "begin", "end", "source", "note"]
OFFICES = {
    "head_of_state",
    "head_of_government",
    "leader",
    "foreign_minister",
    "defence_minister",
    "vice",
    "other",
}
SOURCES = {"editors", "editors+archigos", "statedept-visits"}
TABLES = ["americas.csv", "africa.csv"]
TITLES = {"President", "Minister", "General", "Colonel", "King", "Sir", "Dr"}


def rows(table: str) -> list[dict[str, str]]:
    text = (shipped().world / "actors/leaders").text(table)
    reader = csv.DictReader(StringIO(text), strict=True)
    assert reader.fieldnames == COLUMNS
    return list(reader)


def first_day(partial: str) -> str:
    """Earliest day a partial date can mean."""
    return (partial + "-01-01")[:10]


def last_day(partial: str) -> str:
    """Latest day a partial date can mean; months are taken as 31 days, which keeps the order of text."""
    return partial + {4: "-12-31", 7: "-31", 10: "", 0: "9999-12-31"}[len(partial)]


def holders(table: str, code: str, office: str, day: str) -> set[str]:
    """Persons surely in the office on `day` (YYYY-MM-DD)."""
    return {
        row["person"]
        for row in rows(table)
        if (row["code"], row["office"]) == (code, office)
        and last_day(row["begin"]) <= day < first_day(row["end"] or "9999")
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_filled(table: str) -> None:
    """Codes, offices, names and sources are of the agreed kinds."""
    for row in rows(table):
        assert len(row["code"]) == 3 and row["code"].isupper(), row
        assert row["office"] in OFFICES, row
        assert row["source"] in SOURCES, row
        assert row["person"].strip() and row["surname"].strip(), row
        assert row["office"] != "other" or row["note"], row


@pytest.mark.parametrize("table", TABLES)
def test_aliases_are_other_spellings_without_titles(table: str) -> None:
    for row in rows(table):
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert row["person"] not in aliases, row
        assert len(set(aliases)) == len(aliases), row
        assert all(alias and alias.split()[0] not in TITLES for alias in aliases), row


@pytest.mark.parametrize("table", TABLES)
def test_dates_are_partial_iso_dates_in_order(table: str) -> None:
    """A term ends after it begins, and nothing begins or ends after 2026, to which the tables were kept."""
    for row in rows(table):
        for partial in filter(None, (row["begin"], row["end"])):
            assert len(partial) in {4, 7, 10} and partial.replace("-", "").isdigit(), row
        assert first_day(row["begin"]) < last_day(row["end"]), row
        assert "1886" < row["begin"] < "2027" and row["end"] < "2027", row


@pytest.mark.parametrize("table", TABLES)
def test_terms_of_one_person_in_one_office_do_not_overlap(table: str) -> None:
    terms: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows(table):
        task = row["note"] if row["office"] == "other" else ""
        terms.setdefault((row["code"], row["office"], row["person"], task), []).append(row)
    for held in terms.values():
        held.sort(key=lambda row: first_day(row["begin"]))
        for earlier, later in pairwise(held):
            assert first_day(earlier["end"] or "9999") <= last_day(later["begin"]), (earlier, later)


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("USA", "head_of_state", "1962-10-22", "John F. Kennedy"),
        ("USA", "foreign_minister", "1973-10-10", "Henry Kissinger"),
        ("USA", "defence_minister", "2003-03-20", "Donald Rumsfeld"),
        ("USA", "vice", "2010-06-01", "Joe Biden"),
        ("USA", "other", "2003-02-05", "John Negroponte"),
        ("CAN", "head_of_government", "1956-11-01", "Louis St. Laurent"),
        ("MEX", "head_of_state", "2019-07-01", "Andrés Manuel López Obrador"),
        ("CUB", "leader", "1962-10-22", "Fidel Castro"),
        ("CHL", "head_of_state", "1980-01-01", "Augusto Pinochet"),
        ("ARG", "head_of_state", "1982-04-02", "Leopoldo Galtieri"),
        ("ARG", "foreign_minister", "1982-04-02", "Nicanor Costa Méndez"),
        ("BRA", "head_of_state", "2005-05-05", "Luiz Inácio Lula da Silva"),
        ("VEN", "head_of_state", "2019-01-23", "Nicolás Maduro"),
        ("GRD", "leader", "1983-10-22", "Hudson Austin"),
    ],
)
def test_who_held_an_office_in_the_americas(code: str, office: str, day: str, person: str) -> None:
    assert person in holders("americas.csv", code, office, day)


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("LBY", "leader", "1986-04-15", "Muammar Gaddafi"),
        ("ZAF", "head_of_state", "1994-06-01", "Nelson Mandela"),
        ("ZAF", "foreign_minister", "1988-12-22", "Pik Botha"),
        ("COD", "head_of_state", "1974-10-30", "Mobutu Sese Seko"),
        ("COD", "head_of_government", "1960-07-15", "Patrice Lumumba"),
        ("ETH", "head_of_state", "1963-05-25", "Haile Selassie"),
        ("ETH", "head_of_government", "2018-07-09", "Abiy Ahmed"),
        ("ZWE", "head_of_government", "1965-11-11", "Ian Smith"),
        ("GHA", "head_of_government", "1957-03-06", "Kwame Nkrumah"),
        ("DZA", "foreign_minister", "1975-03-06", "Abdelaziz Bouteflika"),
        ("NGA", "head_of_state", "1967-07-06", "Yakubu Gowon"),
        ("RWA", "head_of_state", "1994-04-01", "Juvénal Habyarimana"),
        ("SDN", "head_of_state", "2009-03-04", "Omar al-Bashir"),
        ("TUN", "head_of_state", "1985-10-01", "Habib Bourguiba"),
    ],
)
def test_who_held_an_office_in_africa(code: str, office: str, day: str, person: str) -> None:
    assert person in holders("africa.csv", code, office, day)
