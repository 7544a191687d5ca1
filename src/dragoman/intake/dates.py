"""Read the date of a page off its date lines: strictly, and only where the day is not in doubt."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.vocab import Vocabulary
from dragoman.vocab.datelines import Datelines
from dragoman.vocab.word_search import either

_FIGURES = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\b\s?(?P<mark>[-./])\s?(?P<number>\d{1,2})\s?(?P=mark)\s?(?P<day>\d{1,2})"
    r"(?=\b|T)(?!\.\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d.])(?P<a>\d{1,2})(?P<mark>[-./])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b")
_YEAR = r"(?P<year>(?:19|20)\d\d)\b(?:\s?(?:года|год|г\.|року|р\.))?"
"""A year, and what Russian and Ukrainian set behind it."""
_FIELDS = re.compile(r"\s+[|·•/–—-]\s+|\s*\|\s*")
"""What parts the fields of a date line."""

FIELD_WORDS = 4
"""Words of a field that holds no date: the agency, the place, the section."""

LONGEST_LINE = 160
"""Characters. No date line is longer."""

DateKind = Literal["published", "plain", "changed"]
_KINDS: tuple[DateKind, ...] = get_args(DateKind)
"""The kinds of dates, the surest first."""


@dataclass(frozen=True)
class PageDate:
    """A date on the page, YYYY-MM-DD, and what the line says it is."""

    day: str
    kind: DateKind


@dataclass(frozen=True)
class Opening:
    """How an agency dispatch opens: its day, if the year is printed, and the agency in brackets."""

    day: str | None
    agency: str | None


class Dates:
    """Reads dates as a language writes them; `vocabulary.made(Dates)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: the names of the months, and what dates and date lines look like."""
        classes, self._looks = vocabulary.times.classes, vocabulary.intake.expressions
        names = classes["MONTHFULL"] | classes["MONTHABBR"]
        abroad = vocabulary.intake.months
        self._months = abroad | {name: int(number) for name, number in names.items()}
        written = ("date in East Asia", "month, day, year", "day, month, year")
        self._forms = (_FIGURES, *(self._looks[name] for name in written), _abroad(abroad))
        self._datelines = vocabulary.made(Datelines)

    def find_day(self, text: str) -> str | None:
        """Return the first full date in `text` as YYYY-MM-DD, or None.

        19/06/2024 and 06/19/2024 are read; 05/06/2024 may be May or June and is left alone.
        """
        text = _in_ascii_figures(text)
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

        "Published : 19 June 2024", "2024.06.19 19:52", "Last updated Wednesday, June 19, 2024 at 7:52 p.m.". Few other
        words may stand in fields of their own: "Agency | Muscat | Updated: 19-06-2024". Returns None for any line that
        says more than that.
        """
        line = _in_ascii_figures(line)
        fields = _FIELDS.split(line)
        if len(fields) == 1 or len(line) > LONGEST_LINE:
            return self._read_field(line)
        dates = [(field, self._read_field(field)) for field in fields]
        if any(date is None and len(field.split()) > FIELD_WORDS for field, date in dates):
            return self._read_field(line)
        return choose([date for _, date in dates if date]) or self._read_field(line)

    def _read_field(self, line: str) -> PageDate | None:
        day = self.find_day(line)
        if day is None or len(line) > LONGEST_LINE:
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
        return PageDate(day, "changed" if label["changed"] or label["changed_abroad"] else "published")

    def read_byline(self, line: str) -> PageDate | None:
        """Read the date that stands behind the name in a byline: "By Anna Weber | June 19, 2024"."""
        day = self.find_day(line)
        return PageDate(day, "plain") if day else None

    def read_dateline(self, paragraph: str) -> Opening | None:
        """Read "PYONGYANG, June 19, 2024 (KCNA) -- " at the start of a paragraph, or return None."""
        line = next(self._datelines.find(paragraph), None)
        if line is None or line.start > 0:
            return None
        return Opening(self.find_day(line.date or ""), line.agency)


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


def choose(dates: Sequence[PageDate]) -> PageDate | None:
    """Choose the date at which the page appeared: one labelled so, else a bare one, else the first of a change."""
    return min(dates, key=lambda date: _KINDS.index(date.kind), default=None)


def choose_day(dates: Iterable[PageDate]) -> str | None:
    """Choose the day the page appeared, YYYY-MM-DD, as `choose` does."""
    date = choose(list(dates))
    return date.day if date else None


def _abroad(months: dict[str, int]) -> re.Pattern[str]:
    """Give the form of a date in another language: "18 июня 2024 г.", "18 de junio de 2024"."""
    names = either(months)
    day = r"(?<!\w)(?P<day>\d{1,2})(?:er|\.|º)?"
    return re.compile(rf"(?i){day}\s(?:de )?(?P<month>{names})\.?,?\s(?:de )?{_YEAR}")


def _in_ascii_figures(text: str) -> str:
    """Write figures of other scripts in ASCII, one for one: ٢٠٢٤ is 2024."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(sign)) if unicodedata.category(sign) == "Nd" else sign for sign in text)
