"""A table of phrases becomes a table of actors: {"id","text","date"?} → {"id","country","sector","actors"}."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.archive.lines import rows
from dragoman.archive.results import Results, results
from dragoman.desk import Desk
from dragoman.errors import DragomanError, InputError

SHAPE = '{"id": …, "text": …, "date": …}'


class PhraseRow(Struct, frozen=True):
    """One input row; the id comes back as it is, the date may be left out."""

    id: Any
    text: str
    date: str | int | None = None


def resolve_file(source: Path, target: Path, desk: Desk) -> Results:
    """Resolve the phrases of `source` into `target`, in order; rows that cannot be read are set aside.

    Raises InputError if `source` cannot be read, OutputError as `results` does.
    """
    with results(target, [source]) as written:
        for number, row in rows(source):
            try:
                written.write([resolve_row(row, desk)])
            except DragomanError as error:
                written.reject(error, source.name, number, row)
    return written


def resolve_row(row: bytes, desk: Desk) -> bytes:
    """Give the answer to one row, as JSON. Raises InputError if it is no such row."""
    try:
        phrase = msgspec.json.decode(row, type=PhraseRow)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not a phrase ({error}); write one object a line: {SHAPE}") from error
    on = None if phrase.date in (None, "") else str(phrase.date)
    return msgspec.json.encode({"id": phrase.id, **msgspec.structs.asdict(desk.actors(phrase.text, on=on))})
