import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.cli.status import assess_file, read_row, status
from dragoman.errors import InputError

GOOD: dict[str, Any] = {"id": "a", "text": "Norway did not sign it.", "event": {"start": 15, "end": 19}}


def write(path: Path, lines: list[str]) -> Path:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_each_row_gets_status_axes_and_number(tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.jsonl", [json.dumps(GOOD)]), tmp_path / "out.jsonl"
    assert assess_file(source, target) == (1, 0)
    row = json.loads(target.read_text(encoding="utf-8"))
    assert (row["id"], row["status"], row["polarity"], row["certainty"]) == ("a", "negated", "negative", "certain")
    assert -3 <= row["factuality"] < -1.5


def test_bad_lines_are_set_aside_and_the_rest_is_assessed(tmp_path: Path) -> None:
    lines = ["{", json.dumps(GOOD), json.dumps({**GOOD, "event": {"start": 5, "end": 500}})]
    target = tmp_path / "out.jsonl"
    assert assess_file(write(tmp_path / "in.jsonl", lines), target) == (1, 2)
    kept = [json.loads(x) for x in Path(f"{target}.rejected.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["line"], row["text"]) for row in kept] == [(1, "{"), (3, lines[2])]


def test_rows_of_one_text_keep_their_order(tmp_path: Path) -> None:
    other = {"id": "b", "text": "They met.", "event": {"start": 5, "end": 8}}
    rows = [GOOD, {**GOOD, "id": "c", "event": {"start": 0, "end": 6}}, other]
    target = tmp_path / "out.jsonl"
    assess_file(write(tmp_path / "in.jsonl", [json.dumps(row) for row in rows]), target)
    assert [json.loads(line)["id"] for line in target.read_text(encoding="utf-8").splitlines()] == ["a", "c", "b"]


@pytest.mark.parametrize(
    "event",
    [None, {}, {"start": "1", "end": 2}, {"start": True, "end": 2}, {"start": 3, "end": 3}, {"start": 6, "end": 7}],
)
def test_offsets_must_hold_a_word(event: object) -> None:
    with pytest.raises(InputError, match="line 1"):
        read_row(json.dumps({**GOOD, "event": event}), "in.jsonl, line 1")


def test_input_is_not_overwritten(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [json.dumps(GOOD)])
    assert CliRunner().invoke(status, [str(source), "-o", str(source)]).exit_code != 0
    assert json.loads(source.read_text(encoding="utf-8")) == GOOD
