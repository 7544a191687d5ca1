"""What the coder knows of one document while it works through its sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.event import PAGE, Event, Holder
from dragoman.model.time import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from dragoman.actors.gazetteer import NameHit
    from dragoman.times import HungTime


class Finder(Protocol):
    """What the coder needs of the language room's actor finder."""

    names: list[NameHit]

    def actors_at(self, token: Token, offset: int) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token`."""

    def at_time(self, actor: Actor, when: str | None) -> Actor:
        """Give an actor with the office and sector of a time (EDTF)."""

    def begin(self, doc: Doc, offset: int) -> None:
        """Take note of a parsed sentence that begins at `offset`, before any of its actors is asked for."""

    def remember(self, actors: tuple[Actor, ...]) -> None:
        """Take note of actors in text order, so that later references resolve."""


PAIR_MENTIONS = 10
"""Mentions the two main states of a page must have together: fewer say nothing of what a page is about."""


@dataclass
class Page:
    """A document at work: its text, actors and times."""

    document: Document
    finder: Finder
    times: tuple[Timex, ...]
    points: tuple[Timex, ...] = ()
    distances: tuple[HungTime, ...] = ()
    events: list[Event] = field(default_factory=list)
    asides: set[str] = field(default_factory=set)
    actor_cache: dict[int, tuple[Actor, ...]] = field(default_factory=dict)

    def main_pair(self) -> frozenset[str]:
        """Give the two states that the page is about, if two of them hold most of its mentions; else nothing."""
        counts = Counter(name.code for name in self.finder.names if name.code)
        first_two = counts.most_common(2)
        share = sum(count for _, count in first_two)
        if len(first_two) < 2 or share < PAIR_MENTIONS or first_two[1][1] < share / 4:
            return frozenset()
        return frozenset(code for code, _ in first_two)

    def implied(self, actors: tuple[Actor, ...], before: int) -> tuple[Actor, ...]:
        """Give the other state of the page's main pair, as last named before an offset, when one side acts alone.

        For acts that need a recipient and name none ("if Russia hands over its technology", in a page on Russia and
        North Korea).
        """
        pair, codes = self.main_pair(), {a.code for a in actors}
        if len(pair) != 2 or len(codes & pair) != 1:
            return ()
        (other,) = pair - codes
        named = [n for n in self.finder.names if n.code == other and n.start < before]
        return tuple(
            Actor(text=n.text, start=n.start, end=n.end, code=n.code, sector=n.sector, name=n.name, office=n.office)
            for n in named[-1:]
        )

    def actors_at(self, token: Token, offset: int) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token`, worked out once."""
        key = token.idx + offset
        if key not in self.actor_cache:
            self.actor_cache[key] = self.finder.actors_at(token, offset)
        return self.actor_cache[key]


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence (or the part of it that the parser took as one) and where it stands in the document."""

    page: Page
    span: Span
    offset: int
    start: int
    end: int

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token`."""
        return self.page.actors_at(token, self.offset)

    def times(self) -> list[Timex]:
        """Give the time expressions inside the sentence."""
        return [t for t in self.page.times if self.start <= t.start and t.end <= self.end]

    def points(self) -> list[Timex]:
        """Give the times of the sentence that name a point or interval; worked-out times stand for their parts."""
        return [t for t in self.page.points if self.start <= t.start and t.end <= self.end]

    def token_at(self, start: int, end: int) -> Token | None:
        """Give the syntactic head of the words between two document offsets."""
        inside = [t for t in self.span if t.idx + self.offset < end and t.idx + self.offset + len(t) > start]
        for token in inside:
            if token.head == token or token.head not in inside:
                return token
        return None


def known(actors: tuple[Actor, ...]) -> bool:
    """Say whether any of the actors has a code."""
    return any(a.code for a in actors)


def holder_of(sentence: Sentence, speech: Token | None) -> Holder:
    """Give the source that vouches: who speaks or is cited by the speech verb, or "according to X"; else the page."""
    from dragoman.coding.status.source import find_source

    source = find_source(speech, speech) if speech is not None else None
    if source is None:
        source = _according_to(sentence)
    if source is None:
        return PAGE
    actors = sentence.actors(source)
    left, right = source.left_edge, _right_edge(source)
    start, end = left.idx + sentence.offset, right.idx + len(right) + sentence.offset
    code = actors[0].code if actors else None
    return Holder("source", sentence.page.document.text[start:end], start, end, code)


def _right_edge(noun: Token) -> Token:
    """Give the last word of a source's name; clauses and further material after a comma are left out."""
    right = noun
    for child in noun.subtree:
        if (
            child.i > noun.i
            and child.dep_ in ("flat", "compound", "nmod", "case", "det", "amod", "nmod:poss")
            and child.i == right.i + 1
        ):
            right = child
    return right


def _according_to(sentence: Sentence) -> Token | None:
    for token in sentence.span:
        if token.lower_ == "according" and token.i + 1 < len(token.doc):
            for word in token.doc[token.i + 1 : token.i + 8]:
                if any(c.lower_ in ("according", "to") and c.dep_ in ("case", "fixed") for c in word.children):
                    return word
    return None
