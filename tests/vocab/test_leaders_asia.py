"""The table of leaders and foreign ministers of Asia, the Middle East and the Pacific."""

import csv
from io import StringIO
from itertools import combinations

import pytest

from dragoman.vocab import shipped

COLUMNS = ["code", "office", "person", "surname", "aliases", "begin", "end", "source", "note"]
OFFICES = {"leader", "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "other"}
SOURCES = {"editors", "editors+archigos", "statedept-visits"}
LAST = "9999-12-31"


def rows() -> list[dict[str, str]]:
    table = (shipped().world / "actors/leaders").text("asia.csv")
    reader = csv.DictReader(StringIO(table), strict=True)
    assert reader.fieldnames == COLUMNS
    return list(reader)


def first_day(partial: str) -> str:
    """Earliest day a partial date can mean: `1961-07` is `1961-07-01`."""
    return (partial + "-01-01")[:10]


def last_day(partial: str) -> str:
    """Latest day a partial date can mean, generous by a few days at the end of short months."""
    if not partial:
        return LAST
    return partial + {4: "-12-31", 7: "-31", 10: ""}[len(partial)]


def holders(code: str, office: str, day: str) -> set[str]:
    """Persons surely in the office on `day` (YYYY-MM-DD)."""
    return {
        row["person"]
        for row in rows()
        if (row["code"], row["office"]) == (code, office)
        and last_day(row["begin"]) <= day
        and (not row["end"] or day < first_day(row["end"]))
    }


def shares_office(row: dict[str, str]) -> bool:
    return "co-" in row["note"] or "rival" in row["note"] or row["office"] == "other"


def test_every_row_is_filled() -> None:
    """Codes, offices, names and sources are of the agreed kinds."""
    table = rows()
    assert len(table) > 2000
    for row in table:
        assert len(row["code"]) == 3 and row["code"].isupper(), row
        assert row["office"] in OFFICES, row
        assert row["source"] in SOURCES, row
        assert row["person"] and row["surname"], row
        assert all(alias.strip() == alias and alias for alias in row["aliases"].split("|") if row["aliases"]), row


def test_terms_begin_before_they_end() -> None:
    for row in rows():
        assert len(row["begin"]) in (4, 7, 10), row
        assert len(row["end"]) in (0, 4, 7, 10), row
        assert first_day(row["begin"]) <= last_day(row["end"]), row


def test_no_one_holds_an_office_of_another() -> None:
    """Terms of one office do not overlap unless the note says the holders shared it or were rivals."""
    table = rows()
    for key in {(row["code"], row["office"]) for row in table}:
        terms = [row for row in table if (row["code"], row["office"]) == key]
        for one, two in combinations(sorted(terms, key=lambda row: row["begin"]), 2):
            overlap = last_day(two["begin"]) < first_day(one["end"] or LAST)
            assert not overlap or shares_office(one) or shares_office(two), (one, two)


def test_one_spelling_has_one_surname() -> None:
    """A person of one state keeps the same short name and aliases in every office."""
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows():
        found = row["surname"], row["aliases"]
        assert names.setdefault((row["code"], row["person"]), found) == found, row


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("CHN", "head_of_government", "1972-02-21", "Zhou Enlai"),
        ("CHN", "foreign_minister", "2023-07-01", "Qin Gang"),
        ("PRK", "leader", "2018-06-12", "Kim Jong-un"),
        ("KOR", "head_of_state", "2000-06-13", "Kim Dae-jung"),
        ("JPN", "head_of_government", "2022-07-08", "Fumio Kishida"),
        ("TWN", "head_of_state", "1996-03-23", "Lee Teng-hui"),
        ("RVN", "head_of_state", "1968-01-31", "Nguyen Van Thieu"),
        ("IDN", "head_of_state", "1955-04-18", "Sukarno"),
        ("PHL", "head_of_state", "1983-08-21", "Ferdinand Marcos"),
        ("VNM", "leader", "2024-11-01", "To Lam"),
        ("IND", "head_of_government", "1971-12-16", "Indira Gandhi"),
        ("PAK", "head_of_government", "1998-05-28", "Nawaz Sharif"),
        ("BGD", "head_of_government", "2024-09-01", "Muhammad Yunus"),
        ("AFG", "head_of_state", "2020-02-29", "Ashraf Ghani"),
        ("KAZ", "head_of_state", "2022-01-05", "Kassym-Jomart Tokayev"),
        ("TUR", "head_of_government", "1974-07-20", "Bulent Ecevit"),
        ("IRN", "foreign_minister", "2015-07-14", "Mohammad Javad Zarif"),
        ("IRN", "leader", "1979-11-04", "Ruhollah Khomeini"),
        ("IRQ", "head_of_state", "1990-08-02", "Saddam Hussein"),
        ("ISR", "head_of_government", "1993-09-13", "Yitzhak Rabin"),
        ("ISR", "foreign_minister", "1993-09-13", "Shimon Peres"),
        ("EGY", "head_of_state", "1978-09-17", "Anwar Sadat"),
        ("SYR", "head_of_state", "2013-08-21", "Bashar al-Assad"),
        ("JOR", "head_of_state", "1967-06-05", "King Hussein"),
        ("SAU", "foreign_minister", "1990-08-02", "Saud al-Faisal"),
        ("LBN", "head_of_government", "2006-07-12", "Fouad Siniora"),
        ("AUS", "head_of_government", "2003-03-20", "John Howard"),
        ("NZL", "head_of_government", "2019-03-15", "Jacinda Ardern"),
    ],
)
def test_known_holders(code: str, office: str, day: str, person: str) -> None:
    """Who held the office on a well-known day: Nixon in Beijing, the Singapore summit, Tet and so on."""
    assert holders(code, office, day) == {person}
