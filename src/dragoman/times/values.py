"""TIMEX3 values: worked out from a day and a step, and turned into EDTF."""

import calendar
import re
from datetime import date, timedelta

from dragoman.model import when

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
"""TIMEX3 seasons and their EDTF codes."""
UNKNOWN_DAY = "XXXX-XX-XX"

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?.*")
_LENGTH = re.compile(r"P(\d{1,2})([DWMY])")
_PART_OF_YEAR = re.compile(r"(\d{4})-([QH])([1-4])")


def edtf(value: str) -> str | None:
    """Give the EDTF of a TIMEX3 date or time; a time gives its day, a week, quarter or half year its interval.

    None where the value names no stretch of the calendar (PRESENT_REF, a length, XXXX-06).
    """
    value = value.partition("T")[0] if value[:4].isdigit() else value
    if match := _WEEK.fullmatch(value):
        return _week(int(match[1]), int(match[2]), bool(match[3]))
    if match := _PART_OF_YEAR.fullmatch(value):
        width = 3 if match[2] == "Q" else 6
        year, last = int(match[1]), int(match[3]) * width
        if last > 12:
            return None
        return f"{year:04}-{last - width + 1:02}/{year:04}-{last:02}"
    if value[5:] in SEASONS:
        value = f"{value[:5]}{SEASONS[value[5:]]}"
    elif re.fullmatch(r"\d{2,3}", value):
        value = value.ljust(4, "X")
    try:
        when.parse(value)
    except when.EdtfError:
        return None
    return value


def _week(year: int, week: int, weekend: bool) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        first = monday + timedelta(5 if weekend else 0)
        return f"{first.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    except (ValueError, OverflowError):
        return None


def stepped(anchor: str | None, count: float, unit: str) -> str:
    """Give the TIMEX3 value `count` units from the EDTF `anchor`, as fine as the unit and the anchor allow.

    Where the anchor is missing or too coarse, X stands for what is not known.
    """
    if anchor is None:
        return {"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(unit, UNKNOWN_DAY)
    first, fine = when.bounds(anchor)[0], when.precision(anchor)
    try:
        return _stepped(first, fine, count, unit)
    except (ValueError, OverflowError):
        return "XXXX"


def _stepped(first: date, fine: str, count: float, unit: str) -> str:
    if unit in ("D", "N", "TH", "TM", "TS", "W", "2W", "WE"):
        return _days(first, fine, count, unit)
    if unit in ("M", "Q"):
        if fine in ("year", "decade", "century"):
            return f"{first.year:04}-XX"
        month = first.year * 12 + first.month - 1 + int(count * (3 if unit == "Q" else 1))
        date(month // 12, 1, 1)
        return f"{month // 12:04}-{month % 12 + 1:02}" if unit == "M" else f"{month // 12:04}-Q{month % 12 // 3 + 1}"
    per_unit = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000, "decade": 10, "century": 100}[unit]
    if unit in ("decade", "century"):
        return f"{date(first.year + int(count) * per_unit, 1, 1).year:04}"[: 3 if unit == "decade" else 2]
    year = (first.year * 12 + first.month - 1 + int(count * per_unit * 12)) // 12
    return f"{date(year, 1, 1).year:04}"


def _days(first: date, fine: str, count: float, unit: str) -> str:
    if fine not in ("day", "interval", "open"):
        return f"{first.year:04}-{first.month:02}-XX" if count == 0 and fine == "month" else f"{first.year:04}-XX-XX"
    width = {"W": 7, "2W": 14, "WE": 7, "D": 1, "N": 1}.get(unit, 0)
    day = first + timedelta(int(count * width))
    if width >= 7:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    return day.isoformat()


def weekday_near(base: date, weekday: int, step: int, strict: bool) -> date:
    """Give the nearest ISO `weekday` before (`step` -1) or after (+1) the base, or on it if not `strict`."""
    distance = (step * (weekday - base.isoweekday())) % 7
    return base + timedelta(step * (distance or (7 if strict else 0)))


def edge(edtf: str, from_end: bool, length: str) -> str | None:
    """Give the EDTF of a length (P1W) at the beginning or the end of the time `edtf`; None if it is an open one."""
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    first, last = when.bounds(edtf)
    count = int(match[1]) * {"D": 1, "W": 7}.get(match[2], 0)
    if count:
        days = timedelta(count - 1)
        return when.between(*((max(last - days, first), last) if from_end else (first, min(first + days, last))))
    months = int(match[1]) * (12 if match[2] == "Y" else 1)
    start, count = (
        (last.year * 12 + last.month - months, months) if from_end else (first.year * 12 + first.month - 1, months)
    )
    end = start + count - 1
    return when.between(
        max(date(start // 12, start % 12 + 1, 1), first),
        min(date(end // 12, end % 12 + 1, last_day(end // 12, end % 12 + 1)), last),
    )


def last_day(year: int, month: int) -> int:
    """Give the number of days in a month."""
    return calendar.monthrange(year, month)[1]
