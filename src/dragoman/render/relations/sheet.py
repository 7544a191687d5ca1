"""Arrange what there is to say of two states: sections of lines, each with the numbers of what it stands on."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.citations import Citations
from dragoman.relations.nouns import (
    Encounter,
    Interaction,
    LevelObservation,
    LevelSpell,
    Month,
    Relations,
    SharedTreaty,
)
from dragoman.render.dates import date_words
from dragoman.render.interactions import interaction_words
from dragoman.render.parts import BriefLine, BriefNote, Section
from dragoman.render.relations import wording
from dragoman.render.watch.sheet import line_sections
from dragoman.watch.nouns import Standing
from dragoman.watch.words import counted


class RelationsSheet(Struct, frozen=True, kw_only=True):
    """Sections in order. `places` gives the number of the line of each item: ("spell", 0), ("month", "2024-06") …"""

    found: Relations
    title: str
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]
    places: dict[tuple[str, int | str], int]


def sheet(found: Relations, standings: Sequence[Standing] = ()) -> RelationsSheet:
    """Arrange the relations of two states, newest first, as in a brief; the red lines between them at the end."""
    writer = _Writer()
    numbered = list(enumerate(found.encounters))
    writer.section("level", "LEVEL", [_spell(n, spell) for n, spell in reversed(list(enumerate(found.spells)))])
    writer.section("said", "SAID OF THE LEVEL", [_observation(n, observation) for n, observation in _newest(found)])
    done = [(n, e) for n, e in numbered if e.status in DONE]
    dated = [(n, e) for n, e in done if e.when][::-1] + [(n, e) for n, e in done if not e.when]
    writer.section("happened", "VISITS AND MEETINGS", [_met(n, e, found) for n, e in dated])
    ahead = [(n, e) for n, e in numbered if e.status not in DONE]
    writer.section("planned", "VISITS AND MEETINGS PLANNED", [_met(n, e, found) for n, e in ahead])
    treaties = list(enumerate(found.treaties))[::-1]
    writer.section("treaties", "TREATIES IN FORCE", [_treaty(n, b) for n, b in treaties if b.binds != "ended"])
    writer.section("ended", "TREATIES ENDED", [_treaty(n, b) for n, b in treaties if b.binds == "ended"])
    writer.section("months", "MONTH BY MONTH", [_month(month) for month in reversed(found.series.months)])
    rest = [*reversed(found.series.coarse), *found.series.undated]
    writer.section("coarse", "IN NO MONTH", [_interaction(n, interaction) for n, interaction in enumerate(rest)])
    lines = line_sections(standings, Citations(found.citations), first=writer.next, among_others=True)
    return RelationsSheet(
        found=found, title=wording.title(found), subtitle=_subtitle(found), sections=(*writer.sections, *lines),
        places=writer.places,
    )  # fmt: skip


class _Writer:
    """Numbers lines as they come."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.places: dict[tuple[str, int | str], int] = {}
        self._number = 0

    @property
    def next(self) -> int:
        """Give the number of the line that would come next."""
        return self._number + 1

    def section(self, key: str, heading: str, lines: Iterable[tuple[tuple[str, int | str], dict[str, object]]]) -> None:
        """Add a section, unless it is empty."""
        made = []
        for place, parts in lines:
            self._number += 1
            self.places[place] = self._number
            made.append(BriefLine(number=self._number, **parts))  # type: ignore[arg-type]
        if made:
            self.sections.append(Section(key, heading, tuple(made)))


Draft = tuple[tuple[str, int | str], dict[str, object]]


def _newest(found: Relations) -> list[tuple[int, LevelObservation]]:
    """Give the observations newest first, the undated at the end."""
    observations = list(enumerate(found.observations))
    return [entry for entry in reversed(observations) if entry[1].when] + [
        entry for entry in observations if not entry[1].when
    ]


def _spell(number: int, spell: LevelSpell) -> Draft:
    parts = {"words": wording.spell_words(spell), "when": spell.begin, "date": date_words(spell.begin)}
    return ("spell", number), parts | {"passages": spell.citations}


def _observation(number: int, observation: LevelObservation) -> Draft:
    return ("observation", number), {
        "words": wording.observation_words(observation), "when": observation.when,
        "date": date_words(observation.when), "holder": observation.holder,
        "status": observation.status, "passages": observation.citations,
    }  # fmt: skip


def _met(number: int, encounter: Encounter, found: Relations) -> Draft:
    told = f"told by {encounter.told_by}" if encounter.told_by > 1 else None
    return ("met", number), {
        "words": wording.encounter_words(encounter, found), "when": encounter.when, "status": encounter.status,
        "date": date_words(encounter.when), "tag": told, "passages": encounter.citations,
        "notes": tuple(BriefNote(words, encounter.citations) for words in wording.encounter_notes(encounter)),
    }  # fmt: skip


def _treaty(number: int, treaty: SharedTreaty) -> Draft:
    return ("treaty", number), {
        "words": wording.treaty_words(treaty), "when": treaty.begin, "date": date_words(treaty.begin),
        "notes": tuple(BriefNote(words, treaty.citations) for words in wording.treaty_notes(treaty)),
        "passages": treaty.citations,
    }  # fmt: skip


def _month(month: Month) -> Draft:
    notes = [
        BriefNote(f"{date_words(interaction.when)}: {interaction_words(interaction)}", interaction.citations)
        for interaction in month.interactions
    ]
    if month.apart:
        apart = tuple(
            dict.fromkeys(
                n for interaction in month.interactions if interaction.status not in DONE for n in interaction.citations
            )
        )
        notes.insert(0, BriefNote(wording.apart_words(month), apart))
    done = dict.fromkeys(
        n for interaction in month.interactions if interaction.status in DONE for n in interaction.citations
    )
    return ("month", month.month), {
        "words": wording.month_words(month), "when": month.month, "date": date_words(month.month),
        "passages": tuple(done), "notes": tuple(notes),
    }  # fmt: skip


def _interaction(number: int, interaction: Interaction) -> Draft:
    parts = {
        "words": interaction_words(interaction),
        "when": interaction.when,
        "date": date_words(interaction.when),
        "status": interaction.status,
    }
    return ("interaction", number), parts | {"passages": interaction.citations}


def _subtitle(found: Relations) -> tuple[str, ...]:
    """Say in a few words how things stand."""
    last = found.spells[-1] if found.spells else None
    visits = sum(1 for e in found.encounters if e.counted and e.kind == "visit")
    meetings = sum(1 for e in found.encounters if e.counted and e.kind == "meeting")
    force = sum(1 for treaty in found.treaties if treaty.binds == "in force")
    parts = [
        f"level: {last.name}, since {date_words(last.begin)}" if last and not last.end else "level: not known",
        f"{counted(visits, 'visit')}, {counted(meetings, 'meeting')} on file",
        f"{force} {'treaty' if force == 1 else 'treaties'} in force",
        f"as of {date_words(found.until)}" if found.until else "",
    ]
    return tuple(part for part in parts if part)
