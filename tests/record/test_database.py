import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.record.readings import full, one_visit

from dragoman.errors import RecordError
from dragoman.record import Record, database
from dragoman.vocab import shipped

NOBODY = 65534


def in_child(work: Callable[[], None], *, user: int | None = None) -> str:
    """Run `work` in a child process (as `user`) and give what it raised, as text."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if user is not None and os.getuid() == 0:
                os.setuid(user)
            work()
            os.write(into, b"done")
        except BaseException as error:
            os.write(into, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(into)
    os.waitpid(child, 0)
    with os.fdopen(out) as told:
        return told.read()


def test_a_file_that_is_no_database_is_refused_and_not_touched(path: Path) -> None:
    path.write_text("These are notes, not a database. " * 100)
    before = path.read_bytes()

    with pytest.raises(RecordError, match="it is no database"):
        Record.open(path, shipped())

    assert path.read_bytes() == before


def test_a_missing_record_is_told_where_none_may_be_made(path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here"):
        Record.open(path, shipped(), create=False)

    assert not path.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened"):
        Record.open(tmp_path / "none" / "desk.sqlite", shipped())


def test_a_path_with_signs_of_an_address_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro#b%20c.sqlite"
    with Record.open(path, shipped()) as record:
        record.add(full())

    assert path.exists()


def test_a_writer_that_waited_too_long_is_told(path: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    record.add(full())
    record._connection.execute("BEGIN IMMEDIATE")

    with Record.open(path, shipped()) as second, pytest.raises(RecordError, match="another program is writing"):
        second.add(one_visit())
    record._connection.execute("ROLLBACK")

    assert record.counts()["documents"] == 1


def test_others_read_while_one_writes(path: Path, record: Record) -> None:
    record.add(full())
    record._connection.execute("BEGIN IMMEDIATE")
    record._connection.execute("UPDATE documents SET title = 'half done'")

    with Record.open(path, shipped(), create=False) as reader:
        found = [stored.document.title for stored in reader.events()]
    record._connection.execute("ROLLBACK")

    assert found == ["All"]


def test_a_full_disk_is_told_and_loses_nothing(path: Path, record: Record) -> None:
    record.add(full())
    pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
    record._connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(RecordError, match="the disk is full"):
        for number in range(50):
            record.add(one_visit(text=f"Visit {number}. " + "Words and more words. " * 200))

    assert record._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert record.reading(full().document.id) == full()
    assert record.counts()["documents"] == record.counts()["readings"]


@pytest.mark.skipif(os.name != "posix", reason="rights are set the POSIX way")
def test_a_read_only_record_is_told_and_not_touched() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        with Record.open(path, shipped()) as record:
            record.add(full())
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        before = path.read_bytes()

        told = in_child(lambda: Record.open(path, shipped()).add(one_visit()) and None, user=NOBODY)
        Path(folder).chmod(0o755)

        assert told.startswith("RecordError") and "rights of the file and of its folder" in told
        assert path.read_bytes() == before


def test_a_damaged_record_is_told(path: Path) -> None:
    with Record.open(path, shipped()) as record:
        record.add(full())
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x17" * (len(data) - 4096)
    path.write_bytes(data)

    with pytest.raises(RecordError, match="damaged"), Record.open(path, shipped()) as record:
        record.events()


def test_an_error_without_advice_keeps_its_words(path: Path) -> None:
    with pytest.raises(RecordError, match="no such table: nowhere"), database.told(path):
        sqlite3.connect(":memory:").execute("SELECT * FROM nowhere")
