"""Look at two states, or at those that a page is about: red lines, alarms, precedents, and what they stand on."""

from collections import Counter
from functools import cached_property
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from dragoman.alarm import Alarm, alarm
from dragoman.ledger.book import Ledger
from dragoman.model.citation import Citation
from dragoman.model.reading import Reading
from dragoman.precedents import Course, Precedents, gather_all, named_courses, other_courses, precedents
from dragoman.precedents.courses import Dyad
from dragoman.record import Record, StoredEvent
from dragoman.record.nouns import StoredLevel
from dragoman.record.pool import Pages, Pool, Together
from dragoman.relations import Relations, derive, gather
from dragoman.relations.citations import Citations
from dragoman.relations.days import span
from dragoman.relations.sides import Sides
from dragoman.vocab import Vocabulary
from dragoman.watch.lines import bears_on
from dragoman.watch.look import alarm_of, latest_day, number, standing_of
from dragoman.watch.nouns import Lines, Standing

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
        self.lines, self.ledger, self.record, self.vocabulary = lines, ledger, record, ledger.vocabulary
        self.snapshot = record.snapshot() if record else None
        self._courses: dict[str | None, list[Course]] = {}

    def courses(self, until: str | None) -> list[Course]:
        """Give the named courses and those of all dyads on file, up to the EDTF time `until`."""
        if until not in self._courses:
            events, levels = self._told
            others = other_courses(self.ledger, events=events, levels=levels, until=until)
            self._courses[until] = [*named_courses(self.vocabulary), *others]
        return self._courses[until]

    @cached_property
    def _told(self) -> tuple[dict[Dyad, list[StoredEvent]], dict[Dyad, list[StoredLevel]]]:
        return gather_all(self.snapshot, self.ledger)


def of_dyad(found: Relations, desk: Desk) -> tuple[Relations, Outlook | None]:
    """Give what there is to say of two states as of `found.until`, or else of the latest page on record.

    The relations come back with the citations that were added to theirs. There is no outlook where nothing tells a day.
    """
    citations, snapshot, until = Citations(found.citations), desk.snapshot, span(found.until)
    on = until[1].isoformat() if until else (latest_day(snapshot) if snapshot else None) or _last_day(found)
    if on is None:
        return found, None
    pool: Pool = snapshot or Pages((), desk.vocabulary.agencies)
    lines = [line for line in desk.lines.lines if bears_on(line, found.a, found.b, desk.vocabulary)]
    standings = [standing_of(line, pool, desk.ledger, on) for line in lines]
    for standing in standings:
        number(standing, citations)
    alarms = (alarm(found.a, found.b, found.series.interactions, on, desk.vocabulary),) if snapshot else ()
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
    dyads, day = dyads_of(reading, desk.vocabulary), span(reading.document.published)
    if not dyads or not day:
        return None
    on, pages = day[0].isoformat(), Pages([reading], desk.vocabulary.agencies)
    pool: Pool = Together(desk.snapshot, pages) if desk.snapshot else pages
    main = _relations(reading, pool, *dyads[0], desk)
    citations = Citations(main.citations)
    standings = [standing_of(line, pool, desk.ledger, on) for line in desk.lines.lines]
    standings = [standing for standing in standings if standing.sightings or standing.withdrawn]
    for standing in standings:
        number(standing, citations)
    alarms = [alarm_of(pool, a, b, on, citations, desk.vocabulary) for a, b in dyads[:MOST_DYADS]]
    return Outlook(
        on=on, standings=tuple(standings), alarms=tuple(alarms), precedents=_precedents(main, desk),
        citations=citations.all, notes=() if desk.record else (ALONE,),
    )  # fmt: skip


def dyads_of(reading: Reading, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Give the pairs of states that the events of a page are between, those of most events first."""
    tables = vocabulary.treaties
    counts: Counter[tuple[str, str]] = Counter()
    for event in reading.events:
        codes = [[a.code for a in side if a.code in tables.states] for side in (event.actors, event.recipients)]
        both = [*product(*codes), *product(codes[0], codes[0])]
        pairs = {(min(one, other), max(one, other)) for one, other in both if one and other}
        pairs = {pair for pair in pairs if not tables.is_same(*pair)}
        counts.update(pair for pair in pairs if Sides(*pair, vocabulary).between(event))
    return sorted(counts, key=lambda pair: (-counts[pair], pair))


def _relations(reading: Reading, pool: Pool, a: str, b: str, desk: Desk) -> Relations:
    events, levels = gather(pool, Sides(a, b, desk.vocabulary))
    return derive(a, b, ledger=desk.ledger, events=events, levels=levels, until=reading.document.published)


def _precedents(found: Relations, desk: Desk) -> Precedents:
    return precedents(found, desk.courses(found.until), most=MOST_PRECEDENTS, ledger=desk.ledger)
