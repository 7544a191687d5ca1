"""When something was: EDTF strings, what days they cover, how they are ordered and moved.

EDTF is the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, edtf specification, levels 0 and 1).
Read here: `2024-06-18`, `2024-06`, `2024`, `199X`, `19XX`, `2024-XX`, `2024-06-XX`, seasons `2024-21` to `2024-24`,
intervals `2024-06-18/2024-06-19`, open and unknown ends (`1961/..`, `../1996`, `1961/`), and `~`, `?`, `%` behind
any of them. Times of day are left to TIMEX3.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from dragoman.errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "open"]
Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

SPRING, WINTER = 21, 24
"""First and last EDTF season code. Northern seasons by whole months: spring is March to May,
winter December to the February of the next year (EDTF leaves the months open)."""

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[~?%]?)",
    re.ASCII,  # other scripts have digits too, and EDTF is written in these
)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class EdtfError(DateError):
    """A string is not EDTF as read here; names the string."""


class Point(Struct, frozen=True):
    """One EDTF date. `year` may end in X; `month` is 1-12 or a season 21-24; None where absent or `XX`.

    `unspecified` counts the trailing `XX` fields (`2024-06-XX` has one), so that printing gives back what was read.
    """

    year: str
    month: int | None = None
    day: int | None = None
    qualifier: str = ""
    unspecified: int = 0

    def __str__(self) -> str:
        """Print as EDTF."""
        fields = [self.year, *(f"{field:02}" for field in (self.month, self.day) if field is not None)]
        return "-".join(fields + ["XX"] * self.unspecified) + self.qualifier

    @property
    def precision(self) -> Precision:
        """How fine the date is."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month" if self.month <= 12 else "season"
        return {0: "year", 1: "decade", 2: "century"}[self.year.count("X")]  # type: ignore[return-value]

    def bounds(self) -> tuple[date, date]:
        """Give the first and last day."""
        first, last = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        if self.month is None:
            return date(max(first, 1), 1, 1), date(last, 12, 31)
        if self.month > 12:
            return _season_bounds(first, self.month)
        if self.day is None:
            return date(first, self.month, 1), date(first, self.month, calendar.monthrange(first, self.month)[1])
        return date(first, self.month, self.day), date(first, self.month, self.day)


class Interval(Struct, frozen=True):
    """An EDTF interval. An end is a Point, `..` (open) or the empty string (unknown)."""

    start: Point | str
    end: Point | str

    def __str__(self) -> str:
        """Print as EDTF."""
        return f"{self.start}/{self.end}"

    def bounds(self) -> tuple[date, date]:
        """Give the first and last day; an open or unknown end reaches as far as dates do."""
        first = self.start.bounds()[0] if isinstance(self.start, Point) else date.min
        last = self.end.bounds()[1] if isinstance(self.end, Point) else date.max
        return first, last


def _season_bounds(year: int, season: int) -> tuple[date, date]:
    month = 3 * (season - SPRING) + 3
    if season < WINTER:
        return date(year, month, 1), date(year, month + 2, calendar.monthrange(year, month + 2)[1])
    if year == date.max.year:
        return date(year, 12, 1), date.max
    return date(year, 12, 1), date(year + 1, 2, calendar.monthrange(year + 1, 2)[1])


@lru_cache(maxsize=8192)
def parse(edtf: str) -> Point | Interval:
    """Read an EDTF string; raises EdtfError if it is not one, names a day that is not, or runs backwards."""
    start, slash, end = edtf.partition("/")
    try:
        if not slash:
            return _point(start)
        interval = Interval(start if start in ("", "..") else _point(start), end if end in ("", "..") else _point(end))
        first, last = interval.bounds()
    except ValueError as error:
        raise EdtfError(f"not an EDTF date: {edtf!r} ({error}); write 2024-06-18, 2024-06 or 1961/1996") from None
    if first > last or (isinstance(interval.start, str) and isinstance(interval.end, str)):
        raise EdtfError(f"not an EDTF interval: {edtf!r} runs backwards or has no end; put the earlier date first")
    return interval


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"cannot read {text!r}")
    fields = [match["month"], match["day"]]
    month, day = (int(field) if field and field != "XX" else None for field in fields)
    if ("X" in match["year"] and fields[0]) or (month is None and day is not None):
        raise ValueError("X may only stand at the end")
    if month is not None and not (1 <= month <= 12 or (SPRING <= month <= WINTER and fields[1] is None)):
        raise ValueError(f"there is no month {month}")
    point = Point(match["year"], month, day, match["qualifier"], fields.count("XX"))
    point.bounds()
    return point


