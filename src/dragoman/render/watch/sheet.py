"""Arrange the red lines: what moved, then the lines by status, each with the numbers of what it stands on."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dragoman.alarm import Alarm
from dragoman.model.move import Move
from dragoman.relations.nouns import Proof
from dragoman.render.alarm import proofs_shown
from dragoman.render.alarm import words as alarm_wording
from dragoman.render.alarm.chart import MOST_DEEDS
from dragoman.render.dates import date_words
from dragoman.render.parts import Line, Note, Section
from dragoman.render.proofs import with_day_words
from dragoman.render.watch import wording
from dragoman.watch.nouns import STATUSES, Sighting, Standing, Watch, Withdrawn


class Numbers:
    """The numbers of the proofs: of sentences by their place, of the ledger's entries by their words."""

    def __init__(self, proofs: Iterable[Proof]) -> None:
        """Take the proofs as they are numbered."""
        self._sentences: dict[tuple[str, int | None, int | None], int] = {}
        self._entries: dict[str, int] = {}
        self._claims: dict[str, int] = {}
        for proof in proofs:
            if proof.document is None:
                self._entries[proof.quote] = proof.number
                continue
            self._sentences[proof.document.id, proof.start, proof.end] = proof.number
            if proof.claim:
                self._claims[proof.claim] = proof.number

    def of(self, items: Iterable[Sighting | Withdrawn]) -> tuple[int, ...]:
        """Give the numbers of some sentences."""
        keys = ((item.document.id, item.evidence.start, item.evidence.end) for item in items)
        return tuple(dict.fromkeys(self._sentences[key] for key in keys))

    def of_entries(self, quotes: Iterable[str]) -> tuple[int, ...]:
        """Give the numbers of some entries of the ledger."""
        return tuple(dict.fromkeys(self._entries[quote] for quote in quotes))

    def of_move(self, move: Move) -> tuple[int, ...]:
        """Give the numbers of what a move stands on, as far as it is among the proofs."""
        found = (self._claims.get(cited.claim or "") or self._entries.get(cited.quote) for cited in move.sentences)
        return tuple(dict.fromkeys(number for number in found if number))


class Sheet(Struct, frozen=True, kw_only=True):
    """A watch with what is printed of it: the words below the title, and sections in order."""

    watch: Watch
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]


def sheet(watch: Watch) -> Sheet:
    """Arrange a watch."""
    numbers = Numbers(watch.proofs)
    moved = [_move(at, move, watch, numbers) for at, move in enumerate(watch.moves, 1)]
    sections = [Section("moved", "MOVED", tuple(moved))] if moved else []
    sections += line_sections(watch.lines, numbers, first=len(moved) + 1, new=watch.new)
    return Sheet(watch=watch, subtitle=wording.subtitle(watch), sections=tuple(sections))


def line_sections(
    standings: Sequence[Standing], numbers: Numbers,
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
            lines = tuple(_line(first + at, standing, numbers, new) for at, standing in enumerate(mine))
            heading = f"RED LINES: {wording.HEADINGS[status]}" if among_others else wording.HEADINGS[status]
            found.append(Section(status.replace(" ", "-"), heading, lines))
            first += len(mine)
    return found


def numbers_shown(sections: Iterable[Section], alarms: Iterable[Alarm], most: int | None = MOST_DEEDS) -> set[int]:
    """Give the numbers that stand somewhere in sections and alarms, of `most` deeds in each part (None: all)."""
    lines = [line for section in sections for line in section.lines]
    found = {number for line in lines for number in line.passages}
    found |= {number for line in lines for note in line.notes for number in note.passages}
    return found.union(*(proofs_shown(alarm, most) for alarm in alarms))


def _move(number: int, move: Move, watch: Watch, numbers: Numbers) -> Line:
    titles = {standing.line.name: standing.line.title for standing in watch.lines}
    titles |= {f"{alarm.a}-{alarm.b}": f"alarm, {alarm_wording.title(alarm)}" for alarm in watch.alarms}
    words = wording.move_words(move, titles.get(move.name, move.name))
    return Line(number=number, words=words, when=move.day, passages=numbers.of_move(move))


def _line(number: int, standing: Standing, numbers: Numbers, new: Sequence[str]) -> Line:
    weighing = [sighting for sighting in standing.sightings if sighting.weighs != "against"]
    return Line(
        number=number, words=standing.line.title, when=standing.since, date=date_words(standing.since),
        passages=numbers.of(weighing), notes=tuple(_notes(standing, numbers, new)),
    )  # fmt: skip


def _notes(standing: Standing, numbers: Numbers, new: Sequence[str]) -> Iterator[Note]:
    """Yield why a line stands so, each sentence with its weight, what speaks against it, and what is planned."""
    yield Note(standing.why, ())
    if len(standing.turns) > 1:
        yield Note(wording.since_words(standing), ())
    for sighting in standing.sightings:
        words = wording.against_words if sighting.weighs == "against" else wording.sighting_words
        yield Note(words(sighting, new=sighting.claim in new), numbers.of([sighting]))
    for item in standing.withdrawn:
        yield Note(wording.withdrawn_words(item), numbers.of([item]))
    for entry in standing.ledger:
        yield Note(f"the ledger: {with_day_words(entry.quote)}", numbers.of_entries([entry.quote]))
    for words_ in (wording.plan_words(standing), *standing.notes):
        if words_:
            yield Note(words_, ())
