"""Infer a page's date from its text when nothing else gives it."""

import re
from typing import NamedTuple

from dragoman.model import when
from dragoman.model.time import Timex
from dragoman.times.grammar import TimeGrammar
from dragoman.times.hang import hang
from dragoman.times.tense import direction
from dragoman.times.words import Tokens
from dragoman.vocab import Vocabulary

SLACK = 5
"""Years. A page counted forward from an earlier date may lie so far behind the latest date it names, no farther."""

_YEARS = re.compile(r"P(\d+)Y")


def infer_published(text: str, times: list[Timex], vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Give the EDTF year in which `text` must be written, and how that was found; None if nothing forces one.

    `times` are what `find_times` found in it without a date. An interval that ends in the text's own time ("his second
    trip after 24 years") is counted from an earlier date. The latest date named forces nothing: of eleven years that it
    once gave eight were wrong (tried in November 2026).
    """
    tokens = vocabulary.made(TimeGrammar).lexicon.tokenize(text)
    dates = _dates(text, tokens, times)
    if not dates:
        return None
    latest = max(date.year for date in dates)
    return min((found for time in times if (found := _counted(tokens, time, times, dates, latest))), default=None)


class _Date(NamedTuple):
    """A past date that a text names, or that hangs on one; `end` is a character offset."""

    edtf: str
    words: str
    end: int

    @property
    def year(self) -> int:
        return when.bounds(self.edtf)[0].year


def _dates(text: str, tokens: Tokens, times: list[Timex]) -> list[_Date]:
    named = [
        _Date(time.edtf, time.text, time.end)
        for time in times
        if time.edtf and time.type == "DATE" and when.precision(time.edtf) in ("day", "month", "season", "year")
        if direction(tokens, tokens.place(time.start), tokens.place(time.end)) != "future"
    ]
    hung = [time for time in hang(text, times, tokens.vocabulary) if time.edtf and "/" not in time.edtf]
    return named + [_Date(time.edtf or "", time.text, time.end) for time in hung]


def _counted(
    tokens: Tokens, time: Timex, times: list[Timex], dates: list[_Date], latest: int
) -> tuple[str, str] | None:
    """Count an interval that ends now from the earliest date that brings it to the latest one or a little beyond.

    Of several dates in that year, the one nearest to the interval in the text is named, and of two there the longer.
    """
    match = _YEARS.fullmatch(time.value)
    if match is None or time.type != "DURATION" or not _ends_now(tokens, time, times):
        return None
    years = int(match[1])
    reached = [date for date in dates if latest <= date.year + years <= latest + SLACK]
    if not reached:
        return None
    date = min(reached, key=lambda date: (date.year, abs(date.end - time.start), -len(date.words)))
    return f"{date.year + years:04}", f"{years} years from {date.edtf} ({date.words})"


def _ends_now(tokens: Tokens, time: Timex, times: list[Timex]) -> bool:
    """Whether a length is one up to the text's own time: "after" or "in" before it, no date and no event behind it."""
    start, end, grammar = tokens.place(time.start), tokens.place(time.end), tokens.vocabulary.grammar
    before = [word.lower() for word in tokens.words[max(start - 10, 0) : start]]
    if not before:
        return False
    first_in = before[-1] in grammar["spans of a first"] and not grammar["first"].isdisjoint(before)
    if not (before[-1] in grammar["spans up to now"] or first_in):
        return False
    if end < len(tokens.words) and tokens.words[end].lower() in grammar["links to another time"]:
        return False
    first, last = tokens.sentence(start)
    inside = (other for other in times if tokens.starts[first] <= other.start < tokens.end(last - 1))
    return not any(other.edtf for other in inside)
