"""Read tables of stories: JSON lines or CSV, one story a row, bad rows told apart and kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import InputError, UsageError
from dragoman.model.document import Document, document_id


class Story(Struct, frozen=True):
    """One input row of `code`; `text` is taken as it stands."""

    id: str
    text: str
    date: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    section: str | list[str] | None = None


class BadRow(Struct, frozen=True):
    """A row that could not be used: where it stands, why, and what it held."""

    file: str
    line: int
    reason: str
    row: str


_decoder = msgspec.json.Decoder(Story, strict=False)
csv.field_size_limit(50_000_000)


def rows(path: Path) -> Iterator[tuple[int, bytes]]:
    """Give the rows of a .jsonl or .csv file as (line number, JSON); raises UsageError for another kind of file."""
    if path.suffix == ".jsonl":
        with path.open("rb") as file:
            yield from ((number, line.rstrip(b"\r\n")) for number, line in enumerate(file, 1) if line.strip())
    elif path.suffix == ".csv":
        yield from _csv_rows(path)
    else:
        raise UsageError(f"{path}: `code` reads .jsonl, .csv and folders of pages; give the file one of these endings")


def _csv_rows(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            filled = {key: value for key, value in row.items() if key and value not in (None, "")}
            yield reader.line_num, msgspec.json.encode(filled)


def document_of(row: bytes, file: str, line: int) -> Document:
    """Make a Document of one row; its id is the row's own. Raises InputError naming file and line."""
    try:
        story = _decoder.decode(row)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{file}, line {line}: {error}; a row needs id and text") from error
    if not story.text.strip():
        raise InputError(f"{file}, line {line}: the text is empty; give the story's text")
    section = (story.section,) if isinstance(story.section, str) else tuple(story.section or ())
    published = checked_date(story.date, f"{file}, line {line}")
    identity = story.id or document_id(story.source, story.url, story.text)
    return Document(
        id=identity, text=story.text, title=story.title, section=section, source=story.source, url=story.url,
        published=published, published_basis="given" if published else None,
    )  # fmt: skip


def checked_date(value: str | None, where: str) -> str | None:
    """Give an EDTF date, or None for none; a time of day after the date is left out. Raises InputError."""
    from dragoman.model.when import parse

    if not value:
        return None
    day = value.split("T")[0].strip()
    try:
        parse(day)
    except ValueError as error:
        raise InputError(f"{where}: {value!r} is no date ({error}); write YYYY-MM-DD") from error
    return day


def bad_row(error: Exception, file: str, line: int, row: Any) -> BadRow:
    """Keep a bad row aside with its reason."""
    shown = row.decode("utf-8", "replace") if isinstance(row, bytes) else str(row)
    return BadRow(file, line, str(error), shown)
