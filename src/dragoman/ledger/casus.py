"""Casus foederis: when one state attacks another, who is obliged to do what for whom, by which clause."""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from dragoman.ledger.book import Ledger, party_on, shipped_ledger
from dragoman.ledger.obligations import Due, owed
from dragoman.model.ledger import Clause
from dragoman.vocab import shipped

Side = Literal["attacked", "attacker"]


class Duty(Struct, frozen=True):
    """What a state must do for another, on whose side, at which remove (1: an ally of the attacked or of the attacker).

    The clause is `due`; `depends` says on what the duty hangs beyond the clause itself.
    """

    side: Side
    depth: int
    due: Due
    depends: str = ""

    @property
    def fights(self) -> bool:
        """Whether the duty makes a belligerent."""
        return self.due.clause.obligation in ("defense", "offense")


class Collision(Struct, frozen=True):
    """A state whose duties pull both ways: it must help one side, and help or spare the other."""

    state: str
    duty: Duty
    against: Duty


class Casus(Struct, frozen=True):
    """The answer: duties by depth, the clauses that the attack itself breaks, and whose duties collide."""

    attacker: str
    attacked: str
    on: str
    depth: int
    duties: tuple[Duty, ...]
    breaches: tuple[Due, ...]
    collisions: tuple[Collision, ...]


CALLS: dict[Side, frozenset[str]] = {
    "attacked": frozenset({"defense", "neutrality", "consultation"}),
    "attacker": frozenset({"offense", "neutrality", "consultation"}),
}
"""Which obligations an attack calls up at the first remove: an ally of the attacked defends it, one of the attacker
joins in only by an offense clause. Beyond it only defense is followed: the others bring nobody into the war."""

WHEN_ATTACKED = re.compile(r"attack|aggression|military action against|by a third|by third|unprovoked")
"""A neutrality clause with such a trigger protects a party that is attacked, not one that attacks."""


def casus(attacker: str, attacked: str, on: str, *, depth: int = 2, ledger: Ledger | None = None) -> Casus:
    """Say who is obliged to do what on the ISO day `on` if `attacker` attacks `attacked`.

    `depth` is how far allies of allies are followed: 1 is the allies of the two themselves.
    A clause against a named state counts only where that state is the enemy. A state that fights at one remove is not
    listed again on the same side at the next.
    """
    book = ledger or shipped_ledger()
    pair = frozenset({shipped().treaties.line_of(attacker), shipped().treaties.line_of(attacked)})
    duties = [
        *_called(book, attacked, "attacked", [attacker], on, 1, CALLS["attacked"], pair),
        *_called(book, attacker, "attacker", [attacked], on, 1, CALLS["attacker"], pair),
    ]
    for remove in range(2, depth + 1):
        duties += _next(book, duties, attacker, attacked, on, remove, pair)
    breaches = tuple(
        due for due in owed(attacker, attacked, on, ledger=book) if due.clause.obligation == "nonaggression"
    )
    broken = {due.treaty.id for due in breaches}
    spared = [duty for duty in _spared(book, duties, attacker, on) if duty.due.treaty.id not in broken]
    return Casus(attacker, attacked, on, depth, tuple(duties), breaches, tuple(_collisions([*duties, *spared])))


def _next(
    book: Ledger, duties: list[Duty], attacker: str, attacked: str, on: str, remove: int, pair: frozenset[str]
) -> list[Duty]:
    """Give the duties of the next remove: to allies that entered, and to the attacker when they turn on it."""
    entered = {
        side: {shipped().treaties.line_of(duty.due.owed_by) for duty in duties if duty.side == side and duty.fights}
        for side in CALLS
    }
    sides: tuple[tuple[Side, str], ...] = (("attacked", attacker), ("attacker", attacked))
    fronts: list[tuple[str, Side, list[str]]] = [
        (ally, side, [enemy]) for side, enemy in sides for ally in _fighters(duties, side, remove - 1)
    ]
    helpers = _fighters(duties, "attacked", 1)
    if remove == 2 and helpers:
        fronts.append((attacker, "attacker", helpers))
    # Who helps the attacked by a treaty need not shield the attacker by the same one.
    helping = {(duty.due.owed_by, duty.due.treaty.id) for duty in duties if duty.side == "attacked" and duty.fights}
    found: list[Duty] = []
    for state, side, enemies in fronts:
        for duty in _called(book, state, side, enemies, on, remove, frozenset({"defense"}), pair):
            shields = side == "attacker" and (duty.due.owed_by, duty.due.treaty.id) in helping
            if shipped().treaties.line_of(duty.due.owed_by) not in entered[side] and not shields:
                found.append(duty)
    return found


