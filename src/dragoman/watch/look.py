"""Look at all lines and alarms on a day, and tell what moved since the last look."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.alarm import Alarm, alarm
from dragoman.ledger.book import Ledger
from dragoman.model.citation import Citation
from dragoman.model.move import Move
from dragoman.record import Record
from dragoman.record.moves import last_moves, new_claims
from dragoman.record.seen import Snapshot
from dragoman.relations.citations import Citations
from dragoman.relations.days import span
from dragoman.relations.series import interactions_of
from dragoman.relations.sides import Sides, codes_of
from dragoman.watch.moving import alarm_move, line_move
from dragoman.watch.nouns import Lines, RedLine, Standing, Watch
from dragoman.watch.pool import Pool
from dragoman.watch.sightings import entries_of, sightings_of, withdrawn_of
from dragoman.watch.standing import stand

NOTHING = "nothing with a date is on record: every line is clear for all that is known"


def look(record: Record, lines: Lines, ledger: Ledger, on: str | None = None) -> Watch:
    """Give how lines and alarms stand on the ISO day `on`, by default that of the latest page on record.

    What moved and what is new is told against the last look that was noted (`dragoman.record.moves.note_look`), and
    not for a day that was asked for; nothing is noted here.
    Raises RecordError if the record cannot be used.
    """
    finder, citations = Snapshot(record), Citations()
    day = on or latest_day(finder)
    if day is None:
        return Watch(on=None, lines=(), alarms=(), notes=(NOTHING,))
    standings = tuple(standing_of(line, finder, ledger, day) for line in lines.lines)
    for standing in standings:
        number(standing, citations)
    alarms = tuple(alarm_of(finder, a, b, day, citations) for a, b in lines.dyads)
    moves = tuple(_moves(last_moves(record), standings, alarms, citations.all, day)) if on is None else ()
    known = new_claims(record) if on is None else frozenset()
    told = (sighting.citation.claim for standing in standings for sighting in standing.sightings)
    fresh = dict.fromkeys(claim for claim in told if claim in known)
    return Watch(
        on=day, lines=standings, alarms=alarms, citations=citations.all, moves=moves, new=tuple(fresh),
        asked=on is not None, notes=tuple(_notes(finder, day)),
    )  # fmt: skip


def latest_day(finder: Snapshot) -> str | None:
    """Give the ISO day of the latest page on record; where none has a date, that of the latest event; None for none."""
    days = span(finder.latest())
    return days[0].isoformat() if days else None


def standing_of(line: RedLine, pool: Pool, ledger: Ledger, day: str) -> Standing:
    """Give how one line stands on an ISO day."""
    return stand(
        line, sightings_of(line, pool), day, withdrawn=withdrawn_of(line, pool), ledger=entries_of(line, ledger, day)
    )


def number(standing: Standing, citations: Citations) -> None:
    """Enter what a line stands on: its sentences, what was withdrawn, and the ledger's entries."""
    citations.enter(sighting.citation for sighting in standing.sightings)
    citations.enter(item.citation for item in standing.withdrawn)
    citations.enter(entry.citation for entry in standing.ledger)


def alarm_of(finder: Snapshot, a: str, b: str, day: str, citations: Citations) -> Alarm:
    """Give the alarm of two states on an ISO day; what it stands on is added to `citations`."""
    sides = Sides(a, b)
    events = [stored for stored in finder.events(codes_of(a), codes_of(b)) if sides.between(stored.event)]
    return alarm(a, b, interactions_of(events, None, citations), day)


def _moves(
    last: Mapping[tuple[str, str], Move], standings: Iterable[Standing], alarms: Iterable[Alarm],
    citations: Sequence[Citation], day: str,
) -> Iterable[Move]:  # fmt: skip
    for standing in standings:
        moved = line_move(standing, last.get(("line", standing.line.name)), day)
        if moved:
            yield moved
    for found in alarms:
        moved = alarm_move(found, last.get(("alarm", f"{found.a}-{found.b}")), citations)
        if moved:
            yield moved


def _notes(finder: Snapshot, day: str) -> Iterable[str]:
    undated = finder.undated()
    if undated:
        yield f"pages on record without a date: {undated}; what they tell counts as known on {day}"
