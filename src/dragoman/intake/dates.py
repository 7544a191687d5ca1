"""Read the date of a page off its date lines: strictly, and only where the day is not in doubt."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.vocab import Vocabulary

_FIGURES = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\b\s?(?P<mark>[-./])\s?(?P<number>\d{1,2})\s?(?P=mark)\s?(?P<day>\d{1,2})"
    r"(?=\b|T)(?!\.\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d.])(?P<a>\d{1,2})(?P<mark>[-./])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .,'’-]{2,40}?)(?:,? ?\([^)]{2,30}\))?,? (?P<date>(?:\d|[A-Z][a-z]{2})[^—–(]{3,22}?)"
    r"\s*(?:\((?P<agency>[^)]{2,40})\))?\s*(?:--|—|–|-)\s"
)

DateKind = Literal["published", "plain", "changed"]


@dataclass(frozen=True)
class PageDate:
    """A date on the page, YYYY-MM-DD, and what the line says it is."""

    day: str
    kind: DateKind


@dataclass(frozen=True)
class Dateline:
    """How an agency dispatch opens: its day, if the year is printed, and the agency in brackets."""

    day: str | None
    agency: str | None


class Dates:
    """Reads dates as a language writes them; `vocabulary.made(Dates)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: the names of the months, and what dates and date lines look like."""
        classes, self._looks = vocabulary.times.classes, vocabulary.intake.expressions
        names = classes["MONTHFULL"] | classes["MONTHABBR"]
        self._months = {name: int(number) for name, number in names.items()}
        written = ("date in Korean", "month, day, year", "day, month, year")
        self._forms = (_FIGURES, *(self._looks[name] for name in written))

    def find_day(self, text: str) -> str | None:
        """Return the first full date in `text` as YYYY-MM-DD, or None.

        19/06/2024 and 06/19/2024 are read; 05/06/2024 may be May or June and is left alone.
        """
        matches = (match for form in self._forms for match in form.finditer(text))
        found = [(match.start(), day) for match in matches if (day := self._iso(match))]
        found += [(match.start(), day) for match in _NUMERIC.finditer(text) if (day := _unambiguous(match))]
        return min(found)[1] if found else None

    def _iso(self, match: re.Match[str]) -> str | None:
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else self._months[parts["month"].lower()]
        return _day(int(parts["year"]), month, int(parts["day"]))

    def read_line(self, line: str) -> PageDate | None:
        """Read a line that is nothing but a date, with or without a label, a weekday, a time of day, the writer's name.

        "Published : 19 June 2024", "2024.06.19 19:52", "Last updated Wednesday, June 19, 2024 at 7:52 p.m." Returns
        None for any line that says more than that.
        """
        day = self.find_day(line)
        if day is None or len(line) > 160:
            return None
        rest = line
        beside = (self._looks[name] for name in ("clock", "weekday", "date label", "by whom"))
        for pattern in (*self._forms, _NUMERIC, *beside):
            rest = pattern.sub(" ", rest)
        if len(re.findall(r"\w{2,}", rest)) > 0:
            return None
        label = self._looks["date label"].search(line)
        if label is None:
            return PageDate(day, "plain")
        return PageDate(day, "changed" if label["changed"] else "published")

    def read_byline(self, line: str) -> PageDate | None:
        """Read the date that stands behind the name in a byline: "By Anna Weber | June 19, 2024"."""
        day = self.find_day(line)
        return PageDate(day, "plain") if day else None

    def read_dateline(self, paragraph: str) -> Dateline | None:
        """Read "PYONGYANG, June 19, 2024 (KCNA) -- " at the start of a paragraph, or return None."""
        match = _DATELINE.match(paragraph)
        if match is None or not self._looks["month"].search(match["date"]):
            return None
        return Dateline(self.find_day(match["date"]), match["agency"])


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _unambiguous(match: re.Match[str]) -> str | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def choose_day(dates: Iterable[PageDate]) -> str | None:
    """Choose the day the page appeared: a date labelled so, else a bare one, else the first day it was changed."""
    ordered = list(dates)
    for kind in ("published", "plain", "changed"):
        days = [date.day for date in ordered if date.kind == kind]
        if days:
            return days[0]
    return None
