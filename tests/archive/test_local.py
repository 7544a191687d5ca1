"""Coding a table of stories: order, bad rows, CSV, several processes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.archive import local
from dragoman.archive.lines import rows
from dragoman.archive.local import code_files
from dragoman.archive.results import rejected_path
from dragoman.errors import ArchiveError, UsageError

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
    for timex in row["times"]:
        assert text[timex["start"] : timex["end"]] == timex["text"]
    return count


def stories(path: Path, count: int) -> Path:
    return write(path, [{"id": str(i), "text": f"{STORY} Chile recalled envoy {i}."} for i in range(count)])


def test_memory_holds_only_the_rows_next_in_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read ahead of the results that are done is bounded, however long the table."""
    ahead = []
    source = stories(tmp_path / "in.jsonl", 40)

    def counted(path: Path) -> Iterator[tuple[int, bytes]]:
        for row in rows(path):
            ahead.append(row)
            yield row

    monkeypatch.setattr(local, "ALONE", 0)
    monkeypatch.setattr(local, "CHUNK", 1)
    monkeypatch.setattr(local, "rows", counted)
    furthest: list[int] = []

    code_files([source], tmp_path / "out.jsonl", jobs=2, tick=lambda done: furthest.append(len(ahead)))

    assert len(furthest) == 40
    assert all(read - done <= local.AHEAD * 2 + 1 for done, read in enumerate(furthest))


def test_a_process_that_dies_is_told_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "ALONE", 0)
    monkeypatch.setattr(local, "_code_chunk", killed)
    source = stories(tmp_path / "in.jsonl", 80)

    with pytest.raises(ArchiveError, match="a process that coded stories died"):
        code_files([source], tmp_path / "out.jsonl", jobs=2)

    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def killed(_chunk: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [("SIGINT", 130, "\ndragoman: stopped\n"), ("SIGTERM", 143, "")],
)
def test_a_run_that_is_stopped_leaves_nothing_behind(tmp_path: Path, sent: str, status: int, said: str) -> None:
    """A terminal sends SIGINT to all processes, a supervisor SIGTERM to the first."""
    stories(tmp_path / "in.jsonl", 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "dragoman", "code", "in.jsonl", "-o", "out.jsonl", "--jobs", "2"], cwd=tmp_path,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as run:  # fmt: skip
        while not list(tmp_path.glob(".*.part")):
            time.sleep(0.05)
        time.sleep(1.5)
        number = getattr(signal, sent)
        if sent == "SIGINT":
            os.killpg(run.pid, number)
        else:
            run.send_signal(number)
        _, err = run.communicate(timeout=60)

    assert (run.returncode, err) == (status, said)
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_the_processes_of_a_run_that_is_killed_end_too(tmp_path: Path) -> None:
    stories(tmp_path / "in.jsonl", 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "dragoman", "code", "in.jsonl", "-o", "out.jsonl", "--jobs", "2"], cwd=tmp_path,
        start_new_session=True,
    ) as run:  # fmt: skip
        while not list(tmp_path.glob(".*.part")):
            time.sleep(0.05)
        time.sleep(1.5)
        run.kill()
        run.wait(timeout=20)

    for _ in range(100):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        os.killpg(run.pid, signal.SIGKILL)
        pytest.fail("processes of the run are left")
    assert not (tmp_path / "out.jsonl").exists()
