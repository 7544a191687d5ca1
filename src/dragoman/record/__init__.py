"""The desk's record: documents, their claims, what was withdrawn, what is one event. The only room that speaks SQL."""

from dragoman.record.desk import Record
from dragoman.record.nouns import (
    Filter,
    Group,
    Head,
    Judgement,
    NotedMove,
    StoredClaim,
    StoredEvent,
    StoredValue,
    Telling,
    Withdrawal,
)

__all__ = [
    "Filter",
    "Group",
    "Head",
    "Judgement",
    "NotedMove",
    "Record",
    "StoredClaim",
    "StoredEvent",
    "StoredValue",
    "Telling",
    "Withdrawal",
]
