"""The desk's record: documents, their claims, what was withdrawn, what is one event. The only room that speaks SQL."""

from dragoman.record.nouns import (
    Filter,
    Group,
    Judgement,
    NotedMove,
    StoredClaim,
    StoredEvent,
    StoredValue,
    Withdrawal,
)
from dragoman.record.record import Record

__all__ = [
    "Filter",
    "Group",
    "Judgement",
    "NotedMove",
    "Record",
    "StoredClaim",
    "StoredEvent",
    "StoredValue",
    "Withdrawal",
]
