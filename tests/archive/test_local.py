"""Coding a table of stories: order, bad rows, CSV, several processes."""

import json
from pathlib import Path

import pytest

from dragoman.archive import local
from dragoman.archive.local import code_files, rejected_path
from dragoman.errors import UsageError

STORY = "Hungary's premier met the Slovak president in Vienna on Monday."


def write(path: Path, rows: list[object]) -> Path:
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_output_stands_in_input_order(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [{"id": str(i), "text": f"{STORY} Number {i}."} for i in range(70)])

    code_files([source], tmp_path / "out.jsonl", jobs=1)

    assert [row["id"] for row in lines(tmp_path / "out.jsonl")] == [str(i) for i in range(70)]


def test_bad_rows_are_kept_aside_with_their_line(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": STORY},
        "{broken",
        {"id": "2"},
        {"id": "3", "text": "  "},
        {"id": "4", "text": STORY, "date": "soon"},
    ]
    source = write(tmp_path / "in.jsonl", rows)

    tally = code_files([source], tmp_path / "out.jsonl", jobs=1)

    kept = lines(rejected_path(tmp_path / "out.jsonl"))
    assert (tally.documents, tally.rejected) == (1, 4)
    assert [row["line"] for row in kept] == [2, 3, 4, 5]
    assert all("in.jsonl, line" in str(row["reason"]) for row in kept)


def test_a_csv_table_is_read(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f'id,text,date,title\na,"{STORY}",2024-03-05,A meeting\n', encoding="utf-8")

    code_files([source], tmp_path / "out.jsonl", jobs=1)

    document = lines(tmp_path / "out.jsonl")[0]["document"]
    assert isinstance(document, dict)
    assert (document["title"], document["published"], document["published_basis"]) == (
        "A meeting",
        "2024-03-05",
        "given",
    )


def test_another_ending_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "in.docx"
    source.write_text("x")

    with pytest.raises(UsageError, match="jsonl"):
        code_files([source], tmp_path / "out.jsonl", jobs=1)


def test_several_processes_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "ALONE", 0)
    source = write(
        tmp_path / "in.jsonl", [{"id": str(i), "text": f"{STORY} Chile recalled envoy {i}."} for i in range(80)]
    )

    code_files([source], tmp_path / "one.jsonl", jobs=1)
    code_files([source], tmp_path / "two.jsonl", jobs=2)

    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_every_quote_is_its_slice(tmp_path: Path) -> None:
    """Evidence, triggers, actors and times of the shipped stories are slices of their texts."""
    stories = Path(__file__).parents[2] / "examples" / "stories.jsonl"

    code_files([stories], tmp_path / "out.jsonl", jobs=1)

    seen = 0
    for row in lines(tmp_path / "out.jsonl"):
        seen += _check_slices(row)
    assert seen > 50


def _check_slices(row: dict) -> int:  # type: ignore[type-arg]
    text, count = row["document"]["text"], 0
    for event in row["events"]:
        spans = [(event["evidence"], "quote"), (event["trigger"], "text")]
        spans += [(actor, "text") for actor in event["actors"] + event["recipients"]]
        spans += [(about, "text") for about in event["about"]]
        for span, key in spans:
            assert text[span["start"] : span["end"]] == span[key]
            count += 1
    for time in row["times"]:
        assert text[time["start"] : time["end"]] == time["text"]
    return count
