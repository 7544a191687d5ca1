"""What a page claims, held against the record: its counts ("third meeting"), and its events with their dates.

Only what other documents tell counts: a page does not bear itself out.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import product, takewhile
from typing import Literal

from msgspec.structs import replace

from dragoman.model.event import MUTUAL, Event
from dragoman.model.reading import Reading
from dragoman.model.treaty import Check, OrdinalClaim
from dragoman.model.when import EdtfError, shift
from dragoman.record import Filter, Record, StoredEvent
from dragoman.record.matching import SHORT, deed_of, score, traits_of
from dragoman.relations.citations import Citations
from dragoman.relations.days import is_vague, overlap, span
from dragoman.relations.encounters import find_encounters
from dragoman.relations.nouns import Encounter
from dragoman.relations.ordinals import gap
from dragoman.relations.persons import same_person
from dragoman.relations.sides import Sides
from dragoman.vocab import Vocabulary

Verdict = Literal["agrees", "differs", "new"]

NEAR = 30
"""Days by which two papers may misdate one event; further apart are two. Our judgement."""

ALIKE = 90
"""Points of `record.matching` that make one event but for the day: same place or persons, and nothing against it."""

LISTED = 12
"""Dates of earlier ones that a check lists, the last ones."""

DENYING = frozenset({"denied", "negated"})


def record_checks(reading: Reading, earlier_events: Sequence[StoredEvent], vocabulary: Vocabulary) -> tuple[Check, ...]:
    """Give the checks of a page's counts and of its events; `earlier_events` are those that `earlier_events_of` finds.

    An event that the record does not know gets no check.
    """
    return ordinal_checks(reading, earlier_events, vocabulary) + event_checks(reading, earlier_events)


def earlier_events_of(record: Record, reading: Reading) -> list[StoredEvent]:
    """Fetch what a page is held against: all that the parties of its counts did, what is near its dated events.

    Best asked when the page is stored: then the record has judged what is one event. Raises RecordError.
    """
    asked: dict[Filter, None] = {}
    for claim in reading.ordinals:
        event = event_of(claim, reading)
        if event is not None:
            asked |= dict.fromkeys(_filters(event, Filter(event_type="CONSULT"), record.vocabulary))
    for event in dated_events(reading):
        asked |= dict.fromkeys(_filters(event, _near(event.when or ""), record.vocabulary))
    found: dict[str, StoredEvent] = {}
    for question in asked:
        for stored in record.events(question):
            found.setdefault(min(stored.claims), stored)
    return list(found.values())


def dated_events(reading: Reading) -> list[Event]:
    """Give the events of a page that are held against the record: happened, and with a date."""
    return [event for event in reading.events if event.status == "happened" and span(event.when)]


def ordinal_checks(
    reading: Reading, earlier_events: Sequence[StoredEvent], vocabulary: Vocabulary
) -> tuple[Check, ...]:
    """Give a check for each count that the page states.

    It agrees if the record has as many earlier ones as the count asks for, differs if it has more, and is new if it
    has too few to tell. "First in 24 years" asks how long ago the last one was.
    """
    return tuple(_ordinal_check(claim, reading, earlier_events, vocabulary) for claim in reading.ordinals)


def event_checks(reading: Reading, earlier_events: Sequence[StoredEvent]) -> tuple[Check, ...]:
    """Give a check for each dated event of the page that the record has too, or has otherwise."""
    known = _of_others(reading, earlier_events)
    found = (_event_check(event, reading, known) for event in dated_events(reading))
    return tuple(check for check in found if check is not None)


def event_of(claim: OrdinalClaim, reading: Reading) -> Event | None:
    """Give the event that a count stands on: in its sentence, or what the page calls by the same noun elsewhere.

    ("They met on Monday. It was their third meeting" tells one event, which stands in the first sentence.)
    """
    mine = [e for e in reading.events if set(_names(e)) == set(claim.persons)]
    here = [e for e in mine if claim.evidence.start <= e.trigger.start < claim.evidence.end]
    if here:
        return max(here, key=lambda e: _alike(e, claim))
    named = [e for e in mine if _alike(e, claim) == len(claim.what)]
    return max(named, key=lambda e: (span(e.when) is not None, span(e.when)), default=None)


def _alike(event: Event, claim: OrdinalClaim) -> int:
    """Give how many letters the event's word and the count's have in common ("met", "meet")."""
    letters = zip(event.trigger.text.lower(), claim.what, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))


def _names(event: Event) -> list[str]:
    return [a.name or a.code or a.text for a in (*event.actors, *event.recipients)]


def _parties(event: Event, vocabulary: Vocabulary) -> list[str]:
    """Give the codes of an event's parties, each line of states once."""
    codes = (actor.code for actor in (*event.actors, *event.recipients))
    return list({vocabulary.treaties.line_of(code): code for code in codes if code}.values())


