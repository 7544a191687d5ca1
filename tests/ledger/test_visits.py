from pathlib import Path

import pytest

from dragoman.errors import TreatyError
from dragoman.ledger.visits import read_visits, state_called
from dragoman.vocab import shipped

VISITS = """id,start,end,visitor_with_title,country_id,country,description
1,1990-06-04,1990-06-08,President Example,korea-south,Korea,Official visit.
2,1990-06-09,1990-06-08,President Example,korea-south,Korea,Backwards.
3,1990-06-04,1990-06-08,King Example,atlantis,Atlantis,No such state.
"""
TRAVELS = """role,person_file,who,start,end,country_id,country,locale,remarks
president,x,doe-jane-mary,1993-01-02,1993-01-03,russia,Russia,Moscow,Met the president.
"""


def test_visits_are_read_and_bad_rows_set_aside(tmp_path: Path):
    path = tmp_path / "visits.csv"
    path.write_text(VISITS, encoding="utf-8")
    found, rejected = read_visits(path, shipped())
    assert [(visit.visitor, visit.host, visit.person) for visit in found] == [("KOR", "USA", "President Example")]
    assert len(rejected) == 2


def test_travels_name_the_person_and_the_office(tmp_path: Path):
    path = tmp_path / "travels.csv"
    path.write_text(TRAVELS, encoding="utf-8")
    ((visit,), rejected) = read_visits(path, shipped())
    assert (visit.visitor, visit.host, visit.person, visit.office) == ("USA", "RUS", "Jane Mary Doe", "president")
    assert rejected == []


def test_another_table_is_refused(tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TreatyError, match="neither visits nor travels"):
        read_visits(path, shipped())


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Korea, Republic of", "1990-01-01", "KOR"),
        ("Korea, North", "1990-01-01", "PRK"),
        ("Burma (Myanmar)", "1990-01-01", "MMR"),
        ("Russia", "1994-01-01", "RUS"),
        ("Russia", "1974-01-01", "SUN"),
        ("Atlantis", "1990-01-01", None),
        ("", "1990-01-01", None),
    ],
)
def test_states_are_found_by_printed_and_turned_names_of_the_day(name: str, on: str, code: str | None):
    assert state_called(name, on, shipped()) == code
