"""The course of a dyad as typed steps, out of what record and ledger know of it.

Which thing is which kind stands in `vocab/data/world/courses/kinds.csv`. Only what happened or goes on,
and has a date, is a step; what is planned or expected stands apart, as ahead.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from dragoman.ledger.book import Ledger, shipped_ledger
from dragoman.ledger.days import day_after, first_day
from dragoman.model.citation import Citation
from dragoman.model.event import AHEAD, DONE, Status
from dragoman.precedents.nouns import Course, Step
from dragoman.precedents.runs import drawn_together, in_order
from dragoman.relations.days import span
from dragoman.relations.nouns import Bond, Deed, Encounter, Mark, Relations
from dragoman.vocab import shipped

MOST_WORDS = 110
"""Letters of a sentence that a step is told by."""


def course_of(found: Relations, *, ledger: Ledger | None = None) -> Course:
    """Give the course of the dyad of some relations; `ledger` (the shipped one) tells how many states a treaty has."""
    bonds, wide = _narrow(found, ledger or shipped_ledger())
    marks = list(_of_relations(found))
    treaties = list(_of_bonds(bonds))
    ends = list(_of_ends(bonds))
    turns = {step.when for step in (*marks, *treaties, *ends)}
    rest = [*_of_levels(found, turns), *_met(found, DONE), *_deeds(found, DONE)]
    steps = drawn_together(_told_once(in_order([*marks, *ends, *treaties, *rest])))
    told = any(citation.kind == "sentence" for citation in found.citations)
    return Course(
        key=f"{found.a}-{found.b}", name=f"{state_name(found.a)} and {state_name(found.b)}", a=found.a, b=found.b,
        origin="record" if told else "ledger", steps=tuple(_sourced(step, found.citations) for step in steps),
        ahead=tuple(_sourced(step, found.citations) for step in _ahead(found)), notes=_notes(found, wide),
    )  # fmt: skip


def state_name(code: str) -> str:
    """Give the name of a state; the code if it has none."""
    country = shipped().actors.countries.get(code)
    return country.name if country else code


def _narrow(found: Relations, ledger: Ledger) -> tuple[list[Bond], int]:
    """Give the treaties of few states, and how many of more there are."""
    treaties = ledger.between(found.a, found.b)
    parties = {
        treaty.id: len({shipped().treaties.line_of(party.code) for party in treaty.parties}) for treaty in treaties
    }
    narrow = [bond for bond in found.bonds if parties.get(bond.id, 2) <= shipped().courses.rule("most_parties")]
    return narrow, len(found.bonds) - len(narrow)


def _of_relations(found: Relations) -> Iterator[Step]:
    for mark in found.marks:
        kind = shipped().courses.readings.get(f"relations:{mark.label.replace(' ', '-')}")
        if mark.origin == "relations" and mark.when and kind:
            yield Step(kind=kind, when=mark.when, words=mark.label, citations=mark.citations)


def _of_bonds(bonds: Sequence[Bond]) -> Iterator[Step]:
    for bond in bonds:
        kind = shipped().courses.readings.get("bond:alliance" if bond.alliance else f"bond:{bond.kind}")
        # A treaty of defense that binds neither of the two to fight for the other is one of friends.
        kind = kind or shipped().courses.readings["bond:friendship"]
        when = bond.signed if first_day(bond.signed) == bond.begin else bond.begin
        yield Step(kind=kind, when=when, words=bond.name, citations=bond.citations)


def _of_ends(bonds: Sequence[Bond]) -> Iterator[Step]:
    """Give the ends of treaties; one that another replaced did not end a promise."""
    for bond in bonds:
        gave_way = (bond.how or "").startswith(("replaced", "superseded", "not ratified"))
        if bond.binds == "ended" and bond.end and not gave_way:
            words = f"{bond.name} ({bond.how})" if bond.how else bond.name
            yield Step(
                kind=shipped().courses.readings["bond:ended"],
                when=_ended(bond, bond.end),
                words=words,
                citations=bond.citations,
            )


def _ended(bond: Bond, end: str) -> str:
    """Give the end as exactly as it is known: the treaty's own, where it is that of the two."""
    return bond.ended if bond.ended and day_after(bond.ended).rstrip("~") == end else end


def _of_levels(found: Relations, turns: set[str]) -> Iterator[Step]:
    """Give the changes of the level that pages tell of, and that no treaty or change of relations of that day makes."""
    told = {number for mark in found.marks if mark.origin == "record" for number in mark.citations}
    for before, step in pairwise((None, *found.steps)):
        if step is None or step.begin in turns or told.isdisjoint(step.citations):
            continue
        if before is not None and before.end == step.begin:
            kind = shipped().courses.readings["level:up" if step.rung > before.rung else "level:down"]
            yield Step(kind=kind, when=step.begin, words=f"{step.name}, before {before.name}", citations=step.citations)
        elif any(m.when == step.begin and m.status == "happened" and m.origin == "record" for m in found.marks):
            yield Step(
                kind=shipped().courses.readings["level:up"], when=step.begin, words=step.name, citations=step.citations
            )


