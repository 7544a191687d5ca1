"""The time line: every dated line of a brief on an axis by EDTF; a year is a bar, a month a shorter one, a day a dot.

The axis is compressed: n days take log(1 + n), so that a day of this week and a war of the last century both show,
and what lies within a year is still drawn within its bar. Long empty stretches are labelled with their length.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from dragoman.model.event import DONE
from dragoman.model.when import EdtfError, bounds, precision
from dragoman.render.charts import svg
from dragoman.render.charts.axis import Tick
from dragoman.render.charts.svg import WIDTH, Figure, Shape, shortened
from dragoman.render.sheet import SheetLine
from dragoman.render.words.dates import date_words
from dragoman.watch.words import counted

MARGIN = 14
LANE = 24
TOP = 26
FOOT = 34
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

Days = tuple[date, date]


class Item(Struct, frozen=True, kw_only=True):
    """A dated line as drawn: a dot or a bar from `left` to `right` in a lane, its label after or before it."""

    line: SheetLine
    left: float
    right: float
    lane: int = 0
    shape: str
    label: str
    after: bool = True

    @property
    def middle(self) -> float:
        """Give the height of the item's middle."""
        return TOP + self.lane * LANE + LANE / 2

    @property
    def reach(self) -> tuple[float, float]:
        """Give the left and right end of drawing and label together."""
        width = 6 + LETTER * sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in self.label)
        return (self.left, self.right + width) if self.after else (self.left - width, self.right)


class LogAxis:
    """Places days between the margins; monotone, so what lies within a stretch of time is drawn within it."""

    def __init__(self, stretches: Sequence[Days]) -> None:
        """Take the stretches of days that will be drawn, first and last day of each."""
        self.stretches = stretches
        self.marks = sorted({day for first, last in stretches for day in (first.toordinal(), last.toordinal() + 1)})
        steps = [math.log1p(after - before) for before, after in zip(self.marks, self.marks[1:], strict=False)]
        scale = (WIDTH - 2 * MARGIN - LONGER) / sum(steps)
        self.places = {self.marks[0]: float(MARGIN)}
        for before, after, step in zip(self.marks, self.marks[1:], steps, strict=False):
            self.places[after] = self.places[before] + step * scale

    def at(self, day: int) -> float:
        """Give the place of the morning of a day that is the first of a stretch, or that follows the last of one."""
        return self.places[day]

    def gaps(self) -> Iterator[Tick]:
        """Label the stretches in which nothing lies, by their length in years."""
        for before, after in zip(self.marks, self.marks[1:], strict=False):
            empty = not any(first.toordinal() <= before <= last.toordinal() for first, last in self.stretches)
            if empty and after - before > GAP_DAYS and self.at(after) - self.at(before) > 40:
                years = round((after - before) / 365.25)
                yield Tick((self.at(before) + self.at(after)) / 2, counted(years, "year"))


def timeline(lines: Sequence[SheetLine], published: str | None) -> Figure | None:
    """Draw the dated lines of a brief, and the date of its page (EDTF); None when they fall on fewer than two times."""
    dated = [(line, days) for line in lines if line.when and (days := _days(line.when))]
    if len({days for _, days in dated}) < 2:
        return None
    page = _days(published) if published else None
    axis = LogAxis([days for _, days in dated[:MOST]] + ([page] if page else []))
    items = placed(dated[:MOST], axis)
    foot = TOP + (1 + max(item.lane for item in items)) * LANE
    shapes = [
        *(_page_mark(axis.at(page[0].toordinal()), published, foot) if page and published else ()),
        *(svg.line("stem", (item.left, item.left), (item.middle, foot)) for item in items),
        svg.row("axis", 0, WIDTH, foot),
        *_labels(items, axis, foot),
        *map(_drawn, items),
    ]
    caption = _caption(len(lines) - len(dated), len(dated) - len(items))
    label = "Time line of the dated lines"
    return Figure(label=label, height=foot + FOOT, shapes=tuple(shapes), caption=caption)


def _days(when: str) -> Days | None:
    """Give the first and last day to draw; an open end is drawn as the end that is known."""
    try:
        first, last = bounds(when)
    except EdtfError:
        return None
    first, last = (last if first == date.min else first), (first if last == date.max else last)
    return (first, last) if last < date.max - timedelta(days=1) else None


