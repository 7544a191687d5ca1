"""Red lines over time: a strip for each, coloured by its status, with the sentences that bear on it as marks."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from dragoman.relations.citations import Citations
from dragoman.render.charts import svg
from dragoman.render.charts.axis import FOOT, LEFT, RIGHT, Axis, axis_of, row_name
from dragoman.render.charts.svg import Figure, Shape, shortened
from dragoman.render.words.dates import date_words
from dragoman.render.words.watch import sighting_words, transition_words
from dragoman.watch.nouns import Sighting, Standing

TOP, ROW, THICK = 8.0, 40.0, 14.0
"""Room above, the height of a row, and that of a strip."""

MOST_NAME = 33
"""Letters of a line's name beside its strip."""

CLOSE = 7.0
"""Marks closer than this stand one above the other."""

MOST_STACK = 4


def red_lines(standings: Sequence[Standing], citations: Citations, on: str) -> Figure | None:
    """Draw the lines up to the ISO day `on`; None where no sentence bears on any."""
    days = [date.fromisoformat(day) for standing in standings for day in days_of(standing)]
    if not days:
        return None
    axis = axis_of([*days, date.fromisoformat(on)])
    rows = [(standing, TOP + (n + 1) * ROW - THICK / 2 - 4) for n, standing in enumerate(standings)]
    foot = TOP + len(rows) * ROW + 2
    shapes = [
        *(shape for standing, middle in rows for shape in _strip(axis, standing, middle)),
        *axis.drawn(foot),
        *(shape for standing, middle in rows for shape in _marks(axis, standing.sightings, middle, citations, on)),
    ]
    return Figure(
        heading="Red lines over time", label="The status of the red lines over time", height=foot + FOOT,
        shapes=tuple(shapes), caption=_caption(on), kind="lines",
    )  # fmt: skip


def days_of(standing: Standing) -> Iterator[str]:
    """Give the ISO days on which something bore on a line."""
    yield from (transition.on for transition in standing.transitions)
    yield from (sighting.known for sighting in standing.sightings if sighting.known)


def _strip(axis: Axis, standing: Standing, middle: float) -> Iterator[Shape]:
    """Name a line and its status, and draw the strip: a stretch for each status, in words where it is pointed at."""
    name, status = shortened(standing.line.name, MOST_NAME), _kind(standing.status)
    yield row_name(middle - 1, name, title=standing.line.title)
    yield svg.text(f"state {status}", LEFT - 10, middle + 12, standing.status, anchor="end")
    turned = [
        (axis.at(date.fromisoformat(transition.on)), _kind(transition.after), transition_words(transition))
        for transition in standing.transitions
    ]
    for (left, kind, words), (right, _, _) in pairwise([(LEFT, "clear", "clear"), *turned, (RIGHT, "", "")]):
        width = max(right - left, 1.5)
        yield svg.rect(f"strip {kind}", left, middle - THICK / 2, width, THICK, title=words)


def _kind(status: str) -> str:
    return status.replace(" ", "-")


def _marks(
    axis: Axis, sightings: Sequence[Sighting], middle: float, citations: Citations, on: str
) -> Iterator[Shape]:  # fmt: skip
    """Place the sentences on the strip; those close together are stacked, as far as there is room."""
    before, height = -CLOSE, 0
    for sighting in sightings:
        x = axis.at(date.fromisoformat(sighting.known or on))
        height = min(height + 1, MOST_STACK) if x - before < CLOSE else 0
        before = x if height == 0 else before
        (number,) = citations.numbers([sighting.citation])
        words = f"{sighting_words(sighting)}: “{sighting.citation.quote}”"
        yield svg.link(f"s{number}", words, _mark(sighting, x, middle - height * 6))


def _mark(sighting: Sighting, x: float, y: float) -> Sequence[Shape]:
    """Draw a dot, or for what speaks against the line a cross on a wider, lighter one."""
    if sighting.weighs != "against":
        return [svg.circle(f"sight {sighting.weighs}", x, y, 4.6)]
    return [svg.path("cross", "M", x - 4, y - 4, "l 8 8 m 0 -8 l -8 8")] * 2


def _caption(on: str) -> str:
    return (
        f"Strip: the status as it followed from what was published by each day, up to {date_words(on)}: "
        "grey clear, green on a condition only, yellow hinted, orange reported, red crossed. "
        "Dots: sentences on the day they were published; filled: told as done, hollow: told as planned, expected, "
        "possible, sought or on a condition; crosses: denied or not done."
    )
