"""A time axis: days go from left to right at an even pace, with years (or months) written below.

All measures are in the units of the drawing, which is WIDTH wide.
"""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dragoman.relations.days import span
from dragoman.render.timeline import WIDTH, Tick

LEFT, RIGHT = 216.0, WIDTH - 14.0
"""Where the plot begins, right of the names of its rows, and where it ends."""

LETTER = 6.4
"""Width of a letter, on the safe side for a sans serif at 11 units."""

MOST_TICKS = 12
YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
MONTHS = (1, 2, 3, 6)


class Axis(Struct, frozen=True):
    """The days (ordinals) at the left and right end of the plot."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Give the place of a day, within the plot."""
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0)

    def ticks(self) -> tuple[Tick, ...]:
        """Label years, or months where the axis is short."""
        return tuple(Tick(self.at(day), label) for day, label in self._days() if self.first <= day.toordinal())

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


def first_of(when: str | None) -> date | None:
    """Give the first day of a time; None for none."""
    days = span(when)
    return days[0] if days else None
