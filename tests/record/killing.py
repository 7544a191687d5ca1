"""Kill a process that adds pages, again and again, and look what the record holds.

    python -m tests.record.killing [RUNS]

One record is added to over all runs. After each kill every page that was told as added must be there whole, no half
page may be there, and the derived tables must be those that a rebuild makes.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.record.readings import document, event, reading

from dragoman.model.reading import Reading
from dragoman.record import Record
from dragoman.vocab import shipped

ROOT = Path(__file__).parents[2]


def page(number: int) -> Reading:
    """Give page `number`: six events in some 3,000 characters."""
    chance = random.Random(number)
    text = f"Page {number}. " + " ".join(f"word{chance.randrange(5000)}" for _ in range(400))
    made = document(text, source=f"Paper {number % 7}")
    days = [f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}" for _ in range(6)]
    found = (event(made, start=40 * n, end=40 * n + 60, when=day) for n, day in enumerate(days))
    return reading(made, *found)


def add_for_ever(path: Path, start: int) -> None:
    """Add pages from `start` on, and tell of each when it is added."""
    print("ready", flush=True)
    with Record.open(path, shipped()) as record:
        for number in range(start, start + 1_000_000):
            record.add(page(number))
            print(number, flush=True)


def killed_run(path: Path, start: int, seconds: float) -> list[int]:
    """Start a process that adds, kill it after so many seconds, and give the pages that it told of."""
    command = [sys.executable, "-m", "tests.record.killing", "child", str(path), str(start)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        told = child.stdout.read()
    # The last line may have been cut off by the kill.
    return [int(line) for line in told.splitlines(keepends=True) if line.endswith("\n")]


def losses(path: Path, told: list[int], start: int) -> tuple[int, int]:
    """Give how many pages that were told of are missing or not whole, and how many others are half there."""
    with Record.open(path, shipped()) as record:
        assert record._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        lost = sum(record.reading(page(n).document.id) != page(n) for n in told)
        after = (told[-1] + 1 if told else start, told[-1] + 2 if told else start + 1)
        half = sum(record.reading(page(n).document.id) not in (None, page(n)) for n in after)
        derived = derived_rows(record)
        record.rebuild()
        assert derived_rows(record) == derived
        counts = record.counts()
        assert counts["documents"] <= (told[-1] if told else start) + 2
    return lost, half


def derived_rows(record: Record) -> list[object]:
    """Give what the derived tables hold of events and stories."""
    queries = ("SELECT id, event, deed FROM events ORDER BY id", "SELECT id, story FROM stories ORDER BY id")
    return [record._connection.execute(query).fetchall() for query in queries]


def kill_many(folder: Path, runs: int, *, seed: int = 1) -> tuple[int, int, int]:
    """Do so many runs; give pages told of, pages lost, pages half there."""
    chance = random.Random(seed)
    path, start, all_told, lost, half = folder / "desk.sqlite", 0, 0, 0, 0
    for _ in range(runs):
        told = killed_run(path, start, chance.uniform(0.0, 1.0))
        found = losses(path, told, start)
        all_told, lost, half = all_told + len(told), lost + found[0], half + found[1]
        start = told[-1] + 1 if told else start
    return all_told, lost, half


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        with contextlib.suppress(BrokenPipeError):
            add_for_ever(Path(sys.argv[2]), int(sys.argv[3]))
        os._exit(0)
    asked = int(sys.argv[1]) if sys.argv[1:] else 100
    with tempfile.TemporaryDirectory() as made:
        pages, gone, halves = kill_many(Path(made), asked)
    print(f"{asked} kills, {pages} pages told as added, {gone} lost, {halves} half there")
    sys.exit(1 if gone or halves else 0)
