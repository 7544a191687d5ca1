"""Code some rows of a table: whatever goes wrong inside one document sets that one aside, and the others go on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman import pipeline
from dragoman.archive.results import BadRow, bad_row
from dragoman.archive.stories import Form, document_of
from dragoman.errors import DocumentError, InputError
from dragoman.faults import one_document
from dragoman.model.document import Document
from dragoman.model.reading import Readers, Reading

LONG = 50_000
"""Characters from which on a document is read by itself: together with others it gains nothing."""


class StoryRow(NamedTuple):
    """A row: the file and line where it stands, its JSON, and how its table is written."""

    file: str
    line: int
    raw: bytes
    form: Form

    @property
    def where(self) -> str:
        """How errors name it."""
        return f"{self.file}, line {self.line}"

    def bad(self, error: Exception) -> BadRow:
        """Give its entry among the rows that were set aside."""
        return bad_row(error, self.file, self.line, self.raw)


class Coded(Struct):
    """What came of some rows: readings as JSON with their ids, their events, rows set aside.

    `faults` of these are documents in which the program failed, which took too long, or whose process died.
    """

    lines: list[bytes] = []
    ids: list[str] = []
    events: int = 0
    bad: list[BadRow] = []
    faults: int = 0


def joined(parts: Iterable[Coded]) -> Coded:
    """Give what came of several lots of rows as one."""
    whole = Coded()
    for part in parts:
        whole.lines += part.lines
        whole.ids += part.ids
        whole.events += part.events
        whole.bad += part.bad
        whole.faults += part.faults
    return whole


def code_rows(rows: list[StoryRow], seconds: float, reader: Readers = "both") -> Coded:
    """Code rows in order; `seconds` are what one document may take (0: no limit), `reader` says who reads events."""
    opened = [_opened(row) for row in rows]
    good = [(row, one) for row, one in zip(rows, opened, strict=True) if isinstance(one, Document)]
    readings = iter(_readings(good, seconds, reader))
    coded = Coded()
    for row, one in zip(rows, opened, strict=True):
        told = next(readings) if isinstance(one, Document) else one
        if isinstance(told, Reading):
            coded.lines.append(msgspec.json.encode(told))
            coded.ids.append(told.id)
            coded.events += len(told.events)
        else:
            coded.bad.append(row.bad(told))
            coded.faults += told is not one or not isinstance(told, InputError)
    return coded


def _opened(row: StoryRow) -> Document | DocumentError:
    try:
        with one_document(row.where):
            document = document_of(row.raw, row.where, row.form)
            return replace(document, language=pipeline.language_of(document.text))
    except DocumentError as error:
        return error


def _readings(good: list[tuple[StoryRow, Document]], seconds: float, reader: Readers) -> list[Reading | DocumentError]:
    """Read documents together, which is quicker; long ones by themselves, and all if that breaks off or lasts."""
    short = [document for _, document in good if len(document.text) < LONG]
    try:
        with one_document("some rows", seconds):
            together = iter(list(pipeline.code(short, reader=reader)))
    except DocumentError:
        return [_reading(row, document, seconds, reader) for row, document in good]
    return [
        next(together) if len(document.text) < LONG else _reading(row, document, seconds, reader)
        for row, document in good
    ]


def _reading(row: StoryRow, document: Document, seconds: float, reader: Readers) -> Reading | DocumentError:
    try:
        with one_document(row.where, seconds):
            (reading,) = pipeline.code([document], reader=reader)
            return reading
    except DocumentError as error:
        return error
