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
from dragoman.relations.nouns import Encounter, Interaction, LevelObservation, Relations, SharedTreaty
from dragoman.vocab import shipped

MOST_WORDS = 110
"""Letters of a sentence that a step is told by."""


def course_of(found: Relations, *, ledger: Ledger | None = None) -> Course:
    """Give the course of the dyad of some relations; `ledger` (the shipped one) tells how many states a treaty has."""
    narrow, wide = _narrow(found, ledger or shipped_ledger())
    changes = [*_of_relations(found), *_of_ends(narrow), *_of_treaties(narrow)]
    rest = [*_of_levels(found, {step.when for step in changes}), *_met(found, DONE), *_interactions(found, DONE)]
    steps = drawn_together(_told_once(in_order([*changes, *rest])))
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


def _narrow(found: Relations, ledger: Ledger) -> tuple[list[SharedTreaty], int]:
    """Give the treaties of few states, and how many of more there are."""
    treaties = ledger.between(found.a, found.b)
    parties = {
        treaty.id: len({shipped().treaties.line_of(party.code) for party in treaty.parties}) for treaty in treaties
    }
    most = shipped().courses.rule("most_parties")
    narrow = [treaty for treaty in found.treaties if parties.get(treaty.id, 2) <= most]
    return narrow, len(found.treaties) - len(narrow)


def _of_relations(found: Relations) -> Iterator[Step]:
    for said in found.observations:
        kind = shipped().courses.readings.get(f"relations:{said.label.replace(' ', '-')}")
        if said.origin == "relations" and said.when and kind:
            yield Step(kind=kind, when=said.when, words=said.label, citations=said.citations)


def _of_treaties(treaties: Sequence[SharedTreaty]) -> Iterator[Step]:
    for treaty in treaties:
        kind = shipped().courses.readings.get("treaty:alliance" if treaty.alliance else f"treaty:{treaty.kind}")
        # A treaty of defense that binds neither of the two to fight for the other is one of friends.
        kind = kind or shipped().courses.readings["treaty:friendship"]
        when = treaty.signed if first_day(treaty.signed) == treaty.begin else treaty.begin
        yield Step(kind=kind, when=when, words=treaty.name, citations=treaty.citations)


def _of_ends(treaties: Sequence[SharedTreaty]) -> Iterator[Step]:
    """Give the ends of treaties; one that another replaced did not end a promise."""
    for treaty in treaties:
        gave_way = (treaty.how or "").startswith(("replaced", "superseded", "not ratified"))
        if treaty.binds == "ended" and treaty.end and not gave_way:
            words = f"{treaty.name} ({treaty.how})" if treaty.how else treaty.name
            yield Step(
                kind=shipped().courses.readings["treaty:ended"],
                when=_ended(treaty, treaty.end),
                words=words,
                citations=treaty.citations,
            )


def _ended(treaty: SharedTreaty, end: str) -> str:
    """Give the end as exactly as it is known: the treaty's own, where it is that of the two."""
    return treaty.ended if treaty.ended and day_after(treaty.ended).rstrip("~") == end else end


def _of_levels(found: Relations, changed: set[str]) -> Iterator[Step]:
    """Give the changes of the level that pages tell of, and that no treaty or change of relations of that day makes."""
    told = {number for said in found.observations if said.origin == "record" for number in said.citations}
    for before, spell in pairwise((None, *found.spells)):
        if spell is None or spell.begin in changed or told.isdisjoint(spell.citations):
            continue
        if before is not None and before.end == spell.begin:
            way = "level:up" if spell.rung > before.rung else "level:down"
            words = f"{spell.name}, before {before.name}"
        elif any(s.when == spell.begin and s.status == "happened" and s.origin == "record" for s in found.observations):
            way, words = "level:up", spell.name
        else:
            continue
        kind = shipped().courses.readings[way]
        yield Step(kind=kind, when=spell.begin, words=words, citations=spell.citations)


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


def _interactions(found: Relations, statuses: frozenset[Status]) -> Iterator[Step]:
    """Give the interactions of the run other than encounters, which stand among the visits and meetings."""
    run = found.series
    for interaction in (*(interaction for month in run.months for interaction in month.interactions), *run.coarse):
        kind = shipped().courses.readings.get(f"interaction:{interaction.event_type}")
        if kind and interaction.status in statuses and interaction.when:
            yield Step(
                kind=kind, when=interaction.when, by=_doer(found, interaction),
                words=_quoted(interaction.citations, found.citations), citations=interaction.citations,
            )  # fmt: skip


def _doer(found: Relations, interaction: Interaction) -> str | None:
    """Give the side that acts; None if both do."""
    sides = {
        side
        for side in (found.a, found.b)
        if any(shipped().treaties.line_of(code) == shipped().treaties.line_of(side) for code in interaction.actors)
    }
    return sides.pop() if len(sides) == 1 and interaction.event_type not in ("AGREE", "COOPERATE") else None


def _quoted(numbers: Sequence[int], citations: Sequence[Citation]) -> str:
    """Give the first sentence that tells of a step, cut to MOST_WORDS."""
    words = " ".join(citations[numbers[0] - 1].quote.split()) if numbers else ""
    return f"“{words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1].rstrip() + '…'}”"


def _told_once(steps: Sequence[Step]) -> list[Step]:
    """Put an agreement of the day of a treaty with that treaty: it is the signing, told again."""
    treaties = {
        kind
        for thing, kind in shipped().courses.readings.items()
        if thing.startswith("treaty:") and thing != "treaty:ended"
    }
    signings = {step.when: n for n, step in enumerate(steps) if step.kind in treaties}
    kept = list(steps)
    again = [
        n
        for n, step in enumerate(steps)
        if step.kind == shipped().courses.readings["interaction:AGREE"] and step.when in signings
    ]
    for n in again:
        at = signings[steps[n].when]
        kept[at] = replace(kept[at], citations=tuple(dict.fromkeys((*kept[at].citations, *steps[n].citations))))
    return [step for n, step in enumerate(kept) if n not in again]


def _ahead(found: Relations) -> list[Step]:
    """Give what is told as coming: visits and meetings, levels, interactions; an undated one comes last."""
    met = list(_met(found, AHEAD))
    known = {number for step in met for number in step.citations}
    interactions = [step for step in _interactions(found, AHEAD) if not known.issuperset(step.citations)]
    return in_order([*met, *interactions, *_levels_ahead(found.observations)])


def _levels_ahead(observations: Sequence[LevelObservation]) -> Iterator[Step]:
    for said in observations:
        if said.status in AHEAD and said.rung is not None:
            yield Step(
                kind=shipped().courses.readings["level:up"],
                when=said.when or "",
                words=said.label,
                citations=said.citations,
            )


def _sourced(step: Step, citations: Sequence[Citation]) -> Step:
    """Name where a step can be looked up: the ledger's source, or the document of its first sentence."""
    citation = citations[step.citations[0] - 1]
    head = citation.document
    parts = (head.source, head.title, head.published) if head else (citation.source,)
    return replace(step, source=", ".join(part for part in parts if part))


def _notes(found: Relations, wide: int) -> tuple[str, ...]:
    undated = len(found.series.undated) + sum(1 for e in found.encounters if e.status in DONE and not e.when)
    noun = "treaty" if wide == 1 else "treaties"
    many = f"{wide} {noun} of more than {shipped().courses.rule('most_parties')} states: no step between the two"
    return tuple(words for count, words in ((wide, many), (undated, f"{undated} told undated: no step")) if count)
