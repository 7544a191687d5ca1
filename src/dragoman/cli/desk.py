"""What the commands on the desk's record share: the option `--db`, opening, and one line of text out of a passage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.record import Record

db_option = click.option(
    "--db", metavar="FILE", type=click.Path(path_type=Path), help="The record's file, over the setting `db`."
)


def open_record(db: Path | None, *, create: bool = False) -> Record:
    """Open the record that `--db` or the setting names; raises RecordError if it cannot be used."""
    from dragoman.record import Record
    from dragoman.settings import load_settings

    return Record.open(db if db is not None else Path(load_settings()["db"]), create=create)


def plain(text: str, most: int | None = None) -> str:
    """Give a passage as one line that a terminal can show: no control signs, at most `most` characters."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"
