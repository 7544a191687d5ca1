"""A settled candidate becomes an event: type by the codebook, time, place, topics, and why."""

from __future__ import annotations

from dataclasses import replace as replace_fields

from msgspec.structs import replace

from dragoman.coding import codebook
from dragoman.coding.about import contexts, topics
from dragoman.coding.anchored import Dated
from dragoman.coding.candidates import Settled
from dragoman.coding.dating import date_event
from dragoman.coding.decision import Decision
from dragoman.coding.page import Sentence
from dragoman.coding.places import place_of
from dragoman.coding.quantities import quantity_of
from dragoman.coding.status.conclude import axes_of
from dragoman.model import when
from dragoman.model.document import Mention, evidence_at
from dragoman.model.event import DONE, Axes, Condition, Event
from dragoman.model.identity import content_id


def finish(decision: Decision, sentence: Sentence, rank: int) -> list[Event]:
    """Make the events of a deed: one, or one per time where a plural noun carries several."""
    one = decision.deed
    if decision.status != one.assessment.axes.status:
        one = replace_fields(one, assessment=one.assessment.with_axes(axes_of(decision.status)))
    dated = date_event(one.candidate.predicate, sentence, one.assessment.axes)
    return [_event(_still_ahead(one, time, sentence), decision, sentence, rank, time) for time in dated]


def _still_ahead(one: Settled, time: Dated, sentence: Sentence) -> Settled:
    """Take a deed that is told as done but dated after its page for planned ("is leaving on Friday")."""
    day, basis = sentence.page.day_at(sentence.start), sentence.page.document.published_basis
    if one.assessment.axes.status not in DONE or time.value is None or day is None or basis == "inferred":
        return one
    if when.bounds(time.value)[0] <= when.bounds(day)[1]:
        return one
    return replace_fields(one, assessment=one.assessment.with_axes(axes_of("planned")))


def _event(one: Settled, decision: Decision, sentence: Sentence, rank: int, time: Dated) -> Event:
    candidate, axes = one.candidate, one.assessment.axes
    text = sentence.page.document.text
    kind = _event_type(one)
    start, end = sentence.place(candidate.predicate.token)
    event = Event(
        id="", event_type=kind, act=candidate.act, event_mode=candidate.mode, auxiliary=auxiliary(axes),
        contexts=contexts(sentence), status=axes.status, polarity=axes.polarity, certainty=axes.certainty,
        tense=axes.tense, holder=one.holder, actors=candidate.actors, recipients=candidate.recipients,
        when=time.value, when_text=time.text, when_basis=time.basis, when_anchor=time.anchor,
        place=place_of(candidate.predicate, sentence, candidate.mode),
        about=topics(candidate.content or candidate.predicate.token, sentence), condition=_condition(one, sentence),
        quantity=quantity_of(candidate.predicate, sentence),
        trigger=Mention(text[start:end], start, end), evidence=evidence_at(text, sentence.start, sentence.end),
        rank=rank, confidence=decision.confidence, rule=candidate.rule, proposers=decision.proposers, why=why(one),
        intensity=codebook.intensity(sentence.vocabulary.events, kind, candidate.mode),
    )  # fmt: skip
    return replace(event, id=event_id(sentence.page.document.id, event))


def _event_type(one: Settled) -> str:
    """Give the codebook's type: that of the deed, bent by the status."""
    if one.candidate.act in ("REQUEST", "REJECT"):
        return one.candidate.act
    return codebook.event_type(one.candidate.type, one.assessment.axes)


def _condition(one: Settled, sentence: Sentence) -> Condition | None:
    clause = one.assessment.condition
    if clause is None or one.assessment.axes.status != "conditional":
        return None
    words = list(clause.subtree)
    start, end = sentence.place(words[0])[0], sentence.place(words[-1])[1]
    text = sentence.page.document.text[start:end].rstrip(" ,")
    return Condition(text, start, start + len(text))


def auxiliary(axes: Axes) -> tuple[str, ...]:
    """Give PLOVER's auxiliary modes (historical is told by the date, so it is not given here)."""
    out = []
    if axes.tense == "future" and axes.status in ("planned", "expected"):
        out.append("future")
    if axes.status in ("conditional", "possible"):
        out.append("hypothetical")
    if axes.polarity == "negative":
        out.append("negation")
    return tuple(out)


def why(one: Settled) -> str:
    """Say in one line how the event came about."""
    candidate, predicate = one.candidate, one.candidate.predicate
    shape = {"verb": "verb", "noun": "noun", "adj": "adjective"}[predicate.kind]
    leaning = f" with “{predicate.light.text}”" if predicate.light is not None else ""
    told = f"{one.assessment.axes.status} by {one.assessment.why}{candidate.note}"
    return f"{shape} “{predicate.token.text}”{leaning} fits {candidate.rule}; {told}"


def event_id(document: str, event: Event) -> str:
    """Give an event's id: a hash of document, place, act, time and both sides."""
    sides = [[(a.code, a.start) for a in side] for side in (event.actors, event.recipients)]
    return content_id(document, event.trigger.start, event.act, event.when, event.rule, sides)
