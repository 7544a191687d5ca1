"""Every frame's example yields one event by that very frame, and as it expects; its counter-example yields none."""

import pytest
from msgspec.structs import replace

from dragoman.coding.coder import Coder
from dragoman.coding.examples import Tried, failing_examples, try_frames
from dragoman.vocab import Vocabulary, shipped

FRAMES = pytest.mark.parametrize("frame", [frame.id for frame in shipped().events.frames])


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


def findings(**changes: object) -> list[str]:
    """Run the examples of a vocabulary whose only frame is that of expelled diplomats, some of it changed."""
    vocabulary = Vocabulary()
    frame = next(frame for frame in vocabulary.events.frames if frame.id == "SANCTION.expel")
    vars(vocabulary.events)["frames"] = (replace(frame, **changes),)
    return failing_examples(Coder(vocabulary))


WHERE = "vocab/data/en/events/SANCTION.yaml, frame 'SANCTION.expel': "
EXAMPLE = "Portugal expelled two Iranian diplomats in May."
EXPECT = replace(
    next(frame.expect for frame in shipped().events.frames if frame.id == "SANCTION.expel"),
    actors=frozenset({"PRT"}), recipients=frozenset({"IRN"}), when="2024-05",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "printed"),
    [
        ({}, ""),
        ({"actors": frozenset({"ESP"})}, "SANCTION/expel, happened, ESP to IRN, 2024-05"),
        ({"recipients": frozenset[str]()}, "SANCTION/expel, happened, PRT to nobody, 2024-05"),
        ({"status": "planned"}, "SANCTION/expel, planned, PRT to IRN, 2024-05"),
        ({"when": None}, "SANCTION/expel, happened, PRT to IRN"),
        ({"act": "COERCE"}, "COERCE/expel, happened, PRT to IRN, 2024-05"),
        ({"mode": "withdraw"}, "SANCTION/withdraw, happened, PRT to IRN, 2024-05"),
        ({"mode": None}, ""),
    ],
)
def test_an_example_that_is_coded_otherwise_is_told(changed: dict[str, object], printed: str) -> None:
    told = f"its example yields SANCTION/expel, happened, PRT to IRN, 2024-05, not {printed}: {EXAMPLE}"
    expected = [WHERE + told] if printed else []

    assert findings(example=EXAMPLE, expect=replace(EXPECT, **changed)) == expected


def test_an_example_that_yields_nothing_is_told() -> None:
    (told,) = findings(example="Portugal expelled the water.")

    assert told.startswith(WHERE + "its example yields nothing, not SANCTION/expel, happened, POL to RUS: ")


def test_a_counter_example_that_is_coded_and_one_without_a_trigger_are_told() -> None:
    assert findings(counter=EXAMPLE) == [
        WHERE + f"its counter-example yields SANCTION/expel, happened, PRT to IRN, 2024-05: {EXAMPLE}"
    ]
    assert findings(counter="Portugal sang.") == [
        WHERE + "its counter-example has no trigger of the frame: Portugal sang."
    ]
