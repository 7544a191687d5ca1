"""Read tables: JSON lines or CSV, one row after the other, and the stories that `code` takes."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.errors import InputError, UsageError
from dragoman.model.dates import date_of_row
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


_decoder = msgspec.json.Decoder(Story, strict=False)
csv.field_size_limit(50_000_000)


def check_table(path: Path) -> None:
    """Raise UsageError unless there is a table of this name that can be read."""
    if path.suffix not in (".jsonl", ".csv"):
        raise UsageError(f"{path}: is no .jsonl or .csv; give the table one of these endings")
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give .jsonl or .csv files")
    try:
        path.open("rb").close()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check its rights") from error


def rows(path: Path) -> Iterator[tuple[int, bytes]]:
    """Give the rows of a .csv file, or of a file of JSON lines, as (line number, JSON).

    Raises InputError if the file cannot be read.
    """
    try:
        yield from _csv_rows(path) if path.suffix == ".csv" else _lines(path)
    except (OSError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({error}); mend the file or its rights") from error


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        yield from ((number, line.rstrip(b"\r\n")) for number, line in enumerate(file, 1) if line.strip())


def _csv_rows(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            filled = {key: value for key, value in row.items() if key and value not in (None, "")}
            yield reader.line_num, msgspec.json.encode(filled)


def document_of(row: bytes, file: str, line: int) -> Document:
    """Make a Document of one row; its id is the row's own. Raises InputError naming file and line."""
    where = f"{file}, line {line}"
    try:
        story = _decoder.decode(row)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: {error}; a row needs id and text") from error
    if not story.text.strip():
        raise InputError(f"{where}: the text is empty; give the story's text")
    section = (story.section,) if isinstance(story.section, str) else tuple(story.section or ())
    published = date_of_row(story.date, f"{where}: date") if story.date else None
    identity = story.id or document_id(story.source, story.url, story.text)
    return Document(
        id=identity, text=story.text, title=story.title, section=section, source=story.source, url=story.url,
        published=published, published_basis="given" if published else None,
    )  # fmt: skip
