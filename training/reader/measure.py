"""Hold the lines that a coder prints against annotated events.

A line is right if its type, its sides and the class of its status are (done: happened, ongoing; not: denied, negated;
ahead: all others). What two do together has the same codes on either side; all else the same codes in the same roles.
An annotated event that is marked unsure is neither missed nor invented; a line that tells a right one again is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.event import DONE
from training.reader.bank import Item, Label

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "SUPPORT"})
NOT = frozenset({"denied", "negated"})


@dataclass(frozen=True)
class Line:
    """What a brief would print of an event; `acts` are the deed's type and the codebook's, which may differ."""

    acts: frozenset[str]
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]
    confidence: float = 1.0


def status_class(status: str) -> str:
    """Give the class of a status: done, ahead or not."""
    return "done" if status in DONE else "not" if status in NOT else "ahead"


def is_right(line: Line, label: Label) -> bool:
    """Say whether a line tells an annotated event."""
    actors, recipients = frozenset(label.actors), frozenset(label.recipients)
    together = len(actors) > 1 or len(line.actors) > 1 or not recipients or not line.recipients
    if label.act in MUTUAL and together:
        sides = line.actors | line.recipients == actors | recipients
    else:
        sides = (line.actors, line.recipients) == (actors, recipients)
    return label.act in line.acts and sides and status_class(line.status) == status_class(label.status)


def graded(lines: Sequence[Line], labels: Sequence[Label]) -> list[bool | None]:
    """Say of each line whether it is right; None for one that only an unsure event could tell of."""
    grades: list[bool | None] = []
    for line in lines:
        told = [label for label in labels if is_right(line, label)]
        near = any(not label.sure and label.act in line.acts for label in labels)
        grades.append(True if told else None if near else False)
    return grades


@dataclass(frozen=True)
class Score:
    """How many lines there were, how many were right, how many sure events, how many found, and false alarms."""

    lines: int
    right: int
    events: int
    found: int
    empty: int
    alarms: int

    @property
    def precision(self) -> float:
        """Share of the lines that are right."""
        return self.right / self.lines if self.lines else 0.0

    @property
    def recall(self) -> float:
        """Share of the sure events that a line tells."""
        return self.found / self.events if self.events else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(read: Iterable[tuple[Item, Sequence[Line]]], least: float = 0.0) -> Score:
    """Score the lines of at least some confidence."""
    lines = right = events = found = empty = alarms = 0
    for item, printed in read:
        shown = [line for line in printed if line.confidence >= least]
        grades = graded(shown, item.labels)
        lines += sum(grade is not None for grade in grades)
        right += sum(grade is True for grade in grades)
        sure = [label for label in item.labels if label.sure]
        events += len(sure)
        found += sum(any(is_right(line, label) for line in shown) for label in sure)
        empty += not item.labels
        alarms += not item.labels and bool(shown)
    return Score(lines, right, events, found, empty, alarms)
