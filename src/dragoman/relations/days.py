"""Dates of the record as days that can be ordered; what is no date is None."""

from datetime import date

from dragoman.model.when import EdtfError, bounds, precision


def span(when: str | None) -> tuple[date, date] | None:
    """Give the first and last day of an EDTF time; an open end is the end that is known; None for no time."""
    if when is None:
        return None
    try:
        first, last = bounds(when)
    except EdtfError:
        return None
    first, last = (last if first == date.min else first), (first if last == date.max else last)
    return None if first == date.max or last == date.min else (first, last)


def overlap(a: str | None, b: str | None) -> bool:
    """Tell whether two times may be the same; what has no date overlaps nothing."""
    one, other = span(a), span(b)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def is_coarse(when: str) -> bool:
    """Tell whether a time is no finer than a month."""
    found = span(when)
    return found is None or (found[1] - found[0]).days >= 27


def is_vague(when: str | None) -> bool:
    """Tell whether a time is coarser than a month, or none."""
    found = span(when)
    return found is None or (found[1] - found[0]).days > 30


def month_of(when: str | None) -> str | None:
    """Give the month ("2024-06") in which a time lies whole; None for what is coarser, or only about a month."""
    found = span(when)
    if when is None or found is None or (found[0].year, found[0].month) != (found[1].year, found[1].month):
        return None
    fine = precision(when)
    return None if fine == "open" or (fine == "month" and when[-1] in "~?%") else found[0].isoformat()[:7]


def not_after(when: str | None, until: str | None) -> bool:
    """Tell whether a time may have begun by the end of `until`; what has no date may."""
    found, limit = span(when), span(until)
    return found is None or limit is None or found[0] <= limit[1]
