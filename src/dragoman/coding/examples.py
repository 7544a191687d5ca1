"""Run the examples of the frames through the coder.

An example must yield one event by its own frame, and that as the frame expects; a counter-example, none by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.coding.candidates.frames.triggers import find_triggers
from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.model.event import Event
from dragoman.model.reading import Reading
from dragoman.vocab.events import Frame
from dragoman.vocab.expectations import Expectation

if TYPE_CHECKING:
    from spacy.tokens import Doc

PUBLISHED = "2024-06-19"
"""The day on which all examples are read, a Wednesday."""


class Tried(Struct, frozen=True):
    """A frame with the readings of its example and its counter-example; `triggered` if a trigger was found in that."""

    frame: Frame
    example: Reading
    counter: Reading
    triggered: bool

    @property
    def coded(self) -> list[Expectation]:
        """What the frame makes of its example."""
        return _by(self.frame, self.example)

    @property
    def fired(self) -> list[Expectation]:
        """What the frame makes of its counter-example."""
        return _by(self.frame, self.counter)


def stated(event: Event, mode: str | None) -> Expectation:
    """Give of an event what an expectation tells: who has a code, a date that words tell, a mode that is asked."""
    actors, recipients = (frozenset(a.code for a in side if a.code) for side in (event.actors, event.recipients))
    return Expectation(actors, recipients, event.status, event.act, mode and event.event_mode, event.when_stated)


def try_frames(coder: Coder) -> list[Tried]:
    """Code the example and the counter-example of every frame, parsed in batches."""
    frames = coder.vocabulary.events.frames
    examples = coder.read_all(_document(frame.id, frame.example) for frame in frames)
    counters = coder.read_all(_document(frame.id, frame.counter) for frame in frames)
    parsed = coder.parser.parse(frame.counter for frame in frames)
    return [
        Tried(frame, example, counter, _triggered(frame, doc))
        for frame, example, counter, doc in zip(frames, examples, counters, parsed, strict=True)
    ]


def failing_examples(coder: Coder) -> list[str]:
    """Give a line for each example that is not coded as expected, and for each counter-example that will not do."""
    folder = coder.vocabulary.events.folder.name
    return [
        f"{folder}/{tried.frame.type}.yaml, frame {tried.frame.id!r}: {what}"
        for tried in try_frames(coder)
        for what in _failures(tried)
    ]


def _document(name: str, text: str) -> Document:
    return Document(id=name, text=text, published=PUBLISHED, published_basis="given")


def _by(frame: Frame, reading: Reading) -> list[Expectation]:
    return [stated(event, frame.expect.mode) for event in reading.events if event.rule == frame.id]


def _triggered(frame: Frame, doc: Doc) -> bool:
    found = {(predicate.kind, predicate.lemma) for sentence in doc.sents for predicate in find_triggers(sentence)}
    return not found.isdisjoint(frame.triggers)


def _failures(tried: Tried) -> Iterator[str]:
    frame = tried.frame
    if tried.coded != [frame.expect]:
        yield f"its example yields {_told(tried)}, not {frame.expect}: {frame.example}"
    if tried.fired:
        yield f"its counter-example yields {_words(tried.fired)}: {frame.counter}"
    if not tried.triggered:
        yield f"its counter-example has no trigger of the frame: {frame.counter}"


def _told(tried: Tried) -> str:
    others = ", ".join(event.rule for event in tried.example.events)
    return _words(tried.coded) or others or "; ".join(one.reason for one in tried.example.rejected[:2]) or "nothing"


def _words(found: list[Expectation]) -> str:
    return "; ".join(map(str, found))
