"""Run the examples of the frames through the coder: each must yield an event by its own frame."""

from __future__ import annotations

from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.vocab.events import Frame


def failing_examples(coder: Coder) -> list[str]:
    """Give a line for each frame whose example does not yield an event by that very frame."""
    folder = coder.vocabulary.events.folder.name
    return [
        f"{folder}/{frame.type}.yaml, frame {frame.id!r}: its example yields {_told(reading)}: {frame.example}"
        for frame, reading in read_examples(coder)
        if frame.id not in {event.rule for event in reading.events}
    ]


def read_examples(coder: Coder) -> list[tuple[Frame, Reading]]:
    """Code the example of every frame, parsed in batches."""
    frames = coder.vocabulary.events.frames
    readings = coder.read_all(Document(id=frame.id, text=frame.example) for frame in frames)
    return list(zip(frames, readings, strict=True))


def _told(reading: Reading) -> str:
    rules = ", ".join(event.rule for event in reading.events)
    return rules or "; ".join(one.reason for one in reading.rejected[:2]) or "nothing"
