"""The ladder: rungs from below to above, the level over time as a step line, and what was said of it as dots."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.nouns import LevelObservation, LevelSpell, Relations
from dragoman.render.charts import svg
from dragoman.render.charts.axis import FOOT, LEFT, RIGHT, Axis, axis_of, first_of, row_name
from dragoman.render.charts.svg import LETTER, Figure, Shape
from dragoman.render.sheet import Places
from dragoman.render.words import relations as words
from dragoman.render.words.dates import date_words
from dragoman.vocab import Vocabulary

TOP, ROW = 12.0, 25.0

CAPTION = (
    "Line: the highest level that holds. Dots: what ledger and pages say; hollow: said, not reached (expected, "
    "planned, sought, denied …), at its date or that of the page."
)


class Rungs(Struct, frozen=True):
    """The rungs of the vocabulary, and where each is drawn."""

    names: tuple[str, ...]

    def y(self, rung: int) -> float:
        """Give the height of a rung."""
        return TOP + (len(self.names) - rung - 0.5) * ROW

    def drawn(self, known: set[int]) -> Iterator[Shape]:
        """Draw a row for each rung, the highest first; those that are `known` were reached once."""
        for rung, name in reversed(list(enumerate(self.names))):
            yield svg.row("row", LEFT, RIGHT, self.y(rung))
            yield row_name(self.y(rung) + 4, name, known=rung in known)


def ladder(found: Relations, places: Places, vocabulary: Vocabulary) -> Figure | None:
    """Draw the level over time; None if nothing was said of it that has a date.

    `places` are the numbers of the lines on which spells and observations stand: ("spell", 0), ("observation", 0).
    """
    said = [(n, one, said_on(one, found)) for n, one in enumerate(found.observations)]
    days = [date.fromisoformat(spell.begin) for spell in found.spells] + [day for _, _, day in said if day]
    if not days:
        return None
    axis, rungs = axis_of(days + _horizon(found)), Rungs(tuple(rung.name for rung in vocabulary.levels.rungs))
    foot = TOP + len(rungs.names) * ROW
    drawn = [(n, one, day) for n, one, day in said if day and one.rung is not None]
    shapes = [
        *rungs.drawn({spell.rung for spell in found.spells}),
        *axis.drawn(foot),
        _step_line(found.spells, axis, rungs),
        *(_spell(axis, rungs, spell, places["spell", n]) for n, spell in enumerate(found.spells)),
        *(_dot(axis.at(day), day, one, rungs, places["observation", n], vocabulary) for n, one, day in drawn),
    ]
    return Figure(
        heading="The level over time", label="The level of the relationship over time", height=foot + FOOT,
        shapes=tuple(shapes), caption=_caption(len(said) - len(drawn)),
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


def _stretch(spell: LevelSpell, axis: Axis) -> tuple[float, float]:
    return axis.at(date.fromisoformat(spell.begin)), axis.at(date.fromisoformat(spell.end)) if spell.end else RIGHT


def _step_line(spells: Sequence[LevelSpell], axis: Axis, rungs: Rungs) -> Shape:
    """Join the spells: where one follows the other at once the line goes up or down, else it breaks."""
    parts: list[str | float] = []
    at: float | None = None
    for spell in spells:
        (left, right), y = _stretch(spell, axis), rungs.y(spell.rung)
        joins = at is not None and abs(at - left) < 0.01
        parts += ["V", y, "H", right] if joins else ["M", left, y, "H", right]
        at = right
    return svg.path("step", *parts)


def _spell(axis: Axis, rungs: Rungs, spell: LevelSpell, line: int) -> Shape:
    """Draw a place to point at, with the years above it where there is room; those of the last spell else before it."""
    (left, right), y = _stretch(spell, axis), rungs.y(spell.rung)
    begin, end = spell.begin[:4], spell.end[:4] if spell.end else ""
    labels = (f"{begin}–{end}" if end else f"since {begin}", begin)
    shapes = [svg.rect("hit", left, y - 10, right - left, 20)]
    if label := next((label for label in labels if LETTER * len(label) + 6 < right - left), ""):
        shapes.append(svg.text("span", left + 5, y - 6, label))
    elif not end:
        shapes.append(svg.text("span", left - 8, y - 6, labels[0], anchor="end"))
    return svg.link(f"line-{line}", f"{date_words(spell.begin)}: {words.spell_words(spell)}", shapes)


def _dot(
    x: float, day: date, observation: LevelObservation, rungs: Rungs, line: int, vocabulary: Vocabulary
) -> Shape:  # fmt: skip
    when = date_words(observation.when) or date_words(day.isoformat())
    kind = "" if observation.status in DONE else "hollow"
    dot = svg.circle("mark", x, rungs.y(observation.rung or 0), 4.6)
    return svg.link(f"line-{line}", f"{when}: {words.observation_words(observation, vocabulary)}", (dot,), kind=kind)


def _caption(undrawn: int) -> str:
    are = "is" if undrawn == 1 else "are"
    return f"{CAPTION} {undrawn} without a date or a rung {are} not drawn." if undrawn else CAPTION