def _met(found: Relations, statuses: frozenset[Status]) -> Iterator[Step]:
    for encounter in found.encounters:
        if encounter.status in statuses and encounter.when and span(encounter.when):
            yield Step(
                kind=shipped().courses.readings[f"encounter:{encounter.kind}"], when=encounter.when,
                by=encounter.visitor, words=_met_words(encounter), citations=encounter.citations,
            )  # fmt: skip


def _met_words(encounter: Encounter) -> str:
    people = " and ".join(", ".join(names) for names in encounter.people.values())
    return ", ".join(part for part in (people or encounter.kind, encounter.place) if part)


def _deeds(found: Relations, statuses: frozenset[Status]) -> Iterator[Step]:
    """Give the deeds of the run other than encounters, which stand among the visits and meetings."""
    run = found.run
    for deed in (*(deed for month in run.months for deed in month.deeds), *run.coarse):
        kind = shipped().courses.readings.get(f"deed:{deed.event_type}")
        if kind and deed.status in statuses and deed.when:
            yield Step(
                kind=kind, when=deed.when, by=_doer(found, deed), words=_quoted(deed.citations, found.citations),
                citations=deed.citations,
            )  # fmt: skip


def _doer(found: Relations, deed: Deed) -> str | None:
    """Give the side that acts; None if both do."""
    sides = {
        side
        for side in (found.a, found.b)
        if any(shipped().treaties.line_of(code) == shipped().treaties.line_of(side) for code in deed.actors)
    }
    return sides.pop() if len(sides) == 1 and deed.event_type not in ("AGREE", "COOPERATE") else None


def _quoted(numbers: Sequence[int], citations: Sequence[Citation]) -> str:
    """Give the first sentence that tells of a step, cut to MOST_WORDS."""
    words = " ".join(citations[numbers[0] - 1].quote.split()) if numbers else ""
    return f"“{words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1].rstrip() + '…'}”"


def _told_once(steps: Sequence[Step]) -> list[Step]:
    """Put an agreement of the day of a treaty with that treaty: it is the signing, told again."""
    treaties = {
        kind
        for thing, kind in shipped().courses.readings.items()
        if thing.startswith("bond:") and thing != "bond:ended"
    }
    signings = {step.when: n for n, step in enumerate(steps) if step.kind in treaties}
    kept = list(steps)
    again = [
        n
        for n, step in enumerate(steps)
        if step.kind == shipped().courses.readings["deed:AGREE"] and step.when in signings
    ]
    for n in again:
        at = signings[steps[n].when]
        kept[at] = replace(kept[at], citations=tuple(dict.fromkeys((*kept[at].citations, *steps[n].citations))))
    return [step for n, step in enumerate(kept) if n not in again]


def _ahead(found: Relations) -> list[Step]:
    """Give what is told as coming: visits and meetings, levels, deeds; an undated one comes last."""
    met = list(_met(found, AHEAD))
    known = {number for step in met for number in step.citations}
    deeds = [step for step in _deeds(found, AHEAD) if not known.issuperset(step.citations)]
    return in_order([*met, *deeds, *_levels_ahead(found.marks)])


def _levels_ahead(marks: Sequence[Mark]) -> Iterator[Step]:
    for mark in marks:
        if mark.status in AHEAD and mark.rung is not None:
            yield Step(
                kind=shipped().courses.readings["level:up"],
                when=mark.when or "",
                words=mark.label,
                citations=mark.citations,
            )


def _sourced(step: Step, citations: Sequence[Citation]) -> Step:
    """Name where a step can be looked up: the ledger's source, or the document of its first sentence."""
    citation = citations[step.citations[0] - 1]
    head = citation.document
    parts = (head.source, head.title, head.published) if head else (citation.source,)
    return replace(step, source=", ".join(part for part in parts if part))


def _notes(found: Relations, wide: int) -> tuple[str, ...]:
    undated = len(found.run.undated) + sum(1 for e in found.encounters if e.status in DONE and not e.when)
    noun = "treaty" if wide == 1 else "treaties"
    many = f"{wide} {noun} of more than {shipped().courses.rule('most_parties')} states: no step between the two"
    return tuple(words for count, words in ((wide, many), (undated, f"{undated} told undated: no step")) if count)