def _fighters(duties: Iterable[Duty], side: Side, depth: int) -> list[str]:
    return list(
        dict.fromkeys(duty.due.owed_by for duty in duties if (duty.side, duty.depth) == (side, depth) and duty.fights)
    )


def _called(
    book: Ledger,
    state: str,
    side: Side,
    enemies: list[str],
    on: str,
    remove: int,
    kinds: frozenset[str],
    pair: frozenset[str],
) -> list[Duty]:
    """Give what others owe `state` in its war with any of `enemies`."""
    found = []
    for ally in _allies(book, state, on):
        if shipped().treaties.line_of(ally) in pair:
            continue
        for due in owed(ally, state, on, ledger=book):
            against = [
                enemy
                for enemy in enemies
                if shipped().treaties.line_of(enemy) != shipped().treaties.line_of(ally) and applies(due.clause, enemy)
            ]
            if due.clause.obligation in kinds and against and not _spares_attacker_only(due.clause, side, remove):
                found.append(Duty(side, remove, due, _depends(due, state, against, on, remove)))
    return found


def _allies(book: Ledger, state: str, on: str) -> list[str]:
    bound = [treaty for treaty in book.of(state) if party_on(treaty, state, on)]
    codes = {
        shipped().treaties.code_on(party.code, on)
        for treaty in bound
        for party in treaty.parties
        if party_on(treaty, party.code, on)
    }
    return sorted(code for code in codes if shipped().treaties.line_of(code) != shipped().treaties.line_of(state))


def _spares_attacker_only(clause: Clause, side: Side, remove: int) -> bool:
    words = f"{clause.trigger} {' '.join(clause.conditions)}"
    return (
        side == "attacker" and remove == 1 and clause.obligation == "neutrality" and bool(WHEN_ATTACKED.search(words))
    )


def _depends(due: Due, state: str, enemies: list[str], on: str, remove: int) -> str:
    if remove > 1:
        named = " or ".join(enemies[:3]) + (f" or {len(enemies) - 3} others" if len(enemies) > 3 else "")
        return f"if {named} turns on {state}"
    return f"{enemies[0]} is a party too" if party_on(due.treaty, enemies[0], on) else ""


def applies(clause: Clause, enemy: str) -> bool:
    """Tell whether a clause can apply against `enemy`: it names no state, or this one."""
    named = [
        code for condition in clause.conditions if condition.startswith("against:") for code in condition[8:].split()
    ]
    return not named or shipped().treaties.line_of(enemy) in map(shipped().treaties.line_of, named)


def _spared(book: Ledger, duties: list[Duty], attacker: str, on: str) -> list[Duty]:
    """Give the non-aggression that those who must fight the attacker owe it, a collision in the making."""
    fighters = _fighters(duties, "attacked", 1)
    dues = [due for state in fighters for due in owed(state, attacker, on, ledger=book)]
    return [Duty("attacker", 1, due) for due in dues if due.clause.obligation == "nonaggression"]


def _collisions(duties: list[Duty]) -> list[Collision]:
    """Pair each state's first duty to fight with its closest duty to the other side of each kind but consultation."""
    found: dict[tuple[str, frozenset[str], str | None], Collision] = {}
    for duty in duties:
        for other in sorted(duties, key=lambda duty: (duty.depth, len(duty.due.treaty.parties))):
            same = shipped().treaties.line_of(duty.due.owed_by) == shipped().treaties.line_of(other.due.owed_by)
            if same and duty.fights and duty.side != other.side and other.due.clause.obligation != "consultation":
                key = (
                    shipped().treaties.line_of(duty.due.owed_by),
                    frozenset({duty.side, other.side}),
                    other.due.clause.obligation,
                )
                if other.fights and duty.side == "attacker":
                    continue
                found.setdefault(key, Collision(duty.due.owed_by, duty, other))
    return list(found.values())
