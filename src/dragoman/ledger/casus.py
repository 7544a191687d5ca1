"""Casus foederis: when one state attacks another, who is obliged to do what for whom, by which clause."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from dragoman.ledger.book import Ledger
from dragoman.ledger.obligations import Due, owed
from dragoman.model.ledger import NO_ATTACK, Clause

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
    """The answer: duties by depth, the clauses that the attack itself breaks, and whose duties collide.

    `at` is where the attack falls; `checked` the last day to which the ledger was checked.
    """

    attacker: str
    attacked: str
    on: str
    at: str
    depth: int
    duties: tuple[Duty, ...]
    breaches: tuple[Due, ...]
    collisions: tuple[Collision, ...]
    checked: str


CALLS: dict[Side, frozenset[str]] = {
    "attacked": frozenset({"defense", "neutrality", "consultation"}),
    "attacker": frozenset({"offense", "neutrality", "consultation"}),
}
"""Which obligations an attack calls up at the first remove: an ally of the attacked defends it, one of the attacker
joins in only by an offense clause. Beyond it only defense is followed: the others bring nobody into the war."""

WHEN_ATTACKED = re.compile(r"attack|aggression|military action against|by a third|by third|unprovoked")
"""A neutrality clause with such a trigger protects a party that is attacked, not one that attacks."""


def casus(attacker: str, attacked: str, on: str, *, ledger: Ledger, at: str | None = None, depth: int = 2) -> Casus:
    """Say who is obliged to do what on the ISO day `on` if `attacker` attacks `attacked`.

    `at` is where the attack falls, one of the ledger's `places`; without it, the attacked state itself.
    `depth` is how far allies of allies are followed: 1 is the allies of the two themselves.
    A clause against a named state counts only where that state is the enemy. A state that fights at one remove is not
    listed again on the same side at the next.
    """
    war = _War(attacker, attacked, on, ledger, at or attacked)
    duties = [
        *war.called(attacked, "attacked", [attacker], 1, CALLS["attacked"]),
        *war.called(attacker, "attacker", [attacked], 1, CALLS["attacker"]),
    ]
    for remove in range(2, depth + 1):
        duties += war.next(duties, remove)
    breaches = war.breaches()
    broken = {due.treaty.id for due in breaches}
    spared = [duty for duty in war.spared(duties) if duty.due.treaty.id not in broken]
    clashes = war.collisions([*duties, *spared])
    return Casus(attacker, attacked, on, war.at, depth, tuple(duties), tuple(breaches), tuple(clashes), ledger.checked)


class _War:
    """An attack on a day, as the ledger sees it."""

    def __init__(self, attacker: str, attacked: str, on: str, ledger: Ledger, at: str) -> None:
        self.attacker, self.attacked, self.on, self.ledger, self.at = attacker, attacked, on, ledger, at
        self.tables = ledger.vocabulary.treaties
        self.pair = {self.tables.line_of(attacker), self.tables.line_of(attacked)}

    def next(self, duties: Sequence[Duty], remove: int) -> list[Duty]:
        """Give the duties of the next remove: to allies that entered, and to the attacker when they turn on it."""
        line = self.tables.line_of
        entered = {(duty.side, line(duty.due.owed_by)) for duty in duties if duty.fights}
        # Who helps the attacked by a treaty need not shield the attacker by the same one.
        helping = {(duty.due.owed_by, duty.due.treaty.id) for duty in duties if duty.side == "attacked" and duty.fights}
        found: list[Duty] = []
        for state, side, enemies in self._fronts(duties, remove):
            for duty in self.called(state, side, enemies, remove, frozenset({"defense"})):
                shields = side == "attacker" and (duty.due.owed_by, duty.due.treaty.id) in helping
                if (side, line(duty.due.owed_by)) not in entered and not shields:
                    found.append(duty)
        return found

    def _fronts(self, duties: Sequence[Duty], remove: int) -> list[tuple[str, Side, list[str]]]:
        """Give the states that may be turned on at a remove, with their side and by whom."""
        enemies: dict[Side, str] = {"attacked": self.attacker, "attacker": self.attacked}
        fronts = [
            (ally, side, [enemy]) for side, enemy in enemies.items() for ally in _fighters(duties, side, remove - 1)
        ]
        helpers = _fighters(duties, "attacked", 1)
        if remove == 2 and helpers:
            fronts.append((self.attacker, "attacker", helpers))
        return fronts

    def called(
        self, state: str, side: Side, enemies: Sequence[str], remove: int, kinds: frozenset[str]
    ) -> Iterator[Duty]:
        """Give what others owe `state` in its war with any of `enemies`."""
        for ally in self._allies(state):
            if self.tables.line_of(ally) in self.pair:
                continue
            foes = [enemy for enemy in enemies if not self.tables.is_same(enemy, ally)]
            for due in owed(ally, state, self.on, ledger=self.ledger):
                victim, place = (self.attacked, self.at) if remove == 1 else (state, state)
                against = [enemy for enemy in foes if self._falls_due(due.clause, enemy, victim, place)]
                if due.clause.obligation in kinds and against and not _spares_attacker_only(due.clause, side, remove):
                    yield Duty(side, remove, due, self._depends(due, state, against, remove))

    def _allies(self, state: str) -> list[str]:
        bound = [treaty for treaty in self.ledger.of(state) if self.ledger.party_on(treaty, state, self.on)]
        codes = {
            self.tables.code_on(party.code, self.on)
            for treaty in bound
            for party in treaty.parties
            if self.ledger.party_on(treaty, party.code, self.on)
        }
        return sorted(code for code in codes if not self.tables.is_same(code, state))

    def _depends(self, due: Due, state: str, enemies: Sequence[str], remove: int) -> str:
        if remove > 1:
            more = f" or {len(enemies) - 3} others" if len(enemies) > 3 else ""
            return f"if {' or '.join(enemies[:3])}{more} turns on {state}"
        return f"{enemies[0]} is a party too" if self.ledger.party_on(due.treaty, enemies[0], self.on) else ""

    def breaches(self) -> list[Due]:
        """Give the clauses that the attack itself breaks, those of treaties open to every state last."""
        owes = (
            due
            for universal in (False, True)
            for due in owed(self.attacker, self.attacked, self.on, ledger=self.ledger, universal=universal)
        )
        return [due for due in owes if _forbids_attack(due.clause) and self._holds(due.clause, due.owed_to, self.at)]

    def _falls_due(self, clause: Clause, enemy: str, victim: str, place: str) -> bool:
        """Tell whether an attack of `enemy` on `victim`, at `place`, is what a clause speaks of."""
        named = _named(clause)
        if {"matter", "through"} & named.keys():
            return False
        attackers = named.get("attacker", [])
        return (
            self.ledger.is_named(enemy, tuple(named.get("against", ())))
            and (not attackers or any(self.ledger.lies_in(enemy, region, self.on) for region in attackers))
            and self._holds(clause, victim, place)
        )

    def _holds(self, clause: Clause, victim: str, place: str) -> bool:
        """Tell whether a clause protects `victim` at `place`."""
        named = _named(clause)
        regions = named.get("region", [])
        inside = not regions or any(self.ledger.lies_in(place, region, self.on) for region in regions)
        return inside and self.ledger.is_named(victim, tuple(named.get("attacked", ())))

    def spared(self, duties: Sequence[Duty]) -> list[Duty]:
        """Give the non-aggression that those who must fight the attacker owe it, a collision in the making."""
        fighters = _fighters(duties, "attacked", 1)
        dues = [due for state in fighters for due in owed(state, self.attacker, self.on, ledger=self.ledger)]
        return [Duty("attacker", 1, due) for due in dues if due.clause.obligation == "nonaggression"]

    def collisions(self, duties: Sequence[Duty]) -> list[Collision]:
        """Pair each state's first duty to fight with its closest to the other side of each kind but consultation."""
        found: dict[tuple[str, frozenset[str], str | None], Collision] = {}
        closest = sorted(duties, key=lambda duty: (duty.depth, len(duty.due.treaty.parties)))
        for duty in (duty for duty in duties if duty.fights):
            for other in (other for other in closest if other.side != duty.side):
                kind = other.due.clause.obligation
                if kind == "consultation" or not self.tables.is_same(duty.due.owed_by, other.due.owed_by):
                    continue
                if not (other.fights and duty.side == "attacker"):
                    key = (self.tables.line_of(duty.due.owed_by), frozenset({duty.side, other.side}), kind)
                    found.setdefault(key, Collision(duty.due.owed_by, duty, other))
        return list(found.values())


def _fighters(duties: Iterable[Duty], side: Side, depth: int) -> list[str]:
    mine = (duty for duty in duties if (duty.side, duty.depth) == (side, depth) and duty.fights)
    return list(dict.fromkeys(duty.due.owed_by for duty in mine))


def _named(clause: Clause) -> dict[str, list[str]]:
    """Give the conditions that name codes, regions or matters, by what they begin with."""
    split = (condition.partition(":") for condition in clause.conditions)
    return {prefix: value.split() for prefix, colon, value in split if colon}


def _forbids_attack(clause: Clause) -> bool:
    return clause.obligation == "nonaggression" or NO_ATTACK in clause.conditions


def _spares_attacker_only(clause: Clause, side: Side, remove: int) -> bool:
    words = f"{clause.trigger} {' '.join(clause.conditions)}"
    first = side == "attacker" and remove == 1 and clause.obligation == "neutrality"
    return first and bool(WHEN_ATTACKED.search(words))
