"""Arrange the red lines: what moved, then the lines by status, each with the numbers of what it stands on."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dragoman.alarm import Alarm
from dragoman.model.move import Move
from dragoman.relations.citations import Citations
from dragoman.render.alarm import citations_shown
from dragoman.render.alarm import words as alarm_wording
from dragoman.render.alarm.chart import MOST_DEEDS
from dragoman.render.citations import with_day_words
from dragoman.render.dates import date_words
from dragoman.render.parts import BriefLine, BriefNote, Section
from dragoman.render.watch import wording
from dragoman.watch.nouns import STATUSES, Standing, Watch


class WatchSheet(Struct, frozen=True, kw_only=True):
    """A watch with what is printed of it: the words below the title, and sections in order."""

    watch: Watch
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]


def sheet(watch: Watch) -> WatchSheet:
    """Arrange a watch."""
    citations = Citations(watch.citations)
    moved = [_move(at, move, watch, citations) for at, move in enumerate(watch.moves, 1)]
    sections = [Section("moved", "MOVED", tuple(moved))] if moved else []
    sections += line_sections(watch.lines, citations, first=len(moved) + 1, new=watch.new)
    return WatchSheet(watch=watch, subtitle=wording.subtitle(watch), sections=tuple(sections))


def line_sections(
    standings: Sequence[Standing], citations: Citations,
    *, first: int = 1, among_others: bool = False, new: Sequence[str] = (),
) -> list[Section]:  # fmt: skip
    """Give a section for each status that a line has, the gravest first; lines are numbered from `first`.

    `among_others` says in the heading that it is about red lines, for a page on other things too; `new` are claims
    that are marked as new.
    """
    found = []
    for status in reversed(STATUSES):
        mine = [standing for standing in standings if standing.status == status]
        if mine:
            lines = tuple(_line(first + at, standing, citations, new) for at, standing in enumerate(mine))
            heading = f"RED LINES: {wording.HEADINGS[status]}" if among_others else wording.HEADINGS[status]
            found.append(Section(status.replace(" ", "-"), heading, lines))
            first += len(mine)
    return found


def numbers_shown(sections: Iterable[Section], alarms: Iterable[Alarm], most: int | None = MOST_DEEDS) -> set[int]:
    """Give the numbers that stand somewhere in sections and alarms, of `most` deeds in each part (None: all)."""
    lines = [line for section in sections for line in section.lines]
    found = {number for line in lines for number in line.passages}
    found |= {number for line in lines for note in line.notes for number in note.passages}
    return found.union(*(citations_shown(alarm, most) for alarm in alarms))


def _move(number: int, move: Move, watch: Watch, citations: Citations) -> BriefLine:
    titles = {standing.line.name: standing.line.title for standing in watch.lines}
    titles |= {f"{alarm.a}-{alarm.b}": f"alarm, {alarm_wording.title(alarm)}" for alarm in watch.alarms}
    words = wording.move_words(move, titles.get(move.name, move.name))
    return BriefLine(number=number, words=words, when=move.day, passages=citations.numbers(move.citations))


def _line(number: int, standing: Standing, citations: Citations, new: Sequence[str]) -> BriefLine:
    weighing = [sighting for sighting in standing.sightings if sighting.weighs != "against"]
    return BriefLine(
        number=number, words=standing.line.title, when=standing.since, date=date_words(standing.since),
        passages=citations.numbers(sighting.citation for sighting in weighing),
        notes=tuple(_notes(standing, citations, new)),
    )  # fmt: skip


def _notes(standing: Standing, citations: Citations, new: Sequence[str]) -> Iterator[BriefNote]:
    """Yield why a line stands so, each sentence with its weight, what speaks against it, and what is planned."""
    yield BriefNote(standing.why, ())
    if len(standing.transitions) > 1:
        yield BriefNote(wording.since_words(standing), ())
    for sighting in standing.sightings:
        words = wording.against_words if sighting.weighs == "against" else wording.sighting_words
        yield BriefNote(words(sighting, new=sighting.citation.claim in new), citations.numbers([sighting.citation]))
    for item in standing.withdrawn:
        yield BriefNote(wording.withdrawn_words(item), citations.numbers([item.citation]))
    for entry in standing.ledger:
        yield BriefNote(f"the ledger: {with_day_words(entry.citation.quote)}", citations.numbers([entry.citation]))
    for words_ in (wording.plan_words(standing), *standing.notes):
        if words_:
            yield BriefNote(words_, ())
