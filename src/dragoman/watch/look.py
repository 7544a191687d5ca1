"""Look at all lines and alarms on a day, and tell what moved since the last look."""

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.alarm import Alarm, alarm
from dragoman.ledger.book import Ledger
from dragoman.model.identity import content_id
from dragoman.record import Record
from dragoman.record.pool import Pool, Snapshot
from dragoman.relations.citations import Citations
from dragoman.relations.days import span
from dragoman.relations.derive import events_between
from dragoman.relations.series import interactions_of
from dragoman.relations.sides import Sides
from dragoman.vocab import Vocabulary
from dragoman.vocab.alarm import Constants
from dragoman.watch.moving import alarm_move, line_move
from dragoman.watch.nouns import Lines, RedLine, Standing, Watch
from dragoman.watch.sightings import Sightings, entries_of
from dragoman.watch.standing import stand

NOTHING = "nothing with a date is on record: every line is clear for all that is known"


def look(record: Record, lines: Lines, ledger: Ledger, on: str | None = None) -> Watch:
    """Give how lines and alarms stand on the ISO day `on`, by default that of the latest page on record.

    What moved and what is new is told against the last look that was noted (`Record.note_look`), and not for a day
    that was asked for; nothing is noted here. Raises RecordError if the record cannot be used.
    """
    snapshot, citations = record.snapshot(), Citations()
    day = on or latest_day(snapshot)
    if day is None:
        return Watch(on=None, lines=(), alarms=(), notes=(NOTHING,))
    standings = tuple(standing_of(line, snapshot, ledger, day) for line in lines.lines)
    for standing in standings:
        number(standing, citations)
    alarms = tuple(alarm_of(snapshot, a, b, day, citations, ledger.vocabulary) for a, b in lines.dyads)
    found = Watch(
        on=day, lines=standings, alarms=alarms, citations=citations.all, asked=on is not None,
        notes=tuple(_notes(snapshot, day)),
    )  # fmt: skip
    return found if on else _since_last(found, record, ledger.vocabulary.alarm)


def _since_last(found: Watch, record: Record, constants: Constants) -> Watch:
    """Tell what moved and what is new since the last look that was noted."""
    last, known = record.last_moves(), record.new_claims()
    told = (sighting.citation.claim for standing in found.lines for sighting in standing.sightings)
    moves = [line_move(line, last.get(("line", line.line.name)), found.on or "") for line in found.lines]
    for one in found.alarms:
        before = last.get(("alarm", f"{one.a}-{one.b}"))
        moves.append(alarm_move(one, before, found.citations, content_id(constants)))
    new = dict.fromkeys(claim for claim in told if claim in known)
    return replace(found, moves=tuple(move for move in moves if move), new=tuple(new))


def latest_day(snapshot: Snapshot) -> str | None:
    """Give the ISO day of the latest page on record; where none has a date, that of the latest event; None for none."""
    days = span(snapshot.latest())
    return days[0].isoformat() if days else None


def standing_of(line: RedLine, pool: Pool, ledger: Ledger, day: str) -> Standing:
    """Give how one line stands on an ISO day."""
    told = Sightings(pool, ledger.vocabulary)
    return stand(line, told.of_line(line), day, withdrawn=told.withdrawn(line), ledger=entries_of(line, ledger, day))


def number(standing: Standing, citations: Citations) -> None:
    """Enter what a line stands on: its sentences, what was withdrawn, and the ledger's entries."""
    citations.enter(sighting.citation for sighting in standing.sightings)
    citations.enter(item.citation for item in standing.withdrawn)
    citations.enter(entry.citation for entry in standing.ledger)


def alarm_of(pool: Pool, a: str, b: str, day: str, citations: Citations, vocabulary: Vocabulary) -> Alarm:
    """Give the alarm of two states on an ISO day; what it stands on is added to `citations`."""
    events = events_between(pool, Sides(a, b, vocabulary))
    return alarm(a, b, interactions_of(events, None, citations), day, vocabulary)


def _notes(snapshot: Snapshot, day: str) -> Iterable[str]:
    undated = snapshot.undated()
    if undated:
        yield f"pages on record without a date: {undated}; what they tell counts as known on {day}"
