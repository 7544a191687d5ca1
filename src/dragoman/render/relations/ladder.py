"""The ladder: rungs from below to above, the level over time as a step line, and what was said of it as marks."""

from datetime import date

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.nouns import Mark, Relations, Step
from dragoman.render.axis import LETTER, RIGHT, Axis, axis_of, first_of
from dragoman.render.dates import date_words
from dragoman.render.relations import wording
from dragoman.render.relations.sheet import Sheet
from dragoman.render.timeline import Tick
from dragoman.vocab import shipped

TOP, ROW = 12.0, 25.0


class Rung(Struct, frozen=True):
    """A row of the ladder."""

    name: str
    y: float
    known: bool


class Segment(Struct, frozen=True):
    """A stretch on one rung; its label stands above it where there is room, that of the last one else before it."""

    x: float
    right: float
    y: float
    label: str
    label_at: float
    label_side: str
    line: int
    words: str


class Dot(Struct, frozen=True):
    """Something said of the level: hollow where it is not reached."""

    x: float
    y: float
    hollow: bool
    line: int
    words: str


class Ladder(Struct, frozen=True):
    """The drawing. `path` is the step line as SVG path data."""

    rungs: tuple[Rung, ...]
    segments: tuple[Segment, ...]
    dots: tuple[Dot, ...]
    path: str
    ticks: tuple[Tick, ...]
    foot: float
    height: float
    undrawn: int


def ladder(sheet: Sheet) -> Ladder | None:
    """Draw the level over time; None if nothing was said of it that has a date."""
    found = sheet.found
    placed = [(day, n, mark) for n, mark in enumerate(found.marks) if (day := said_on(mark, found))]
    days = [date.fromisoformat(step.begin) for step in found.steps] + [day for day, _, _ in placed]
    if not days:
        return None
    axis = axis_of(days + _horizon(found))
    segments = tuple(_segment(axis, sheet, n, step) for n, step in enumerate(found.steps))
    rungs = shipped().levels.rungs
    foot = TOP + len(rungs) * ROW
    return Ladder(
        rungs=tuple(Rung(r.name, _y(r.rung), any(s.rung == r.rung for s in found.steps)) for r in reversed(rungs)),
        segments=segments, dots=tuple(_dot(axis, sheet, *entry) for entry in placed if entry[2].rung is not None),
        path=_path(segments), ticks=axis.ticks(), foot=foot, height=foot + 22,
        undrawn=sum(1 for mark in found.marks if mark.rung is None or not said_on(mark, found)),
    )  # fmt: skip


def _horizon(found: Relations) -> list[date]:
    """Give the other days that are known of, so that the line is drawn as far as knowledge goes."""
    whens = [step.end for step in found.steps]
    whens += [citation.document.published for citation in found.citations if citation.document]
    whens += [encounter.when for encounter in found.encounters] + [bond.begin for bond in found.bonds]
    return [day for when in whens if (day := first_of(when))]


def said_on(mark: Mark, found: Relations) -> date | None:
    """Give the day at which a mark is drawn: its own, or for what is not reached the day of the page."""
    if mark.when or mark.status in DONE:
        return first_of(mark.when)
    documents = (found.citations[number - 1].document for number in mark.citations)
    return next((day for head in documents if head and (day := first_of(head.published))), None)


def _y(rung: int) -> float:
    return TOP + (len(shipped().levels.rungs) - rung - 0.5) * ROW


def _segment(axis: Axis, sheet: Sheet, number: int, step: Step) -> Segment:
    left = axis.at(date.fromisoformat(step.begin))
    right = axis.at(date.fromisoformat(step.end)) if step.end else RIGHT
    labels = (f"{step.begin[:4]}–{step.end[:4]}" if step.end else f"since {step.begin[:4]}", step.begin[:4])
    label = next((label for label in labels if LETTER * len(label) + 6 < right - left), "")
    side = "start"
    if not label and not step.end:
        label, side = labels[0], "end"
    words = f"{date_words(step.begin)}: {wording.step_words(step)}"
    return Segment(
        left,
        right,
        _y(step.rung),
        label,
        left + 5 if side == "start" else left - 8,
        side,
        sheet.places["step", number],
        words,
    )


def _dot(axis: Axis, sheet: Sheet, day: date, number: int, mark: Mark) -> Dot:
    words = f"{date_words(mark.when) or date_words(day.isoformat())}: {wording.mark_words(mark)}"
    return Dot(axis.at(day), _y(mark.rung or 0), mark.status not in DONE, sheet.places["mark", number], words)


def _path(segments: tuple[Segment, ...]) -> str:
    """Join the stretches: where one follows the other at once the line goes up or down, else it breaks."""
    parts: list[str] = []
    at: float | None = None
    for segment in segments:
        joins = at is not None and abs(at - segment.x) < 0.01
        parts.append(f"V{segment.y:.1f}" if joins else f"M{segment.x:.1f} {segment.y:.1f}")
        parts.append(f"H{segment.right:.1f}")
        at = segment.right
    return "".join(parts)
