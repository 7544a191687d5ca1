"""Fit the judge: how likely a line is right, by what its proposers say, on texts that the reader was not trained on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.candidates import Settled
from dragoman.coding.coder import Coder
from dragoman.coding.decision import Decision, Weights, features, status_of
from dragoman.coding.judge import Judge
from dragoman.model.document import Document
from dragoman.model.event import STATUSES
from training.reader.bank import Item
from training.reader.measure import Line, graded, is_right, status_class

PENALTY = 1.0
"""Of the squares of the weights, the bias left out: keeps what few examples tell of near nothing."""

ROUNDS = 50


class Listener(Judge):
    """A judge that keeps what it decided."""

    def __init__(self, weights: Weights, status: Weights) -> None:
        """Take weights; nothing is dropped."""
        super().__init__(weights, status, 0.0)
        self.heard: list[Decision] = []

    def decide(self, frames: list[Settled], reader: list[Settled]) -> list[Decision]:
        """Decide as a judge does, and keep it."""
        found = super().decide(frames, reader)
        self.heard += found
        return found


@dataclass(frozen=True)
class Heard:
    """A text and the decisions on what it tells."""

    item: Item
    decisions: tuple[Decision, ...]


def listen(coder: Coder, items: Iterable[Item], weights: Weights, status: Weights) -> Iterator[Heard]:
    """Read texts and give what the judge decided of each."""
    for item in items:
        judge = coder.judge = Listener(weights, status)
        coder.read(Document(id=item.id, text=item.text, published=item.date, published_basis="given"))
        yield Heard(item, tuple(judge.heard))


def line_of(decision: Decision) -> Line:
    """Give the line that a decision would print."""
    candidate = decision.deed.candidate
    sides = (frozenset(a.code for a in side if a.code) for side in (candidate.actors, candidate.recipients))
    return Line(frozenset({candidate.act}), decision.status, *sides, decision.confidence)


def fit_confidence(heard: Sequence[Heard]) -> Weights:
    """Fit the weights of the confidence to whether lines were right (logistic regression with a penalty)."""
    rows, marks = [], []
    for one in heard:
        grades = graded([line_of(v) for v in one.decisions], one.item.labels)
        for decision, grade in zip(one.decisions, grades, strict=True):
            if grade is not None:
                rows.append(features(decision))
                marks.append(float(grade))
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    found = _logistic(table, np.array(marks), [name != "bias" for name in names])
    return {name: round(float(value), 4) for name, value in zip(names, found, strict=True)}


def _logistic(table: NDArray[np.float64], marks: NDArray[np.float64], kept: Sequence[bool]) -> NDArray[np.float64]:
    """Fit by Newton's method."""
    weights = np.zeros(table.shape[1])
    penalty = PENALTY * np.array(kept, dtype=float)
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (marks - likely) - penalty * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


STEPS = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)


def fit_status(heard: Sequence[Heard]) -> Weights:
    """Fit how much the rules' word for a status weighs beside the reader's: the weights that get most classes right."""
    told = list(_statuses(heard))
    weights: Weights = {}
    for _ in range(2):
        for name in (f"{who} {status}" for status in STATUSES for who in ("rule", "frames")):
            tried = {step: _right(told, weights | {name: step}) for step in STEPS}
            best = max(STEPS, key=lambda step: (tried[step], -abs(step)))
            weights[name] = best
    return {name: value for name, value in weights.items() if value}


def _statuses(heard: Sequence[Heard]) -> Iterator[tuple[Settled, Settled | None, str]]:
    """Give the reader's deeds that are right but for their status, with the status that is right."""
    for one in heard:
        for decision in one.decisions:
            if decision.reader is None:
                continue
            line = line_of(decision)
            for label in one.item.labels:
                if is_right(Line(line.acts, label.status, line.actors, line.recipients), label):
                    yield decision.reader, decision.frames, label.status
                    break


def _right(told: Sequence[tuple[Settled, Settled | None, str]], weights: Weights) -> float:
    """Count right classes, and a tenth of each status that is right to the word."""
    total = 0.0
    for reader, frames, status in told:
        found = status_of(reader, frames, weights)
        total += status_class(found) == status_class(status)
        total += 0.1 * (found == status)
    return total


def best_least(read: Sequence[tuple[Item, Sequence[Line]]]) -> float:
    """Give the confidence from which lines make the best F1, to two places."""
    from training.reader.measure import score

    return max((round(0.01 * step, 2) for step in range(5, 80)), key=lambda least: score(read, least).f1)
