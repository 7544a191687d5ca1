"""The ledger as a book that can be asked: the shipped treaties, and those of a desk's own file beside them."""

from collections import defaultdict
from functools import cache
from pathlib import Path

from dragoman.ledger.days import day_after, first_day
from dragoman.model.ledger import Coding, Party, RelationFact, Treaty, VisitFact
from dragoman.vocab import shipped


class Ledger:
    """Treaties by party. A state is found under any code of its line (RUS finds SUN)."""

    def __init__(
        self,
        treaties: tuple[Treaty, ...],
        *,
        relations: tuple[RelationFact, ...] = (),
        visits: tuple[VisitFact, ...] = (),
        codings: tuple[Coding, ...] = (),
    ) -> None:
        """Take the treaties, relations, visits and codings as they are; the order of the treaties is kept."""
        self.treaties = treaties
        self.relations = relations
        self.visits = visits
        self.codings = codings
        self._by_line: defaultdict[str, list[Treaty]] = defaultdict(list)
        # A treaty open to every state says nothing of two of them; it is asked for apart.
        for treaty in (treaty for treaty in treaties if not treaty.universal):
            for line in dict.fromkeys(shipped().treaties.line_of(party.code) for party in treaty.parties):
                self._by_line[line].append(treaty)

    def coding_on(self, on: str) -> Coding | None:
        """Give the data set that decides the yes or no of the ISO day `on`: the last taken over that covers it."""
        return next((coding for coding in reversed(self.codings) if coding.first <= on <= coding.last), None)

    def speaks(self, treaty: Treaty, on: str) -> bool:
        """Tell whether a treaty can be asked about the ISO day `on`: one of a data set is silent beyond its days."""
        own = next((coding for coding in self.codings if coding.name == treaty.source), None)
        return own is None or own.first <= on <= own.last

    def of(self, state: str) -> list[Treaty]:
        """Give all treaties to which a state was ever a party."""
        return self._by_line.get(shipped().treaties.line_of(state), [])

    def between(self, a: str, b: str) -> list[Treaty]:
        """Give all treaties to which both states were parties, whether at the same time or not; none with itself."""
        if shipped().treaties.line_of(a) == shipped().treaties.line_of(b):
            return []
        theirs = {treaty.id for treaty in self.of(b)}
        return [treaty for treaty in self.of(a) if treaty.id in theirs]


@cache
def shipped_ledger() -> Ledger:
    """Give the ledger that comes with dragoman."""
    return Ledger(shipped().treaties.treaties, relations=shipped().treaties.relations)


def open_ledger(path: Path | None = None) -> Ledger:
    """Give the shipped ledger, and what the ledger file at `path` adds: of one id, the file's treaty counts.

    Raises TreatyError if the file cannot be read.
    """
    shipped = shipped_ledger()
    if path is None:
        return shipped
    from dragoman.ledger.store import read_file

    own = read_file(path)
    merged = {treaty.id: treaty for treaty in (*shipped.treaties, *own.treaties)}
    return Ledger(tuple(merged.values()), relations=shipped.relations, visits=own.visits, codings=own.codings)


def party_on(treaty: Treaty, state: str, on: str, *, strictly: bool = False) -> Party | None:
    """Give the spell in which `state` was bound by `treaty` on `on` (ISO), from signature on; None if there is none.

    `strictly` counts from entry into force; where that is not on file it is the signature, unless it never came.
    """
    line = shipped().treaties.line_of(state)
    for party in treaty.parties:
        begins = binds_from(treaty, party) if strictly else signed_on(treaty, party)
        if shipped().treaties.line_of(party.code) == line and begins and begins <= on < spell_end(treaty, party):
            return party
    return None


def signed_on(treaty: Treaty, party: Party) -> str:
    """Give the ISO day from which a party's signature counts."""
    return first_day(party.signed or treaty.signed)


def binds_from(treaty: Treaty, party: Party) -> str | None:
    """Give the ISO day from which the treaty was in force for a party; None if it never was."""
    if treaty.how == "not ratified":
        return None
    own, general = party.in_force or party.signed, treaty.in_force or treaty.signed
    return max(first_day(own or general), first_day(general))


def spell_end(treaty: Treaty, party: Party) -> str:
    """Give the first ISO day on which the treaty did not bind the party any more."""
    return min(day_after(party.ended), day_after(treaty.ended))
