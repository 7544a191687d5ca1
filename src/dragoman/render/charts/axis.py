"""A time axis: days go from left to right at an even pace, with years (or months) written below."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dragoman.relations.days import span
from dragoman.render.charts.svg import WIDTH, Shape, line, row, text

LEFT, RIGHT = 240.0, WIDTH - 14.0
"""Where the plot begins, right of the names of its rows, and where it ends."""

FOOT = 22.0
"""Room below the axis for its labels."""

MOST_TICKS = 12
YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
MONTHS = (1, 2, 3, 6)


class Tick(Struct, frozen=True):
    """A label on the axis."""

    at: float
    label: str


class Axis(Struct, frozen=True):
    """The days (ordinals) at the left and right end of the plot."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Give the place of a day, within the plot."""
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0)

    def drawn(self, foot: float) -> Iterator[Shape]:
        """Draw the axis at the height `foot`, with years, or months where it is short."""
        days = [(day, label) for day, label in self._days() if self.first <= day.toordinal()]
        return drawn_axis([Tick(self.at(day), label) for day, label in days], foot)

    def _days(self) -> Iterator[tuple[date, str]]:
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        months = (last.year - first.year) * 12 + last.month - first.month
        step = next((step for step in MONTHS if months / step <= MOST_TICKS), None)
        if step:
            for month in range(first.year * 12, last.year * 12 + last.month, step):
                name = calendar.month_abbr[month % 12 + 1]
                yield date(month // 12, month % 12 + 1, 1), name if month % 12 else str(month // 12)
            return
        years = next((step for step in YEARS if (last.year - first.year) / step <= MOST_TICKS), YEARS[-1])
        for year in range(first.year - first.year % years, last.year + 1, years):
            if year:
                yield date(year, 1, 1), str(year)


def axis_of(days: Sequence[date]) -> Axis:
    """Make an axis on which all `days` lie, with some room at both ends."""
    first, last = min(days).toordinal(), max(days).toordinal()
    room = max(20, round((last - first) * 0.03))
    return Axis(max(1, first - room), min(date.max.toordinal(), last + room))


def drawn_axis(ticks: Sequence[Tick], foot: float) -> Iterator[Shape]:
    """Draw an axis at the height `foot`, with its labels below it."""
    yield row("axis", LEFT, RIGHT, foot)
    for tick in ticks:
        yield line("axis", (tick.at, tick.at), (foot, foot + 4))
        yield text("date", tick.at, foot + 17, tick.label, anchor="middle")


def row_name(y: float, name: str, *, known: bool = True, title: str = "") -> Shape:
    """Name a row of the plot, left of it."""
    return text("name known" if known else "name", LEFT - 10, y, name, anchor="end", title=title)


def first_of(when: str | None) -> date | None:
    """Give the first day of a time; None for none."""
    days = span(when)
    return days[0] if days else None
