"""A precedent as two lanes: the course here above, the other below, step under step, and what came next.

Columns are places of the alignment, not times; how long it was from one step to the next is written between them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Literal

from msgspec import Struct

from dragoman.precedents.nouns import Course, Precedent, Step
from dragoman.relations.days import span
from dragoman.render.charts import svg
from dragoman.render.charts.svg import WIDTH, Figure, Shape, shortened
from dragoman.render.words import precedents as words
from dragoman.render.words.dates import short_date
from dragoman.render.words.names import label_name
from dragoman.vocab import Vocabulary

LEFT, RIGHT = 124.0, WIDTH - 6.0
"""Where the columns begin, right of the names of the lanes, and where they end."""

PER_BAND = 10
"""Columns in a row of the drawing; more go on in another row below."""

WIDEST = 104.0
UPPER, LOWER, BAND = 62.0, 116.0, 184.0
"""Heights of the two lanes, and of a row."""

ROOM = 60.0
"""A column as wide as this has room for the time between two steps."""

MOST_NAME = 27
"""Letters of a lane's name."""

MOST_COLUMNS = 30
"""Columns of the stretch that are drawn, the last ones."""

LEAST_NEXT = 3
"""Columns of what came next that are worth beginning in a row."""

MOST_AHEAD = 2
"""Columns kept free for what is told as coming, however much has followed."""

MOST_BETWEEN = 2
"""Steps without a partner drawn between two pairs; more of them are a number."""


class Mark(Struct, frozen=True):
    """A step as drawn, or several that are only counted. `paired` marks are full, `coming` ones dashed."""

    steps: tuple[Step, ...]
    paired: bool = False
    coming: bool = False

    @property
    def only(self) -> Step | None:
        """The step, if it is only one."""
        return self.steps[0] if len(self.steps) == 1 else None


class Column(Struct, frozen=True):
    """What stands above each other: the mark here and the mark there."""

    kind: Literal["same", "alike", "lone", "next"]
    here: Mark | None
    there: Mark | None


def columns_of(found: Precedent, here: Course, next_steps: int) -> tuple[list[Column], int]:
    """Give the columns to draw, with at most `next_steps` of what came next, and how many are left out before them."""
    stretch = list(_stretch(found, here))
    drawn = stretch[-MOST_COLUMNS:]
    return [*drawn, *_next(found, here, _room(len(drawn), next_steps))], len(stretch) - len(drawn)


def _stretch(found: Precedent, here: Course) -> Iterator[Column]:
    """Give the columns of the stretch: pairs, and between them the steps without a partner, side by side."""
    ours, theirs = here.steps, found.course.steps
    for before, pair in zip([None, *found.pairs], found.pairs, strict=False):
        if before:
            above = _cut(ours[before.here + 1 : pair.here], MOST_BETWEEN)
            yield from _columns("lone", above, _cut(theirs[before.there + 1 : pair.there], MOST_BETWEEN))
        kind: Literal["same", "alike"] = "same" if pair.same else "alike"
        yield Column(kind, Mark((ours[pair.here],), paired=True), Mark((theirs[pair.there],), paired=True))


def _room(columns: int, next_steps: int) -> int:
    """Give how many columns of what came next are drawn: what is left of the row, or a new row if that is little."""
    left = -columns % PER_BAND
    return min(left, next_steps) if left >= LEAST_NEXT else next_steps


def _next(found: Precedent, here: Course, most: int) -> Iterator[Column]:
    """Give the columns of what came next there, above it what has followed here and what is told as coming."""
    above = _cut([here.steps[n] for n in found.after_here], most - min(len(here.ahead), MOST_AHEAD))
    above += [Mark((step,), coming=True) for step in here.ahead][: most - len(above)]
    yield from _columns("next", above, _cut([found.course.steps[n] for n in found.after_there], most))


def _columns(kind: Literal["lone", "next"], above: Sequence[Mark], below: Sequence[Mark]) -> Iterator[Column]:
    return (Column(kind, here, there) for here, there in zip_longest(above, below))


def _cut(steps: Sequence[Step], most: int) -> list[Mark]:
    """Give the first steps as marks, and one that counts the rest."""
    if len(steps) <= most:
        return [Mark((step,)) for step in steps]
    return [*(Mark((step,)) for step in steps[: most - 1]), Mark(tuple(steps[most - 1 :]))]


