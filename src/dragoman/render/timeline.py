"""The time line: every dated line of the brief on an axis by EDTF; a year is a bar, a month a shorter one, a day a dot.

The axis is compressed: n days take log(1 + n), so that a day of this week and a war of the last century both show,
and what lies within a year is still drawn within its bar. Long empty stretches are labelled with their length.
All measures are in the units of the drawing, which is WIDTH wide.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.model.when import EdtfError, bounds, precision
from dragoman.render.dates import date_words
from dragoman.render.parts import Brief, BriefLine

WIDTH = 960
MARGIN = 14
LANE = 24
TOP = 26
DOT = 5
LABEL_LENGTH = 46
"""Characters of a label; the whole sentence stands in the line it links to."""

BRACKETS = re.compile(r" \([^()]*\)")
LETTER = 6.6
"""Width of a letter of a label, on the safe side for a sans serif at 12 units."""

SHORTEST = {"day": 2.0 * DOT, "month": 14.0, "season": 20.0}
"""Shortest drawing by precision; anything coarser is at least LONGER wide."""

LONGER = 26.0
GAP_DAYS = 540
"""An empty stretch longer than this is labelled."""

MOST = 60
"""Lines drawn at most, in the order of the brief; how many more there are is said below the drawing."""


class Item(Struct, frozen=True, kw_only=True):
    """A dated line as drawn: a dot or a bar from `left` to `right` in a lane, its label beside it."""

    line: BriefLine
    left: float
    right: float
    lane: int
    shape: str
    hollow: bool
    label: str
    label_at: float
    label_side: str

    @property
    def middle(self) -> float:
        """Give the height of the item's middle."""
        return TOP + self.lane * LANE + LANE / 2

    @property
    def reach(self) -> tuple[float, float]:
        """Give the left and right end of drawing and label together."""
        return _reach(self.left, self.right, self.label, self.label_side)


class Tick(Struct, frozen=True):
    """A label on the axis."""

    at: float
    label: str


class Timeline(Struct, frozen=True):
    """The drawing: items, ticks, the lengths of empty stretches, where the page's own date stands, and the height.

    `undated` lines have no date to draw, `left_out` lines have one and no room.
    """

    items: tuple[Item, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Tick, ...]
    page: Tick | None
    height: float
    undated: int
    left_out: int


class LogAxis:
    """Places days between the margins; monotone, so what lies within a stretch of time is drawn within it."""

    def __init__(self, stretches: Sequence[tuple[date, date]]) -> None:
        """Take the stretches of days that will be drawn, first and last day of each."""
        self.marks = sorted({day for first, last in stretches for day in (first.toordinal(), last.toordinal() + 1)})
        steps = [math.log1p(after - before) for before, after in zip(self.marks, self.marks[1:], strict=False)]
        scale = (WIDTH - 2 * MARGIN - LONGER) / sum(steps)
        self.places = [float(MARGIN)]
        for step in steps:
            self.places.append(self.places[-1] + step * scale)

    def at(self, day: int) -> float:
        """Give the place of the morning of a day that is the first of a stretch, or that follows the last of one."""
        return self.places[self.marks.index(day)]

    def gaps(self, stretches: Sequence[tuple[date, date]]) -> list[Tick]:
        """Label the stretches in which nothing lies, by their length in years."""
        found = []
        for before, after in zip(self.marks, self.marks[1:], strict=False):
            empty = not any(first.toordinal() <= before <= last.toordinal() for first, last in stretches)
            if empty and after - before > GAP_DAYS and self.at(after) - self.at(before) > 40:
                years = round((after - before) / 365.25)
                found.append(Tick((self.at(before) + self.at(after)) / 2, f"{years} year{'s' if years != 1 else ''}"))
        return found


