"""`dragoman actors`: phrases become actors; bad lines are kept aside."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.calling import Told, call


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def resolve(*lines: str) -> Told:
    Path("in.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return call("actors", "in.jsonl", "-o", "out.jsonl")


def rows(name: str = "out.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]


def test_a_line_gives_country_sector_and_actors() -> None:
    resolve('{"id": "a", "text": "Peruvian police"}')

    actor = {"text": "Peruvian police", "code": "PER", "sector": "COP", "name": None}
    assert rows() == [{"id": "a", "country": "PER", "sector": "COP", "actors": [actor]}]


@pytest.mark.parametrize(
    "date", ['"1990-05-01"', '"1 May 1990"', '"1990-05-01T08:00:00Z"', "1990", '"1990-05/1990-06"']
)
def test_the_date_tells_who_was_in_office(date: str) -> None:
    resolve(f'{{"id": 1, "text": "the Soviet president", "date": {date}}}')

    assert rows()[0]["actors"][0]["name"] == "Mikhail Gorbachev"


def test_bad_lines_are_kept_aside() -> None:
    """Good lines are written in order; bad ones go to OUT.rejected.jsonl with their number and reason."""
    told = resolve('{"id": 1, "text": "Oslo"}', "not json", "", '{"id": 2, "text": "a cat"}')

    assert told == (0, "", "2 phrases resolved, 1 set aside in out.rejected.jsonl.\n")
    assert [row["id"] for row in rows()] == [1, 2]
    (bad,) = rows("out.rejected.jsonl")
    assert (bad["file"], bad["line"], bad["row"]) == ("in.jsonl", 2, "not json")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": 1}',
        '{"text": "x"}',
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": "x", "date": "soon"}',
        '{"id": 1, "text": "x", "date": "2024-02-30"}',
        '{"id": 1, "text": "x", "date": "31 February 2024"}',
        '{"id": 1, "text": "x", "date": "٢٠٢٤"}',
        '{"id": 1, "text": "half \\ud800"}',
    ],
)
def test_a_bad_line_never_stops_the_run(line: str) -> None:
    told = resolve(line, '{"id": 2, "text": "Oslo"}')

    assert told.status == 0
    assert [row["id"] for row in rows()] == [2]
    assert ("date" in line.partition("x")[2]) == rows("out.rejected.jsonl")[0]["reason"].startswith("date: ")


def test_with_no_bad_line_the_file_of_an_earlier_run_is_gone() -> None:
    resolve("not json")
    resolve('{"id": 1, "text": "Oslo"}')

    assert not Path("out.rejected.jsonl").exists()
