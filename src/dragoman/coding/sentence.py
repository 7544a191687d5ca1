"""Code one parsed sentence: take each proposer's candidates, settle them, decide which stay, make events of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.candidates import Candidate, Proposer, Reading, Settled
from dragoman.coding.decision import Decision, probabilities
from dragoman.coding.events import finish
from dragoman.coding.judge import Judge, standing
from dragoman.coding.page import Sentence
from dragoman.coding.proforms import proforms
from dragoman.coding.settle import settle
from dragoman.model.event import Event
from dragoman.model.trace import Outcome, Testimony, Trace


def code_sentence(
    sentence: Sentence, proposers: Sequence[Proposer], judge: Judge, trace: Trace
) -> tuple[list[Event], list[Event]]:
    """Give the events of a sentence, ranked, and those that the judge holds too unsure to be events.

    The unsure ones still carry what else is read beside them: a treaty's name, a count, a level. What was considered
    in vain goes into the trace.
    """
    trace.begin(sentence.start, sentence.end)
    found = {proposer.name: _settled(proposer, sentence, trace) for proposer in proposers}
    frames = [_with_shared_recipients(one, found["frames"]) for one in found.get("frames", [])]
    frames, covered = standing([*frames, *proforms(frames, sentence)])
    for one, reason in covered:
        _note(one.candidate, sentence, trace, "covered", reason)
    events: list[Event] = []
    unsure: list[Event] = []
    rank = 1
    for decision in judge.decide(frames, found.get("reader", [])):
        made = judge.made(decision, sentence.page.document.kind)
        if made is None:
            reason = f"not sure enough ({decision.confidence})"
            _note(decision.deed.candidate, sentence, trace, "rejected", reason)
            unsure += finish(decision, sentence, rank)
            continue
        told = finish(made, sentence, rank)
        if trace.full:
            _testify(made, told, proposers, trace)
        events += told
        rank += 1
    trace.sentences[-1].events += events
    return events, unsure


def _testify(decision: Decision, told: list[Event], proposers: Sequence[Proposer], trace: Trace) -> None:
    """Note what speaks for the events of a deed."""
    nearest = tuple(one for proposer in proposers for one in proposer.like(decision.deed.candidate))
    for event in told:
        trace.testify(Testimony(event.id, decision.proposers, probabilities(decision), nearest))


def _settled(proposer: Proposer, sentence: Sentence, trace: Trace) -> list[Settled]:
    settled: list[Settled] = []
    for readings in proposer.propose(sentence, trace):
        for one in _first_standing(readings, sentence, trace):
            settled.append(one)
            sentence.page.finder.remember(one.candidate.actors + one.candidate.recipients)
    return settled


def _note(candidate: Candidate, sentence: Sentence, trace: Trace, outcome: Outcome, reason: str) -> None:
    trace.note(*sentence.place(candidate.predicate.token), candidate.rule, outcome, reason)


def _first_standing(readings: Iterator[Reading], sentence: Sentence, trace: Trace) -> list[Settled]:
    """Give what stands of the first reading of a word of which anything stands."""
    for reading in readings:
        found = []
        for candidate in reading:
            one = settle(candidate, sentence)
            if isinstance(one, Settled):
                found.append(one)
            else:
                _note(candidate, sentence, trace, "misfit" if candidate.refused else "rejected", one)
        if found:
            return found
    return []


def _with_shared_recipients(one: Settled, settled: list[Settled]) -> Settled:
    """Give a second conjunct the recipients of the first where it only points at them.

    "wants recognition from Russia and seeks its support": "its" is not the seeker's own.
    """
    predicate = one.candidate.predicate
    token = predicate.token
    owned = any(c.dep_ == "nmod:poss" and c.tag_ == "PRP$" for obj in predicate.slot("obj") for c in obj.lefts)
    if one.candidate.recipients or token.dep_ != "conj" or not owned:
        return one
    codes = {a.code for a in one.candidate.actors}
    for first in settled:
        same = {a.code for a in first.candidate.actors} == codes
        if first.candidate.predicate.token == token.head and first.candidate.recipients and same:
            return one.with_candidate(recipients=first.candidate.recipients)
    return one
