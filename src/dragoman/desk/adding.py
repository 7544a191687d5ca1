"""Put a page on record, and hold what it counts and dates against what other documents tell."""

from msgspec import Struct

from dragoman.model.reading import Reading
from dragoman.model.treaty import Check
from dragoman.record import Record
from dragoman.relations.checks import dated_events, earlier_events_of, event_checks, ordinal_checks


class Added(Struct, frozen=True, kw_only=True):
    """A page that was put on record, or was there already (not `new`: then nothing was checked).

    `checks` are its counts that agree with the record or differ, and its events that differ; `agreeing` of its `dated`
    events are told by other documents too.
    """

    reading: Reading
    new: bool
    checks: tuple[Check, ...] = ()
    agreeing: int = 0
    dated: int = 0


def add(record: Record, reading: Reading) -> Added:
    """Put a reading on record. Raises PageError if it cannot be stored, RecordError if the record cannot be used."""
    if not record.add(reading):
        return Added(reading=reading, new=False)
    known = earlier_events_of(record, reading)
    events = event_checks(reading, known)
    told = [check for check in ordinal_checks(reading, known, record.vocabulary) if check.verdict != "new"]
    told += [check for check in events if check.verdict == "differs"]
    agreeing = sum(1 for check in events if check.verdict == "agrees")
    return Added(
        reading=reading, new=True, checks=tuple(told), agreeing=agreeing, dated=len(dated_events(reading))
    )  # fmt: skip
