"""The brief of one page: which claim stands in which section, in which order, on which passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.desk.outlook import Outlook
from dragoman.model.event import Event
from dragoman.model.reading import Reading
from dragoman.model.treaty import LevelClaim, TreatyClaim
from dragoman.model.when import EdtfError, bounds
from dragoman.render.charts.timeline import timeline
from dragoman.render.pages.outlook import outlook_sheet
from dragoman.render.pages.source_text import Passages, marked_text
from dragoman.render.sheet import Appearance, Section, Sheet, SheetLine, SheetNote, numbered
from dragoman.render.words import claims, documents
from dragoman.render.words import events as words
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import actor_words, code_name, label_name
from dragoman.vocab import Vocabulary

SECTIONS = (
    ("happened", "HAPPENED"),
    ("planned", "PLANNED"),
    ("expected", "EXPECTED"),
    ("conditional", "ON A CONDITION"),
    ("sought", "SOUGHT AND URGED"),
    ("possible", "POSSIBLE OR ALLEGED"),
    ("denied", "DENIED"),
    ("negated", "DID NOT HAPPEN"),
    ("treaties", "TREATIES"),
    ("levels", "LEVELS OF RELATIONS"),
    ("counts", "COUNTS"),
    ("earlier", "EARLIER"),
    ("checks", "CHECKS"),
)
"""Key and heading of each section, in the order of the brief."""

SHARED = {"ongoing": "happened", "urged": "sought"}
"""Statuses that stand in another status's section."""

NEWS_DAYS = 365
"""What ended longer than this before the page's date is no news and goes to EARLIER."""

NEWEST_FIRST = ("happened", "earlier", "negated", "denied", "treaties", "levels")
AS_TOLD = ("conditional", "checks")


def brief_sheet(reading: Reading, vocabulary: Vocabulary, outlook: Outlook | None = None) -> Sheet:
    """Describe the brief of a reading, with what watch and precedents say of it. Same reading, same brief."""
    writer = BriefWriter(reading, vocabulary)
    drafts = writer.drafts()
    sections = numbered(
        Section(key, heading, tuple(_merged(_in_order(key, drafts.get(key, []))))) for key, heading in SECTIONS
    )
    lines = [line for section in sections for line in section.lines]
    document, chart = reading.document, timeline(lines, reading.document.published)
    told = [documents.notice_words(one, vocabulary) for one in reading.notices if one.kind != "piece"]
    rejected = documents.rejected_words(reading.rejected)
    return Sheet(
        kind="brief", title=documents.title(document), about=documents.about(document),
        warning=documents.warning(reading, vocabulary), figures=(chart,) if chart else (), sections=sections,
        nothing="No event, treaty or level of relations was read on this page.",
        text=marked_text(document, writer.passages, lines), citations=writer.passages.cited(),
        notes=(*told, rejected) if rejected else tuple(told), legend=legend(reading, lines, vocabulary),
        details=documents.details(document),
        pieces=tuple(documents.notice_words(one, vocabulary) for one in reading.notices if one.kind == "piece"),
        outlook=outlook_sheet(outlook, vocabulary) if outlook else None,
    )  # fmt: skip


