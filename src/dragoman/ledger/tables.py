"""Read a table that somebody else made (.csv or .csv.gz): its rows, and what is wrong with one."""

import csv
import gzip
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman.errors import TreatyError


def read_rows(path: Path, kinds: Sequence[tuple[str, ...]], refusal: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and cells of each row of a table that has all columns of one of the `kinds`.

    Raises TreatyError if it cannot be read, or with the words of `refusal` if it is of no such kind; `{missing}` in
    them stands for the columns that the first kind asks for and the table has not.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text)
            columns = set(reader.fieldnames or ())
            if not any(columns.issuperset(kind) for kind in kinds):
                missing = ", ".join(column for column in kinds[0] if column not in columns)
                raise TreatyError(f"{path}: {refusal.format(missing=missing)}")
            for row in reader:
                yield reader.line_num, row
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error) as error:
        raise TreatyError(f"{path}: cannot be read ({error}); give a .csv or .csv.gz in UTF-8") from error


def spell_fault(row: dict[str, str], *, open_end: bool = False) -> str | None:
    """Say what is wrong with `start` and `end` (ISO days) of a row; `open_end` allows for no end. None: nothing."""
    begin, end = row["start"] or "", row["end"] or ""
    try:
        backwards = not (open_end and not end) and date.fromisoformat(end) < date.fromisoformat(begin)
        date.fromisoformat(begin)
    except ValueError as error:
        return f"bad date ({error})"
    return f"ends {end} before it begins {begin}" if backwards else None
