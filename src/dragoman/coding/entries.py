"""Pages that tell hour by hour: each entry stands under a line that is nothing but its time, and is read by its day."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from dragoman.model.time import Timex
from dragoman.times import find_times
from dragoman.vocab import Vocabulary

FEWEST = 2
"""Lines that are nothing but a time of day make a page one of entries; a single one is the page's own."""

_NO_WORDS = re.compile(r"[\W\d]*(?:[A-Z]{2,4}\b\W*)?")
"""What may stand beside a time in its line: figures, signs, the letters of a time zone."""

Entry = tuple[int, str]
"""Where an entry begins, and its day (EDTF)."""


def entries_of(text: str, times: list[Timex]) -> tuple[Entry, ...]:
    """Give the entries of a page by the times that stand alone in their lines; none if it has fewer than FEWEST."""
    heads = [(time.start, time.edtf) for time in times if time.type == "TIME" and time.edtf and _alone(text, time)]
    return tuple(heads) if len(heads) >= FEWEST else ()


def _alone(text: str, time: Timex) -> bool:
    start, end = text.rfind("\n", 0, time.start) + 1, text.find("\n", time.end)
    rest = text[start : time.start] + text[time.end : end if end >= 0 else len(text)]
    return _NO_WORDS.fullmatch(rest) is not None


def times_of_entries(text: str, entries: tuple[Entry, ...], times: list[Timex], vocabulary: Vocabulary) -> list[Timex]:
    """Give the times of a page, those of each entry read by its own day; `times` are those read by the page's."""
    found = [time for time in times if time.start < entries[0][0]]
    for (start, day), (end, _) in pairwise((*entries, (len(text), ""))):
        found += [_moved(time, start) for time in find_times(text[start:end], day, vocabulary)]
    return found


def _moved(time: Timex, by: int) -> Timex:
    return replace(time, start=time.start + by, end=time.end + by)


def day_at(entries: tuple[Entry, ...], place: int, published: str | None) -> str | None:
    """Give the day by which what stands at a place is told: that of its entry, or the page's."""
    return next((day for start, day in reversed(entries) if start <= place), published)
