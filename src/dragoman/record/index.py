"""Which event claims are of which act and party: sets of numbers, read once, for many questions on one record."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import combinations
from typing import Any

from dragoman.record.nouns import Sought
from dragoman.record.views import MANY
from dragoman.vocab.word_search import holds

Rows = Callable[[str, tuple[str, ...]], list[tuple[Any, ...]]]
"""Gives the rows that a query with its parameters answers."""


class Index:
    """The event claims that stand, by act and by party; parties and sentences are read when they are asked for."""

    def __init__(self, rows: Rows) -> None:
        """Read the acts of all event claims that stand; `rows` gives what a query of the record answers."""
        self._rows = rows
        self._acts: defaultdict[str, list[int]] = defaultdict(list)
        for claim, act in rows("SELECT claim, act FROM events", ()):
            self._acts[act].append(claim)
        self._of_acts: dict[tuple[str, ...], frozenset[int]] = {}
        self._parties: dict[str, frozenset[int]] = {}
        self._wordings: dict[int, str] = {}

    def fitting(self, sought: Sought) -> list[int]:
        """Give the numbers of the claims that fit, in order."""
        found = self._with_acts(sought.acts).intersection(*(self._with(codes) for codes in sought.parties))
        if sought.words:
            self._read(found)
            found = frozenset(claim for claim in found if holds(self._wordings[claim], sought.words))
        return sorted(found)

    def between(self, one: Iterable[str], other: Iterable[str]) -> list[int]:
        """Give the claims in which somebody of each of two sets of codes takes part."""
        return sorted(self._with(one) & self._with(other))

    def _with_acts(self, acts: tuple[str, ...]) -> frozenset[int]:
        if acts not in self._of_acts:
            self._of_acts[acts] = frozenset(claim for act in acts for claim in self._acts.get(act, ()))
        return self._of_acts[acts]

    def pairs(self) -> Counter[tuple[str, str]]:
        """Count the claims in which two codes take part; a pair is in alphabetical order."""
        codes: defaultdict[int, set[str]] = defaultdict(set)
        for claim, code in self._rows("SELECT claim, code FROM parties", ()):
            codes[claim].add(code)
        return Counter(pair for known in codes.values() for pair in combinations(sorted(known), 2))

    def _with(self, codes: Iterable[str]) -> frozenset[int]:
        sets = [self._of(code) for code in codes]
        return sets[0] if len(sets) == 1 else frozenset().union(*sets)

    def _of(self, code: str) -> frozenset[int]:
        if code not in self._parties:
            rows = self._rows("SELECT claim FROM parties WHERE code = ?", (code,))
            self._parties[code] = frozenset([row[0] for row in rows])
        return self._parties[code]

    def _read(self, claims: Collection[int]) -> None:
        """Read the sentences of claims that were not read yet."""
        missing = [claim for claim in claims if claim not in self._wordings]
        for start in range(0, len(missing), MANY):
            numbers = ",".join(map(str, missing[start : start + MANY]))
            query = f"SELECT number, wording FROM claims WHERE number IN ({numbers})"
            self._wordings.update((number, wording) for number, wording in self._rows(query, ()))
