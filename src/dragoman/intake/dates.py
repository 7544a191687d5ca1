"""Read the date of a page off its date lines: strictly, and only where the day is not in doubt."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMES = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|" + "|".join(_MONTHS) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s?(?P<mark>[-./])\s?(?P<number>\d{{1,2}})\s?(?P=mark)\s?(?P<day>\d{{1,2}})(?=\b|T)(?!\.\d)",
        r"(?<!\w)(?P<year>(?:19|20)\d\d)년 ?(?P<number>\d{1,2})월 ?(?P<day>\d{1,2})일",
        rf"\b{_MONTH}\s?{_DAY},?\s{_YEAR}",
        rf"\b{_DAY}[\s-](?:of )?{_MONTH},?[\s-]{_YEAR}",
    )
)
_NUMERIC = re.compile(rf"(?<![\d.])(?P<a>\d{{1,2}})(?P<mark>[-./])(?P<b>\d{{1,2}})(?P=mark){_YEAR}")
_LABEL = re.compile(
    r"\b(?P<changed>(?:last )?(?:updated|modified|edited|revised|changed)(?: on| at)?|upd)\b"
    r"|\b(?:(?:first )?(?:published|posted|issued|released|uploaded|created|printed|input|filed|reported)(?: on| at)?"
    r"|publication date|pub date|pubdate|date)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?|T\d{2}:\S+"
    r"|\b(?:GMT|UTC|KST|JST|EST|EDT|ET|PST|PDT|CET|CEST|BST|IST|MSK|HKT|SGT)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:on|at)\b", re.IGNORECASE
)
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


def find_day(text: str) -> str | None:
    """Return the first full date in `text` as YYYY-MM-DD, or None.

    19/06/2024 and 06/19/2024 are read; 05/06/2024 may be May or June and is left alone.
    """
    found = [(match.start(), day) for form in _FORMS for match in form.finditer(text) if (day := _iso(match))]
    found += [(match.start(), day) for match in _NUMERIC.finditer(text) if (day := _unambiguous(match))]
    return min(found)[1] if found else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _NAMES[parts["month"][:3].lower()]
    return _day(int(parts["year"]), month, int(parts["day"]))


def _unambiguous(match: re.Match[str]) -> str | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


_BY = re.compile(r"\b[Bb]y (?:[A-Z][\w.'’-]* ?){1,4}")


def read_date_line(line: str) -> PageDate | None:
    """Read a line that is nothing but a date, with or without a label, a weekday, a time of day and the writer's name.

    "Published : 19 June 2024", "2024.06.19 19:52", "Last updated Wednesday, June 19, 2024 at 7:52 p.m." Returns None
    for any line that says more than that.
    """
    day = find_day(line)
    if day is None or len(line) > 160:
        return None
    rest = line
    for pattern in (*_FORMS, _NUMERIC, _CLOCK, _WEEKDAY, _LABEL, _BY):
        rest = pattern.sub(" ", rest)
    if len(re.findall(r"\w{2,}", rest)) > 0:
        return None
    label = _LABEL.search(line)
    if label is None:
        return PageDate(day, "plain")
    return PageDate(day, "changed" if label["changed"] else "published")


def read_byline_date(line: str) -> PageDate | None:
    """Read the date that stands behind the name in a byline: "By Anna Weber | June 19, 2024"."""
    day = find_day(line)
    return PageDate(day, "plain") if day else None


@dataclass(frozen=True)
class Dateline:
    """How an agency dispatch opens: its day, if the year is printed, and the agency in brackets."""

    day: str | None
    agency: str | None


def read_dateline(paragraph: str) -> Dateline | None:
    """Read "PYONGYANG, June 19, 2024 (KCNA) -- " at the start of a paragraph, or return None."""
    match = _DATELINE.match(paragraph)
    if match is None:
        return None
    if not re.search(_MONTH, match["date"], re.IGNORECASE):
        return None
    return Dateline(find_day(match["date"]), match["agency"])


def choose_day(dates: Iterable[PageDate]) -> str | None:
    """Choose the day the page appeared: a date labelled so, else a bare one, else the first day it was changed."""
    ordered = list(dates)
    for kind in ("published", "plain", "changed"):
        days = [date.day for date in ordered if date.kind == kind]
        if days:
            return days[0]
    return None
