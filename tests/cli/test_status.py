"""`dragoman status`: how sure the word at an offset is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.calling import Told, call

GOOD: dict[str, Any] = {"id": "a", "text": "Norway did not sign it.", "event": {"start": 15, "end": 19}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def assess(*lines: object) -> Told:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    Path("in.jsonl").write_text(text, encoding="utf-8")
    return call("status", "in.jsonl", "-o", "out.jsonl")


def rows(name: str = "out.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]


def test_each_row_gets_status_axes_and_number() -> None:
    assert assess(GOOD) == (0, "", "1 words assessed, 0 set aside.\n")

    (row,) = rows()
    assert list(row) == ["id", "status", "polarity", "certainty", "tense", "factuality"]
    assert (row["id"], row["status"], row["polarity"], row["certainty"]) == ("a", "negated", "negative", "certain")
    assert -3 <= row["factuality"] < -1.5


def test_bad_lines_are_set_aside_and_the_rest_is_assessed() -> None:
    far = {**GOOD, "event": {"start": 5, "end": 500}}

    assert assess("{", GOOD, far).err == "1 words assessed, 2 set aside in out.rejected.jsonl.\n"
    assert [(row["line"], row["row"]) for row in rows("out.rejected.jsonl")] == [(1, "{"), (3, json.dumps(far))]


def test_rows_of_one_text_keep_their_order() -> None:
    other = {"id": "b", "text": "They met.", "event": {"start": 5, "end": 8}}

    assess(GOOD, {**GOOD, "id": "c", "event": {"start": 0, "end": 6}}, other, {**GOOD, "id": "d"})

    assert [row["id"] for row in rows()] == ["a", "c", "b", "d"]


@pytest.mark.parametrize(
    "event",
    [
        None,
        {},
        {"start": "1", "end": 2},
        {"start": True, "end": 2},
        {"start": 3, "end": 3},
        {"start": 6, "end": 7},
        {"start": -5, "end": 3},
        [1, 2],
    ],
)
def test_offsets_must_hold_a_word(event: object) -> None:
    assert assess({**GOOD, "event": event}).err.startswith("0 words assessed, 1 set aside")
