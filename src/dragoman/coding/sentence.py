"""Code one parsed sentence: take each proposer's candidates, settle them, decide which stay, make events of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.candidates import Proposer, Reading, Settled
from dragoman.coding.events import finish
from dragoman.coding.judge import decided
from dragoman.coding.page import Sentence
from dragoman.coding.proforms import proforms
from dragoman.coding.settle import settle
from dragoman.model.event import Event
from dragoman.model.trace import Trace


def code_sentence(sentence: Sentence, proposers: Sequence[Proposer], trace: Trace) -> list[Event]:
    """Give the events of a sentence, ranked; what was considered in vain goes into the trace."""
    trace.begin(sentence.start, sentence.end)
    settled: list[Settled] = []
    for proposer in proposers:
        for readings in proposer.propose(sentence, trace):
            for one in _first_standing(readings, sentence, trace):
                settled.append(one)
                sentence.page.finder.remember(one.candidate.actors + one.candidate.recipients)
    settled = [_with_shared_recipients(one, settled) for one in settled]
    kept, covered = decided([*settled, *proforms(settled, sentence)])
    for one, reason in covered:
        trace.note(*sentence.place(one.candidate.predicate.token), one.candidate.rule, "covered", reason)
    events = [event for rank, one in enumerate(kept, 1) for event in finish(one, sentence, rank)]
    trace.sentences[-1].events += events
    return events


def _first_standing(readings: Iterator[Reading], sentence: Sentence, trace: Trace) -> list[Settled]:
    """Give what stands of the first reading of a word of which anything stands."""
    for reading in readings:
        found = []
        for candidate in reading:
            one = settle(candidate, sentence)
            if isinstance(one, Settled):
                found.append(one)
            else:
                outcome = "misfit" if candidate.refused else "rejected"
                trace.note(*sentence.place(candidate.predicate.token), candidate.rule, outcome, one)  # type: ignore[arg-type]
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
