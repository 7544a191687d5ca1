"""Look at two states, or at those that a page is about: red lines, alarms, precedents, and what they stand on."""

from collections import Counter
from functools import cached_property
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from dragoman.alarm import Alarm, alarm, interactions_in
from dragoman.ledger.book import Ledger
from dragoman.model.citation import Citation
from dragoman.model.reading import Reading
from dragoman.precedents import Course, Precedents, gather_all, named_courses, other_courses, precedents
from dragoman.precedents.others import Dyad
from dragoman.record import Record, StoredEvent
from dragoman.record.levels import StoredLevel
from dragoman.record.seen import Snapshot
from dragoman.relations import Relations, derive, gather
from dragoman.relations.citations import Citations
from dragoman.relations.days import span
from dragoman.relations.gather import gather_pages
from dragoman.relations.series import interactions_of
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from dragoman.watch.lines import bears_on
from dragoman.watch.look import latest_day, number, standing_of
from dragoman.watch.nouns import Lines, Standing
from dragoman.watch.pool import Pages, Pool, Together

MOST_DYADS = 3
"""Dyads of a page whose alarm is shown."""

MOST_PRECEDENTS = 2
"""Precedents of each sort that are shown beside other things; `dragoman precedents` shows more."""

ALONE = "no record was asked: red lines, alarm and course rest on this page and the ledger alone (--db names a record)"


class Outlook(Struct, frozen=True, kw_only=True):
    """Red lines, alarms and precedents as of an ISO day; `citations` are what their numbers stand for."""

    on: str
    standings: tuple[Standing, ...]
    alarms: tuple[Alarm, ...]
    precedents: Precedents | None
    citations: tuple[Citation, ...]
    notes: tuple[str, ...] = ()


class Desk:
    """What outlooks are made from: the desk's red lines, the ledger, and its record if there is one, each read once."""

    def __init__(self, lines: Lines, ledger: Ledger, record: Record | None = None) -> None:
        """Take them; a record that is written to meanwhile needs a new Desk."""
        self.lines, self.ledger, self.record = lines, ledger, record
        self.finder = Snapshot(record) if record else None
        self._courses: dict[str | None, list[Course]] = {}

    def courses(self, until: str | None) -> list[Course]:
        """Give the named courses and those of all dyads on file, up to the EDTF time `until`."""
        if until not in self._courses:
            events, levels = self._told
            others = other_courses(self.ledger, events=events, levels=levels, until=until)
            self._courses[until] = [*named_courses(), *others]
        return self._courses[until]

    @cached_property
    def _told(self) -> tuple[dict[Dyad, list[StoredEvent]], dict[Dyad, list[StoredLevel]]]:
        return gather_all(self.record, self.ledger)


def of_dyad(found: Relations, desk: Desk) -> tuple[Relations, Outlook | None]:
    """Give what there is to say of two states as of `found.until`, or else of the latest page on record.

    The relations come back with the citations that were added to theirs. There is no outlook where nothing tells a day.
    """
    citations, finder, until = Citations(found.citations), desk.finder, span(found.until)
    on = until[1].isoformat() if until else (latest_day(finder) if finder else None) or _last_day(found)
    if on is None:
        return found, None
    pool: Pool = finder or Pages(())
    lines = [line for line in desk.lines.lines if bears_on(line, found.a, found.b)]
    standings = [standing_of(line, pool, desk.ledger, on) for line in lines]
    for standing in standings:
        number(standing, citations)
    alarms = (alarm(found.a, found.b, interactions_in(found), on),) if finder else ()
    likest = _precedents(found, desk)
    outlook = Outlook(on=on, standings=tuple(standings), alarms=alarms, precedents=likest, citations=citations.all)
    return replace(found, citations=citations.all), outlook


def _last_day(found: Relations) -> str | None:
    days = [step.begin for step in found.spells] + [bond.begin for bond in found.treaties]
    return max(days, default=None)


def of_page(reading: Reading, desk: Desk) -> Outlook | None:
    """Give what there is to say of the states that a page is about, as of its date; None if it has none, or no dyad.

    With a record, what that holds counts too. Lines that nothing bears on are left out.
    """
    dyads, day = dyads_of(reading), span(reading.document.published)
    if not dyads or not day:
        return None
    on, pages = day[0].isoformat(), Pages([reading])
    pool: Pool = Together(desk.finder, pages) if desk.finder else pages
    main = _relations(reading, *dyads[0], desk)
    citations = Citations(main.citations)
    standings = [standing_of(line, pool, desk.ledger, on) for line in desk.lines.lines]
    standings = [standing for standing in standings if standing.sightings or standing.withdrawn]
    for standing in standings:
        number(standing, citations)
    alarms = [_alarm(reading, a, b, desk, on, citations) for a, b in dyads[:MOST_DYADS]]
    return Outlook(
        on=on, standings=tuple(standings), alarms=tuple(alarms), precedents=_precedents(main, desk),
        citations=citations.all, notes=() if desk.record else (ALONE,),
    )  # fmt: skip


def dyads_of(reading: Reading) -> list[tuple[str, str]]:
    """Give the pairs of states that the events of a page are between, those of most events first."""
    counts: Counter[tuple[str, str]] = Counter()
    for event in reading.events:
        codes = [
            [a.code for a in side if a.code in shipped().treaties.states] for side in (event.actors, event.recipients)
        ]
        both = [*product(*codes), *product(codes[0], codes[0])]
        pairs = {(min(one, other), max(one, other)) for one, other in both if one and other}
        pairs = {
            (one, other) for one, other in pairs if shipped().treaties.line_of(one) != shipped().treaties.line_of(other)
        }
        counts.update((one, other) for one, other in pairs if Sides(one, other).between(event))
    return sorted(counts, key=lambda pair: (-counts[pair], pair))


def _told(reading: Reading, a: str, b: str, desk: Desk) -> tuple[list[StoredEvent], list[StoredLevel]]:
    """Give events and levels of record and page; what the page tells is in the record once it was added."""
    events, levels = gather(desk.record, a, b) if desk.record else ([], [])
    known = {claim for stored in events for claim in stored.claims} | {stored.id for stored in levels}
    new_events, new_levels = gather_pages([reading], a, b)
    return (
        [*events, *(stored for stored in new_events if stored.event.id not in known)],
        [*levels, *(stored for stored in new_levels if stored.id not in known)],
    )


def _relations(reading: Reading, a: str, b: str, desk: Desk) -> Relations:
    events, levels = _told(reading, a, b, desk)
    return derive(a, b, ledger=desk.ledger, events=events, levels=levels, until=reading.document.published)


def _alarm(reading: Reading, a: str, b: str, desk: Desk, on: str, citations: Citations) -> Alarm:
    return alarm(a, b, interactions_of(_told(reading, a, b, desk)[0], None, citations), on)


def _precedents(found: Relations, desk: Desk) -> Precedents:
    return precedents(found, desk.courses(found.until), most=MOST_PRECEDENTS, ledger=desk.ledger)
