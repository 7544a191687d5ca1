"""Ask the record for events."""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.model.dates import checked_date
from dragoman.record import Filter, Record, StoredEvent

MOST = 1_000_000_000
"""More are never asked for at once: SQLite counts no further than 64 bits."""


class FoundEvents(Struct, frozen=True):
    """The events that were found, and whether there are more than were asked for."""

    events: tuple[StoredEvent, ...]
    more: bool


def find(record: Record, asked: Filter, code_of: Callable[[str], str]) -> FoundEvents:
    """Give the events that fit, as many as `asked.limit` says, or all for none or 0.

    `code_of` gives the code of a name. Raises UsageError and DateError for a question that cannot be asked.
    """
    if asked.acting and asked.actor is None:
        raise UsageError("acting asks who acts; name the actor too")
    limit = min(asked.limit, MOST) if asked.limit else None
    question = replace(
        asked,
        actor=None if asked.actor is None else code_of(asked.actor),
        other=None if asked.other is None else code_of(asked.other),
        since=checked_date(asked.since, "since", "time"),
        until=checked_date(asked.until, "until", "time"),
        limit=limit and limit + 1,  # one more tells whether there are more
    )
    found = record.events(question)
    return FoundEvents(tuple(found[:limit]), limit is not None and len(found) > limit)


def event_object(stored: StoredEvent) -> dict[str, Any]:
    """Give a stored event as plain data: the event, then its document, who else tells of it, and how many."""
    rest = {"document": stored.document, "told_by": stored.told_by, "citations": stored.citations}
    built: dict[str, Any] = msgspec.to_builtins(stored.event) | msgspec.to_builtins(rest)
    return built
