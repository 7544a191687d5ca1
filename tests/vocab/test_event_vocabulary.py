"""The event vocabulary: loading, classes, frames."""

import pytest

from dragoman.errors import VocabError
from dragoman.vocab import shipped
from dragoman.vocab.events import Frame
from dragoman.vocab.tables import Entry

EVENTS = shipped().events
WAVE = {
    "frame": "wave",
    "verbs": ["wave"],
    "example": "Togo waved at Benin.",
    "expect": {"actors": ["TGO"], "recipients": ["BEN"], "status": "happened"},
    "counter": "Togo waved the rule.",
}


def made(event_type: str, **changes: object) -> Frame:
    """Make a frame of one entry, that of a wave but for the changes."""
    where = f"vocab/data/en/events/{event_type}.yaml, frame 'wave'"
    return EVENTS.frame(event_type, Entry(where, WAVE | changes))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"verb": ["x"]}, "unknown key"),
        ({"example": ""}, "example is ''; write a sentence"),
        ({"counter": ""}, "counter is ''; write a sentence"),
        ({"expect": None}, "expect is None; write actors, recipients and status"),
        ({"verbs": []}, "verbs: the list is empty"),
        ({"obj": ["@nowhere"]}, "no class @nowhere"),
    ],
)
def test_a_malformed_frame_is_told_by_file_frame_and_key(change: dict[str, object], told: str) -> None:
    with pytest.raises(VocabError, match=r"vocab/data/en/events/AGREE\.yaml, frame 'wave'") as caught:
        made("AGREE", **change)
    assert told in str(caught.value)


def test_a_frame_without_a_trigger_is_refused() -> None:
    with pytest.raises(VocabError, match="names no verbs, nouns or adjs"):
        EVENTS.frame("AGREE", Entry("here", {key: value for key, value in WAVE.items() if key != "verbs"}))


def test_a_type_outside_the_codebook_is_refused() -> None:
    with pytest.raises(VocabError, match="no PLOVER event type"):
        made("GREET")


def test_what_is_expected_is_the_deed_of_the_frame_unless_it_tells_another() -> None:
    sides = {"actors": ["TGO"], "recipients": ["BEN"]}
    plain = made("CONSULT", mode="visit").expect
    other = made("CONSULT", mode="visit", expect=sides | {"status": "sought", "act": "REQUEST", "mode": "meet"}).expect

    assert (plain.act, plain.mode) == ("CONSULT", "visit")
    assert (other.act, other.mode) == ("REQUEST", "meet")
    assert str(other) == "REQUEST/meet, sought, TGO to BEN"


def test_the_more_specific_frame_comes_first() -> None:
    plain, narrow = made("AGREE"), made("AGREE", obj=["flag"])
    refusal = made("REJECT", negated=True)
    assert refusal.weight < plain.weight < narrow.weight


def test_classes_take_in_other_classes() -> None:
    assert "prisoner" in EVENTS.classes["persons"]


def test_frames_are_found_by_their_triggers() -> None:
    found = EVENTS.by_trigger["verb", "condemn"]
    assert [frame.type for frame in found] == ["ACCUSE"]
