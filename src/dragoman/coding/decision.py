"""What the judge says of a deed: who proposed it, what speaks for it, and how likely its line is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log

from dragoman.coding.candidates import Settled
from dragoman.coding.candidates.reader.proposals import Proposal
from dragoman.model.event import DONE, STATUSES, Status

LEAST = 1e-4
"""Probabilities below this are read as this: they are rounded to four places."""

SHOWN = 0.01
"""A status less likely than this is not told."""

Weights = dict[str, float]


@dataclass(frozen=True)
class Decision:
    """A deed with its witnesses: the frames' candidate, the reader's, or both; `status` is what is made of both.

    `deed` is the one that becomes an event.
    """

    deed: Settled
    frames: Settled | None
    reader: Settled | None
    status: Status
    confidence: float = 0.0
    doubted: bool = False

    @property
    def proposal(self) -> Proposal | None:
        """The reader's probabilities, if it proposed the deed."""
        return self.reader.candidate.proposal if self.reader is not None else None

    @property
    def proposers(self) -> tuple[str, ...]:
        """The names of those that proposed the deed."""
        return ("frames",) * (self.frames is not None) + ("reader",) * (self.reader is not None)


def probabilities(decision: Decision) -> tuple[tuple[str, float], ...]:
    """Give what the reader gave for each of its decisions, in the order in which it made them, and the confidence."""
    proposal = decision.proposal
    told: list[tuple[str, float]] = []
    if proposal is not None:
        told += [("trigger", proposal.tagged), ("event", proposal.stands)]
        told += [
            (name, value) for name, value in sorted(proposal.status.items(), key=lambda s: -s[1]) if value >= SHOWN
        ]
        for code, (acts, receives) in proposal.sides.items():
            told += [(f"{code} acts", acts), (f"{code} receives", receives)]
    return (*told, ("confidence", decision.confidence))


def features(decision: Decision) -> dict[str, float]:
    """Give what the confidence is reckoned from, by name.

    Logarithms of odds for the two passes, of probabilities for status and sides; 1 and 0 for what is or is not so.
    """
    candidate, proposal = decision.deed.candidate, decision.proposal
    told: dict[str, float] = {"bias": 1.0, f"type {candidate.act}": 1.0}
    told["noun"] = float(candidate.predicate.kind == "noun")
    told["no actor"] = float(not any(a.code for a in candidate.actors))
    told["no side"] = float(not any(a.code for a in candidate.actors + candidate.recipients))
    told["sides"] = float(len({a.code for a in candidate.actors + candidate.recipients if a.code}))
    told["not done"] = float(decision.status not in DONE)
    if proposal is not None:
        told["reader"] = 1.0
        told["tagged"] = _odds(proposal.tagged)
        told["stands"] = _odds(proposal.stands)
        told["status sure"] = log(max(max(proposal.status.values()), LEAST))
        told["sides sure"] = sum(log(max(p, 1 - p)) for pair in proposal.sides.values() for p in pair)
        told["named"] = log(1 + len(proposal.sides))
    if decision.frames is not None:
        told["frames"] = 1.0
        if proposal is None:
            told["frames alone"] = 1.0
            told["frames verb"] = float(candidate.predicate.kind == "verb")
        else:
            told["same sides"] = float(_sides(decision.frames) == _sides(decision.deed))
            told["same status"] = float(decision.frames.assessment.axes.status == decision.status)
    told["doubted"] = float(decision.doubted)
    return {name: value for name, value in told.items() if value}


def weighed(decision: Decision, weights: Weights) -> Decision:
    """Give a decision its confidence: the logistic function of its features, weighed."""
    total = sum(weights.get(name, 0.0) * value for name, value in features(decision).items())
    return replace(decision, confidence=round(1 / (1 + exp(-total)), 3))


def status_of(reader: Settled, frames: Settled | None, weights: Weights) -> Status:
    """Give the likeliest status: the reader's probabilities, moved by what the rules of status say.

    `weights` has how much a rule's word for a status weighs ("rule planned"), and the frames' ("frames planned").
    """
    proposal = reader.candidate.proposal
    assert proposal is not None
    scores = {status: log(max(proposal.status[status], LEAST)) for status in STATUSES}
    ruled = reader.assessment.axes.status
    scores[ruled] += weights.get(f"rule {ruled}", 0.0)
    if frames is not None:
        told = frames.assessment.axes.status
        scores[told] += weights.get(f"frames {told}", 0.0)
    return max(STATUSES, key=lambda status: (round(scores[status], 6), -STATUSES.index(status)))


def _sides(one: Settled) -> tuple[frozenset[str], frozenset[str]]:
    candidate = one.candidate
    return (
        frozenset(a.code for a in candidate.actors if a.code),
        frozenset(a.code for a in candidate.recipients if a.code),
    )


def _odds(probability: float) -> float:
    kept = min(max(probability, LEAST), 1 - LEAST)
    return log(kept / (1 - kept))
