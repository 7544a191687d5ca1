"""The ledger as a book that can be asked: the shipped treaties, and those of a desk's own file beside them.

A spell is the time in which a treaty bound a state. Dates of the tables are EDTF, days here are ISO.
"""

from collections import defaultdict
from pathlib import Path

from dragoman.model.citation import Citation, cite_entry
from dragoman.model.ledger import Coding, Party, RelationFact, Treaty, VisitFact, War
from dragoman.model.when import bounds
from dragoman.vocab import Vocabulary

LATEST = "9999-12-30"
"""The day that is asked when none is given: what has not ended, as far as the ledger knows."""


class Ledger:
    """Treaties by party. A state is found under any code of its line (RUS finds SUN)."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        treaties: tuple[Treaty, ...],
        *,
        relations: tuple[RelationFact, ...] = (),
        wars: tuple[War, ...] = (),
        visits: tuple[VisitFact, ...] = (),
        codings: tuple[Coding, ...] = (),
    ) -> None:
        """Take the treaties, relations, wars, visits and codings as they are; the order of the treaties is kept.

        The vocabulary knows which state carries on which, what lies in which region, and the titles of the sources.
        Treaties that are open to every state are kept apart from the others: they say nothing of two of them.
        """
        self.vocabulary = vocabulary
        self.treaties = treaties
        self.relations = relations
        self.wars = wars
        self.visits = visits
        self.codings = codings
        self._by_line: defaultdict[str, list[Treaty]] = defaultdict(list)
        self._universal: defaultdict[str, list[Treaty]] = defaultdict(list)
        for treaty in treaties:
            shelf = self._universal if treaty.universal else self._by_line
            for line in dict.fromkeys(vocabulary.treaties.line_of(party.code) for party in treaty.parties):
                shelf[line].append(treaty)

    def coding_on(self, on: str) -> Coding | None:
        """Give the data set that decides the yes or no of the ISO day `on`: the last taken over that covers it."""
        return next((coding for coding in reversed(self.codings) if coding.first <= on <= coding.last), None)

    def speaks(self, treaty: Treaty, on: str) -> bool:
        """Tell whether a treaty can be asked about the ISO day `on`: one of a data set is silent beyond its days."""
        own = next((coding for coding in self.codings if coding.name == treaty.source), None)
        return own is None or own.first <= on <= own.last

    def of(self, state: str, *, universal: bool = False) -> list[Treaty]:
        """Give all treaties to which a state was ever a party: those among some, or the `universal` ones."""
        shelf = self._universal if universal else self._by_line
        return shelf.get(self.vocabulary.treaties.line_of(state), [])

    def between(self, a: str, b: str, *, universal: bool = False) -> list[Treaty]:
        """Give all treaties to which both states were parties, whether at the same time or not; none with itself."""
        if self.vocabulary.treaties.is_same(a, b):
            return []
        theirs = {treaty.id for treaty in self.of(b, universal=universal)}
        return [treaty for treaty in self.of(a, universal=universal) if treaty.id in theirs]

    def history(self, a: str, b: str) -> list[Treaty]:
        """Give all treaties in which both states stood at the same time, by date of signature."""
        shared = [treaty for treaty in self.between(a, b) if self.shared_spell(treaty, a, b)]
        return sorted(shared, key=lambda treaty: (first_day(treaty.signed), treaty.id))

    def spells_of(self, treaty: Treaty, state: str) -> list[Party]:
        """Give the spells of a state in a treaty."""
        return [party for party in treaty.parties if self.vocabulary.treaties.is_same(party.code, state)]

    def party_on(self, treaty: Treaty, state: str, on: str, *, strictly: bool = False) -> Party | None:
        """Give the spell in which a state was bound on the ISO day `on`, from signature on; None if there is none.

        `strictly` counts from entry into force; where that is not on file it is the signature, unless it never came.
        """
        for party in self.spells_of(treaty, state):
            begins = binds_from(treaty, party) if strictly else signed_on(treaty, party)
            if begins and begins <= on < spell_end(treaty, party):
                return party
        return None

    def binds(self, treaty: Treaty, a: str, b: str, on: str, *, strictly: bool = False) -> bool:
        """Tell whether a treaty bound both states on the ISO day `on`; `strictly` as in `party_on`."""
        return all(self.party_on(treaty, state, on, strictly=strictly) for state in (a, b))

    def in_force(self, treaty: Treaty, a: str, b: str, on: str) -> bool | None:
        """Tell whether a treaty that both had signed was in force for both on `on`; None: the day is not on file."""
        spells = [self.party_on(treaty, state, on, strictly=True) for state in (a, b)]
        if not all(spells):
            return False
        return True if all(is_dated(treaty, party) for party in spells if party) else None

    def shared_spell(self, treaty: Treaty, a: str, b: str) -> tuple[str, str] | None:
        """Give the ISO days from which both states were bound, and were so no more; None if never together."""
        ours, theirs = (
            [(signed_on(treaty, party), spell_end(treaty, party)) for party in self.spells_of(treaty, state)]
            for state in (a, b)
        )
        together = [(max(x[0], y[0]), min(x[1], y[1])) for x in ours for y in theirs]
        together = [(begin, end) for begin, end in together if begin < end]
        return (min(begin for begin, _ in together), max(end for _, end in together)) if together else None

    def is_named(self, state: str, codes: tuple[str, ...]) -> bool:
        """Tell whether a state is one of those that a clause names; no codes are every party."""
        return not codes or any(self.vocabulary.treaties.is_same(state, code) for code in codes)

    def relations_of(self, a: str, b: str) -> list[RelationFact]:
        """Give what is on file about diplomatic relations of two states, by date."""
        dyad = self.vocabulary.treaties.dyad_of
        return sorted((f for f in self.relations if dyad(f.a, f.b) == dyad(a, b)), key=lambda fact: fact.date)

    def wars_of(self, a: str, b: str) -> list[War]:
        """Give the fronts on which the two states fought each other, by date."""
        sides = {self.vocabulary.treaties.line_of(a), self.vocabulary.treaties.line_of(b)}
        line = self.vocabulary.treaties.line_of
        return [war for war in self.wars if any({line(x), line(y)} == sides for x, y in war.dyads)]

    def lies_in(self, place: str, region: str, on: str) -> bool:
        """Tell whether a place (the code of a state, a territory or a part of one) lay in a region on `on`."""
        same = self.vocabulary.treaties.is_same
        rows = self.vocabulary.treaties.regions.get(region, ())
        current = (row for row in rows if (row.begin or "") <= on < day_after(row.end))
        return any(same(place, code) for row in current for code in row.holds)

    @property
    def places(self) -> frozenset[str]:
        """The codes that can say where an attack falls: states, territories, and parts that a region names."""
        regions = (row for rows in self.vocabulary.treaties.regions.values() for row in rows)
        return frozenset(self.vocabulary.treaties.states).union(*(row.holds for row in regions))

    @property
    def checked(self) -> str:
        """The last ISO day to which the shipped tables were checked; what came later may be missing."""
        return min(self.vocabulary.treaties.checked.values(), default=LATEST)

    def cite(self, words: str, source: str) -> Citation:
        """Give the citation of an entry; `source` is a key of `sources.csv`, or names its source itself."""
        return cite_entry(words, self.vocabulary.treaties.source_title(source))


def shipped_ledger(vocabulary: Vocabulary) -> Ledger:
    """Give the ledger that comes with a vocabulary, made once."""
    return vocabulary.made(_shipped)


def _shipped(vocabulary: Vocabulary) -> Ledger:
    tables = vocabulary.treaties
    return Ledger(vocabulary, tables.treaties, relations=tables.relations, wars=tables.wars)


def open_ledger(path: Path | None, vocabulary: Vocabulary) -> Ledger:
    """Give the shipped ledger, and what the ledger file at `path` adds: of one id, the file's treaty counts.

    Raises TreatyError if the file cannot be read.
    """
    shipped = shipped_ledger(vocabulary)
    if path is None:
        return shipped
    from dragoman.ledger.store import read_file

    own = read_file(path)
    merged = {treaty.id: treaty for treaty in (*shipped.treaties, *own.treaties)}
    return Ledger(
        vocabulary,
        tuple(merged.values()),
        relations=shipped.relations,
        wars=shipped.wars,
        visits=own.visits,
        codings=own.codings,
    )


def signed_on(treaty: Treaty, party: Party) -> str:
    """Give the ISO day from which a party's signature counts."""
    return first_day(party.signed or treaty.signed)


