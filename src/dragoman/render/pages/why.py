"""What the coder considered, in words: the lines of `dragoman why`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.reading import Reading
from dragoman.model.trace import Attempt, Testimony, Trace
from dragoman.render.words.claims import when_found

OUTCOMES = {"misfit": "does not fit", "rejected": "rejected", "covered": "told by another deed"}


def trace_lines(reading: Reading, trace: Trace) -> Iterator[str]:
    """Give the lines that tell how each sentence was coded: the words tried, the rules, and the events as stored."""
    text, events = reading.document.text, {event.id: event for event in reading.events}
    for number, sentence in enumerate(sorted(trace.sentences, key=lambda one: one.start), 1):
        yield f"[{number}] {' '.join(text[sentence.start : sentence.end].split())}"
        if not sentence.parsed:
            yield "    not parsed: it holds no trigger beside a possible actor"
        for (start, end), attempts in groupby(sentence.attempts, key=lambda a: (a.start, a.end)):
            yield f"    “{text[start:end]}”"
            yield from (_attempt(attempt) for attempt in attempts)
        for event in sentence.events:
            stored = events.get(event.id)
            yield f"    event {event.rank}: {_event(stored)}" if stored else f"    retold: {_event(event)}"
            if event.id in sentence.testimonies:
                yield from _testimony(sentence.testimonies[event.id])
        yield ""


def _attempt(attempt: Attempt) -> str:
    return f"        {attempt.rule}: {OUTCOMES[attempt.outcome]}: {attempt.reason}"


def _testimony(testimony: Testimony) -> Iterator[str]:
    yield f"        proposed by {' and '.join(testimony.proposers)}"
    yield "        " + "; ".join(f"{name} {value:.2f}" for name, value in testimony.probabilities)
    yield from (f"        like {one.source}: “{one.text}” {one.line}" for one in testimony.nearest)


def _event(event: Event) -> str:
    sides = f"{_side(event.actors)} → {_side(event.recipients)}"
    when = f"{event.when} ({when_found(event)})" if event.when else "no date"
    holder = event.holder.text or "the page"
    return f"{event.event_type} {event.event_mode or ''} {sides}; {event.status}; {when}; held by {holder}; {event.why}"


def _side(actors: tuple[Actor, ...]) -> str:
    return ", ".join(f"{a.code or '?'}:{a.sector or '?'} “{a.text}”" for a in actors) or "nobody"
