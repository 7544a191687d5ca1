"""The event vocabulary: loading, classes, and the linter."""

import pytest

from dragoman.errors import VocabError
from dragoman.vocab.check import lint
from dragoman.vocab.frames import Frame, frame_from, frames_by_trigger, word_classes

ENTRY = {"frame": "wave", "verbs": ["wave"], "example": "Togo waved at Benin."}


def test_the_linter_finds_nothing() -> None:
    assert lint() == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"verb": ["x"]}, "unknown key"),
        ({"example": ""}, "needs a name and an example"),
        ({"verbs": []}, "names no verbs"),
        ({"obj": ["@nowhere"]}, "no class @nowhere"),
    ],
)
def test_a_malformed_frame_is_told_by_file_frame_and_key(change: dict[str, object], told: str) -> None:
    with pytest.raises(VocabError, match=r"vocab/data/en/events/AGREE\.yaml, frame 'wave'") as caught:
        frame_from("AGREE", ENTRY | change)
    assert told in str(caught.value)


def test_a_type_outside_the_codebook_is_refused() -> None:
    with pytest.raises(VocabError, match="no PLOVER event type"):
        frame_from("GREET", ENTRY)


def test_the_more_specific_frame_comes_first() -> None:
    plain, narrow = frame_from("AGREE", ENTRY), frame_from("AGREE", ENTRY | {"obj": ["flag"]})
    refusal = frame_from("REJECT", ENTRY | {"negated": True})
    assert refusal.weight < plain.weight < narrow.weight


def test_classes_take_in_other_classes() -> None:
    assert "prisoner" in word_classes()["persons"]


def test_frames_are_found_by_their_triggers() -> None:
    found: tuple[Frame, ...] = frames_by_trigger()["verb", "condemn"]
    assert [frame.type for frame in found] == ["ACCUSE"]
