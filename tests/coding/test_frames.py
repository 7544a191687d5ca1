"""Every frame's example yields an event by that very frame."""

import pytest

from dragoman.coding.coder import Coder
from dragoman.coding.examples import read_examples
from dragoman.model.reading import Reading
from dragoman.vocab import shipped


@pytest.fixture(scope="module")
def readings(coder: Coder) -> dict[str, Reading]:
    """All examples coded in one batch."""
    return {frame.id: reading for frame, reading in read_examples(coder)}


@pytest.mark.parametrize("frame", [frame.id for frame in shipped().events.frames])
def test_the_example_of_a_frame_is_coded_by_it(readings: dict[str, Reading], frame: str) -> None:
    assert frame in {event.rule for event in readings[frame].events}
