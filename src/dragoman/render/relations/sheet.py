"""Arrange what there is to say of two states: sections of lines, each with the numbers of what it stands on."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.citations import Citations
from dragoman.relations.nouns import Bond, Deed, Encounter, Mark, Month, Relations, Step
from dragoman.render.dates import date_words
from dragoman.render.deeds import deed_words
from dragoman.render.parts import Line, Note, Section
from dragoman.render.relations import wording
from dragoman.render.watch.sheet import line_sections
from dragoman.watch.nouns import Standing
from dragoman.watch.words import counted


class Sheet(Struct, frozen=True, kw_only=True):
    """Sections in order. `places` gives the number of the line of each item: ("step", 0), ("month", "2024-06") …"""

    found: Relations
    title: str
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]
    places: dict[tuple[str, int | str], int]


def sheet(found: Relations, standings: Sequence[Standing] = ()) -> Sheet:
    """Arrange the relations of two states, newest first, as in a brief; the red lines between them at the end."""
    writer = _Writer()
    numbered = list(enumerate(found.encounters))
    writer.section("level", "LEVEL", [_step(n, step) for n, step in reversed(list(enumerate(found.steps)))])
    writer.section("said", "SAID OF THE LEVEL", [_mark(n, mark) for n, mark in _newest(found)])
    done = [(n, e) for n, e in numbered if e.status in DONE]
    dated = [(n, e) for n, e in done if e.when][::-1] + [(n, e) for n, e in done if not e.when]
    writer.section("happened", "VISITS AND MEETINGS", [_met(n, e, found) for n, e in dated])
    ahead = [(n, e) for n, e in numbered if e.status not in DONE]
    writer.section("planned", "VISITS AND MEETINGS PLANNED", [_met(n, e, found) for n, e in ahead])
    bonds = list(enumerate(found.bonds))[::-1]
    writer.section("treaties", "TREATIES IN FORCE", [_bond(n, b) for n, b in bonds if b.binds != "ended"])
    writer.section("ended", "TREATIES ENDED", [_bond(n, b) for n, b in bonds if b.binds == "ended"])
    writer.section("months", "MONTH BY MONTH", [_month(month) for month in reversed(found.run.months)])
    rest = [*reversed(found.run.coarse), *found.run.undated]
    writer.section("coarse", "IN NO MONTH", [_deed(n, deed) for n, deed in enumerate(rest)])
    lines = line_sections(standings, Citations(found.citations), first=writer.next, among_others=True)
    return Sheet(
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
            made.append(Line(number=self._number, **parts))  # type: ignore[arg-type]
        if made:
            self.sections.append(Section(key, heading, tuple(made)))


Draft = tuple[tuple[str, int | str], dict[str, object]]


def _newest(found: Relations) -> list[tuple[int, Mark]]:
    """Give the marks newest first, the undated at the end."""
    marks = list(enumerate(found.marks))
    return [entry for entry in reversed(marks) if entry[1].when] + [entry for entry in marks if not entry[1].when]


def _step(number: int, step: Step) -> Draft:
    parts = {"words": wording.step_words(step), "when": step.begin, "date": date_words(step.begin)}
    return ("step", number), parts | {"passages": step.citations}


def _mark(number: int, mark: Mark) -> Draft:
    return ("mark", number), {
        "words": wording.mark_words(mark), "when": mark.when, "date": date_words(mark.when), "holder": mark.holder,
        "status": mark.status, "passages": mark.citations,
    }  # fmt: skip


def _met(number: int, encounter: Encounter, found: Relations) -> Draft:
    told = f"told by {encounter.told_by}" if encounter.told_by > 1 else None
    return ("met", number), {
        "words": wording.encounter_words(encounter, found), "when": encounter.when, "status": encounter.status,
        "date": date_words(encounter.when), "tag": told, "passages": encounter.citations,
        "notes": tuple(Note(words, encounter.citations) for words in wording.encounter_notes(encounter)),
    }  # fmt: skip


def _bond(number: int, bond: Bond) -> Draft:
    return ("bond", number), {
        "words": wording.bond_words(bond), "when": bond.begin, "date": date_words(bond.begin),
        "notes": tuple(Note(words, bond.citations) for words in wording.bond_notes(bond)), "passages": bond.citations,
    }  # fmt: skip


def _month(month: Month) -> Draft:
    notes = [Note(f"{date_words(deed.when)}: {deed_words(deed)}", deed.citations) for deed in month.deeds]
    if month.apart:
        apart = tuple(dict.fromkeys(n for deed in month.deeds if deed.status not in DONE for n in deed.citations))
        notes.insert(0, Note(wording.apart_words(month), apart))
    done = dict.fromkeys(n for deed in month.deeds if deed.status in DONE for n in deed.citations)
    return ("month", month.month), {
        "words": wording.month_words(month), "when": month.month, "date": date_words(month.month),
        "passages": tuple(done), "notes": tuple(notes),
    }  # fmt: skip


def _deed(number: int, deed: Deed) -> Draft:
    parts = {"words": deed_words(deed), "when": deed.when, "date": date_words(deed.when), "status": deed.status}
    return ("deed", number), parts | {"passages": deed.citations}


def _subtitle(found: Relations) -> tuple[str, ...]:
    """Say in a few words how things stand."""
    last = found.steps[-1] if found.steps else None
    visits = sum(1 for e in found.encounters if e.counted and e.kind == "visit")
    meetings = sum(1 for e in found.encounters if e.counted and e.kind == "meeting")
    force = sum(1 for bond in found.bonds if bond.binds == "in force")
    parts = [
        f"level: {last.name}, since {date_words(last.begin)}" if last and not last.end else "level: not known",
        f"{counted(visits, 'visit')}, {counted(meetings, 'meeting')} on file",
        f"{force} {'treaty' if force == 1 else 'treaties'} in force",
        f"as of {date_words(found.until)}" if found.until else "",
    ]
    return tuple(part for part in parts if part)
