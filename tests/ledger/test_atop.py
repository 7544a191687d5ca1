import gzip
from pathlib import Path

import pytest

from dragoman.errors import TreatyError
from dragoman.ledger.atop import coding_of, read_atop
from dragoman.ledger.book import Ledger
from dragoman.ledger.obligations import obligations
from dragoman.vocab import shipped

HEADER = "atopid,code,start,end,phase,defense,offense,neutral,nonagg,consul,version"
ROWS = [
    "9001,FJI,1990-01-01,1995-06-30,0,1,0,0,0,1,4.01",
    "9001,TON,1990-01-01,1995-06-30,0,0,0,0,0,1,4.01",
    "9002,FJI,1996-01-01,1999-12-31,1,0,0,0,1,0,4.01",
    "9002,WSM,1996-01-01,1999-12-31,1,0,0,0,1,0,4.01",
    "9002,FJI,2000-01-01,,2,1,0,0,1,0,4.01",
    "9002,WSM,2000-01-01,,2,1,0,0,1,0,4.01",
]


def member_file(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "members.csv.gz"
    path.write_bytes(gzip.compress("\n".join([HEADER, *rows, ""]).encode()))
    return path


@pytest.mark.parametrize(
    ("a", "b", "on", "expected"),
    [
        ("FJI", "TON", "1990-01-01", {"defense", "consultation"}),
        ("TON", "FJI", "1990-01-01", {"consultation"}),
        ("FJI", "TON", "1995-06-30", {"defense", "consultation"}),
        ("FJI", "TON", "1995-07-01", set()),
        ("FJI", "WSM", "1999-12-31", {"nonaggression"}),
        ("FJI", "WSM", "2000-01-01", {"defense", "nonaggression"}),
        ("TON", "WSM", "1996-01-01", set()),
    ],
)
def test_flags_are_directed_and_last_through_the_last_day(tmp_path: Path, a: str, b: str, on: str, expected: set[str]):
    treaties, _ = read_atop(member_file(tmp_path, *ROWS))
    found = obligations(a, b, on, ledger=Ledger(shipped(), treaties))[f"{a}>{b}"]
    assert {kind for kind, holds in found.items() if holds} == expected


def test_a_phase_is_a_treaty_of_its_own(tmp_path: Path):
    treaties, _ = read_atop(member_file(tmp_path, *ROWS))
    assert [treaty.id for treaty in treaties] == ["atop-9001", "atop-9002.1", "atop-9002.2"]


def test_a_bad_row_is_set_aside_with_its_line(tmp_path: Path):
    bad = [
        "9003,FJI,1990-02-30,,0,1,0,0,0,0,4.01",
        "9003,,1990-01-01,,0,1,0,0,0,0,4.01",
        "9003,FJI,1990-01-02,1990-01-01,0,1,0,0,0,0,4.01",
    ]
    treaties, rejected = read_atop(member_file(tmp_path, *ROWS, *bad))
    assert len(treaties) == 3
    assert [line.partition(", ")[2].partition(":")[0] for line in rejected] == ["line 8", "line 9", "line 10"]


def test_the_coding_covers_from_the_first_day_to_the_end_of_the_last_year(tmp_path: Path):
    (coding,) = coding_of(read_atop(member_file(tmp_path, *ROWS))[0])
    assert (coding.name, coding.first, coding.last) == ("ATOP 4.01", "1990-01-01", "2000-12-31")


def test_another_table_is_refused(tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TreatyError, match="no ATOP member file"):
        read_atop(path)


def test_a_file_that_is_not_gzip_is_refused(tmp_path: Path):
    path = tmp_path / "x.csv.gz"
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(TreatyError, match="cannot be read"):
        read_atop(path)