def lanes(columns: Sequence[Column], cut: int, here: Course, there: Course, vocabulary: Vocabulary) -> Figure:
    """Draw two courses step under step, in rows of PER_BAND columns; `cut` columns before them are not drawn."""
    width = min(WIDEST, (RIGHT - LEFT) / min(len(columns), PER_BAND))
    bands = [columns[start : start + PER_BAND] for start in range(0, len(columns), PER_BAND)]
    shapes = [
        svg.group(_band(Band(band, width), here, there, vocabulary), down=BAND * n) for n, band in enumerate(bands)
    ]
    a, b = _names(here, vocabulary)
    label = f"{a} {b} held against {words.title(there, vocabulary)}, step by step"
    caption = f"The first {cut} columns of the stretch are not drawn." if cut else ""
    return Figure(label=label, height=BAND * len(bands), shapes=tuple(shapes), caption=caption, kind="lanes")


def _names(course: Course, vocabulary: Vocabulary) -> tuple[str, str]:
    """Name the two states on two lines."""
    return f"{label_name(course.a, vocabulary)} and", label_name(course.b, vocabulary)


class Band(Struct, frozen=True):
    """A row of the drawing: its columns, and how wide each is."""

    columns: Sequence[Column]
    width: float

    @property
    def right(self) -> float:
        """Where its last column ends."""
        return LEFT + len(self.columns) * self.width

    def x(self, at: int) -> float:
        """Give the middle of a column."""
        return LEFT + (at + 0.5) * self.width

    def lane(self, y: float) -> list[tuple[float, Mark]]:
        """Give the marks of the upper or lower lane with their places."""
        marks = [column.here if y == UPPER else column.there for column in self.columns]
        return [(self.x(at), mark) for at, mark in enumerate(marks) if mark]


def _band(band: Band, here: Course, there: Course, vocabulary: Vocabulary) -> Iterator[Shape]:
    yield from _beyond(band)
    for y, name, course in ((UPPER, "here", here), (LOWER, "there", there)):
        yield svg.text("lane", 0, y - 11, name)
        for n, state in enumerate(_names(course, vocabulary)):
            yield svg.text("lanename", 0, y + 3 + 12 * n, shortened(state, MOST_NAME))
        yield svg.row("row", LEFT, band.right, y)
    for at, column in enumerate(band.columns):
        if column.kind in ("same", "alike"):
            kind = "link" if column.kind == "same" else "link alike"
            yield svg.line(kind, (band.x(at), band.x(at)), (UPPER, LOWER))
    for y in (UPPER, LOWER):
        yield from _gaps(band.lane(y), y)
    for at, column in enumerate(band.columns):
        for y, mark in ((UPPER, column.here), (LOWER, column.there)):
            if mark:
                yield _mark(mark, band.x(at), y, vocabulary)


def _beyond(band: Band) -> Iterator[Shape]:
    """Shade what came next, if that begins in this row."""
    following = [at for at, column in enumerate(band.columns) if column.kind == "next"]
    if following:
        left = band.x(following[0]) - band.width / 2
        yield svg.rect("beyond", left, 4, band.right - left, BAND - 10)
        yield svg.text("nexthead", left + 6, (UPPER + LOWER) / 2 + 3.5, "what came next")


def _gaps(marks: Sequence[tuple[float, Mark]], y: float) -> Iterator[Shape]:
    """Say how long it was between two marks of a lane that stand far enough apart; not where one counts several."""
    for (left, one), (right, other) in pairwise(marks):
        before, after = (span(mark.only.when) if mark.only else None for mark in (one, other))
        if before and after and after[0] > before[0] and right - left >= ROOM:
            days = (after[0] - before[0]).days
            yield svg.text("gap", (left + right) / 2, y + 3, words.span_words(days), anchor="middle")


def _mark(mark: Mark, x: float, y: float, vocabulary: Vocabulary) -> Shape:
    """Draw a step, its kind, who acts and when; what is here leads to its first citation."""
    up, step = y == UPPER, mark.only
    title = "; ".join(words.dated_step_words(step, vocabulary, coming=mark.coming) for step in mark.steps)
    if step is None:
        return svg.link("", title, [svg.text("more", x, y + 4, f"+{len(mark.steps)}", anchor="middle")])
    paired = " paired" if mark.paired else ""
    tone = vocabulary.courses.kinds[step.kind].tone
    who = label_name(step.by, vocabulary) if step.by else ""
    target = f"s{step.citations[0]}" if up and step.citations else ""
    shapes = [
        svg.circle(f"turn {tone}{paired}{' coming' if mark.coming else ''}", x, y, 7.5 if mark.paired else 6),
        svg.text(f"kind{paired}", x, y - 27 if up else y + 25, words.step_label(step, vocabulary), anchor="middle"),
        svg.text("who", x, y - 14 if up else y + 38, who, anchor="middle"),
        svg.text("date", x, y - 41 if up else y + 52, short_date(step.when), anchor="middle"),
    ]
    return svg.link(target, title, shapes)
