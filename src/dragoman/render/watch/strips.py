"""Red lines over time: a strip for each, coloured by its status, with the sentences that bear on it as marks."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from dragoman.relations.citations import Citations
from dragoman.render.axis import LEFT, RIGHT, Axis, axis_of
from dragoman.render.dates import date_words
from dragoman.render.timeline import WIDTH, Tick
from dragoman.render.watch import wording
from dragoman.watch.nouns import Sighting, Standing

TOP, ROW, THICK = 8.0, 40.0, 14.0
"""Room above, the height of a row, and that of a strip."""

MOST_NAME = 33
"""Letters of a line's name beside its strip."""

CLOSE = 7.0
"""Marks closer than this stand one above the other."""

MOST_STACK = 4


class Stretch(Struct, frozen=True):
    """A stretch of a strip: from where to where, in which status, and in words."""

    x: float
    width: float
    status: str
    words: str


class SightingMark(Struct, frozen=True):
    """A sentence: its place, what it weighs, the number of its citation, and in words."""

    x: float
    y: float
    weighs: str
    number: int
    words: str


class Strip(Struct, frozen=True):
    """A line: its name, its stretches and marks, and its status today."""

    name: str
    title: str
    y: float
    status: str
    stretches: tuple[Stretch, ...]
    marks: tuple[SightingMark, ...]


class Strips(Struct, frozen=True):
    """The drawing."""

    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]
    foot: float
    height: float
    left: float
    right: float
    width: float
    thick: float


def strips(standings: Sequence[Standing], citations: Citations, on: str) -> Strips | None:
    """Draw the lines up to the ISO day `on`; None where no sentence bears on any."""
    days = [date.fromisoformat(day) for standing in standings for day in _days(standing)]
    if not days:
        return None
    axis = axis_of([*days, date.fromisoformat(on)])
    drawn = [_strip(axis, standing, TOP + n * ROW, citations, on) for n, standing in enumerate(standings)]
    foot = TOP + len(drawn) * ROW + 2
    return Strips(tuple(drawn), axis.ticks(), foot, foot + 22, LEFT, RIGHT, WIDTH, THICK)


def _days(standing: Standing) -> Iterable[str]:
    yield from (transition.on for transition in standing.transitions)
    yield from (sighting.known for sighting in standing.sightings if sighting.known)


def _strip(axis: Axis, standing: Standing, top: float, citations: Citations, on: str) -> Strip:
    middle = top + ROW - THICK / 2 - 4
    name = standing.line.name
    return Strip(
        name=name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…", title=standing.line.title, y=middle,
        status=standing.status, stretches=tuple(_stretches(axis, standing)),
        marks=tuple(_marks(axis, standing.sightings, middle, citations, on)),
    )  # fmt: skip


def _stretches(axis: Axis, standing: Standing) -> Iterable[Stretch]:
    ends = [(axis.at(date.fromisoformat(transition.on)), transition.after) for transition in standing.transitions]
    parts = [(LEFT, "clear"), *ends, (RIGHT, "")]
    words = ["clear", *(wording.transition_words(transition) for transition in standing.transitions)]
    for ((x, status), (right, _)), said in zip(pairwise(parts), words, strict=True):
        yield Stretch(x, max(right - x, 1.5), status.replace(" ", "-"), said)


def _marks(
    axis: Axis, sightings: Sequence[Sighting], middle: float, citations: Citations, on: str
) -> Iterable[SightingMark]:  # fmt: skip
    """Place the sentences on the strip; those close together are stacked, as far as there is room."""
    before, height = -CLOSE, 0
    for sighting in sightings:
        x = axis.at(date.fromisoformat(sighting.known or on))
        height = min(height + 1, MOST_STACK) if x - before < CLOSE else 0
        before = x if height == 0 else before
        words = f"{wording.sighting_words(sighting)}: “{sighting.citation.quote}”"
        yield SightingMark(x, middle - height * 6, sighting.weighs, citations.numbers([sighting.citation])[0], words)


def legend(on: str) -> str:
    """Say how the drawing is read."""
    return (
        f"Strip: the status as it followed from what was published by each day, up to {date_words(on)}: "
        "grey clear, green on a condition only, yellow hinted, orange reported, red crossed. "
        "Dots: sentences on the day they were published; filled: told as done, hollow: told as planned, expected, "
        "possible, sought or on a condition; crosses: denied or not done."
    )