class BriefWriter:
    """Makes the lines of a reading, each with the numbers of the passages that it stands on."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        """Number the passages."""
        self.reading, self.vocabulary = reading, vocabulary
        self.passages = Passages(reading)

    def drafts(self) -> dict[str, list[SheetLine]]:
        """Make the lines of every section by its key, not yet ordered."""
        drafts: dict[str, list[SheetLine]] = {}
        recounts = self._recounts()
        for events in grouped(self.reading.events, self.vocabulary):
            line = self._event(events)
            if events[0].status == "conditional":
                line = replace(line, notes=tuple(map(self._own_condition, events[1:])))
            counts = (note for event in events for note in recounts.pop(event.id, ()))
            line = replace(line, notes=(*line.notes, *counts))
            drafts.setdefault(section_of(events[0], self.reading.document.published), []).append(line)
        drafts["counts"] = [
            SheetLine(words=note.words, citations=note.citations) for n in recounts.values() for note in n
        ]
        drafts["treaties"] = [self._treaty(claim) for claim in self.reading.treaties]
        drafts["levels"] = [self._level(claim) for claim in self.reading.levels]
        drafts["checks"] = [
            SheetLine(words=claims.check_words(check), citations=self.passages.number(check.evidence))
            for check in self.reading.checks
        ]
        return drafts

    def _event(self, events: Sequence[Event]) -> SheetLine:
        first, others = events[0], self.reading.events
        if first.status == "conditional":
            said = words.condition_words(first, self.vocabulary, others)
        elif first.status == "sought" and first.act == "REQUEST":
            said = words.wanted_words(events, self.vocabulary, others)
        else:
            placed = max(events, key=lambda event: event.place is not None)
            said = words.event_words(placed, self.vocabulary, others)
        sides = (actor.code for event in events for actor in (*event.actors, *event.recipients) if actor.code)
        numbers = (number for event in events for number in self.passages.number(event.evidence))
        found = claims.when_found(first)
        return SheetLine(
            words=said, when=first.when, date=date_words(first.when), status=first.status,
            holder=claims.holder_words(first.holder, first.status, self.reading.document, self.vocabulary),
            tag="ongoing" if first.status == "ongoing" else None, citations=tuple(dict.fromkeys(numbers)),
            triggers=tuple(event.trigger for event in events), actors=tuple(dict.fromkeys(sides)),
            why=f"{first.why}; {found}" if found else first.why,
        )  # fmt: skip

    def _own_condition(self, event: Event) -> SheetNote:
        return SheetNote(words.own_condition_words(event, self.vocabulary), self.passages.number(event.evidence))

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
            holder=claims.holder_words(claim.holder, claim.status, self.reading.document, self.vocabulary),
        )  # fmt: skip

    def _recounts(self) -> dict[str, list[SheetNote]]:
        """Give the recounts by the id of the event that is counted in the same passage; others by their own place."""
        found: dict[str, list[SheetNote]] = {}
        for claim in self.reading.ordinals:
            number = self.passages.number(claim.evidence)
            near = [e for e in self.reading.events if self.passages.number(e.evidence) == number]
            event = next((e for e in near if claim.what.lower() in (e.event_mode, e.trigger.text.lower())), None)
            event = event or next((e for e in near if e.act == "CONSULT"), None)
            place = event.id if event else f"@{claim.evidence.start}"
            found.setdefault(place, []).append(SheetNote(claims.ordinal_words(claim), number))
        return found


def section_of(event: Event, published: str | None) -> str:
    """Give the key of the section in which an event stands, for a page of that date."""
    key = SHARED.get(event.status, event.status)
    if key == "happened" and event.when and published and _is_old(event.when, published):
        return "earlier"
    return key


def _is_old(when: str, published: str) -> bool:
    try:
        return bounds(when)[1] < bounds(published)[0] - timedelta(days=NEWS_DAYS)
    except (EdtfError, OverflowError):
        return False


def grouped(events: Sequence[Event], vocabulary: Vocabulary) -> list[list[Event]]:
    """Put together what makes one line: the wishes of one side towards another, a deed with what it hangs on, and
    a deed told several times, perhaps not always with its place.

    A wish whose addressee was not read joins one of the same side in the same sentence.
    """
    groups: list[list[Event]] = []
    bare = {event.id: words.event_words(replace(event, place=None), vocabulary, events) for event in events}
    for event in sorted(events, key=words.is_own_condition):
        group = next((g for g in groups if _belongs(event, g, bare, vocabulary)), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return groups


def _belongs(event: Event, group: Sequence[Event], bare: Mapping[str, str], vocabulary: Vocabulary) -> bool:
    first = group[0]
    if event.status != first.status or event.holder.text != first.holder.text:
        return False
    if event.status == "conditional":
        return words.is_own_condition(event) and event.condition == first.condition
    if event.when != first.when:
        return False
    if event.status == "sought" and event.act == first.act == "REQUEST":
        return _is_wish_of(event, first, vocabulary)
    places = {words.place_words(one, bare[one.id]) for one in (*group, event)} - {""}
    return bare[event.id] == bare[first.id] and len(places) < 2


def _is_wish_of(event: Event, first: Event, vocabulary: Vocabulary) -> bool:
    whom = actor_words(words.recipients(event, vocabulary), vocabulary)
    same_side = actor_words(event.actors, vocabulary) == actor_words(first.actors, vocabulary)
    return same_side and (
        whom == actor_words(words.recipients(first, vocabulary), vocabulary)
        or (not whom and event.evidence == first.evidence)
    )


def _in_order(key: str, lines: list[SheetLine]) -> list[SheetLine]:
    """Put the dated first: news and history newest first, what is ahead soonest first; the rest as in the text."""
    if key in AS_TOLD:
        return lines
    dated = [(day, line) for line in lines if (day := _day(line))]
    dated.sort(key=lambda pair: pair[0], reverse=key in NEWEST_FIRST)
    return [*(line for _, line in dated), *(line for line in lines if not _day(line))]


def _day(line: SheetLine) -> date | None:
    """Give the first day of a line's time; None where it has none, or where that is open."""
    try:
        first = bounds(line.when)[0] if line.when else date.min
    except EdtfError:
        return None
    return None if first == date.min else first


def _merged(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """Join lines that say the same thing of the same date: one line, several passages."""
    merged: dict[tuple[object, ...], SheetLine] = {}
    for line in lines:
        key = (line.words, line.date, line.holder, line.status)
        merged[key] = _joined(merged[key], line) if key in merged else line
    return list(merged.values())


def _joined(a: SheetLine, b: SheetLine) -> SheetLine:
    return replace(
        a,
        citations=tuple(dict.fromkeys(a.citations + b.citations)),
        notes=a.notes + b.notes,
        triggers=a.triggers + b.triggers,
    )


def legend(reading: Reading, lines: Sequence[SheetLine], vocabulary: Vocabulary) -> tuple[Appearance, ...]:
    """List who appears in the lines: most lines first, then by code."""
    counts = Counter(code for line in lines for code in dict.fromkeys(line.actors))
    people: dict[str, dict[str, None]] = {}
    for event in reading.events:
        for actor in (*event.actors, *event.recipients):
            if actor.code and actor.name and actor.name != label_name(actor.code, vocabulary):
                people.setdefault(actor.code, {})[actor.name] = None
    return tuple(
        Appearance(code, code_name(code, vocabulary), tuple(people.get(code, ())), count)
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
