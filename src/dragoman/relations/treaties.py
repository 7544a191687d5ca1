"""The treaties between two states, and which of them stand for alliance, from when until when."""

from collections.abc import Iterator
from itertools import product

from dragoman.ledger.book import Ledger, party_on, signed_on, spell_end
from dragoman.ledger.days import day_after, first_day
from dragoman.ledger.obligations import history, shared_spell
from dragoman.model.ledger import OBLIGATIONS, Clause, Treaty
from dragoman.relations.citations import Citations
from dragoman.relations.nouns import SharedTreaty
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped

LATEST = "9999-12-30"
"""The day that is asked when none is given: what has not ended, as far as the ledger knows."""

ARMED = frozenset({"defense", "offense"})
"""Obligations that make allies: to fight with or for the other (ATOP's defense and offense pacts)."""


def shared_treaties(sides: Sides, ledger: Ledger, on: str | None, citations: Citations) -> list[SharedTreaty]:
    """Give the treaties signed by the ISO day `on`, with the days on which they bound both, first bound first."""
    found = [
        _treaty(sides, treaty, on or LATEST, citations)
        for treaty in history(sides.a, sides.b, ledger=ledger)
        if _begin(sides, treaty) <= (on or LATEST)
    ]
    return sorted(found, key=lambda treaty: (treaty.begin, treaty.id))


def _begin(sides: Sides, treaty: Treaty) -> str:
    return (shared_spell(treaty, sides.a, sides.b) or (first_day(treaty.signed), ""))[0]


def _treaty(sides: Sides, treaty: Treaty, on: str, citations: Citations) -> SharedTreaty:
    begin, end = shared_spell(treaty, sides.a, sides.b) or (first_day(treaty.signed), first_day(treaty.signed))
    clauses = list(between(sides, treaty))
    kinds = {clause.obligation for clause in clauses}
    over = f", ended {treaty.ended}" if treaty.ended else ""
    words = f"{treaty.name}, signed {treaty.signed}, in force {treaty.in_force or 'on a date not on file'}{over}"
    strict = all(party_on(treaty, state, on, strictly=True) for state in (sides.a, sides.b))
    return SharedTreaty(
        id=treaty.id, name=treaty.name, kind=treaty.kind, signed=treaty.signed, in_force=treaty.in_force,
        ended=treaty.ended, how=treaty.how, begin=begin, end=plain_end(end),
        binds="ended" if end.rstrip("~") <= on else "in force" if strict else "signed",
        obligations=tuple(kind for kind in OBLIGATIONS if kind in kinds), alliance=bool(kinds & ARMED),
        citations=citations.of_entry(words, treaty.source),
    )  # fmt: skip


def between(sides: Sides, treaty: Treaty) -> Iterator[Clause]:
    """Give the clauses that one of the two owes the other."""
    for clause in treaty.clauses:
        if any(_names(clause.owed_by, one) and _names(clause.owed_to, other) for one, other in _ways(sides)):
            yield clause


def alliance_spells(sides: Sides, treaty: Treaty) -> list[tuple[str, str | None]]:
    """Give the stretches (ISO days; None while it lasts) in which a clause of defense or offense bound the two."""
    ours, theirs = ([p for p in treaty.parties if sides.side(p.code) == side] for side in (sides.a, sides.b))
    found = set()
    for clause in between(sides, treaty):
        for one, other in product(ours, theirs) if clause.obligation in ARMED else ():
            begin = max(signed_on(treaty, one), signed_on(treaty, other), *_day(clause.begin))
            end = min(spell_end(treaty, one), spell_end(treaty, other), day_after(clause.end))
            if begin < end:
                found.add((begin, plain_end(end)))
    return sorted(found, key=lambda spell: (spell[0], spell[1] or LATEST))


def plain_end(end: str) -> str | None:
    """Give a day on which something was over as an ISO day; None for the day that never comes."""
    return None if end >= "9999" else end.rstrip("~")


def _day(edtf: str | None) -> tuple[str, ...]:
    return (first_day(edtf),) if edtf else ("",)


def _ways(sides: Sides) -> tuple[tuple[str, str], tuple[str, str]]:
    return (sides.a, sides.b), (sides.b, sides.a)


def _names(codes: tuple[str, ...], state: str) -> bool:
    return not codes or shipped().treaties.line_of(state) in map(shipped().treaties.line_of, codes)
