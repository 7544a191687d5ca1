"""Every frame's example yields one event by that very frame, and as it expects; its counter-example yields none."""

import pytest

from dragoman.coding.coder import Coder
from dragoman.coding.examples import Tried, try_frames
from dragoman.vocab import shipped

FRAMES = pytest.mark.parametrize("frame", [frame.id for frame in shipped().events.frames if frame.expect])


@pytest.fixture(scope="module")
def tried(coder: Coder) -> dict[str, Tried]:
    """All examples and counter-examples coded in one go."""
    return {found.frame.id: found for found in try_frames(coder)}


@FRAMES
def test_the_example_of_a_frame_is_coded_by_it_as_expected(tried: dict[str, Tried], frame: str) -> None:
    assert tried[frame].coded == [tried[frame].frame.expect]


@FRAMES
def test_the_counter_example_of_a_frame_has_a_trigger_of_it_and_is_not_coded_by_it(
    tried: dict[str, Tried], frame: str
) -> None:
    assert tried[frame].triggered
    assert tried[frame].fired == []
