"""A record that is damaged, or lies where nothing may be written: what is wrong is told, what can be read is read."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.record.readings import full, one_visit
from tests.record.test_database import NOBODY, in_child

from dragoman.errors import DragomanError, RecordError
from dragoman.record import Filter, Record, database
from dragoman.record.pool import ClaimFilter
from dragoman.vocab import shipped


@pytest.fixture
def filled(path: Path) -> Path:
    """Give the file of a record with two pages, all of it in the one file."""
    with Record.open(path, shipped()) as record:
        record.add(full())
        record.add(one_visit())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


ASKED: dict[str, Callable[[Record], object]] = {
    "events": lambda record: record.events(Filter()),
    "documents": lambda record: record.documents(),
    "reading": lambda record: record.reading(full().document.id),
    "claims": lambda record: record.claims("event"),
    "claim": lambda record: record.claim(one_visit().events[0].id),
    "snapshot": lambda record: record.snapshot().claims(ClaimFilter(acts=("CONSULT",))),
    "counts": lambda record: record.counts(),
    "rebuild": lambda record: record.rebuild(),
    "add": lambda record: record.add(one_visit(text="Another page tells of the visit of the president.")),
}


BROKEN = "UPDATE claims SET value = 'x' || value WHERE kind = 'event'"


@pytest.mark.parametrize(
    ("statement", "asked", "said"),
    [
        (BROKEN, "events", "claim .*: what the record holds of it is damaged"),
        (BROKEN, "snapshot", "claim .*: what the record holds of it is damaged"),
        (BROKEN, "claim", "claim .*: what the record holds of it is damaged"),
        ("UPDATE documents SET head = '[]'", "documents", "document .*: what the record holds of it is damaged"),
        ("UPDATE readings SET rest = '{'", "reading", "document .*: what the record holds of it is damaged"),
        ("UPDATE claims SET value = CAST(x'ff' AS TEXT)", "events", "the database is damaged"),
        ("DROP TABLE claims", "events", "its tables are not as dragoman makes them"),
    ],
)
def test_what_is_damaged_is_named(filled: Path, statement: str, asked: str, said: str) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger[0]}")
        connection.execute(statement)

    with Record.open(filled, shipped()) as record, pytest.raises(RecordError, match=f"{said}.*; restore a copy"):
        ASKED[asked](record)


@pytest.mark.parametrize("seed", range(24))
def test_flipped_bytes_give_an_answer_or_an_error_that_says_so(filled: Path, seed: int) -> None:
    chance, raw = random.Random(seed), bytearray(filled.read_bytes())
    for _ in range(chance.choice([1, 1, 5, 40])):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    filled.write_bytes(raw)

    for ask in ASKED.values():
        try:
            with Record.open(filled, shipped()) as record:
                ask(record)
        except DragomanError as error:
            assert "; " in str(error)


def test_damage_that_spoils_the_words_of_the_error_is_told(path: Path) -> None:
    with pytest.raises(RecordError, match="the database is damaged"), database.told(path):
        b"near \xe2(".decode()


def test_a_record_in_a_folder_that_may_not_be_written_can_be_read(filled: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        shutil.copy(filled, path)
        path.chmod(0o444)
        Path(folder).chmod(0o555)

        read = in_child(lambda: Record.open(path, shipped()).events()[0] and None, user=NOBODY)
        written = in_child(lambda: Record.open(path, shipped()).add(full()) and None, user=NOBODY)

        assert [file.name for file in Path(folder).iterdir()] == ["desk.sqlite"]
        Path(folder).chmod(0o755)
    assert read == "done"
    assert "it is read-only" in written
