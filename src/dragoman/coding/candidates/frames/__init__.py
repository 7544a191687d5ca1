"""The frames as a proposer: vocabulary says which words, in which construction, report which deed of whom to whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dragoman.coding.candidates import Candidate, Reading
from dragoman.coding.candidates.frames.matching import Match, fitting
from dragoman.coding.candidates.frames.prefilter import possible_actors, trigger_places, worth_parsing
from dragoman.coding.candidates.frames.roles import authorities, role
from dragoman.coding.candidates.frames.triggers import find_triggers
from dragoman.coding.page import Page, Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model.document import Span
from dragoman.model.trace import Example, Trace


class Frames:
    """Proposes what the frames of the vocabulary find over the parse of a sentence."""

    name = "frames"

    def choose(self, page: Page, sentences: list[Span]) -> list[Span]:
        """Give the sentences that hold a form of a trigger and a possible actor."""
        text = page.document.text
        actors, people = possible_actors(text, page.finder.names, page.vocabulary)
        return worth_parsing(sentences, trigger_places(text, page.vocabulary), actors, people)

    def propose(self, sentence: Sentence, trace: Trace) -> Iterator[Iterator[Reading]]:
        """Yield for each trigger the readings of its frames, the most specific first."""
        for _, predicates in groupby(find_triggers(sentence.span), key=lambda predicate: predicate.token.i):
            yield self._readings(list(predicates), sentence, trace)

    def like(self, candidate: Candidate) -> tuple[Example, ...]:
        """Give the example of the frame that a candidate fits."""
        frames = candidate.predicate.vocabulary.events.frames
        return tuple(Example(f"frame {f.id}", f.example, str(f.expect)) for f in frames if f.id == candidate.rule)

    def _readings(self, predicates: list[Predicate], sentence: Sentence, trace: Trace) -> Iterator[Reading]:
        for predicate in predicates:
            start, end = sentence.place(predicate.token)
            for frame, reason in fitting(predicate):
                if isinstance(reason, str):
                    trace.note(start, end, frame.id, "misfit", reason)
                else:
                    yield [candidate_of(match, sentence) for match in reason]


def candidate_of(found: Match, sentence: Sentence) -> Candidate:
    """Fill the roles of a frame that fits."""
    frame, note = found.frame, ""
    actors = role(found, frame.actor, sentence)
    recipients = role(found, frame.recipient, sentence, actors)
    if not actors and frame.agentless:
        actors, note = authorities(found, sentence, recipients)
    return Candidate(
        rule=frame.id, type=frame.type, act=frame.act, mode=frame.mode, predicate=found.predicate, actors=actors,
        recipients=recipients, content=found.content, note=note, status=frame.status,
        seeks_recipient=bool(frame.recipient), placed=frame.subj is not None, agentless=frame.agentless,
        civil=frame.civil, needs_recipient=frame.needs_recipient, symmetric=frame.symmetric, refused=frame.negated,
        answers=frame.answers, covers_subject=frame.covers_subj,
    )  # fmt: skip
