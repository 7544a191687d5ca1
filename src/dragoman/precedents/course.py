"""The course of a dyad as typed steps, out of what record and ledger know of it.

Which thing is which kind stands in `vocab/data/world/courses/kinds.csv`. Only what happened or goes on,
and has a date, is a step; what is planned or expected stands apart, as ahead.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from dragoman.ledger.book import Ledger, day_after, first_day
from dragoman.model.event import AHEAD, DONE, Status
from dragoman.precedents.nouns import Course, Step
from dragoman.precedents.runs import drawn_together, in_order
from dragoman.relations.citations import united
from dragoman.relations.days import span
from dragoman.relations.nouns import Encounter, Interaction, LevelObservation, Relations, SharedTreaty

MOST_WORDS = 110
"""Letters of a sentence that a step is told by."""


def course_of(found: Relations, *, ledger: Ledger) -> Course:
    """Give the course of the dyad of some relations; `ledger` tells how many states a treaty has."""
    return _Course(found, ledger).course()


class _Course:
    """Makes steps of what is known of a dyad."""

    def __init__(self, found: Relations, ledger: Ledger) -> None:
        self.found, self.ledger, self.vocabulary = found, ledger, ledger.vocabulary
        self.tables = ledger.vocabulary.courses
        self.kinds = self.tables.readings

    def course(self) -> Course:
        """Give the course."""
        found, narrow = self.found, self._narrow()
        changes = [*self._of_relations(), *self._of_ends(narrow), *self._of_treaties(narrow), *self._of_wars()]
        rest = [*self._of_levels({step.when for step in changes}), *self._met(DONE), *self._interactions(DONE)]
        steps = drawn_together(self._told_once(in_order([*changes, *rest], self.tables)), self.tables)
        told = any(citation.kind == "sentence" for citation in found.citations)
        return Course(
            key=f"{found.a}-{found.b}", name=f"{self._name(found.a)} and {self._name(found.b)}", a=found.a, b=found.b,
            origin="record" if told else "ledger", steps=tuple(map(self._sourced, steps)),
            ahead=tuple(map(self._sourced, self._ahead())), notes=self._notes(len(found.treaties) - len(narrow)),
        )  # fmt: skip

    def _name(self, code: str) -> str:
        country = self.vocabulary.actors.countries.get(code)
        return country.name if country else code

    def _narrow(self) -> list[SharedTreaty]:
        """Give the treaties of few states."""
        line, most = self.vocabulary.treaties.line_of, self.tables.rule("most_parties")
        parties = {
            treaty.id: len({line(party.code) for party in treaty.parties})
            for treaty in self.ledger.between(self.found.a, self.found.b)
        }
        return [treaty for treaty in self.found.treaties if parties.get(treaty.id, 2) <= most]

    def _of_relations(self) -> Iterator[Step]:
        for said in self.found.observations:
            kind = self.kinds.get(f"relations:{said.label.replace(' ', '-')}")
            if said.origin == "relations" and said.when and kind:
                yield Step(kind=kind, when=said.when, words=said.label, citations=said.citations)

    def _of_treaties(self, treaties: Sequence[SharedTreaty]) -> Iterator[Step]:
        for treaty in treaties:
            kind = self.kinds.get("treaty:alliance" if treaty.alliance else f"treaty:{treaty.kind}")
            # A treaty of defense that binds neither of the two to fight for the other is one of friends.
            kind = kind or self.kinds["treaty:friendship"]
            when = treaty.signed if first_day(treaty.signed) == treaty.begin else treaty.begin
            yield Step(kind=kind, when=when, words=treaty.name, citations=treaty.citations)

    def _of_wars(self) -> Iterator[Step]:
        for war in self.found.wars:
            kind = self.kinds["war:begun"]
            yield Step(kind=kind, when=war.begin, by=war.by, words=war.name, citations=war.citations)

    def _of_ends(self, treaties: Sequence[SharedTreaty]) -> Iterator[Step]:
        """Give the ends of treaties; one that another replaced did not end a promise."""
        for treaty in treaties:
            gave_way = (treaty.how or "").startswith(("replaced", "superseded", "not ratified"))
            if treaty.binds == "ended" and treaty.end and not gave_way:
                words = f"{treaty.name} ({treaty.how})" if treaty.how else treaty.name
                when, kind = _ended(treaty, treaty.end), self.kinds["treaty:ended"]
                yield Step(kind=kind, when=when, words=words, citations=treaty.citations)

    def _of_levels(self, changed: Collection[str]) -> Iterator[Step]:
        """Give the changes of the level that pages tell of, and that no treaty or change of relations then makes."""
        told = {number for said in self.found.observations if said.origin == "record" for number in said.citations}
        for before, spell in pairwise((None, *self.found.spells)):
            if spell is None or spell.begin in changed or told.isdisjoint(spell.citations):
                continue
            if before is not None and before.end == spell.begin:
                way = "level:up" if spell.rung > before.rung else "level:down"
                words = f"{spell.name}, before {before.name}"
            elif any(_is_told(said, spell.begin) for said in self.found.observations):
                way, words = "level:up", spell.name
            else:
                continue
            yield Step(kind=self.kinds[way], when=spell.begin, words=words, citations=spell.citations)

    def _met(self, statuses: Collection[Status]) -> Iterator[Step]:
        for encounter in self.found.encounters:
            if encounter.status in statuses and encounter.when and span(encounter.when):
                yield Step(
                    kind=self.kinds[f"encounter:{encounter.kind}"], when=encounter.when, by=encounter.visitor,
                    words=_met_words(encounter), citations=encounter.citations,
                )  # fmt: skip

    def _interactions(self, statuses: Collection[Status]) -> Iterator[Step]:
        """Give the interactions other than encounters, which stand among the visits and meetings."""
        for one in self.found.series.interactions:
            kind = self.kinds.get(f"interaction:{one.event_type}")
            if kind and one.status in statuses and one.when:
                words = self._quoted(one.citations)
                yield Step(kind=kind, when=one.when, by=self._doer(one), words=words, citations=one.citations)

    def _doer(self, interaction: Interaction) -> str | None:
        """Give the side that acts; None if both do."""
        same = self.vocabulary.treaties.is_same
        sides = [s for s in (self.found.a, self.found.b) if any(same(code, s) for code in interaction.actors)]
        return sides[0] if len(sides) == 1 and interaction.event_type not in ("AGREE", "COOPERATE") else None

    def _quoted(self, numbers: Sequence[int]) -> str:
        """Give the first sentence that tells of a step, cut to MOST_WORDS."""
        words = " ".join(self.found.citations[numbers[0] - 1].quote.split()) if numbers else ""
        return f"“{words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1].rstrip() + '…'}”"

    def _told_once(self, steps: Sequence[Step]) -> list[Step]:
        """Put an agreement of the day of a treaty with that treaty: it is the signing, told again."""
        signed = {kind for thing, kind in self.kinds.items() if thing.startswith("treaty:") and thing != "treaty:ended"}
        signings = {step.when: n for n, step in enumerate(steps) if step.kind in signed}
        agreement, kept = self.kinds["interaction:AGREE"], list(steps)
        again = [n for n, step in enumerate(steps) if step.kind == agreement and step.when in signings]
        for n in again:
            at = signings[steps[n].when]
            kept[at] = replace(kept[at], citations=united(kept[at].citations, steps[n].citations))
        return [step for n, step in enumerate(kept) if n not in again]

    def _ahead(self) -> list[Step]:
        """Give what is told as coming: visits and meetings, levels, interactions; an undated one comes last."""
        met = list(self._met(AHEAD))
        known = {number for step in met for number in step.citations}
        rest = [step for step in self._interactions(AHEAD) if not known.issuperset(step.citations)]
        return in_order([*met, *rest, *self._levels_ahead()], self.tables)

    def _levels_ahead(self) -> Iterator[Step]:
        kind = self.kinds["level:up"]
        for said in self.found.observations:
            if said.status in AHEAD and said.rung is not None:
                yield Step(kind=kind, when=said.when or "", words=said.label, citations=said.citations)

    def _sourced(self, step: Step) -> Step:
        """Name where a step can be looked up: the ledger's source, or the document of its first sentence."""
        citation = self.found.citations[step.citations[0] - 1]
        head = citation.document
        parts = (head.source, head.title, head.published) if head else (citation.source,)
        return replace(step, source=", ".join(part for part in parts if part))

    def _notes(self, wide: int) -> tuple[str, ...]:
        met = self.found.encounters
        undated = len(self.found.series.undated) + sum(1 for e in met if e.status in DONE and not e.when)
        noun, most = "treaty" if wide == 1 else "treaties", self.tables.rule("most_parties")
        many = f"{wide} {noun} of more than {most} states: no step between the two"
        return tuple(words for count, words in ((wide, many), (undated, f"{undated} told undated: no step")) if count)


def _ended(treaty: SharedTreaty, end: str) -> str:
    """Give the end as exactly as it is known: the treaty's own, where it is that of the two."""
    return treaty.ended if treaty.ended and day_after(treaty.ended).rstrip("~") == end else end


def _is_told(said: LevelObservation, day: str) -> bool:
    """Tell whether a page tells that the level was reached on an ISO day."""
    return said.when == day and said.status == "happened" and said.origin == "record"


def _met_words(encounter: Encounter) -> str:
    people = " and ".join(", ".join(names) for names in encounter.people.values())
    return ", ".join(part for part in (people or encounter.kind, encounter.place) if part)