def bounds(edtf: str) -> tuple[date, date]:
    """Give the first and last day of `edtf`; an open end gives `date.min` or `date.max`."""
    return parse(edtf).bounds()


def precision(edtf: str) -> Precision:
    """Say how fine `edtf` is; an interval is `interval`, or `open` if an end is open or unknown."""
    when = parse(edtf)
    if isinstance(when, Point):
        return when.precision
    return "interval" if isinstance(when.start, Point) and isinstance(when.end, Point) else "open"


def refines(a: str, b: str) -> bool:
    """Tell whether `a` is `b` or lies within it: `2000-07-19` refines `2000-07`, which refines `2000`."""
    (first, last), (begin, finish) = bounds(a), bounds(b)
    return begin <= first and last <= finish


def order_key(edtf: str) -> tuple[int, int]:
    """Give a key that sorts times by their first day, then by their last; proleptic Gregorian ordinals."""
    first, last = bounds(edtf)
    return first.toordinal(), last.toordinal()


def between(first: date, last: date) -> str:
    """Give the EDTF of the days from `first` to `last`: a day, a month, a year or an interval."""
    for point in (Point(f"{first.year:04}"), Point(f"{first.year:04}", first.month)):
        if point.bounds() == (first, last):
            return str(point)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def shift(edtf: str, days: int) -> str:
    """Move `edtf` by a number of days. What is coarser than a day becomes the interval of the moved days.

    Raises EdtfError if it would leave the years 1 to 9999; an open end stays open.
    """
    when = parse(edtf)
    try:
        if isinstance(when, Interval):
            start = when.start if isinstance(when.start, str) else _moved(when.start.bounds()[0], days, when.start)
            end = when.end if isinstance(when.end, str) else _moved(when.end.bounds()[1], days, when.end)
            return f"{start}/{end}"
        first, last = (_moved(day, days, when) for day in when.bounds())
    except OverflowError:
        raise EdtfError(f"cannot move {edtf!r} by {days} days: it would leave the years 1 to 9999") from None
    return first if first == last else f"{first}/{last}"


def _moved(day: date, days: int, point: Point) -> str:
    return (day + timedelta(days)).isoformat() + point.qualifier


def step(edtf: str, count: int, unit: Unit) -> str:
    """Go `count` units on (or back, if negative) from `edtf` by the calendar.

    The result is no finer than `edtf` and no finer than the unit: two months after `2000-05-07` is `2000-07`.
    An interval is stepped from its first day. Raises EdtfError if it would leave the years 1 to 9999.
    """
    first, _ = bounds(edtf)
    held = precision(edtf)
    try:
        if unit in ("day", "week"):
            return _step_days(edtf, held, first, count * (7 if unit == "week" else 1))
        months = first.year * 12 + first.month - 1 + count * _MONTHS[unit]
        year, month = months // 12, months % 12 + 1
        date(year, month, 1)
    except (OverflowError, ValueError):
        raise EdtfError(f"cannot go {count} {unit}s from {edtf!r}: it would leave the years 1 to 9999") from None
    if unit in ("decade", "century") or held == "decade":
        return f"{year // 10:03}X" if unit != "century" and held == "decade" else f"{year:04}"
    return f"{year:04}" if unit == "year" or held in ("year", "century") else f"{year:04}-{month:02}"


def _step_days(edtf: str, held: Precision, first: date, days: int) -> str:
    if held == "day" or abs(days) >= 28:
        moved = (first + timedelta(days)).isoformat()
        return moved if held in ("day", "interval") else moved[:7] if held == "month" else moved[:4]
    # A few days from a month or a year not known to the day: it is still about then.
    return f"{first.isoformat()[:7] if held == 'month' else first.isoformat()[:4]}~"
