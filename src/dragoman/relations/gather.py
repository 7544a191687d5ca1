"""Fetch what concerns two states, from a record or from readings that are not on it."""

from dragoman.record.nouns import StoredEvent, StoredLevel
from dragoman.record.pool import Pool
from dragoman.relations.sides import Sides


def gather(pool: Pool, sides: Sides) -> tuple[list[StoredEvent], list[StoredLevel]]:
    """Give the events between two states, each once, and the level claims about them. Raises RecordError."""
    return events_between(pool, sides), [level for level in pool.levels() if sides.is_pair(level.claim.dyad)]


def events_between(pool: Pool, sides: Sides) -> list[StoredEvent]:
    """Give the events between two states, each once. Raises RecordError."""
    return [stored for stored in pool.events(*sides.codes) if sides.between(stored.event)]
