"""The rows of a drawing of two lanes: marks in their places, lines between them, and the time from one to the next.

All measures are in the units of the drawing, which is WIDTH wide.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dragoman.render.precedents.wording import span_words
from dragoman.render.timeline import WIDTH

LEFT, RIGHT = 124.0, WIDTH - 6.0
"""Where the columns begin, right of the names of the lanes, and where they end."""

PER_BAND = 10
"""Columns in a row of the drawing; more go on in another row below."""

WIDEST = 104.0
UPPER, LOWER, BAND = 62.0, 116.0, 184.0
"""Heights of the two lanes, and of a row."""

ROOM = 60.0
"""A column as wide as this has room for the time between two steps."""


class StepMark(Struct, frozen=True, kw_only=True):
    """A step as drawn, or `more` of them that are not. `paired` marks are full, `coming` ones dashed.

    `day` is the ordinal of its first day.
    """

    x: float
    y: float
    label: str
    date: str
    who: str
    tone: str
    words: str
    citation: int | None = None
    paired: bool = False
    coming: bool = False
    more: int = 0
    day: int | None = None


class PairLink(Struct, frozen=True):
    """A line between two steps: dashed where they are only alike."""

    x: float
    same: bool


class Gap(Struct, frozen=True):
    """How long it was from one step to the next of a lane."""

    x: float
    y: float
    label: str


class Band(Struct, frozen=True):
    """A row of the drawing: its marks, links and gaps; `next_at` is where what came next begins, if it does here."""

    marks: tuple[StepMark, ...]
    links: tuple[PairLink, ...]
    gaps: tuple[Gap, ...]
    next_at: float | None
    right: float


Column = tuple[str, StepMark | None, StepMark | None]
"""same, alike, lone or next; the mark here and the mark there, not yet placed."""


def bands_of(columns: Sequence[Column]) -> Iterator[Band]:
    """Give the rows of PER_BAND columns, with everything in its place."""
    width = min(WIDEST, (RIGHT - LEFT) / min(len(columns), PER_BAND))
    for start in range(0, len(columns), PER_BAND):
        row = columns[start : start + PER_BAND]
        places = [LEFT + (at + 0.5) * width for at in range(len(row))]
        following = [at for at, column in enumerate(row) if column[0] == "next"]
        marks = list(_placed(row, places))
        yield Band(
            marks=tuple(marks),
            links=tuple(
                PairLink(x, kind == "same")
                for (kind, _, _), x in zip(row, places, strict=True)
                if kind in ("same", "alike")
            ),
            gaps=tuple(_gaps(marks)),
            next_at=places[following[0]] - width / 2 if following else None,
            right=LEFT + len(row) * width,
        )


def _placed(row: Sequence[Column], places: Sequence[float]) -> Iterator[StepMark]:
    for (_, above, below), x in zip(row, places, strict=True):
        for mark, y in ((above, UPPER), (below, LOWER)):
            if mark is not None:
                yield _at(mark, x, y)


def _at(mark: StepMark, x: float, y: float) -> StepMark:
    return replace(mark, x=x, y=y)


def _gaps(marks: Sequence[StepMark]) -> Iterator[Gap]:
    """Say how long it was between two marks of a lane that stand far enough apart; not where one counts several."""
    for lane in (UPPER, LOWER):
        mine = [mark for mark in marks if mark.y == lane]
        for one, other in pairwise(mine):
            if one.day and other.day and other.day > one.day and other.x - one.x >= ROOM and not one.more:
                yield Gap((one.x + other.x) / 2, lane, span_words(other.day - one.day))
