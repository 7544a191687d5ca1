"""The page of two states: level, encounters, treaties, months; with an outlook red lines, alarm and precedents too."""

from collections.abc import Sequence

from dragoman.desk.outlook import Outlook
from dragoman.model.event import DONE
from dragoman.relations.nouns import (
    Encounter,
    Interaction,
    LevelObservation,
    LevelSpell,
    Month,
    Relations,
    SharedTreaty,
)
from dragoman.render.charts.encounters import encounters
from dragoman.render.charts.ladder import ladder
from dragoman.render.charts.months import months
from dragoman.render.pages.citations import cited
from dragoman.render.pages.outlook import outlook_sheet
from dragoman.render.sheet import Most, Section, Sheet, SheetLine, SheetNote, numbered
from dragoman.render.words import relations as words
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import dyad_words
from dragoman.vocab import Vocabulary

MOST = Most(citations=6)
MOST_MONTHS = Most(citations=6, lines=24)


def relations_sheet(found: Relations, vocabulary: Vocabulary, outlook: Outlook | None = None) -> Sheet:
    """Describe the page of two states, newest first, as in a brief; the outlook's red lines stand at the end.

    `found` holds the citations of the outlook too, as `desk.outlook.of_dyad` gives it.
    """
    sections = numbered(_sections(found, vocabulary))
    lines = [line for section in sections for line in section.lines]
    places = {line.item: line.number for line in lines if line.item}
    charts = (
        ladder(found, places, vocabulary), encounters(found, places, vocabulary), months(found.series.months, places)
    )  # fmt: skip
    beside = outlook_sheet(outlook, vocabulary, first=len(lines) + 1) if outlook else Sheet(kind="outlook", title="")
    dyad = dyad_words(found.a, found.b, vocabulary)
    return Sheet(
        kind="relations", title=dyad, window=f"{dyad}: relations", about=words.about(found),
        figures=(*(chart for chart in charts if chart), *beside.figures), sections=(*sections, *beside.sections),
        nothing="Neither record nor ledger knows of anything between the two.", alarms=beside.alarms,
        course=beside.course, citations=cited(found.citations), notes=found.notes,
    )  # fmt: skip


def _sections(found: Relations, vocabulary: Vocabulary) -> list[Section]:
    met = [(n, one, _encounter(n, one, found, vocabulary)) for n, one in enumerate(found.encounters)]
    done = [line for _, one, line in met if one.status in DONE]
    observations = [_observation(n, one, vocabulary) for n, one in enumerate(found.observations)]
    treaties = [(one.binds, _treaty(n, one)) for n, one in enumerate(found.treaties)][::-1]
    rest = [*reversed(found.series.coarse), *found.series.undated]
    parts: list[tuple[str, str, Sequence[SheetLine]]] = [
        ("level", "LEVEL", [_spell(n, spell) for n, spell in enumerate(found.spells)][::-1]),
        ("said", "SAID OF THE LEVEL", _newest(observations)),
        ("happened", "VISITS AND MEETINGS", _newest(done)),
        ("planned", "VISITS AND MEETINGS PLANNED", [line for _, one, line in met if one.status not in DONE]),
        ("treaties", "TREATIES IN FORCE", [line for binds, line in treaties if binds != "ended"]),
        ("ended", "TREATIES ENDED", [line for binds, line in treaties if binds == "ended"]),
        ("months", "MONTH BY MONTH", [_month(month, vocabulary) for month in reversed(found.series.months)]),
        ("coarse", "IN NO MONTH", [_interaction(interaction, vocabulary) for interaction in rest]),
    ]
    return [
        Section(key, heading, tuple(lines), MOST_MONTHS if key == "months" else MOST, "earlier months")
        for key, heading, lines in parts
    ]


def _newest(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """Put the newest first and the undated at the end."""
    return [line for line in lines if line.when][::-1] + [line for line in lines if not line.when]


def _spell(number: int, spell: LevelSpell) -> SheetLine:
    return SheetLine(
        item=("spell", number), words=words.spell_words(spell), when=spell.begin, date=date_words(spell.begin),
        citations=spell.citations,
    )  # fmt: skip


def _observation(number: int, observation: LevelObservation, vocabulary: Vocabulary) -> SheetLine:
    return SheetLine(
        item=("observation", number), words=words.observation_words(observation, vocabulary),
        when=observation.when, date=date_words(observation.when), status=observation.status,
        holder=observation.holder, citations=observation.citations,
    )  # fmt: skip


def _encounter(number: int, encounter: Encounter, found: Relations, vocabulary: Vocabulary) -> SheetLine:
    notes = words.encounter_notes(encounter, vocabulary)
    return SheetLine(
        item=("met", number), words=words.encounter_words(encounter, found, vocabulary),
        when=encounter.when, date=date_words(encounter.when), status=encounter.status,
        tag=f"told by {encounter.told_by}" if encounter.told_by > 1 else None,
        citations=encounter.citations, notes=tuple(SheetNote(note, encounter.citations) for note in notes),
    )  # fmt: skip


def _treaty(number: int, treaty: SharedTreaty) -> SheetLine:
    return SheetLine(
        item=("treaty", number), words=words.shared_treaty_words(treaty), when=treaty.begin,
        date=date_words(treaty.begin), citations=treaty.citations,
        notes=(SheetNote(words.shared_treaty_dates(treaty), treaty.citations),),
    )  # fmt: skip


def _month(month: Month, vocabulary: Vocabulary) -> SheetLine:
    """Give the sums of a month, below them what is added to nothing, and in detail each interaction."""
    done = [one for one in month.interactions if one.status in DONE]
    apart = [one for one in month.interactions if one.status not in DONE]
    notes = [SheetNote(words.apart_words(month), _citations(apart))] if month.apart else []
    notes += [
        SheetNote(f"{date_words(one.when)}: {words.interaction_words(one, vocabulary)}", one.citations, detail=True)
        for one in month.interactions
    ]
    return SheetLine(
        item=("month", month.month), words=words.month_words(month), when=month.month, date=date_words(month.month),
        citations=_citations(done), notes=tuple(notes),
    )  # fmt: skip


def _interaction(interaction: Interaction, vocabulary: Vocabulary) -> SheetLine:
    return SheetLine(
        words=words.interaction_words(interaction, vocabulary), when=interaction.when,
        date=date_words(interaction.when), status=interaction.status, citations=interaction.citations,
    )  # fmt: skip


def _citations(interactions: Sequence[Interaction]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for interaction in interactions for number in interaction.citations))
