"""Open the desk's database, and say plainly what is wrong when it cannot be used."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import msgspec

from dragoman.errors import DragomanError, RecordError

PATIENCE = 30.0
"""Seconds to wait for another program that writes."""

_ADVICE = {
    "SQLITE_BUSY": ("another program is writing to it", "wait until it is done, then try again"),
    "SQLITE_LOCKED": ("another program is writing to it", "wait until it is done, then try again"),
    "SQLITE_READONLY": ("it is read-only", "check the rights of the file and of its folder"),
    "SQLITE_FULL": ("the disk is full", "make room and add the page again; what was added before is safe"),
    "SQLITE_IOERR": (
        "the disk did not take or give the data",
        "check the disk and its room; what was added before is safe",
    ),
    "SQLITE_CANTOPEN": ("it cannot be opened", "check the path, and the rights of the file and of its folder"),
    "SQLITE_PERM": ("it may not be opened", "check the rights of the file and of its folder"),
    "SQLITE_NOTADB": ("it is no database", "name another file, or move this one away"),
    "SQLITE_CORRUPT": (
        "the database is damaged",
        "restore a copy, or save what can be read with `sqlite3 FILE .recover`",
    ),
    "SQLITE_ERROR": (
        "its tables are not as dragoman makes them",
        "restore a copy, or save what can be read with `sqlite3 FILE .recover`",
    ),
    "SQLITE_TOOBIG": ("a text is too large for it", "cut the page into parts"),
}


def connect(path: Path, *, mode: str) -> sqlite3.Connection:
    """Open the database file; `mode` is SQLite's: rwc (make it if need be), rw or ro.

    Writes are synced to disk before a transaction counts as done. In a folder that may not be written to, where there
    can be no log beside it, the file is opened to be read only. Raises RecordError.
    """
    if path.exists() and not os.access(path.parent, os.W_OK):
        log = path.with_name(f"{path.name}-wal")
        mode = "ro" if log.exists() and log.stat().st_size else "ro&immutable=1"
    with told(path):
        address = f"file:{quote(str(path))}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def use_wal(connection: sqlite3.Connection) -> None:
    """Let others read while one writes (write-ahead log); a setting of the file that stays."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all that is inside or nothing of it; holds the right to write from the start."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path, *, looking: bool = False) -> Iterator[None]:
    """Turn SQLite's errors into a RecordError that names the file and says what to do.

    When `looking` at what is stored, what does not fit together is told as damage, too.
    """
    try:
        yield
    except DragomanError:
        raise
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        name = "SQLITE_CORRUPT" if "decode to UTF-8" in str(error) else name
        known = next((advice for key, advice in _ADVICE.items() if name.startswith(key)), None)
        what, advice = known or (str(error), "if this stays so, report it with this message")
        raise RecordError(f"{path}: {what} ({error}); {advice}") from error
    except UnicodeEncodeError as error:
        raise RecordError(f"{path}: what was asked for holds half a character; write it anew") from error
    except (msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
        if not looking and not isinstance(error, UnicodeDecodeError):  # this is what SQLite's own words may be
            raise
        what, advice = _ADVICE["SQLITE_CORRUPT"]
        raise RecordError(f"{path}: {what} ({type(error).__name__}: {error}); {advice}") from error
