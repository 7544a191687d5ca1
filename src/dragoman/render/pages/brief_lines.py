"""The lines of a brief: what each event, treaty, level and check says, and in which section it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from msgspec.structs import replace

from dragoman.desk.selection import Held, Selection
from dragoman.desk.weight import weight
from dragoman.model.document import Evidence
from dragoman.model.event import Event
from dragoman.model.reading import Reading
from dragoman.model.treaty import LevelClaim, TreatyClaim
from dragoman.model.when import EdtfError, bounds
from dragoman.render.pages.facts import fullest, grouped, when_of
from dragoman.render.pages.source_text import Passages
from dragoman.render.sheet import SheetLine, SheetNote
from dragoman.render.words import claims
from dragoman.render.words import events as words
from dragoman.render.words.dates import date_words, reported_words
from dragoman.render.words.names import capital
from dragoman.vocab import Vocabulary

SHARED = {"ongoing": "happened", "urged": "sought"}
"""Statuses that stand in another status's section."""

NEWS_DAYS = 365
"""What ended longer than this before the page's date is no news and goes to EARLIER."""


class BriefWriter:
    """Makes the lines of a reading, each with the numbers of the passages that it stands on."""

    def __init__(
        self, reading: Reading, vocabulary: Vocabulary, selection: Selection, known: Collection[str] = ()
    ) -> None:
        """Number the passages; `known` are the ids of events that are no news to the record."""
        self.reading, self.vocabulary, self.selection, self.known = reading, vocabulary, selection, known
        self.passages = Passages(reading, selection.uncoded)

    def drafts(self) -> dict[str, list[SheetLine]]:
        """Make the lines of every section by its key, not yet ordered."""
        drafts: dict[str, list[SheetLine]] = {}
        recounts = self._recounts()
        for events in grouped(self.selection.printed, self.vocabulary):
            counts = [note for event in events for note in recounts.pop(event.id, ())]
            if all(map(words.is_own_condition, events)):
                continue  # a condition that nothing hangs on is no news
            line = self._event(events)
            if events[0].status == "conditional":
                coded = (words.own_condition_words(event, self.vocabulary) for event in events[1:])
                line = replace(line, why="; ".join((line.why, *coded)))
            line = replace(line, notes=(*line.notes, *counts))
            drafts.setdefault(section_of(events[0], self.reading.document.published, self.vocabulary), []).append(line)
        drafts["counts"] = [
            SheetLine(words=note.words, citations=note.citations) for n in recounts.values() for note in n
        ]
        drafts["treaties"] = [self._treaty(claim) for claim in self.reading.treaties]
        drafts["levels"] = [self._level(claim) for claim in self.reading.levels]
        drafts["checks"] = [
            SheetLine(words=claims.check_words(check, self.vocabulary), citations=self.passages.number(check.evidence))
            for check in self.reading.checks
        ]
        return drafts

    def held(self) -> list[SheetLine]:
        """Give the sentences whose events are held back, each once and with why; not those that a line stands on."""
        told_of = {event.evidence for event in self.selection.printed}
        by_sentence: dict[Evidence, list[Held]] = {}
        for held in self.selection.held:
            if held.event.evidence not in told_of:
                by_sentence.setdefault(held.event.evidence, []).append(held)
        return [self._held(evidence, several) for evidence, several in by_sentence.items()]

    def _held(self, evidence: Evidence, several: Sequence[Held]) -> SheetLine:
        """Quote a sentence with each reason once; of its confidences the best, cut off and not rounded up."""
        best = max((one.event.confidence for one in several if one.reason == "not sure"), default=0.0)
        words = self.vocabulary.wording.words["held"]
        why = {one.reason: str(words[one.reason]) for one in several}
        if "not sure" in why:
            why["not sure"] += f", {int(best * 100) / 100:.2f}"
        return self._quoted(evidence, tag="; ".join(why.values()), events=tuple(one.event.id for one in several))

    def uncoded(self) -> list[SheetLine]:
        """Give the sentences that look important and gave no event."""
        return [self._quoted(evidence) for evidence in self.selection.uncoded]

    def _quoted(self, evidence: Evidence, tag: str | None = None, events: tuple[str, ...] = ()) -> SheetLine:
        said = f"“{' '.join(evidence.quote.split())}”"
        return SheetLine(words=said, citations=self.passages.number(evidence), tag=tag, events=events)

    def _event(self, events: Sequence[Event]) -> SheetLine:
        first, dated, document = events[0], when_of(events), self.reading.document
        sides = (actor.code for event in events for actor in (*event.actors, *event.recipients) if actor.code)
        numbers = (number for event in events for number in self.passages.number(event.evidence))
        found = claims.when_found(dated)
        acting = {actor.code for actor in first.actors}
        return SheetLine(
            words=capital(self._said(events)), when=dated.when, date=self._date(dated), status=first.status,
            vouching=claims.vouching_words(first.holder, first.status, document, self.vocabulary, acting),
            tag="ongoing" if first.status == "ongoing" else None, citations=tuple(sorted(set(numbers))),
            triggers=tuple(event.trigger for event in events), actors=tuple(dict.fromkeys(sides)),
            why=f"{first.why}; {found}" if found else first.why, events=tuple(event.id for event in events),
            weight=max(weight(event, document, self.known) for event in events),
        )  # fmt: skip

    def _said(self, events: Sequence[Event]) -> str:
        first, others = events[0], self.reading.events
        if first.status == "conditional":
            return words.condition_words(first, self.vocabulary, others)
        if first.status == "sought" and first.act == "REQUEST":
            return words.wanted_words(events, self.vocabulary, others)
        told = fullest(events)
        place = next((event.place for event in events if event.place), None)
        return words.event_words(replace(told, place=told.place or place), self.vocabulary, others)

    def _date(self, event: Event) -> str:
        """Give the time in words; of a deed whose time the page does not tell, when it was reported."""
        if event.when_stated:
            return date_words(event.when)
        return reported_words(self.reading.document.published) if event.when and event.done else date_words(event.when)

    def _treaty(self, claim: TreatyClaim) -> SheetLine:
        clauses = (SheetNote(claims.clause_words(c), self.passages.number(c.evidence)) for c in claim.clauses)
        return SheetLine(
            words=claims.treaty_words(claim, self.vocabulary), when=claim.signed, date=date_words(claim.signed),
            citations=self.passages.number(claim.evidence), notes=tuple(clauses), actors=claim.parties,
        )  # fmt: skip

    def _level(self, claim: LevelClaim) -> SheetLine:
        return SheetLine(
            words=claims.level_words(claim, self.vocabulary), when=claim.when, date=date_words(claim.when),
            status=claim.status, citations=self.passages.number(claim.evidence), actors=claim.dyad,
            vouching=claims.vouching_words(
                claim.holder, claim.status, self.reading.document, self.vocabulary, claim.dyad
            ),
        )  # fmt: skip

    def _recounts(self) -> dict[str, list[SheetNote]]:
        """Give the recounts by the id of the event that is counted in the same passage; others by their own place."""
        found: dict[str, list[SheetNote]] = {}
        for claim in self.reading.ordinals:
            number = self.passages.number(claim.evidence)
            near = [e for e in self.selection.printed if self.passages.number(e.evidence) == number]
            event = next((e for e in near if claim.what.lower() in (e.event_mode, e.trigger.text.lower())), None)
            event = event or next((e for e in near if e.act == "CONSULT"), None)
            place = event.id if event else f"@{claim.evidence.start}"
            found.setdefault(place, []).append(SheetNote(claims.ordinal_words(claim), number))
        return found


def section_of(event: Event, published: str | None, vocabulary: Vocabulary) -> str:
    """Give the key of the section in which an event stands, for a page of that date.

    What a source says that another did stands apart from what the page tells as fact.
    """
    key = SHARED.get(event.status, event.status)
    if key != "happened":
        return key
    if event.when and published and _is_old(event.when, published):
        return "earlier"
    own = claims.is_own_word(event.holder, {actor.code for actor in event.actors}, vocabulary)
    return "happened" if event.holder.kind == "page" or own else "claimed"


def _is_old(when: str, published: str) -> bool:
    try:
        return bounds(when)[1] < bounds(published)[0] - timedelta(days=NEWS_DAYS)
    except (EdtfError, OverflowError):
        return False
