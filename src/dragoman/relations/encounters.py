"""Visits, meetings and calls: out of the record and the ledger, each once.

Several papers on one visit are one event in the record already. Here three more things are put together, as the coder
does when it recounts a page: a date that lies within a coarser one ("July 2000") of the same persons, a plan with what
came of it, and a visit on the ledger's list with the one on record.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.ledger.book import Ledger
from dragoman.model.event import DONE, Event
from dragoman.record import StoredEvent
from dragoman.relations.citations import Citations, united
from dragoman.relations.days import is_coarse, is_vague, not_after, overlap, span
from dragoman.relations.nouns import Encounter, EncounterKind
from dragoman.relations.persons import joined, known_as, may_agree
from dragoman.relations.sides import Sides

KINDS: dict[str | None, EncounterKind] = {"visit": "visit", "phone": "call", "multilateral": "meeting", None: "meeting"}
"""Modes of CONSULT that bring two together; `third-party` is mediation between others."""

TOLD = DONE | {"planned"}


def find_encounters(
    sides: Sides, events: Iterable[StoredEvent], ledger: Ledger | None, until: str | None, citations: Citations
) -> list[Encounter]:
    """Give the encounters of the two, done or planned, that may have begun by `until`: the dated first.

    `ledger` has lists of visits; None where only what is on record counts.
    """
    told = [*_on_record(sides, events, citations), *(_on_list(sides, ledger, citations) if ledger else ())]
    return sorted(together([e for e in told if not_after(e.when, until)]), key=_order)


def _on_record(sides: Sides, events: Iterable[StoredEvent], citations: Citations) -> Iterator[Encounter]:
    for stored in events:
        event = stored.event
        if event.act != "CONSULT" or event.event_mode not in KINDS or event.status not in TOLD:
            continue
        kind = KINDS[event.event_mode]
        visitor = _visitor(sides, event) if kind == "visit" else None
        yield Encounter(
            kind=kind, status=event.status, when=event.when if span(event.when) else None,
            visitor=visitor, host=sides.other(visitor) if visitor else None,
            place=event.place.name if event.place else None, people=_people(sides, event),
            others=sides.others(event),
            counted=event.done and span(event.when) is not None, told_by=stored.told_by,
            citations=citations.enter(stored.citations),
        )  # fmt: skip


def _visitor(sides: Sides, event: Event) -> str | None:
    """Give who visits: the actor; nobody if both are actors ("exchanged visits")."""
    actors = sides.sides(event.actors)
    return actors[0] if len(actors) == 1 else None


def _people(sides: Sides, event: Event) -> dict[str, tuple[str, ...]]:
    people: dict[str, tuple[str, ...]] = {}
    for actor in (*event.actors, *event.recipients):
        side = sides.side(actor.code)
        if side and actor.name and actor.name.strip():
            people[side] = joined(people.get(side, ()), (actor.name,))
    return {side: people[side] for side in (sides.a, sides.b) if side in people}


def _on_list(sides: Sides, ledger: Ledger, citations: Citations) -> Iterator[Encounter]:
    for visit in ledger.visits:
        if not sides.is_pair((visit.visitor, visit.host)):
            continue
        visitor, host = sides.side(visit.visitor), sides.side(visit.host)
        who = f"{visit.person} ({visit.office})" if visit.office else visit.person
        where = f", {visit.place}" if visit.place else ""
        words = f"{visit.visitor} in {visit.host}{where}, {visit.begin} to {visit.end}: {who}. {visit.occasion}".strip()
        person = known_as(visit.person, visit.visitor, visit.begin, sides.vocabulary) if visit.person else ""
        yield Encounter(
            kind="visit", status="happened",
            when=visit.begin if visit.begin == visit.end else f"{visit.begin}/{visit.end}",
            visitor=visitor, host=host, place=visit.place or None,
            people={visitor: (person,)} if visitor and person else {},
            occasion=visit.occasion or None, citations=citations.enter([ledger.cite(words, visit.source)]),
        )  # fmt: skip


def together(told: Sequence[Encounter]) -> list[Encounter]:
    """Put together what is one encounter: finest dates first, what was done before what was planned."""
    found: list[Encounter] = []
    by_month: dict[Hashable, list[int]] = defaultdict(list)
    for encounter in sorted(told, key=_grain):
        near = sorted({n for key in _months(encounter) for n in by_month[key]})
        # What may be either of two is put with the finer dated of them: it adds none to the count.
        fitting = next((n for n in near if _same(found[n], encounter)), None)
        if fitting is None:
            for key in _months(encounter):
                by_month[key].append(len(found))
            found.append(encounter)
        else:
            found[fitting] = _joined(found[fitting], encounter)
    return found


def _months(encounter: Encounter) -> list[Hashable]:
    """Give the keys under which an encounter is found again: its kind and visitor, with each month that it may be in.

    So those of other times are not gone through; one without a time has no key, for it is the same as none.
    """
    days = span(encounter.when)
    if days is None:
        return []
    first, last = (day.year * 12 + day.month for day in days)
    return [(encounter.kind, encounter.visitor, month) for month in range(first, last + 1)]


def _grain(encounter: Encounter) -> tuple[bool, int, tuple[bool, str, str], tuple[int, ...]]:
    days = span(encounter.when)
    length = (days[1] - days[0]).days if days else 0
    return encounter.status not in DONE, length, _order(encounter), encounter.citations


def _same(known: Encounter, told: Encounter) -> bool:
    """Tell whether the coarser or later told may be the known one.

    Two deeds of days that overlap are left as the record has them, unless one is only of the ledger's list.
    """
    if (known.kind, known.visitor) != (told.kind, told.visitor) or not overlap(known.when, told.when):
        return False
    if not all(
        may_agree(known.people.get(side, ()), told.people.get(side, ())) for side in {*known.people, *told.people}
    ):
        return False
    planned = told.status not in DONE and known.status in DONE and not is_vague(known.when)
    if planned or (told.status in DONE) != (known.status in DONE):
        return planned
    listed = not known.told_by or not told.told_by
    return listed or (told.when is not None and is_coarse(told.when) and known.when != told.when)


def _joined(known: Encounter, told: Encounter) -> Encounter:
    people = {
        side: joined(known.people.get(side, ()), told.people.get(side, ())) for side in (*known.people, *told.people)
    }
    also = (*known.also, *((told.when,) if told.when and told.when != known.when else ()))
    return replace(
        known,
        place=known.place or told.place,
        people=dict(sorted(people.items())),
        others=tuple(sorted({*known.others, *told.others})),
        occasion=known.occasion or told.occasion,
        also=tuple(dict.fromkeys(also)),
        announced=known.announced or (told.status not in DONE and known.status in DONE),
        told_by=max(known.told_by, told.told_by),
        citations=united(known.citations, told.citations),
    )


def _order(encounter: Encounter) -> tuple[bool, str, str]:
    days = span(encounter.when)
    return (
        (False, days[0].isoformat(), days[1].isoformat()) if days else (True, encounter.kind, encounter.visitor or "")
    )
