"""Fetch what concerns two states: from the record, or from readings that are not on it."""

from collections.abc import Iterable
from itertools import product

from dragoman.model.citation import cite
from dragoman.model.identity import content_id
from dragoman.model.reading import Reading
from dragoman.record import Filter, Record, StoredEvent
from dragoman.record.levels import StoredLevel, levels_of
from dragoman.record.rows import encoded
from dragoman.relations.sides import Sides, codes_of


def gather(record: Record, a: str, b: str) -> tuple[list[StoredEvent], list[StoredLevel]]:
    """Give the events between two states, each once, and the level claims about them.

    Raises RecordError, and UsageError if the two are one state.
    """
    sides = Sides(a, b)
    found: dict[str, StoredEvent] = {}
    for one, other in product(codes_of(a), codes_of(b)):
        for stored in record.events(Filter(actor=one, other=other)):
            if sides.between(stored.event):
                found.setdefault(min(stored.claims), stored)
    return list(found.values()), [stored for stored in levels_of(record) if sides.is_pair(stored.claim.dyad)]


def gather_pages(readings: Iterable[Reading], a: str, b: str) -> tuple[list[StoredEvent], list[StoredLevel]]:
    """Give the same out of readings that are not on record: each page is a story of its own.

    Raises UsageError if the two are one state.
    """
    sides, events, levels = Sides(a, b), [], []
    for reading in readings:
        head = reading.document.head
        for event in reading.events:
            if sides.between(event):
                cited = (cite(event.id, head, event.evidence),)
                events.append(StoredEvent(event=event, document=head, told_by=1, citations=cited))
        for claim in reading.levels:
            if sides.is_pair(claim.dyad):
                key = content_id(head.id, "level", encoded(claim))
                levels.append(StoredLevel(id=key, claim=claim, document=head))
    return events, levels
