"""The run of cooperation and conflict: a bar up and a bar down for each month; what is not done as rings below."""

import calendar
import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from dragoman.relations.nouns import Month
from dragoman.render.axis import LEFT, RIGHT
from dragoman.render.dates import date_words
from dragoman.render.interactions import number_words
from dragoman.render.relations import wording
from dragoman.render.relations.sheet import RelationsSheet
from dragoman.render.timeline import Tick

TOP, HALF = 12.0, 74.0
"""Room above, and the height of the longest bar in either direction."""

WIDEST, NARROWEST = 22.0, 1.6
FEWEST = 24
"""Months that the axis has room for at the least, so that a single month is no wall."""

LONGEST, BREAK = 18, 4
"""An empty stretch of more months than LONGEST is left out: it takes the room of BREAK months and is labelled."""

ROOM = 34.0
"""Room that a label on the axis takes."""


class MonthBar(Struct, frozen=True):
    """A month: its bars in units of the drawing (0 for none), and a ring where something is told that is not done."""

    x: float
    width: float
    up: float
    down: float
    apart: bool
    line: int
    words: str
    apart_words: str


class Grid(Struct, frozen=True):
    """A line across with the sum that it stands for."""

    y: float
    label: str


class Bars(Struct, frozen=True):
    """The drawing; `rings` is the height of the row of rings, None if there is nothing but interactions."""

    bars: tuple[MonthBar, ...]
    grid: tuple[Grid, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Tick, ...]
    middle: float
    rings: float | None
    foot: float
    height: float


def bars(sheet: RelationsSheet) -> Bars | None:
    """Draw the months; None if there is none."""
    months = sheet.found.series.months
    if not months:
        return None
    places, slots = _slots([_index(month.month) for month in months])
    pace = (RIGHT - LEFT) / max(slots, FEWEST)
    most = _round_up(max(max(m.cooperation.sum, -m.conflict.sum) for m in months) or 1.0)
    width = min(WIDEST, max(NARROWEST, pace * 0.72))
    at = {index: LEFT + (place + 0.5) * pace for index, place in places.items()}
    drawn = tuple(_bar(sheet, month, at[_index(month.month)], width, most) for month in months)
    foot = TOP + 2 * HALF
    rings = foot + 14 if any(bar.apart for bar in drawn) else None
    bottom = (rings or foot) + 12
    return Bars(
        bars=drawn, grid=_grid(most), ticks=_ticks(at, pace), gaps=_gaps(at, pace), middle=TOP + HALF, rings=rings,
        foot=bottom, height=bottom + 22,
    )  # fmt: skip


def _index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _slots(months: Sequence[int]) -> tuple[dict[int, int], int]:
    """Give each month its place from the left, and how many places there are; a long empty stretch takes BREAK."""
    places, at = {months[0]: 0}, 0
    for before, month in pairwise(months):
        if month - before > LONGEST:
            at += BREAK
        else:
            places |= {empty: at + empty - before for empty in range(before + 1, month)}
            at += month - before
        places[month] = at
    return places, at + 1


def _ticks(at: dict[int, float], pace: float) -> tuple[Tick, ...]:
    """Label each January, and the first month behind a break; where there is room every third month too."""
    found: list[Tick] = []
    free = 0.0
    every = next(step for step in (1, 3, 12) if pace * step > ROOM or step == 12)
    for index, x in sorted(at.items()):
        heads = index % 12 == 0 or index - 1 not in at
        if (heads or (index % every == 0 and index % 12)) and x > free:
            year = f" {index // 12}" if heads and index % 12 else ""
            label = f"{calendar.month_abbr[index % 12 + 1]}{year}" if index % 12 else str(index // 12)
            found.append(Tick(x, label))
            free = x + (ROOM + 24 if year else ROOM)
    return tuple(found)


def _gaps(at: dict[int, float], pace: float) -> tuple[Tick, ...]:
    """Label the stretches that are left out, if there is room."""
    found = []
    for (before, x), (after, right) in pairwise(sorted(at.items())):
        months = after - before - 1
        if months:
            years = round(months / 12)
            found.append(Tick((x + right) / 2, f"{years} years" if years > 1 else f"{months} months"))
    return tuple(found)


def _round_up(most: float) -> float:
    """Give a round number that is not less: 1, 2, 3, 4, 6, 8, 10, 20 …"""
    unit = 10.0 ** math.floor(math.log10(most))
    return next(unit * step for step in (1, 2, 3, 4, 6, 8, 10) if unit * step >= most - 1e-9)


def _grid(most: float) -> tuple[Grid, ...]:
    middle = TOP + HALF
    return tuple(Grid(middle - HALF * share, number_words(most * share)) for share in (1, 0.5, 0, -0.5, -1))


def _bar(sheet: RelationsSheet, month: Month, x: float, width: float, most: float) -> MonthBar:
    up, down = HALF * month.cooperation.sum / most, HALF * -month.conflict.sum / most
    apart = f"{date_words(month.month)}: {wording.apart_words(month)}" if month.apart else ""
    words = f"{date_words(month.month)}: {wording.month_words(month)}"
    return MonthBar(x - width / 2, width, up, down, bool(month.apart), sheet.places["month", month.month], words, apart)
