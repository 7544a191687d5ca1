"""The desk's record: documents, their claims, what was withdrawn, what is one event. The only room that speaks SQL."""

from dragoman.record.desk import Record
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