def timeline(brief: Brief) -> Timeline | None:
    """Draw the dated lines of a brief; None when fewer than two can be drawn."""
    dated = [(line, span) for line in brief.lines() if line.when and (span := _span(line.when))]
    if len(dated) < 2:
        return None
    lines = dated[:MOST]
    page_span = _span(brief.document.published) if brief.document.published else None
    spans = [span for _, span in lines] + ([page_span] if page_span else [])
    axis = LogAxis(spans)
    items = _placed([(line, axis.at(span[0].toordinal()), axis.at(span[1].toordinal() + 1)) for line, span in lines])
    ticks = _ticks(items)
    lanes = 1 + max(item.lane for item in items)
    return Timeline(
        items=tuple(items),
        ticks=ticks,
        gaps=tuple(gap for gap in axis.gaps(spans) if _has_room(gap, ticks)),
        page=_page_mark(axis, page_span, brief),
        height=TOP + lanes * LANE + 34,
        undated=len(brief.lines()) - len(dated),
        left_out=len(dated) - len(lines),
    )


def _span(when: str) -> tuple[date, date] | None:
    """Give the first and last day to draw; an open end is drawn as the end that is known."""
    try:
        first, last = bounds(when)
    except EdtfError:
        return None
    first, last = (last if first == date.min else first), (first if last == date.max else last)
    return (first, last) if last < date.max - timedelta(days=1) else None


def _placed(lines: Sequence[tuple[BriefLine, float, float]]) -> list[Item]:
    """Put each line into the first lane in which neither drawing nor label meets another."""
    items: list[Item] = []
    for line, start, end in sorted(lines, key=lambda entry: (entry[1], entry[0].number)):
        assert line.when is not None
        fine, shape = precision(line.when), _shape(line.when)
        if shape == "until":
            start = max(0.0, end - LONGER)
        right = max(end if fine != "day" else 0.0, start + SHORTEST.get(fine, LONGER))
        label = _label(line.words)
        side = "start" if _reach(start, right, label, "start")[1] <= WIDTH else "end"
        reach = _reach(start, right, label, side)
        lane = _free_lane(items, reach)
        items.append(
            Item(
                line=line, left=start, right=right, lane=lane, shape=shape,
                hollow=line.status not in {*DONE, None},
                label=label, label_at=right + 6 if side == "start" else start - 6, label_side=side,
            )
        )  # fmt: skip
    return items


def _shape(when: str) -> str:
    """Choose a dot, a bar, or a bar that points where its end is open."""
    fine = precision(when)
    if fine == "open":
        return "since" if bounds(when)[1] == date.max else "until"
    return "dot" if fine == "day" else "bar"


def _reach(left: float, right: float, label: str, side: str) -> tuple[float, float]:
    width = 6 + LETTER * sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in label)
    return (left, right + width) if side == "start" else (left - width, right)


def _free_lane(items: Sequence[Item], reach: tuple[float, float]) -> int:
    taken = {item.lane for item in items if item.reach[0] < reach[1] + 8 and reach[0] < item.reach[1] + 8}
    return next(lane for lane in range(len(items) + 1) if lane not in taken)


def _label(words: str) -> str:
    """Shorten a sentence: without what stands in brackets, and cut."""
    words = BRACKETS.sub("", words)
    return words if len(words) <= LABEL_LENGTH else words[: LABEL_LENGTH - 1].rstrip() + "…"


def _ticks(items: Sequence[Item]) -> tuple[Tick, ...]:
    """Label the dates on the axis from the right, for the news stands there; leave out those that have no room."""
    ticks: list[Tick] = []
    free = float(WIDTH)
    for item in sorted(items, key=lambda item: -item.left):
        label, width = item.line.date, LETTER * len(item.line.date)
        at = min(item.left, WIDTH - width)
        if at + width <= free:
            ticks.append(Tick(at, label))
            free = at - 10
    return tuple(reversed(ticks))


def _has_room(gap: Tick, ticks: Sequence[Tick]) -> bool:
    """Tell whether the label of a gap, which stands in the row of the dates, meets none of them."""
    half = LETTER * len(gap.label) / 2 + 8
    return all(gap.at + half < tick.at or tick.at + LETTER * len(tick.label) < gap.at - half for tick in ticks)


def _page_mark(axis: LogAxis, span: tuple[date, date] | None, brief: Brief) -> Tick | None:
    published = brief.document.published
    if span is None or published is None or precision(published) not in ("day", "month"):
        return None
    return Tick(axis.at(span[0].toordinal()), f"page: {date_words(published)}")
