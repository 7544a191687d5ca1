"""The ladder: rungs from below to above, the level over time as a step line, and what was said of it as dots."""

from datetime import date

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.nouns import LevelObservation, LevelSpell, Relations
from dragoman.render.axis import LETTER, RIGHT, Axis, axis_of, first_of
from dragoman.render.dates import date_words
from dragoman.render.relations import wording
from dragoman.render.relations.sheet import RelationsSheet
from dragoman.render.timeline import Tick
from dragoman.vocab import shipped

TOP, ROW = 12.0, 25.0


class LadderRow(Struct, frozen=True):
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


class LevelDot(Struct, frozen=True):
    """Something said of the level: hollow where it is not reached."""

    x: float
    y: float
    hollow: bool
    line: int
    words: str


class Ladder(Struct, frozen=True):
    """The drawing. `path` is the step line as SVG path data."""

    rungs: tuple[LadderRow, ...]
    segments: tuple[Segment, ...]
    dots: tuple[LevelDot, ...]
    path: str
    ticks: tuple[Tick, ...]
    foot: float
    height: float
    undrawn: int


def ladder(sheet: RelationsSheet) -> Ladder | None:
    """Draw the level over time; None if nothing was said of it that has a date."""
    found = sheet.found
    placed = [
        (day, n, observation)
        for n, observation in enumerate(found.observations)
        if (day := said_on(observation, found))
    ]
    days = [date.fromisoformat(spell.begin) for spell in found.spells] + [day for day, _, _ in placed]
    if not days:
        return None
    axis = axis_of(days + _horizon(found))
    segments = tuple(_segment(axis, sheet, n, spell) for n, spell in enumerate(found.spells))
    rungs, known = shipped().levels.rungs, {spell.rung for spell in found.spells}
    foot = TOP + len(rungs) * ROW
    return Ladder(
        rungs=tuple(LadderRow(r.name, _y(r.rung), r.rung in known) for r in reversed(rungs)),
        segments=segments, dots=tuple(_dot(axis, sheet, *entry) for entry in placed if entry[2].rung is not None),
        path=_path(segments), ticks=axis.ticks(), foot=foot, height=foot + 22,
        undrawn=sum(1 for said in found.observations if said.rung is None or not said_on(said, found)),
    )  # fmt: skip


def _horizon(found: Relations) -> list[date]:
    """Give the other days that are known of, so that the line is drawn as far as knowledge goes."""
    whens = [spell.end for spell in found.spells]
    whens += [citation.document.published for citation in found.citations if citation.document]
    whens += [encounter.when for encounter in found.encounters] + [treaty.begin for treaty in found.treaties]
    return [day for when in whens if (day := first_of(when))]


def said_on(observation: LevelObservation, found: Relations) -> date | None:
    """Give the day at which an observation is drawn: its own, or for what is not reached the day of the page."""
    if observation.when or observation.status in DONE:
        return first_of(observation.when)
    documents = (found.citations[number - 1].document for number in observation.citations)
    return next((day for head in documents if head and (day := first_of(head.published))), None)


def _y(rung: int) -> float:
    return TOP + (len(shipped().levels.rungs) - rung - 0.5) * ROW


def _segment(axis: Axis, sheet: RelationsSheet, number: int, spell: LevelSpell) -> Segment:
    left = axis.at(date.fromisoformat(spell.begin))
    right = axis.at(date.fromisoformat(spell.end)) if spell.end else RIGHT
    labels = (f"{spell.begin[:4]}–{spell.end[:4]}" if spell.end else f"since {spell.begin[:4]}", spell.begin[:4])
    label = next((label for label in labels if LETTER * len(label) + 6 < right - left), "")
    side = "start"
    if not label and not spell.end:
        label, side = labels[0], "end"
    words = f"{date_words(spell.begin)}: {wording.spell_words(spell)}"
    return Segment(
        left,
        right,
        _y(spell.rung),
        label,
        left + 5 if side == "start" else left - 8,
        side,
        sheet.places["spell", number],
        words,
    )


def _dot(axis: Axis, sheet: RelationsSheet, day: date, number: int, observation: LevelObservation) -> LevelDot:
    words = f"{date_words(observation.when) or date_words(day.isoformat())}: {wording.observation_words(observation)}"
    return LevelDot(
        axis.at(day),
        _y(observation.rung or 0),
        observation.status not in DONE,
        sheet.places["observation", number],
        words,
    )


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
