"""Fetch what concerns two states, and derive all there is to say of them. No clock; `derive` has no input or output."""

from collections.abc import Iterable, Sequence

from dragoman.ledger.book import Ledger
from dragoman.record import StoredEvent
from dragoman.record.nouns import StoredLevel
from dragoman.record.pool import Pool
from dragoman.relations.citations import Citations
from dragoman.relations.days import span
from dragoman.relations.encounters import find_encounters
from dragoman.relations.levels import observations, spells
from dragoman.relations.nouns import Encounter, Relations, Series
from dragoman.relations.ordinals import with_ordinals
from dragoman.relations.series import series_of
from dragoman.relations.sides import Sides
from dragoman.relations.treaties import shared_treaties
from dragoman.relations.wars import shared_wars


def gather(pool: Pool, sides: Sides) -> tuple[list[StoredEvent], list[StoredLevel]]:
    """Give the events between two states, each once, and the level claims about them. Raises RecordError."""
    return events_between(pool, sides), [level for level in pool.levels() if sides.is_pair(level.claim.dyad)]


def events_between(pool: Pool, sides: Sides) -> list[StoredEvent]:
    """Give the events between two states, each once. Raises RecordError."""
    return [stored for stored in pool.events(*sides.codes) if sides.between(stored.event)]


def derive(
    a: str,
    b: str,
    *,
    ledger: Ledger,
    events: Sequence[StoredEvent] = (),
    levels: Iterable[StoredLevel] = (),
    until: str | None = None,
    notes: Sequence[str] = (),
) -> Relations:
    """Give the relations of two states, up to the end of the EDTF time `until` if there is one.

    `events` and `levels` are those that `gather` finds. Raises UsageError if the two are one state.
    """
    sides, citations = Sides(a, b, ledger.vocabulary), Citations()
    days = span(until)
    day = days[1].isoformat() if days else None
    said = observations(sides, levels, ledger, until, citations)
    met = with_ordinals(find_encounters(sides, events, ledger, until, citations))
    series = series_of(events, until, citations)
    treaties = shared_treaties(sides, ledger, day, citations)
    wars = tuple(shared_wars(sides, ledger, day, citations))
    return Relations(
        a=a, b=b, until=until, spells=tuple(spells(said, day, ledger.vocabulary.levels)), observations=tuple(said),
        encounters=tuple(met),
        treaties=tuple(treaties), series=series, citations=citations.all,
        notes=(*notes, *_notes(met, series), *_checked(day, ledger)), wars=wars,
    )  # fmt: skip


def _checked(day: str | None, ledger: Ledger) -> list[str]:
    """Say that a day lies after the last to which the ledger was checked."""
    return [f"the ledger was checked to {ledger.checked}; this day is later"] if day and day > ledger.checked else []


def _notes(met: Sequence[Encounter], series: Series) -> list[str]:
    """Say what was left out of a count."""
    undated = sum(1 for encounter in met if encounter.when is None)
    told = (
        (undated, "without a date: listed, and counted as none"),
        (len(series.coarse), "dated no finer than over a month: listed, and in no month"),
        (len(series.undated), "without a date: listed, and in no month"),
    )
    names = ("visit or meeting", "event", "event")
    plurals = ("visits or meetings", "events", "events")
    return [
        f"{count} {name if count == 1 else plural} {words}"
        for (count, words), name, plural in zip(told, names, plurals, strict=True)
        if count
    ]
