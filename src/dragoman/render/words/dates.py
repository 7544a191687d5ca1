"""EDTF dates as people read them: `2024-06-18` is "18 June 2024", and a year stays a year."""

import calendar

from dragoman.model.when import EdtfError, Interval, Point, parse

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""EDTF season codes (ISO 8601-2:2019)."""


def date_words(edtf: str | None) -> str:
    """Give an EDTF date in words; the empty string for None, the string itself if it is not EDTF."""
    if not edtf:
        return ""
    try:
        when = parse(edtf)
    except EdtfError:
        return edtf
    return _point(when) if isinstance(when, Point) else _interval(when)


def _point(point: Point) -> str:
    words = _plain(point)
    if point.qualifier in ("~", "%"):
        words = f"about {words}"
    return f"{words} (uncertain)" if point.qualifier in ("?", "%") else words


def _plain(point: Point) -> str:
    if "X" in point.year:
        return point.year.replace("X", "0") + "s"
    year = str(int(point.year))
    return f"{_within(point)} {year}" if point.month is not None else year


def _within(point: Point) -> str:
    """Name the day and month, the month, or the season."""
    assert point.month is not None
    if point.month in SEASONS:
        return SEASONS[point.month]
    month = calendar.month_name[point.month]
    return f"{point.day} {month}" if point.day is not None else month


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, Point) and isinstance(end, Point):
        return _span(start, end)
    if isinstance(start, Point):
        return f"since {_point(start)}" if end == ".." else f"from {_point(start)}"
    assert isinstance(end, Point)
    return f"until {_point(end)}"


def _span(start: Point, end: Point) -> str:
    """Name both ends, and what they share only once: 18–19 June 2024."""
    if start == end:
        return _point(start)
    plain = not (start.qualifier or end.qualifier or "X" in start.year + end.year)
    if not plain or start.year != end.year or start.month is None or end.month is None:
        joint = "–" if start.month is None and end.month is None else " – "
        return f"{_point(start)}{joint}{_point(end)}"
    if start.month == end.month and start.day and end.day:
        return f"{start.day}–{_plain(end)}"
    joint = " – " if start.day or end.day else "–"
    return f"{_within(start)}{joint}{_plain(end)}"


def reported_words(published: str | None) -> str:
    """Say when a deed of no told time was reported: "reported 27 Nov"; empty unless the page has a day."""
    if not published:
        return ""
    try:
        when = parse(published)
    except EdtfError:
        return ""
    if isinstance(when, Point) and when.day is not None and when.month is not None and not when.qualifier:
        return f"reported {when.day} {calendar.month_abbr[when.month]}"
    return ""


def short_date(edtf: str) -> str:
    """Give the month and year of a time, as short as a label wants it."""
    if not edtf:
        return "no date"
    first, _, last = edtf.partition("/")
    year, month = first[:4], first[5:7]
    if last and last[:4] != year:
        return f"{year}–{last[:4]}"
    return f"{calendar.month_abbr[int(month)]} {year}" if month.isdigit() and int(month) <= 12 else year
