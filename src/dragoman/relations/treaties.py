"""The treaties between two states, and which of them stand for alliance, from when until when."""

from collections.abc import Iterator
from itertools import product

from dragoman.ledger.book import LATEST, Ledger, day_after, first_day, plain_end, signed_on, spell_end
from dragoman.model.ledger import OBLIGATIONS, Clause, Treaty
from dragoman.relations.citations import Citations
from dragoman.relations.nouns import SharedTreaty
from dragoman.relations.sides import Sides

ARMED = frozenset({"defense", "offense"})
"""Obligations that make allies: to fight with or for the other (ATOP's defense and offense pacts)."""


def shared_treaties(sides: Sides, ledger: Ledger, on: str | None, citations: Citations) -> list[SharedTreaty]:
    """Give the treaties that bound both by the ISO day `on`, with the days on which they did, first bound first."""
    found = []
    for treaty in ledger.history(sides.a, sides.b):
        spell = ledger.shared_spell(treaty, sides.a, sides.b)
        if spell and spell[0] <= (on or LATEST):
            found.append(_shared(sides, treaty, spell, ledger, on or LATEST, citations))
    return sorted(found, key=lambda shared: (shared.begin, shared.id))


def _shared(
    sides: Sides, treaty: Treaty, spell: tuple[str, str], ledger: Ledger, on: str, citations: Citations
) -> SharedTreaty:
    begin, end = spell
    kinds = {clause.obligation for clause in _between(sides, treaty, ledger)}
    over = f", ended {treaty.ended}" if treaty.ended else ""
    words = f"{treaty.name}, signed {treaty.signed}, in force {treaty.in_force or 'on a date not on file'}{over}"
    strict = ledger.binds(treaty, sides.a, sides.b, on, strictly=True)
    return SharedTreaty(
        id=treaty.id, name=treaty.name, kind=treaty.kind, signed=treaty.signed, in_force=treaty.in_force,
        ended=treaty.ended, how=treaty.how, begin=begin, end=plain_end(end),
        binds="ended" if end.rstrip("~") <= on else "in force" if strict else "signed",
        obligations=tuple(kind for kind in OBLIGATIONS if kind in kinds), alliance=bool(kinds & ARMED),
        citations=citations.enter([ledger.cite(words, treaty.source)]),
    )  # fmt: skip


def _between(sides: Sides, treaty: Treaty, ledger: Ledger) -> Iterator[Clause]:
    """Give the clauses that one of the two owes the other."""
    ways = ((sides.a, sides.b), (sides.b, sides.a))
    for clause in treaty.clauses:
        if any(ledger.is_named(one, clause.owed_by) and ledger.is_named(other, clause.owed_to) for one, other in ways):
            yield clause


def alliance_spells(sides: Sides, treaty: Treaty, ledger: Ledger) -> list[tuple[str, str | None]]:
    """Give the spells (ISO days; None while it lasts) in which a clause of defense or offense bound the two."""
    found = set()
    ours, theirs = ledger.spells_of(treaty, sides.a), ledger.spells_of(treaty, sides.b)
    for clause in _between(sides, treaty, ledger):
        for one, other in product(ours, theirs) if clause.obligation in ARMED else ():
            begin = max(
                signed_on(treaty, one), signed_on(treaty, other), first_day(clause.begin) if clause.begin else ""
            )
            end = min(spell_end(treaty, one), spell_end(treaty, other), day_after(clause.end))
            if begin < end:
                found.add((begin, plain_end(end)))
    return sorted(found, key=lambda spell: (spell[0], spell[1] or LATEST))
