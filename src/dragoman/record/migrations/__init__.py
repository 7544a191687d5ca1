"""The steps by which the database came to its shape: ordered, named, recorded, each all or nothing."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.record.database import told, transaction, use_wal

APPLICATION = 0x44524147
"""Marks a file as a dragoman record (`DRAG`; SQLite's application_id)."""


@cache
def steps() -> tuple[tuple[str, str], ...]:
    """Give name and SQL of all steps in order: `0001_claims` is the first."""
    found = sorted(f.name for f in files(__package__).iterdir() if f.name.endswith(".sql"))
    return tuple((name.removesuffix(".sql"), (files(__package__) / name).read_text(encoding="utf-8")) for name in found)


def version(connection: sqlite3.Connection) -> int:
    """Give the number of steps that the database has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_current(connection: sqlite3.Connection, path: Path) -> bool:
    """Tell whether the database has taken all steps.

    Raises RecordError if it is of another program or of a newer dragoman.
    """
    with told(path):
        marked = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if marked != APPLICATION and not (marked == 0 and empty):
        raise RecordError(
            f"{path}: this is another program's database, not a dragoman record; name another file with --db"
        )
    taken = version(connection)
    if taken > len(steps()):
        raise RecordError(
            f"{path}: this record was made by a newer dragoman (version {taken} of the record; "
            f"this dragoman knows {len(steps())}); nothing was changed: install the newer dragoman"
        )
    return taken == len(steps())


Fill = Callable[[sqlite3.Connection], None]


def migrate(connection: sqlite3.Connection, path: Path, *, fill: Fill, upto: int | None = None) -> None:
    """Take the steps that are missing (up to number `upto`) and `fill` what is derived, all in one transaction.

    Raises RecordError; the database is then as it was.
    """
    with told(path):
        use_wal(connection)
        with transaction(connection):
            if is_current(connection, path):
                return
            missing = steps()[version(connection) : upto]
            for name, script in missing:
                _take(connection, name, script)
            if version(connection) == len(steps()):
                fill(connection)


def _take(connection: sqlite3.Connection, name: str, script: str) -> None:
    for statement in _statements(script):
        connection.execute(statement)
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    connection.execute("INSERT INTO migrations VALUES (?, ?)", (version(connection) + 1, name))
    connection.execute(f"PRAGMA user_version = {version(connection) + 1}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements (`executescript` would end the transaction)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
