"""The courses on file: the named ones of the vocabulary, and those of all dyads, out of ledger and record."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from dragoman.ledger.book import Ledger
from dragoman.model.ledger import RelationFact, VisitFact
from dragoman.precedents.course import course_of
from dragoman.precedents.nouns import Course, Step
from dragoman.precedents.runs import drawn_together
from dragoman.record import StoredEvent
from dragoman.record.nouns import StoredLevel
from dragoman.record.pool import Snapshot
from dragoman.relations import derive
from dragoman.relations.derive import events_between
from dragoman.relations.sides import Sides
from dragoman.vocab import Vocabulary
from dragoman.vocab.courses import CourseTables
from dragoman.vocab.tables import Row

Dyad = tuple[str, str]
"""Two codes under which two states are looked up, in alphabetical order (`TreatyTables.dyad_of`)."""


def named_courses(vocabulary: Vocabulary) -> tuple[Course, ...]:
    """Give the courses that come with a vocabulary, in the order of their table."""
    return vocabulary.made(_named)


def _named(vocabulary: Vocabulary) -> tuple[Course, ...]:
    return load_courses(vocabulary.courses)


def load_courses(tables: CourseTables) -> tuple[Course, ...]:
    """Make the courses of some tables; steps that lie close are drawn together as in any course.

    Raises VocabError, by file and line.
    """
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for row in tables.rows("steps.csv"):
        source = tables.source_words(row["source"])
        step = Step(kind=row["kind"], when=row["when"], by=row["actor"] or None, words=row["words"], source=source)
        steps[row["course"]].append(step)
    return tuple(_named_course(tables, row, steps[row["id"]]) for row in tables.rows("courses.csv"))


def _named_course(tables: CourseTables, row: Row, steps: list[Step]) -> Course:
    return Course(
        key=row["id"], name=row["name"], a=row["a"], b=row["b"], origin="named",
        steps=tuple(drawn_together(steps, tables)), about=row["about"], outcome=row["outcome"],
        source=tables.source_words(row["source"]),
    )  # fmt: skip


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
    facts, rule = _facts(ledger), ledger.vocabulary.courses.rule
    for dyad, several in (*told.items(), *said.items()):
        facts[dyad] += len(several)
    likely = sorted((-count, dyad) for dyad, count in facts.items() if count >= rule("least_steps"))
    part = _parts(ledger)
    found = (
        _course(dyad, part(dyad), told.get(dyad, ()), said.get(dyad, ()), until)
        for dyad in sorted(dyad for _, dyad in likely[: rule("most_dyads")])
    )
    return [course for course in found if len(course.steps) >= rule("least_steps")]


def _course(
    dyad: Dyad, part: Ledger, events: Sequence[StoredEvent], levels: Sequence[StoredLevel], until: str | None
) -> Course:
    return course_of(derive(*dyad, ledger=part, events=events, levels=levels, until=until), ledger=part)


def _parts(ledger: Ledger) -> Callable[[Dyad], Ledger]:
    """Give what cuts out the part of a ledger that concerns a dyad: quicker to ask, and no less."""
    dyad_of = ledger.vocabulary.treaties.dyad_of
    relations: defaultdict[Dyad, list[RelationFact]] = defaultdict(list)
    visits: defaultdict[Dyad, list[VisitFact]] = defaultdict(list)
    for fact in ledger.relations:
        relations[dyad_of(fact.a, fact.b)].append(fact)
    for visit in ledger.visits:
        if visit.visitor and visit.host:
            visits[dyad_of(visit.visitor, visit.host)].append(visit)

    def part(dyad: Dyad) -> Ledger:
        return Ledger(
            ledger.vocabulary, tuple(ledger.between(*dyad)), relations=tuple(relations[dyad]),
            visits=tuple(visits[dyad]), codings=ledger.codings,
        )  # fmt: skip

    return part


def _facts(ledger: Ledger) -> Counter[Dyad]:
    """Count what the ledger may give steps of, by dyad: relations, visits, begin and end of treaties of few states."""
    tables, most = ledger.vocabulary.treaties, ledger.vocabulary.courses.rule("most_parties")
    found = Counter(tables.dyad_of(fact.a, fact.b) for fact in ledger.relations)
    found.update(tables.dyad_of(visit.visitor, visit.host) for visit in ledger.visits if visit.visitor and visit.host)
    for treaty in ledger.treaties:
        states = sorted({tables.line_of(party.code) for party in treaty.parties})
        if len(states) <= most:
            found.update(dict.fromkeys(combinations(states, 2), 2))
    return Counter({dyad: count for dyad, count in found.items() if dyad[0] != dyad[1]})


def gather_all(
    snapshot: Snapshot | None, ledger: Ledger
) -> tuple[dict[Dyad, list[StoredEvent]], dict[Dyad, list[StoredLevel]]]:  # fmt: skip
    """Give the events and levels on record by dyad of states; none without a record. Raises RecordError.

    Of more than `most_dyads` dyads, events are given for those of which record and ledger know most.
    """
    if snapshot is None:
        return {}, {}
    vocabulary, facts = ledger.vocabulary, _facts(ledger)
    for codes, count in snapshot.pairs().items():
        if dyad := _dyad_in(codes, vocabulary):
            facts[dyad] += count
    likely = sorted((-count, dyad) for dyad, count in facts.items())[: vocabulary.courses.rule("most_dyads")]
    events = {dyad: events_between(snapshot, Sides(*dyad, vocabulary)) for dyad in sorted(dyad for _, dyad in likely)}
    levels: defaultdict[Dyad, list[StoredLevel]] = defaultdict(list)
    for level in snapshot.levels():
        if dyad := _dyad_in(level.claim.dyad, vocabulary):
            levels[dyad].append(level)
    return {dyad: between for dyad, between in events.items() if between}, dict(levels)


def _dyad_in(codes: tuple[str, str], vocabulary: Vocabulary) -> Dyad | None:
    """Give the dyad of two codes; None if they are not of two states."""
    tables = vocabulary.treaties
    states = all(code in tables.states for code in codes) and not tables.is_same(*codes)
    return tables.dyad_of(*codes) if states else None