def binds_from(treaty: Treaty, party: Party) -> str | None:
    """Give the ISO day from which the treaty was in force for a party; None if it never was."""
    if treaty.how == "not ratified" or treaty.pending or party.pending:
        return None
    own, general = party.in_force or party.signed, treaty.in_force or treaty.signed
    return max(first_day(own or general), first_day(general))


def is_dated(treaty: Treaty, party: Party) -> bool:
    """Tell whether the day of entry into force for a party is on file; where it is not, the signature stands in."""
    return bool(treaty.in_force and (party.in_force or not party.signed))


def spell_end(treaty: Treaty, party: Party) -> str:
    """Give the first ISO day on which the treaty did not bind the party any more, as `day_after` does."""
    return min(day_after(party.ended), day_after(treaty.ended))


def first_day(edtf: str) -> str:
    """Give the first ISO day of an EDTF date. A beginning known only to the year counts from its first day."""
    return edtf if len(edtf) == 10 else bounds(edtf)[0].isoformat()


def day_after(edtf: str | None) -> str:
    """Give the first ISO day on which something that ended at `edtf` was over; no date gives a day that never comes.

    A day means that on this day it bound no more. A year or a month: it ended some time within, and the whole counts:
    the last day with a tilde, which sorts behind it.
    """
    if edtf is None:
        return "9999-12-31"
    return edtf if len(edtf) == 10 else bounds(edtf)[1].isoformat() + "~"


def plain_end(end: str) -> str | None:
    """Give an end as an ISO day; None for the day that never comes."""
    return None if end >= "9999" else end.rstrip("~")
