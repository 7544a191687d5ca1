"""Look at two states, or at those that a page is about: red lines, alarms, precedents, and what they stand on."""

from collections import Counter
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from dragoman.alarm import Alarm, alarm
from dragoman.desk.on_file import OnFile
from dragoman.model.citation import Citation
from dragoman.model.reading import Reading
from dragoman.precedents import Precedents, precedents
from dragoman.record.pool import Pages, Pool, Together
from dragoman.relations import Relations, derive, gather
from dragoman.relations.citations import Citations
from dragoman.relations.days import span
from dragoman.relations.sides import Sides
from dragoman.vocab import Vocabulary
from dragoman.watch.lines import bears_on
from dragoman.watch.look import alarm_of, latest_day, number, standing_of
from dragoman.watch.nouns import Standing

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


def of_dyad(found: Relations, on_file: OnFile) -> tuple[Relations, Outlook | None]:
    """Give what there is to say of two states as of `found.until`, or else of the latest page on record.

    The relations come back with the citations that were added to theirs. There is no outlook where nothing tells a day.
    """
    citations, snapshot, until = Citations(found.citations), on_file.snapshot, span(found.until)
    on = until[1].isoformat() if until else (latest_day(snapshot) if snapshot else None) or _last_day(found)
    if on is None:
        return found, None
    pool: Pool = snapshot or Pages((), on_file.vocabulary.agencies)
    about = [line for line in on_file.lines.lines if bears_on(line, found.a, found.b, on_file.vocabulary)]
    standings = [standing_of(line, pool, on_file.ledger, on) for line in about]
    for standing in standings:
        number(standing, citations)
    alarms = (alarm(found.a, found.b, found.series.interactions, on, on_file.vocabulary),) if snapshot else ()
    likest = _precedents(found, on_file)
    outlook = Outlook(on=on, standings=tuple(standings), alarms=alarms, precedents=likest, citations=citations.all)
    return replace(found, citations=citations.all), outlook


def _last_day(found: Relations) -> str | None:
    days = [spell.begin for spell in found.spells] + [treaty.begin for treaty in found.treaties]
    return max(days, default=None)


def of_page(reading: Reading, on_file: OnFile) -> Outlook | None:
    """Give what there is to say of the states that a page is about, as of its date; None if it has none, or no dyad.

    With a record, what that holds counts too. Lines that nothing bears on are left out.
    """
    dyads, day = dyads_of(reading, on_file.vocabulary), span(reading.document.published)
    if not dyads or not day:
        return None
    on, pages = day[0].isoformat(), Pages([reading], on_file.vocabulary.agencies)
    pool: Pool = Together(on_file.snapshot, pages) if on_file.snapshot else pages
    main = _relations(reading, pool, *dyads[0], on_file)
    citations = Citations(main.citations)
    standings = [standing_of(line, pool, on_file.ledger, on) for line in on_file.lines.lines]
    standings = [standing for standing in standings if standing.sightings or standing.withdrawn]
    for standing in standings:
        number(standing, citations)
    alarms = [alarm_of(pool, a, b, on, citations, on_file.vocabulary) for a, b in dyads[:MOST_DYADS]]
    return Outlook(
        on=on, standings=tuple(standings), alarms=tuple(alarms), precedents=_precedents(main, on_file),
        citations=citations.all, notes=() if on_file.snapshot else (ALONE,),
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


def _relations(reading: Reading, pool: Pool, a: str, b: str, on_file: OnFile) -> Relations:
    events, levels = gather(pool, Sides(a, b, on_file.vocabulary))
    return derive(a, b, ledger=on_file.ledger, events=events, levels=levels, until=reading.document.published)


def _precedents(found: Relations, on_file: OnFile) -> Precedents:
    return precedents(found, on_file.courses(found.until), most=MOST_PRECEDENTS, ledger=on_file.ledger)