def _filters(event: Event, wanted: Filter, vocabulary: Vocabulary) -> Iterator[Filter]:
    parties = _parties(event, vocabulary)
    if len(parties) >= 2:
        for one, other in product(*map(vocabulary.treaties.codes_of, parties[:2])):
            yield replace(wanted, actor=one, other=other)


def _near(when: str) -> Filter:
    days = span(when)
    try:
        return Filter(since=shift(str(days[0]), -NEAR), until=shift(str(days[1]), NEAR)) if days else Filter()
    except EdtfError:
        return Filter(since=when, until=when)


def _told_in(stored: StoredEvent) -> set[str]:
    """Give the ids of the documents that tell of an event."""
    return {citation.document.id for citation in stored.citations if citation.document}


def _of_others(reading: Reading, events: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Leave out what only this page tells."""
    return [e for e in events if _told_in(e) - {reading.document.id}]


def _ordinal_check(
    claim: OrdinalClaim, reading: Reading, earlier_events: Sequence[StoredEvent], vocabulary: Vocabulary
) -> Check:
    said = f"no. {claim.ordinal}, {claim.what}, of {' and '.join(claim.persons)}"
    event = event_of(claim, reading)
    sides = _sides_of(event, vocabulary) if event else None
    current = _encounter(event, reading, sides) if event and sides else None
    if event is None or sides is None or current is None:
        missing = "only visits, meetings and calls of two states are counted, with a date"
        return Check(claim=said, verdict="new", how=missing, evidence=claim.evidence)
    others = [e for e in _of_others(reading, earlier_events) if event.id not in e.claims]
    earlier = [e.when or "" for e in _earlier(event, current, others, sides)]
    verdict, how = _judged(claim, earlier, current)
    last = ", ".join(["…"] * (len(earlier) > LISTED) + earlier[-LISTED:])
    against = f"on record: {last}" if earlier else None
    return Check(claim=said, verdict=verdict, against=against, how=how, evidence=claim.evidence)


def _sides_of(event: Event, vocabulary: Vocabulary) -> Sides | None:
    """Give the two states of an event; None if there are fewer or more."""
    parties = _parties(event, vocabulary)
    return Sides(parties[0], parties[1], vocabulary) if len(parties) == 2 else None


def _encounter(event: Event, reading: Reading, sides: Sides) -> Encounter | None:
    """Give the event as an encounter of the two, done on its day or on that of the page; None if it is none."""
    when = event.when if span(event.when) else reading.document.published
    if span(when) is None:
        return None
    done = replace(event, status="happened", when=when)
    stored = StoredEvent(event=done, document=reading.document.head, told_by=1, citations=())
    return next(iter(find_encounters(sides, [stored], None, None, Citations())), None)


def _earlier(event: Event, current: Encounter, others: Iterable[StoredEvent], sides: Sides) -> list[Encounter]:
    """Give the encounters of the same kind and persons that were over before the current one began."""
    days = span(current.when)
    begin = days[0] if days else None
    if begin and event.when_stated is None:
        # The day is only that of the page, and papers come out some days after what they tell of.
        begin -= timedelta(SHORT)
    met = find_encounters(sides, [e for e in others if sides.between(e.event)], None, None, Citations())
    return [
        e for e in met
        if e.counted and (ended := span(e.when)) and begin and ended[1] < begin and _counts_with(current, e)
    ]  # fmt: skip


def _counts_with(current: Encounter, other: Encounter) -> bool:
    """Tell whether two count together: over the visiting persons, both sides' persons if both are named, or states."""
    if (current.kind, current.visitor) != (other.kind, other.visitor):
        return False
    people = current.people
    over = [current.visitor] if current.visitor else list(people) if len(people) == 2 else []
    return all(
        any(same_person(a, b) for a in people[side] for b in other.people.get(side, ()))
        for side in people
        if side in over
    )


def _judged(claim: OrdinalClaim, earlier: Sequence[str], current: Encounter) -> tuple[Verdict, str | None]:
    if claim.ordinal == 1 and claim.interval_years and earlier:
        years = gap(earlier[-1], current.when)[0] or 0
        if abs(years - claim.interval_years) <= 1:
            return "agrees", None
        if years < claim.interval_years:
            return "differs", f"the page counts {claim.interval_years} years; from the last one on record it is {years}"
        return "new", "the record does not have the last one"
    asked = claim.ordinal - 1
    if len(earlier) > asked:
        return "differs", f"the record has {_ones(len(earlier))}, which makes this one number {len(earlier) + 1}"
    if len(earlier) == asked and asked:
        return "agrees", None
    return "new", f"the record has {len(earlier)} of {asked} earlier ones" if asked else "the record has no earlier one"


def _ones(count: int) -> str:
    return "one earlier one" if count == 1 else f"{count} earlier ones"


def _event_check(event: Event, reading: Reading, known: Sequence[StoredEvent]) -> Check | None:
    """Give what the record has of an event: the same, another day, a denial; None if nothing."""
    deed = " ".join(filter(None, (event.act, event.event_mode)))
    said = f"{deed} of {' and '.join(_names(event))}, {event.when}"
    same = next((e for e in known if event.id in e.claims), None)
    if same is not None and same.told_by > 1:
        told = f"told by {same.told_by} documents"
        return Check(claim=said, verdict="agrees", how=told, evidence=event.evidence)
    for other in known:
        how = None if other is same else _difference(event, other, reading)
        if how:
            where = f"on record: {other.document.title or other.document.id}"
            return Check(claim=said, verdict="differs", against=where, how=how, evidence=event.evidence)
    return None


def _difference(event: Event, other: StoredEvent, reading: Reading) -> str | None:
    """Say in what an event on record contradicts that of the page: its day, or whether it was; None if it does not."""
    told = other.event
    if deed_of(event) != deed_of(replace(told, status="happened")):
        return None
    if told.status in DENYING:
        return f"{told.status} there, {told.when}" if overlap(event.when, told.when) else None
    apart = _days_apart(event.when, told.when)
    here = reading.document.id in _told_in(other)
    # A page that tells of both days tells of two events. Calls, and deeds of one side, are too many to be told apart.
    if here or told.status != "happened" or is_vague(told.when) or not 0 < apart <= NEAR or event.act not in MUTUAL:
        return None
    ours, theirs = traits_of(event), traits_of(told)
    judged = score(ours, replace(theirs, days=ours.days), one_story=False, one_sentence=False)
    likely = judged is not None and judged[0] >= ALIKE and event.event_mode != "phone"
    return f"the record has it on {told.when}" if likely else None


def _days_apart(one: str | None, other: str | None) -> int:
    """Give the days between two times; 0 if they may be the same or one is not known."""
    a, b = span(one), span(other)
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0) if a and b else 0
