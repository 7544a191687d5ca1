"""What the coder considered, as it considered it: `dragoman why` prints this."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.event import Event

Outcome = Literal["misfit", "rejected", "covered", "event"]
"""Why a rule gave no event: it did not fit the words; it fitted and something was lacking; another deed covers it."""


@dataclass(frozen=True)
class Attempt:
    """A rule tried on a word (offsets into the document), and what came of it."""

    start: int
    end: int
    rule: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True)
class Example:
    """An annotated text that something is like: where it stands, its words, and what it was read as."""

    source: str
    text: str
    line: str


@dataclass(frozen=True)
class Testimony:
    """What speaks for an event: who proposed it, the probability of each decision, and the nearest examples."""

    event: str
    proposers: tuple[str, ...]
    probabilities: tuple[tuple[str, float], ...]
    nearest: tuple[Example, ...]


@dataclass
class SentenceTrace:
    """What was considered in one sentence; an unparsed one holds no possible trigger or no possible actor."""

    start: int
    end: int
    parsed: bool = False
    attempts: list[Attempt] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    testimonies: dict[str, Testimony] = field(default_factory=dict)
    """By the event's id; only in a full trace."""


class Trace:
    """What was considered in a document, sentence by sentence; the unparsed ones come first.

    `full` keeps misfits too, which are many, and what speaks for each event.
    """

    def __init__(self, full: bool = False) -> None:
        """Start with no sentence; `full` for `dragoman why`."""
        self.full = full
        self.sentences: list[SentenceTrace] = []

    def begin(self, start: int, end: int, parsed: bool = True) -> None:
        """Note that a sentence is read now."""
        self.sentences.append(SentenceTrace(start, end, parsed))

    def note(self, start: int, end: int, rule: str, outcome: Outcome, reason: str) -> None:
        """Note what came of a rule on a word of the present sentence."""
        if self.full or outcome != "misfit":
            self.sentences[-1].attempts.append(Attempt(start, end, rule, outcome, reason))

    def testify(self, testimony: Testimony) -> None:
        """Note what speaks for an event of the present sentence."""
        self.sentences[-1].testimonies[testimony.event] = testimony

    def rejected(self) -> list[Attempt]:
        """Give what fitted and still gave no event, in the present sentence."""
        return [attempt for attempt in self.sentences[-1].attempts if attempt.outcome == "rejected"]
