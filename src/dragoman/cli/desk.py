"""What the commands on the desk's record share: the option `--db`, opening, and one line of text out of a passage."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.vocab import shipped

if TYPE_CHECKING:
    from dragoman.record import Record
    from dragoman.watch.nouns import Lines

db_option = click.option(
    "--db", metavar="FILE", type=click.Path(path_type=Path), help="The record's file, over the setting `db`."
)


def open_record(db: Path | None, *, create: bool = False) -> Record:
    """Open the record that `--db` or the setting names; raises RecordError if it cannot be used."""
    from dragoman.record import Record

    return Record.open(db_path(db), shipped(), create=create)


def db_path(db: Path | None) -> Path:
    """Give the record's file: that of `--db`, or else the one that the setting names."""
    from dragoman.settings import load_settings

    return db if db is not None else Path(load_settings()["db"])


def record_if_there(db: Path | None) -> AbstractContextManager[Record | None]:
    """Open the record that `--db` or the setting names; None if there is none there. Raises RecordError."""
    path = db_path(db)
    return open_record(path) if path.exists() else nullcontext()


def red_lines(named: Path | None = None) -> tuple[Lines, str | None]:
    """Give the lines of the file that was `named`, or else of the setting `lines`. Raises LinesError.

    Where the setting's file is not there, they are those of the shipped example, and the second says so.
    """
    from dragoman.settings import load_settings
    from dragoman.watch.lines import example_lines, read_lines

    path = named or Path(load_settings()["lines"])
    if named or path.exists():
        return read_lines(path, shipped()), None
    return example_lines(shipped()), (
        f"there is no {path}: the red lines of the example are watched; `dragoman watch --init` writes them there to "
        "be edited"
    )


def plain(text: str, most: int | None = None) -> str:
    """Give a passage as one line that a terminal can show: no control signs, at most `most` characters."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"
