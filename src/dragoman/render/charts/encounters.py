"""Visits, meetings and calls as dots in rows, each with its number on file; the gaps between them in words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.nouns import Encounter, Ordinal, Relations
from dragoman.render.charts import svg
from dragoman.render.charts.axis import FOOT, LEFT, RIGHT, axis_of, first_of, row_name
from dragoman.render.charts.svg import LETTER, Figure, Shape, shortened
from dragoman.render.sheet import Places
from dragoman.render.words.names import label_name
from dragoman.render.words.relations import encounter_words, gap_words
from dragoman.vocab import Vocabulary

TOP, ROW, RISE = 8.0, 34.0, 16.0
RADIUS = 8.0
MANY = 60
"""More dots than this in a row are drawn small and without numbers."""

SMALL, SMALL_RISE = 3.0, 5.0
MOST_NAME = 33
"""Letters of a row's name."""

CAPTION = (
    "The number says which one on file it is in its row. Hollow: planned, with the number that it would have. A coarse "
    "date is drawn at its first day."
)


class Dot(Struct, frozen=True):
    """An encounter as drawn: where, how many dots below it, the number of its line, and in words."""

    x: float
    height: int
    encounter: Encounter
    line: int
    words: str

    @property
    def ordinal(self) -> Ordinal | None:
        """Which one on file it is for the dyad, if it counts."""
        return next((ordinal for ordinal in self.encounter.ordinals if ordinal.of == "dyad"), None)


class DotRow(Struct, frozen=True):
    """A row of dots, earliest first, with its name; its line lies at `y`."""

    name: str
    y: float
    small: bool
    dots: tuple[Dot, ...]


def encounters(found: Relations, places: Places, vocabulary: Vocabulary) -> Figure | None:
    """Draw the encounters that have a date; None if none has.

    `places` are the numbers of the lines on which they stand: ("met", 0).
    """
    dated = [(n, met, day) for n, met in enumerate(found.encounters) if (day := first_of(met.when))]
    if not dated:
        return None
    axis, rows, bottom = axis_of([day for _, _, day in dated]), list[DotRow](), TOP
    for name, kind, visitor in _kinds(found, vocabulary):
        mine = [
            (axis.at(day), met, places["met", n], encounter_words(met, found, vocabulary))
            for n, met, day in dated
            if (met.kind, met.visitor) == (kind, visitor)
        ]
        if mine:
            rows.append(_row(name, bottom, mine))
            bottom = rows[-1].y + RADIUS + 4
    lines, dots = (shape for row in rows for shape in _line(row)), (_dot(row, dot) for row in rows for dot in row.dots)
    return Figure(
        heading="Visits and meetings", label="Visits and meetings over time", height=bottom + 6 + FOOT,
        shapes=(*lines, *axis.drawn(bottom + 6), *dots), caption=_caption(len(found.encounters) - len(dated)),
    )  # fmt: skip


def _kinds(found: Relations, vocabulary: Vocabulary) -> list[tuple[str, str, str | None]]:
    """Give the rows that there may be: name, kind of encounter, visitor."""
    a, b = (label_name(code, vocabulary) for code in (found.a, found.b))
    return [
        (f"{a} → {b}", "visit", found.a), (f"{b} → {a}", "visit", found.b), ("visits, not told whose", "visit", None),
        ("meetings", "meeting", None), ("calls", "call", None),
    ]  # fmt: skip


def _row(name: str, top: float, mine: Sequence[tuple[float, Encounter, int, str]]) -> DotRow:
    """Put dots that would meet one above the other."""
    small = len(mine) > MANY
    radius, rise = (SMALL, SMALL_RISE) if small else (RADIUS, RISE)
    dots: list[Dot] = []
    for x, encounter, line, words in mine:
        taken = {dot.height for dot in dots if x - dot.x < 2 * radius + 1}
        height = next(height for height in range(len(mine) + 1) if height not in taken)
        dots.append(Dot(x, height, encounter, line, words))
    y = top + ROW / 2 + rise * max(dot.height for dot in dots)
    return DotRow(shortened(name, MOST_NAME), y, small, tuple(dots))


def _line(row: DotRow) -> Iterator[Shape]:
    """Draw the line of a row, its name, and the gap before each dot in words where there is room for it."""
    yield svg.row("row", LEFT, RIGHT, row.y)
    yield row_name(row.y + 4, row.name)
    before = 0.0
    for dot in row.dots:
        label = gap_words(dot.ordinal) if dot.ordinal and dot.ordinal.since else ""
        if label and LETTER * len(label) + 2 * RADIUS + 10 < dot.x - before:
            yield svg.text("gap", (before + dot.x) / 2, row.y - 5, label, anchor="middle")
        before = dot.x if dot.encounter.counted else before


def _dot(row: DotRow, dot: Dot) -> Shape:
    y = row.y - (SMALL_RISE if row.small else RISE) * dot.height
    shapes = [svg.circle("met", dot.x, y, SMALL if row.small else RADIUS)]
    if dot.ordinal and not row.small:
        shapes.append(svg.text("nth", dot.x, y + 3.4, str(dot.ordinal.nth), anchor="middle"))
    kind = "" if dot.encounter.status in DONE else "hollow"
    return svg.link(f"line-{dot.line}", dot.words, shapes, kind=kind)


def _caption(undated: int) -> str:
    are = "is" if undated == 1 else "are"
    return f"{CAPTION} {undated} without a date {are} not drawn." if undated else CAPTION
