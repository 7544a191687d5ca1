"""The stories that `code` takes: which column is what, how dates are written, and a Document of each row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.archive.lines import cells, encoding_of, header_of, rows
from dragoman.errors import DateError, InputError, UsageError
from dragoman.model.dates import checked_date, date_of_row
from dragoman.model.document import Document, document_id

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("guid", "uid", "globaleventid", "event id", "story id", "article id", "document id"),
    "text": ("body", "content", "fulltext", "full text", "article", "story", "article text", "maintext"),
    "date": ("published", "publication date", "published at", "pubdate", "sqldate", "event date", "datetime"),
    "title": ("headline",),
    "source": ("publisher", "outlet"),
    "url": ("link", "sourceurl", "source url"),
    "section": ("category",),
}
"""What a story has, and what tables (GDELT's, ICEWS's, those of newspapers) call it, in small letters."""

EMPTY = ("", "nan", "nat", "none", "null")
"""What pandas writes where there is no date."""

_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?(?:\.0)?", re.ASCII)
_MILLISECONDS = re.compile(r"(\d{12,13})(?:\.0)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ].*)?", re.ASCII)
_MAY_BE_YEAR_LAST = re.compile(rb"\d{1,2}\\?[-/]\d{1,2}\\?[-/]\d{4}")


class Form(Struct, frozen=True):
    """How a table is written: its encoding, its `columns` by what they hold, and whether the day leads the month.

    What is left out is found out.
    """

    encoding: str | None = None
    columns: dict[str, str] = {}
    day_first: bool | None = None


class Story(Struct, frozen=True):
    """One input row of `code`; `text` is taken as it stands."""

    text: str
    id: str | int | None = None
    date: str | int | float | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    section: str | list[str] | None = None


def form_of(path: Path, form: Form) -> Form:
    """Give how the table in a file is written, as far as it can be found out before it is read.

    Raises UsageError if it is a .csv without a column for the text, or with several, InputError if it cannot be read.
    """
    if path.suffix == ".csv":
        form = msgspec.structs.replace(form, encoding=form.encoding or encoding_of(path))
        _check_header(path, header_of(path, form.encoding), form)
    return form if form.day_first is not None else msgspec.structs.replace(form, day_first=_day_first(path, form))


def _check_header(path: Path, header: list[str], form: Form) -> None:
    missing = [column for column in form.columns.values() if column not in header]
    if not header:
        return
    if missing:
        raise UsageError(f"{path}: no column {missing[0]!r}; there are {', '.join(header)}")
    try:
        found = fields_of(header, form.columns)
    except InputError as error:
        raise UsageError(f"{path}: {error}") from None
    if "text" not in found:
        raise UsageError(
            f"{path}: no column is known as the text; there are {', '.join(header)}: say which with --map text=COLUMN"
        )
    if twice := [column for column in found.values() if header.count(column) > 1]:
        raise UsageError(f"{path}: there are several columns {twice[0]!r}; give each a name of its own")


def fields_of(names: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """Give the column of each field of a story: the one that was `given`, of its own name, or of one like it.

    Raises InputError if several may be meant.
    """
    called: dict[str, list[str]] = {}
    names = list(names)
    for name in names:
        called.setdefault(" ".join(name.replace("_", " ").casefold().split()), []).append(name)
    found = {}
    for field, others in FIELDS.items():
        likely = called.get(field) or [name for other in others for name in called.get(other, ())]
        column = given.get(field) or (field if field in names else None)
        if column is None and len(likely) > 1:
            raise InputError(
                f"{' and '.join(map(repr, likely))} may each be the {field}; say which with --map {field}={likely[0]}"
            )
        if column or likely:
            found[field] = column or likely[0]
    return found


def document_of(row: bytes, where: str, form: Form) -> Document:
    """Make a Document of one row; its id is the row's own, or made of its content.

    Raises InputError, which names `where` the row stands.
    """
    try:
        held = cells(row)
        found = fields_of(held, form.columns)
        story = _story({field: held[column] for field, column in found.items() if column in held})
        published = day_of(story.date, form.day_first)
    except InputError as error:
        raise InputError(f"{where}: {error}") from error
    section = (story.section,) if isinstance(story.section, str) else tuple(story.section or ())
    given = "" if story.id is None else str(story.id)
    return Document(
        id=given or document_id(story.source, story.url, story.text), text=story.text, title=story.title,
        section=section, source=story.source, url=story.url, published=published,
        published_basis="given" if published else None,
    )  # fmt: skip


def _story(held: dict[str, Any]) -> Story:
    try:
        story = msgspec.convert(held, Story)
    except msgspec.ValidationError as error:
        raise InputError(f"{error}; a row needs a text, and may have an id and a date") from error
    if not story.text.strip():
        raise InputError("the text is empty; give the story's text")
    return story


def day_of(given: str | float | None, day_first: bool | None) -> str | None:
    """Give a row's date in EDTF; None for none. Beside EDTF there may be what pandas, GDELT and ICEWS write.

    (20240619, 20240619120000, 2024-06-19 00:00:00, milliseconds since 1970, 19/06/2024 or 06/19/2024.)
    Raises DateError for what is none, and for 05/06/2024 unless it is known whether the day leads.
    """
    words = "" if given is None else str(given).strip()
    if words.casefold() in EMPTY:
        return None
    if found := _MILLISECONDS.fullmatch(words):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(found[1]))
        return checked_date(moment.date().isoformat(), "date")
    if found := _PACKED.fullmatch(words) or _YEAR_FIRST.fullmatch(words):
        return checked_date(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}", "date")
    if found := _YEAR_LAST.fullmatch(words):
        return checked_date(_year_last(words, found, day_first), "date")
    return date_of_row(words)


def _year_last(words: str, found: re.Match[str], day_first: bool | None) -> str:
    one, other = int(found[1]), int(found[3])
    leads = True if found[2] == "." or one > 12 else False if other > 12 else day_first
    if leads is None and one != other:
        raise DateError(f"date: {words!r} may be two days, and no other row tells; say --dates dmy or --dates mdy")
    day, month = (one, other) if leads else (other, one)
    return f"{found[4]}-{month:02}-{day:02}"


def _day_first(path: Path, form: Form) -> bool | None:
    """Tell by the rows whose dates can be read in one way only whether the day leads; None if nothing or both tell."""
    told = set()
    for _, row in rows(path, form.encoding):
        if _MAY_BE_YEAR_LAST.search(row):
            try:
                held = cells(row)
                found = _YEAR_LAST.fullmatch(str(held.get(fields_of(held, form.columns).get("date", ""))).strip())
            except InputError:
                continue
            if found and found[2] != "." and (int(found[1]) > 12) != (int(found[3]) > 12):
                told.add(int(found[1]) > 12)
    return told.pop() if len(told) == 1 else None
