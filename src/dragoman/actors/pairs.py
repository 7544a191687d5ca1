""" "The two countries", "both sides", "the two leaders": which two are meant."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from dragoman.actors.gazetteer import NameHit, over
from dragoman.actors.references import BODIES, FAR, STATE_KINDS, as_actor, is_place
from dragoman.model.actor import Actor
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

RECENT = 3
"""Sentences back within which two that were named together are preferred to the last two named."""
NEAR = 300
"""Characters back within which a person named stands for the state as its leader."""


class Pairs:
    """Finds the two that a text has named together."""

    def __init__(self, text: str, names: Sequence[NameHit], vocabulary: Vocabulary) -> None:
        self.text = text
        self._vocabulary = vocabulary
        self._joined = vocabulary.made(_joined)
        self.names = [hit for hit in names if hit.code and hit.kind in STATE_KINDS | BODIES]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in split_sentences(self.text, self._vocabulary)]

    def noun(self, phrase: str) -> str | None:
        """Give the noun of a phrase that means two actors, in lower case: "countries" of "the two countries".

        An empty string for "both" alone, None for any other phrase.
        """
        found = self._vocabulary.made(_pair).match(" ".join(phrase.split()))
        return (found["noun"] or "").lower() if found else None

    def before(self, phrase: str, start: int, barred: Container[Actor] = ()) -> tuple[Actor, ...]:
        """Give the two actors that `phrase` ("the two countries"), which begins at `start`, stands for, or nothing.
        None of the `barred` is one of them.

        Two that one of the last sentences names together come before the last two that were named; a place where
        things happen ("talks in Vienna") is neither of the two if there are others.
        """
        noun, tables = self.noun(phrase), self._vocabulary.actors
        if noun is None:
            return ()
        leaders, states = noun in tables.grammar("leading"), noun in tables.grammar("state")
        before = [hit for hit in over(self.names, max(start - FAR, 0), start) if hit.start < start]
        named = [hit for hit in before if as_actor(hit) not in barred]
        named = [hit for hit in named if not states or (hit.code in tables.countries and hit.kind in STATE_KINDS)]
        acting = [hit for hit in named if hit.kind == "person" or not is_place(self.text, hit, self._vocabulary)]
        choices = [self._together(acting, start), _last_two(acting), _last_two(named)]
        two = next((choice for choice in choices if len(choice) == 2), choices[-1])
        two = [_person_of(hit, named, start) if leaders else hit for hit in two]
        return tuple(_leader(hit) if leaders else _state(hit) for hit in sorted(two, key=lambda hit: hit.start))

    def leaders(self, start: int) -> tuple[Actor, ...]:
        """Give the two that "the leaders" at `start` stands for, if the last sentences name two together."""
        two = [_person_of(hit, self.names, start) for hit in self._together(self.names, start)]
        return tuple(_leader(hit) for hit in sorted(two, key=lambda hit: hit.start))

    def _together(self, names: Sequence[NameHit], start: int) -> list[NameHit]:
        """Give the two that the nearest of the last sentences joins, or names as its only two."""
        for first, last in self._sentences(start):
            inside = [hit for hit in names if first <= hit.start < last]
            for left, right in reversed(list(pairwise(inside))):
                if _side(left) != _side(right) and self._joined.match(self.text[left.end : right.start]):
                    return [left, right]
            two = _last_two(inside)
            if len({_side(hit) for hit in inside}) == 2:
                return two
        return []

    def _sentences(self, start: int) -> Iterator[tuple[int, int]]:
        """Give the last sentences before a place, the one it stands in first."""
        until = bisect_right(self._starts, start)
        ends = self._starts[max(until - RECENT, 0) : until]
        yield from reversed(list(zip(ends, [*ends[1:], start], strict=True)))


def _pair(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Give the pattern of phrases that mean two: "the two neighbours", "both"."""
    grammar = vocabulary.grammar
    two = rf"{either(grammar['determiners of a pair'])}\s+{either(grammar['numerals of a pair'])}"
    nouns = rf"(?P<noun>{either(grammar['nouns of a pair'])})"
    return re.compile(rf"^(?:{two}|{either(grammar['words for a pair'])})\b(?:\s+(?:\w+\s+)?{nouns})?$", re.IGNORECASE)


def _joined(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Give the pattern of what stands between two names that belong together: "and", "'s foreign minister"."""
    grammar = vocabulary.grammar
    the, joints = either(grammar["definite articles"]), either(grammar["joints of a pair"])
    titles = rf"[a-z]+\s+{either(grammar['titles in a pair'])}"
    return re.compile(rf"^\s*(?:{joints}|{the}|&|-|–|'s|’s|{titles})*\s*(?:{the}\s+)?$")


def _side(hit: NameHit) -> tuple[str | None, str | None]:
    """Give what tells two sides apart: the state, and the armed group inside it."""
    return hit.code, hit.name if hit.kind in BODIES else None


def _last_two(names: Sequence[NameHit]) -> list[NameHit]:
    """Give the last names of the last two sides named."""
    latest: dict[tuple[str | None, str | None], NameHit] = {}
    for hit in reversed(names):
        latest.setdefault(_side(hit), hit)
    return list(latest.values())[:2]


def _person_of(hit: NameHit, names: Sequence[NameHit], start: int) -> NameHit:
    """Give the person last named for the state of `hit`, if that was a moment ago."""
    near = (name for name in reversed(names) if name.kind == "person" and name.start > start - NEAR)
    return next((name for name in near if name.code == hit.code), hit)


def _leader(hit: NameHit) -> Actor:
    return as_actor(hit._replace(sector="GOV"))


def _state(hit: NameHit) -> Actor:
    """Give the state or body of a name, without the person."""
    if hit.kind == "person":
        return Actor(text=hit.text, start=hit.start, end=hit.end, code=hit.code)
    return as_actor(hit if hit.kind in BODIES else hit._replace(sector=None))
