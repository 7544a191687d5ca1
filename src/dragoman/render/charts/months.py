"""Cooperation and conflict: a bar up and a bar down for each month; what is not done as rings below."""

import calendar
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from dragoman.relations.nouns import Month
from dragoman.render.charts import svg
from dragoman.render.charts.axis import FOOT, LEFT, RIGHT, Tick, drawn_axis, row_name
from dragoman.render.charts.svg import Figure, Shape
from dragoman.render.sheet import Places
from dragoman.render.words.dates import date_words
from dragoman.render.words.relations import apart_words, month_words, number_words

TOP, HALF = 12.0, 74.0
"""Room above, and the height of the longest bar in either direction."""

MIDDLE = TOP + HALF
WIDEST, NARROWEST = 22.0, 1.6
FEWEST = 24
"""Months that the axis has room for at the least, so that a single month is no wall."""

LONGEST, BREAK = 18, 4
"""An empty stretch of more months than LONGEST is left out: it takes the room of BREAK months and is labelled."""

ROOM = 34.0
"""Room that a label on the axis takes."""

CAPTION = (
    "Sums of PLOVER intensities (−10 to +10) of what happened or goes on. Rings: told as planned, expected, possible, "
    "denied … and added to nothing. What is dated no finer than over a month is in none."
)


class MonthAxis(Struct, frozen=True):
    """The middle of each month (counted from the year 0) on the axis, and how far it is from one to the next."""

    at: dict[int, float]
    pace: float

    def ticks(self) -> Iterator[Tick]:
        """Label each January, and the first month behind a break; where there is room every third month too."""
        free = 0.0
        every = next(step for step in (1, 3, 12) if self.pace * step > ROOM or step == 12)
        for index, x in sorted(self.at.items()):
            year, month = divmod(index, 12)
            heads = not month or index - 1 not in self.at
            if (heads or index % every == 0) and x > free:
                named = f" {year}" if heads and month else ""
                yield Tick(x, f"{calendar.month_abbr[month + 1]}{named}" if month else str(year))
                free = x + (ROOM + 24 if named else ROOM)

    def gaps(self) -> Iterator[Tick]:
        """Label the stretches that are left out by their length."""
        for (before, x), (after, right) in pairwise(sorted(self.at.items())):
            if months := after - before - 1:
                years = round(months / 12)
                yield Tick((x + right) / 2, f"{years} years" if years > 1 else f"{months} months")


def months(found: Sequence[Month], places: Places) -> Figure | None:
    """Draw the months; None if there is none. `places` are the numbers of their lines: ("month", "2024-06")."""
    if not found:
        return None
    axis = _axis([_index(month) for month in found])
    most = _round_up(max(max(month.cooperation.sum, -month.conflict.sum) for month in found) or 1.0)
    width = min(WIDEST, max(NARROWEST, axis.pace * 0.72))
    rings = any(month.apart for month in found)
    rings_at = TOP + 2 * HALF + 14
    foot = (rings_at if rings else TOP + 2 * HALF) + 12
    shapes = [
        *_grid(most),
        *([row_name(rings_at + 4, "told, not done", known=False)] if rings else []),
        svg.row("axis", LEFT, RIGHT, MIDDLE),
        *drawn_axis(list(axis.ticks()), foot),
        *(shape for gap in axis.gaps() for shape in _gap(gap, foot)),
    ]
    for month in found:
        x, target = axis.at[_index(month)], f"line-{places['month', month.month]}"
        shapes.append(_bars(month, x - width / 2, width, HALF / most, target))
        if month.apart:
            ring = svg.circle("ring", x, rings_at, min(width / 2, 4))
            shapes.append(svg.link(target, f"{date_words(month.month)}: {apart_words(month)}", (ring,)))
    return Figure(
        heading="Cooperation and conflict by month", label="Cooperation and conflict by month", height=foot + FOOT,
        shapes=tuple(shapes), caption=CAPTION,
    )  # fmt: skip


def _index(month: Month) -> int:
    return int(month.month[:4]) * 12 + int(month.month[5:]) - 1


def _axis(indexes: Sequence[int]) -> MonthAxis:
    """Give each month its place from the left; a long empty stretch takes the room of BREAK months."""
    places, at = {indexes[0]: 0}, 0
    for before, index in pairwise(indexes):
        if index - before > LONGEST:
            at += BREAK
        else:
            places |= {empty: at + empty - before for empty in range(before + 1, index)}
            at += index - before
        places[index] = at
    pace = (RIGHT - LEFT) / max(at + 1, FEWEST)
    return MonthAxis({index: LEFT + (place + 0.5) * pace for index, place in places.items()}, pace)


def _round_up(most: float) -> float:
    """Give a round number that is not less: 1, 2, 3, 4, 6, 8, 10, 20 …"""
    unit = 10.0 ** math.floor(math.log10(most))
    return next(unit * step for step in (1, 2, 3, 4, 6, 8, 10) if unit * step >= most - 1e-9)


def _grid(most: float) -> Iterator[Shape]:
    """Draw lines across with the sums that they stand for."""
    for share in (1, 0.5, 0, -0.5, -1):
        y = MIDDLE - HALF * share
        yield svg.row("grid", LEFT, RIGHT, y)
        yield svg.text("date", LEFT - 10, y + 4, number_words(most * share), anchor="end")
    yield svg.text("name", 0, MIDDLE - 30, "cooperation")
    yield svg.text("name", 0, MIDDLE + 38, "conflict")


def _gap(gap: Tick, foot: float) -> Iterator[Shape]:
    """Cut the axis where months are left out, and say how many."""
    yield svg.rect("cut", gap.at - 9, foot - 4, 18, 8)
    yield svg.text("gap", gap.at, MIDDLE - 6, gap.label, anchor="middle")


def _bars(month: Month, left: float, width: float, scale: float, target: str) -> Shape:
    up, down = month.cooperation.sum * scale, -month.conflict.sum * scale
    bars = [svg.rect("up", left, MIDDLE - up, width, up)] if up else []
    bars += [svg.rect("down", left, MIDDLE, width, down)] if down else []
    return svg.link(target, f"{date_words(month.month)}: {month_words(month)}", bars)
