"""A precedent as two lanes: the course here above, the other below, step under step, and what came next.

Columns are places of the alignment, not times; how long it was from one step to the next is written between them.
All measures are in the units of the drawing, which is WIDTH wide.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.precedents.nouns import Course, Precedent, Precedents, Step
from dragoman.relations.days import span
from dragoman.render.dates import date_words
from dragoman.render.precedents import wording
from dragoman.render.precedents.bands import BAND, LEFT, LOWER, PER_BAND, UPPER, Band, Column, StepMark, bands_of
from dragoman.render.timeline import WIDTH
from dragoman.vocab import shipped

MOST_COLUMNS = 30
"""Columns of the stretch that are drawn, the last ones."""

LEAST_NEXT = 3
"""Columns of what came next that are worth beginning in a row."""

MOST_AHEAD = 2
"""Columns kept free for what is told as coming, however much has followed."""

MOST_BETWEEN = 2
"""Steps without a partner drawn between two pairs; more of them are a number."""


class Figure(Struct, frozen=True, kw_only=True):
    """A precedent as drawn, with what is said below it; `rows` are its steps side by side.

    `here` and `there` name the states of the two lanes, on two lines each.
    """

    title: str
    about: str
    grade: str
    bands: tuple[Band, ...]
    here: tuple[str, str]
    there: tuple[str, str]
    sentences: tuple[str, ...]
    outcome: str
    source: str
    rows: tuple[tuple[str, StepMark | None, StepMark | None], ...]


class Drawn(Struct, frozen=True, kw_only=True):
    """All figures, the named precedents first; `count` is the number of steps here, `on_file` that of courses."""

    here: str
    named: tuple[Figure, ...]
    others: tuple[Figure, ...]
    count: int
    on_file: int
    notes: tuple[str, ...]
    WIDTH: float = WIDTH
    LEFT: float = LEFT
    UPPER: float = UPPER
    LOWER: float = LOWER
    BAND: float = BAND


def draw(found: Precedents) -> Drawn:
    """Draw the precedents of a course; marks here carry the number of their first citation."""
    return Drawn(
        here=wording.dyad_words(found.here), named=tuple(_figure(entry, found.here) for entry in found.named),
        others=tuple(_figure(entry, found.here) for entry in found.others), count=len(found.here.steps),
        on_file=found.on_file, notes=found.here.notes,
    )  # fmt: skip


def _figure(found: Precedent, here: Course) -> Figure:
    stretch = list(_stretch(found, here))
    columns = [*stretch[-MOST_COLUMNS:], *_next(found, here, _room(min(len(stretch), MOST_COLUMNS)))]
    cut = len(stretch) - MOST_COLUMNS
    said = (
        wording.same_words(found, here), wording.pace_words(found, here),
        wording.part_words(found), wording.since_words(found, here),
        f"The first {cut} columns of the stretch are not drawn." if cut > 0 else "",
    )  # fmt: skip
    return Figure(
        title=wording.title_words(found.course), about=wording.about_words(found.course), grade=found.grade,
        bands=tuple(bands_of(columns)), here=_names(here), there=_names(found.course),
        sentences=(wording.grade_words(found), *filter(None, said)), outcome=found.course.outcome,
        source=found.course.source, rows=tuple(columns),
    )  # fmt: skip


def _names(course: Course) -> tuple[str, str]:
    """Name the two states on two lines."""
    return f"{wording.name_of(course.a)} and", wording.name_of(course.b)


def _stretch(found: Precedent, here: Course) -> Iterator[Column]:
    """Give the columns of the stretch: pairs, and between them the steps without a partner, side by side."""
    ours, theirs = here.steps, found.course.steps
    for number, pair in enumerate(found.pairs):
        if number:
            before = found.pairs[number - 1]
            yield from _lone(ours[before.here + 1 : pair.here], theirs[before.there + 1 : pair.there])
        kind = "same" if pair.same else "alike"
        yield kind, _mark(ours[pair.here], paired=True), _mark(theirs[pair.there], paired=True)


def _lone(ours: Sequence[Step], theirs: Sequence[Step]) -> Iterator[Column]:
    above, below = _cut(ours, MOST_BETWEEN), _cut(theirs, MOST_BETWEEN)
    for at in range(max(len(above), len(below))):
        yield "lone", above[at] if at < len(above) else None, below[at] if at < len(below) else None


def _room(columns: int) -> int:
    """Give how many columns of what came next are drawn: what is left of the row, or a new row if that is little."""
    left = -columns % PER_BAND
    return (
        min(left, shipped().courses.rule("next_steps")) if left >= LEAST_NEXT else shipped().courses.rule("next_steps")
    )


def _next(found: Precedent, here: Course, most: int) -> Iterator[Column]:
    """Give the columns of what came next there, above it what has followed here and what is told as coming."""
    above = _cut([here.steps[n] for n in found.after_here], most - min(len(here.ahead), MOST_AHEAD))
    above += [_mark(step, coming=True) for step in here.ahead][: most - len(above)]
    below = _cut([found.course.steps[n] for n in found.after_there], most)
    for at in range(max(len(above), len(below))):
        yield "next", above[at] if at < len(above) else None, below[at] if at < len(below) else None


def _cut(steps: Sequence[Step], most: int) -> list[StepMark]:
    """Give the first steps as marks, and one that counts the rest."""
    if len(steps) <= most:
        return [_mark(step) for step in steps]
    rest = steps[most - 1 :]
    words = "; ".join(f"{date_words(step.when)}: {wording.step_words(step)}" for step in rest)
    return [
        *(_mark(step) for step in steps[: most - 1]),
        StepMark(x=0, y=0, label="more", date="", who="", tone="neither", words=words, more=len(rest)),
    ]


def _mark(step: Step, *, paired: bool = False, coming: bool = False) -> StepMark:
    days = span(step.when)
    return StepMark(
        x=0, y=0, day=days[0].toordinal() if days else None, label=wording.label(step), date=_date(step.when),
        who=wording.name_of(step.by) if step.by else "",
        tone=shipped().courses.kinds[step.kind].tone, paired=paired, coming=coming,
        citation=step.citations[0] if step.citations else None,
        words=f"{date_words(step.when) or 'no date'}: {'told as coming: ' if coming else ''}{wording.step_words(step)}",
    )  # fmt: skip


MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _date(when: str) -> str:
    """Give the month and year of a time, as short as a label wants it."""
    if not when:
        return "no date"
    first, _, last = when.partition("/")
    year, month = first[:4], first[5:7]
    if last and last[:4] != year:
        return f"{year}–{last[:4]}"
    return f"{MONTHS[int(month)]} {year}" if month.isdigit() and int(month) < len(MONTHS) else year
