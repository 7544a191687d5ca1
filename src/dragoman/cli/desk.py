"""What the commands on the desk's record share: the option `--db`, opening, and one line of text out of a passage."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.record import Record
    from dragoman.watch.nouns import Lines

db_option = click.option(
    "--db", metavar="FILE", type=click.Path(path_type=Path), help="The record's file, over the setting `db`."
)


def open_record(db: Path | None, *, create: bool = False) -> Record:
    """Open the record that `--db` or the setting names; raises RecordError if it cannot be used."""
    from dragoman.record import Record
    from dragoman.settings import load_settings

    return Record.open(db if db is not None else Path(load_settings()["db"]), create=create)


def record_if_there(db: Path | None) -> AbstractContextManager[Record | None]:
    """Open the record that `--db` or the setting names; None if there is none there. Raises RecordError."""
    from dragoman.settings import load_settings

    path = db if db is not None else Path(load_settings()["db"])
    return open_record(path) if path.exists() else nullcontext()


def red_lines() -> Lines:
    """Give the desk's red lines, or those of the shipped example where there is no file of them. Raises LinesError."""
    from dragoman.settings import load_settings
    from dragoman.watch.lines import example_lines, read_lines

    file = Path(load_settings()["lines"])
    return read_lines(file) if file.exists() else example_lines()


def plain(text: str, most: int | None = None) -> str:
    """Give a passage as one line that a terminal can show: no control signs, at most `most` characters."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"
