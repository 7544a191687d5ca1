"""Fetch from the record what concerns two states."""

from itertools import product

from dragoman.record import Filter, Record, StoredEvent
from dragoman.record.levels import StoredLevel, levels_of
from dragoman.relations.sides import Sides, codes_of


def gather(record: Record, a: str, b: str) -> tuple[list[StoredEvent], list[StoredLevel]]:
    """Give the events between two states, each once, and the level claims about them.

    Raises RecordError, and UsageError if the two are one state.
    """
    sides = Sides(a, b)
    levels = [stored for stored in levels_of(record) if sides.is_pair(stored.claim.dyad)]
    return gather_events(record, a, b), levels


def gather_events(record: Record, a: str, b: str) -> list[StoredEvent]:
    """Give the events between two states, each once. Raises RecordError, and UsageError if the two are one state."""
    sides = Sides(a, b)
    found: dict[str, StoredEvent] = {}
    for one, other in product(codes_of(a), codes_of(b)):
        for stored in record.events(Filter(actor=one, other=other)):
            if sides.between(stored.event):
                found.setdefault(min(telling.id for telling in stored.tellings), stored)
    return list(found.values())
