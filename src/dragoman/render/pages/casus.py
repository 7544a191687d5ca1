"""The page of a casus foederis: who must do what, by what they must do; the treaty stands below each line."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ledger.casus import Casus, Duty
from dragoman.render.sheet import LeadSentence, Section, Sheet, SheetLine, SheetNote, numbered
from dragoman.render.words import treaties as words
from dragoman.render.words.dates import date_words
from dragoman.vocab import Vocabulary

ORDER = ("defense", "offense", "consultation", "neutrality", "nonaggression")
"""What weighs most in a war first (ATOP's terms)."""


def casus_sheet(case: Casus, vocabulary: Vocabulary, *, every: bool = False) -> Sheet:
    """Describe a casus: duties at the first remove, the clauses that the attack breaks, and collisions.

    `every` adds the duties of allies of allies; without it they are counted.
    """
    near = [duty for duty in case.duties if every or duty.depth == 1]
    left = len(case.duties) - len(near)
    more = f"{left} more at a further remove (allies of allies): --all shows them" if left else None
    later = words.checked_words(case.on, case.checked)
    sections = numbered(
        [
            *_sections(near, vocabulary),
            Section("breaches", "WHAT THE ATTACK BREAKS", tuple(_breaches(case))),
            Section("collisions", "DUTIES THAT COLLIDE", tuple(_collisions(case, vocabulary))),
        ]
    )
    return Sheet(
        kind="casus", title=words.attack_words(case.attacker, case.attacked, vocabulary), about=(date_words(case.on),),
        lead=tuple(_lead(near, case, vocabulary)), sections=sections, nothing="No treaty on file obliges anybody.",
        notes=tuple(note for note in (more, later) if note),
    )  # fmt: skip


def _lead(duties: list[Duty], case: Casus, vocabulary: Vocabulary) -> Iterator[LeadSentence]:
    """Say who must fight for whom; that nobody must, if so."""
    fighting: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.fights:
            fighting.setdefault(duty.due.owed_to, []).append(duty)
    for several in fighting.values():
        said = words.duty_words([duty.due.owed_by for duty in several], several[0], vocabulary)
        yield LeadSentence(f"{said}.", (), ())
    if not fighting and (duties or case.breaches):
        yield LeadSentence("No treaty on file obliges anybody to fight.", (), ())


def _sections(duties: list[Duty], vocabulary: Vocabulary) -> Iterator[Section]:
    kinds = sorted({duty.due.clause.obligation or "" for duty in duties}, key=lambda one: (*ORDER, one).index(one))
    for kind in kinds:
        grouped: dict[tuple[object, ...], list[Duty]] = {}
        for duty in duties:
            if (duty.due.clause.obligation or "") == kind:
                key = (duty.due.treaty.id, duty.due.clause.article, duty.due.owed_to, duty.depth, duty.depends)
                grouped.setdefault(key, []).append(duty)
        heading = words.must_words(kind, vocabulary).upper()
        yield Section(f"duty-{kind}", heading, tuple(_line(several, vocabulary) for several in grouped.values()))


def _line(duties: list[Duty], vocabulary: Vocabulary) -> SheetLine:
    """Give the duties of one clause to one state as a line, with treaty and condition below it."""
    first = duties[0]
    notes = [SheetNote(words.clause_source(first.due)), SheetNote(words.when_words(first))]
    return SheetLine(
        words=words.duty_words([duty.due.owed_by for duty in duties], first, vocabulary),
        notes=tuple(note for note in notes if note.words), actors=tuple(duty.due.owed_by for duty in duties),
        tag=f"at remove {first.depth}" if first.depth > 1 else None,
    )  # fmt: skip


def _breaches(case: Casus) -> Iterator[SheetLine]:
    for said in dict.fromkeys(map(words.breach_words, case.breaches)):
        yield SheetLine(words=said)


def _collisions(case: Casus, vocabulary: Vocabulary) -> Iterator[SheetLine]:
    for clash in case.collisions:
        notes = (SheetNote(clash.against.depends),) if clash.against.depends else ()
        yield SheetLine(words=words.collision_words(clash, vocabulary), notes=notes)
