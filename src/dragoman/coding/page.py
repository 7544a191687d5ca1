"""What the coder knows of one document while it works through its sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

from dragoman.actors.references import as_actor
from dragoman.coding.entries import Entry, day_at
from dragoman.model.actor import Actor
from dragoman.model.document import Document, Span
from dragoman.model.event import Event
from dragoman.model.time import Timex
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy import tokens
    from spacy.tokens import Doc, Token

    from dragoman.actors.gazetteer import NameHit
    from dragoman.coding.candidates.reader.proposals import Proposal
    from dragoman.times import HungTime
    from dragoman.times.tense import Direction


Time = TypeVar("Time", "Timex", "HungTime")


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


def inside(times: Sequence[Time], start: int, end: int) -> list[Time]:
    """Give the times that lie between two offsets; `times` are sorted."""
    first = bisect_left(times, start, key=lambda time: time.start)
    return [t for t in times[first : bisect_left(times, end, first, key=lambda time: time.start)] if t.end <= end]


def points(times: list[Timex], hung: list[HungTime]) -> tuple[Timex, ...]:
    """Give the times that can date an event: those worked out ("two months after May 2000"), and the rest."""
    derived = [Timex(h.start, h.end, h.text, "DATE", h.edtf, h.edtf, h.how) for h in hung if h.edtf]
    taken = {place for d in derived for place in range(d.start, d.end)}
    apart = [t for t in times if t.edtf and t.type in ("DATE", "TIME") and not {t.start, t.end - 1} <= taken]
    return tuple(sorted([*derived, *apart], key=lambda t: (t.start, t.end)))


PAIR_MENTIONS = 10
"""Mentions the two main states of a page must have together: fewer say nothing of what a page is about."""


@dataclass
class Page:
    """A document at work: its text, actors and times."""

    document: Document
    finder: Finder
    vocabulary: Vocabulary
    times: tuple[Timex, ...]
    points: tuple[Timex, ...] = ()
    distances: tuple[HungTime, ...] = ()
    text: str = ""
    """The document's text with blanks in place of datelines: what is coded."""
    beside: tuple[Timex, ...] = ()
    """The times of the datelines."""
    entries: tuple[Entry, ...] = ()
    events: list[Event] = field(default_factory=list)
    asides: set[str] = field(default_factory=set)
    proposals: list[Proposal] = field(default_factory=list)
    actor_cache: dict[int, tuple[Actor, ...]] = field(default_factory=dict)
    turned: dict[Span, Timex] = field(default_factory=dict)
    """Times that a deed put on the other side of the page's date than the words beside them."""
    _sides: dict[Direction, dict[Span, Timex]] = field(default_factory=dict)

    def on_side(self, time: Timex, side: Direction) -> Timex | None:
        """Give a time as it is before ("past") or after the page's date, where its words leave that open."""
        from dragoman.times import find_times, hang

        if self.entries:
            return None
        if side not in self._sides:
            published = self.document.published
            times = find_times(self.text, published, self.vocabulary, side)
            found = points(times, hang(self.text, times, self.vocabulary, published))
            self._sides[side] = {(t.start, t.end): t for t in found}
        return self._sides[side].get((time.start, time.end))

    def times_told(self) -> tuple[Timex, ...]:
        """Give the times of the page with those that deeds turned to the other side of its date."""
        times = (self.turned.get((time.start, time.end), time) for time in self.times)
        return tuple(sorted([*self.beside, *times], key=lambda time: (time.start, time.end)))

    def day_at(self, place: int) -> str | None:
        """Give the date (EDTF) by which what stands at a place is told: the page's, or that of its entry."""
        day = day_at(self.entries, place, self.document.published)
        return day.partition("T")[0] if day else None

    @cached_property
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
        pair, codes = self.main_pair, {a.code for a in actors}
        if len(pair) != 2 or len(codes & pair) != 1:
            return ()
        (other,) = pair - codes
        until = bisect_left(self.finder.names, before, key=lambda name: name.start)
        named = (self.finder.names[place] for place in range(until - 1, -1, -1))
        return tuple(as_actor(name) for name in islice((name for name in named if name.code == other), 1))

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
    span: tokens.Span
    offset: int
    start: int
    end: int

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token`."""
        return self.page.actors_at(token, self.offset)

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the page is read with."""
        return self.page.vocabulary

    def times(self) -> list[Timex]:
        """Give the time expressions inside the sentence."""
        return inside(self.page.times, self.start, self.end)

    def points(self) -> list[Timex]:
        """Give the times of the sentence that name a point or interval; worked-out times stand for their parts."""
        return inside(self.page.points, self.start, self.end)

    def distances(self) -> list[HungTime]:
        """Give the times of the sentence that are told by their distance from an event."""
        return inside(self.page.distances, self.start, self.end)

    def place(self, token: Token) -> Span:
        """Give the character offsets of a word in the document."""
        start = token.idx + self.offset
        return start, start + len(token)

    def token_at(self, start: int, end: int) -> Token | None:
        """Give the syntactic head of the words between two document offsets."""
        inside = [t for t in self.span if t.idx + self.offset < end and t.idx + self.offset + len(t) > start]
        for token in inside:
            if token.head == token or token.head not in inside:
                return token
        return None