def placed(dated: Sequence[tuple[SheetLine, Days]], axis: LogAxis) -> list[Item]:
    """Put each line into the first lane in which neither drawing nor label meets another."""
    places = [(line, axis.at(first.toordinal()), axis.at(last.toordinal() + 1)) for line, (first, last) in dated]
    items: list[Item] = []
    for line, start, end in sorted(places, key=lambda entry: (entry[1], entry[0].number)):
        item = _item(line, start, end)
        taken = {other.lane for other in items if _meet(item, other)}
        items.append(replace(item, lane=next(lane for lane in range(len(items) + 1) if lane not in taken)))
    return items


def _item(line: SheetLine, start: float, end: float) -> Item:
    assert line.when is not None
    fine, shape = precision(line.when), _shape(line.when)
    if shape == "until":
        start = max(0.0, end - LONGER)
    right = max(end if fine != "day" else 0.0, start + SHORTEST.get(fine, LONGER))
    label = shortened(BRACKETS.sub("", line.words), LABEL_LENGTH)
    item = Item(line=line, left=start, right=right, shape=shape, label=label)
    return item if item.reach[1] <= WIDTH else replace(item, after=False)


def _shape(when: str) -> str:
    """Choose a dot, a bar, or a bar that points where its end is open."""
    fine = precision(when)
    if fine == "open":
        return "since" if bounds(when)[1] == date.max else "until"
    return "dot" if fine == "day" else "bar"


def _meet(one: Item, other: Item) -> bool:
    return one.reach[0] < other.reach[1] + 8 and other.reach[0] < one.reach[1] + 8


def _page_mark(at: float, published: str, foot: float) -> Iterator[Shape]:
    """Mark the page's own date, if it is fine enough for a place."""
    if precision(published) in ("day", "month"):
        yield svg.line("page", (at, at), (16, foot))
        anchor: svg.Anchor = "end" if at > WIDTH / 2 else "start"
        yield svg.text("pagedate", min(at, WIDTH - 4), 11, f"page: {date_words(published)}", anchor=anchor)


def _labels(items: Sequence[Item], axis: LogAxis, foot: float) -> Iterator[Shape]:
    """Write the dates below the axis, and between them the lengths of long empty stretches."""
    ticks = _ticks(items)
    for gap in axis.gaps():
        if _has_room(gap, ticks):
            yield svg.text("gap", gap.at, foot + 18, gap.label, anchor="middle")
    for tick in ticks:
        yield svg.text("date", tick.at, foot + 18, tick.label)


def _ticks(items: Sequence[Item]) -> list[Tick]:
    """Label the dates on the axis from the right, for the news stands there; leave out those that have no room."""
    ticks: list[Tick] = []
    free = float(WIDTH)
    for item in sorted(items, key=lambda item: -item.left):
        label, width = item.line.date, LETTER * len(item.line.date)
        at = min(item.left, WIDTH - width)
        if at + width <= free:
            ticks.append(Tick(at, label))
            free = at - 10
    return ticks[::-1]


def _has_room(gap: Tick, ticks: Sequence[Tick]) -> bool:
    """Tell whether the label of a gap, which stands in the row of the dates, meets none of them."""
    half = LETTER * len(gap.label) / 2 + 8
    return all(gap.at + half < tick.at or tick.at + LETTER * len(tick.label) < gap.at - half for tick in ticks)


def _drawn(item: Item) -> Shape:
    line = item.line
    side: svg.Anchor = "start" if item.after else "end"
    label = svg.text("", item.right + 6 if item.after else item.left - 6, item.middle + 4, item.label, anchor=side)
    kind = f"item {line.status or 'stated'}{'' if line.status in {*DONE, None} else ' hollow'}"
    return svg.link(f"line-{line.number}", f"{line.date}: {line.words}", (_mark(item), label), kind=kind)


def _mark(item: Item) -> Shape:
    left, right, middle = item.left, item.right, item.middle
    if item.shape == "dot":
        return svg.circle("shape", left + DOT, middle, DOT - 0.8)
    if item.shape == "since":
        return svg.path("shape", "M", left, middle - 4, "H", right - 6, "l 6 4 l -6 4 H", left, "z")
    if item.shape == "until":
        return svg.path("shape", "M", right, middle - 4, "H", left + 6, "l -6 4 l 6 4 H", right, "z")
    return svg.rect("shape", left, middle - 4, right - left, 8, corner=1.5)


def _caption(undated: int, left_out: int) -> str:
    """Say how the drawing is read, and what is not in it."""
    said = ["A bar is as long as the date is vague; a dot is a day. Hollow: not done. The axis is compressed."]
    if undated:
        said.append(f"{counted(undated, 'line')} without a date {'is' if undated == 1 else 'are'} not drawn.")
    if left_out:
        said.append(f"{counted(left_out, 'more dated line')} left out for want of room.")
    return " ".join(said)
