"""Read tables, JSON lines or CSV, one row after the other: nothing that a row holds is lost in silence."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import msgspec

from dragoman.errors import InputError, UsageError

DELIMITERS = ",;\t|"

FAULT = "\0fault"
"""Key under which a row of a CSV file holds what is wrong with it."""

WESTERN = 0.1
"""Share of letters beyond ASCII over which a text in one byte a letter is in no Western language."""

PIECE = 1 << 20
_BEYOND, _DAMAGED = re.compile(r"[^\x00-\x7f]"), re.compile(r"[\udc80-\udcff]")
_UNUSED = re.compile(r"[\udc81\udc8d\udc8f\udc90\udc9d]")
"""Bytes that cp1252 has no letter for."""

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


def rows(path: Path, encoding: str | None = None) -> Iterator[tuple[int, bytes]]:
    """Give the rows of a .csv file, or of a file of JSON lines, as (line number, JSON); `cells` opens one.

    What separates the cells of a .csv is read off its first line. Without an `encoding` it is UTF-8 or what
    `encoding_of` finds. Raises InputError if the file cannot be read.
    """
    try:
        yield from _csv_rows(path, encoding) if path.suffix == ".csv" else _lines(path, encoding)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); mend the file or its rights") from error


def cells(row: bytes) -> dict[str, Any]:
    """Give what a row holds, by name. Raises InputError if it is no row, or was not read whole."""
    try:
        found = msgspec.json.decode(row, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{error}; write one object a line, in UTF-8") from error
    except RecursionError as error:
        raise InputError("lists or objects stand too deep in each other; write a plain object a line") from error
    if FAULT in found:
        raise InputError(found[FAULT])
    return found


def header_of(path: Path, encoding: str | None = None) -> list[str]:
    """Give the names of the columns of a .csv file; none for an empty one. Raises InputError if it cannot be read."""
    try:
        with _opened(path, encoding) as file:
            return _header(csv.reader(file, delimiter=_delimiter(file)))
    except (OSError, UnicodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({error}); mend the file or its rights") from error


def encoding_of(path: Path) -> str:
    """Give the encoding of a file: UTF-8, UTF-16 that says so, or else cp1252, which holds Latin-1.

    Single bytes that are damaged do not make UTF-8 another encoding. Raises InputError where it cannot be told.
    """
    size = beyond = damaged = unused = 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        file.seek(0)
        while piece := file.read(PIECE):
            size, text = size + len(piece), decoder.decode(piece)
            if not text.isascii():
                beyond, damaged = beyond + len(_BEYOND.findall(text)), damaged + len(_DAMAGED.findall(text))
                unused += len(_UNUSED.findall(text))
    if beyond - damaged >= damaged:
        return "utf-8-sig"
    if unused or damaged > size * WESTERN:
        raise InputError(f"{path}: is not in UTF-8; save it so, or say with --encoding what it is in")
    return "cp1252"


def _lines(path: Path, encoding: str | None) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        begin = file.read(2)
    if encoding or begin in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        with path.open(encoding=encoding or "utf-16", errors="surrogateescape", newline="\n") as text:
            for number, words in enumerate(text, 1):
                if words.strip():
                    yield number, words.strip("\r\n\ufeff").encode("utf-8", "surrogateescape")
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            bare = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if bare.strip():
                yield number, bare.rstrip(b"\r\n")


def _opened(path: Path, encoding: str | None) -> TextIO:
    return path.open(encoding=encoding or encoding_of(path), errors="surrogateescape", newline="")


def _delimiter(file: TextIO) -> str:
    """Give what separates the cells of a file: the sign that is most frequent in its first line, outside of quotes."""
    first = re.sub(r'"[^"]*"', "", next((line for line in islice(file, 100) if line.strip()), ""))
    file.seek(0)
    return max(DELIMITERS, key=first.count)


def _header(reader: Iterator[list[str]]) -> list[str]:
    return [name.strip("\ufeff \t") for name in next((row for row in reader if row), [])]


def _csv_rows(path: Path, encoding: str | None) -> Iterator[tuple[int, bytes]]:
    with _opened(path, encoding) as file:
        reader = csv.reader(file, delimiter=_delimiter(file), strict=True)
        names = _header(reader)
        while True:
            begin = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield begin, _faulty({}, f"is no row of a .csv ({error}); mend its quotation marks")
                continue
            if row:
                yield begin, _row(names, row)


def _row(names: list[str], row: list[str]) -> bytes:
    filled = {name: cell for name, cell in zip(names, row, strict=False) if name and cell}
    if any(row[len(names) :]):
        return _faulty(filled, f"has {len(row)} cells for {len(names)} columns; put text that holds a comma in quotes")
    try:
        return msgspec.json.encode(filled)
    except UnicodeEncodeError:
        return _faulty(filled, "holds bytes that are not UTF-8; mend them, or say with --encoding what the file is in")


def _faulty(filled: dict[str, str], fault: str) -> bytes:
    shown = {name: cell.encode("utf-8", "replace").decode() for name, cell in filled.items()}
    return msgspec.json.encode(shown | {FAULT: fault})
