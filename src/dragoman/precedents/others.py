"""The courses of other dyads, out of the ledger and the record."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from dragoman.ledger.book import Ledger
from dragoman.model.ledger import RelationFact, VisitFact
from dragoman.precedents.course import course_of
from dragoman.precedents.nouns import Course
from dragoman.record import Record, StoredEvent
from dragoman.record.levels import StoredLevel, levels_of
from dragoman.record.seen import Snapshot
from dragoman.relations import derive
from dragoman.relations.sides import codes_of, is_mutual
from dragoman.vocab import shipped

Dyad = tuple[str, str]
"""Two codes under which two states are looked up, in alphabetical order."""


def dyad_of(a: str, b: str) -> Dyad:
    """Give the dyad of two states; the Soviet Union's are Russia's."""
    one, other = sorted((shipped().treaties.line_of(a), shipped().treaties.line_of(b)))
    return one, other


def other_courses(
    ledger: Ledger,
    *,
    events: Mapping[Dyad, Sequence[StoredEvent]] | None = None,
    levels: Mapping[Dyad, Sequence[StoredLevel]] | None = None,
    until: str | None = None,
) -> list[Course]:
    """Give the courses of all dyads that ledger or record know, with at least `least_steps` steps, by dyad.

    `events` and `levels` are what `gather_all` finds; only what had begun by the end of the EDTF time `until` counts.
    Of more than `most_dyads` dyads those of which most is known are looked at.
    """
    told, said = events or {}, levels or {}
    facts = _facts(ledger)
    for dyad, several in (*told.items(), *said.items()):
        facts[dyad] += len(several)
    likely = sorted((-count, dyad) for dyad, count in facts.items() if count >= shipped().courses.rule("least_steps"))
    part = _parts(ledger)
    found = (
        _course(dyad, part(dyad), told.get(dyad, ()), said.get(dyad, ()), until)
        for dyad in sorted(dyad for _, dyad in likely[: shipped().courses.rule("most_dyads")])
    )
    return [course for course in found if len(course.steps) >= shipped().courses.rule("least_steps")]


def _course(
    dyad: Dyad, part: Ledger, events: Sequence[StoredEvent], levels: Sequence[StoredLevel], until: str | None
) -> Course:
    return course_of(derive(*dyad, ledger=part, events=events, levels=levels, until=until), ledger=part)


def _parts(ledger: Ledger) -> Callable[[Dyad], Ledger]:
    """Give what cuts out the part of a ledger that concerns a dyad: quicker to ask, and no less."""
    relations: defaultdict[Dyad, list[RelationFact]] = defaultdict(list)
    visits: defaultdict[Dyad, list[VisitFact]] = defaultdict(list)
    for fact in ledger.relations:
        relations[dyad_of(fact.a, fact.b)].append(fact)
    for visit in ledger.visits:
        if visit.visitor and visit.host:
            visits[dyad_of(visit.visitor, visit.host)].append(visit)

    def part(dyad: Dyad) -> Ledger:
        return Ledger(
            tuple(ledger.between(*dyad)), relations=tuple(relations[dyad]), visits=tuple(visits[dyad]),
            codings=ledger.codings,
        )  # fmt: skip

    return part


def _facts(ledger: Ledger) -> Counter[Dyad]:
    """Count what the ledger may give steps of, by dyad: relations, visits, begin and end of treaties of few states."""
    found = Counter(dyad_of(fact.a, fact.b) for fact in ledger.relations)
    found.update(dyad_of(visit.visitor, visit.host) for visit in ledger.visits if visit.visitor and visit.host)
    for treaty in ledger.treaties:
        states = sorted({shipped().treaties.line_of(party.code) for party in treaty.parties})
        if len(states) <= shipped().courses.rule("most_parties"):
            found.update(dict.fromkeys(combinations(states, 2), 2))
    return Counter({dyad: count for dyad, count in found.items() if dyad[0] != dyad[1]})


def gather_all(
    record: Record | None, ledger: Ledger
) -> tuple[dict[Dyad, list[StoredEvent]], dict[Dyad, list[StoredLevel]]]:  # fmt: skip
    """Give the events and levels on record by dyad of states; none without a record. Raises RecordError.

    Of more than `most_dyads` dyads, events are given for those of which record and ledger know most.
    """
    if record is None:
        return {}, {}
    finder, facts = Snapshot(record), _facts(ledger)
    for (one, other), count in finder.pairs().items():
        states = _states((one, other))
        if len(states) == 2:
            facts[states[0], states[1]] += count
    likely = sorted((-count, dyad) for dyad, count in facts.items())[: shipped().courses.rule("most_dyads")]
    events: dict[Dyad, list[StoredEvent]] = {}
    for dyad in sorted(dyad for _, dyad in likely):
        between = [stored for stored in finder.events(*map(codes_of, dyad)) if dyad in _dyads(stored)]
        if between:
            events[dyad] = between
    levels: defaultdict[Dyad, list[StoredLevel]] = defaultdict(list)
    for level in levels_of(record):
        states = _states(level.claim.dyad)
        if len(states) == 2:
            levels[states[0], states[1]].append(level)
    return events, dict(levels)


def _dyads(stored: StoredEvent) -> set[Dyad]:
    """Give the dyads that an event is between: from one to the other, or done by two together."""
    actors = _states(actor.code for actor in stored.event.actors)
    others = _states(actor.code for actor in stored.event.recipients)
    found = {dyad_of(one, other) for one in actors for other in others if one != other}
    return found | (set(combinations(actors, 2)) if is_mutual(stored.event) else set())


def _states(codes: Iterable[str | None]) -> list[str]:
    return sorted({shipped().treaties.line_of(code) for code in codes if code and code in shipped().treaties.states})
