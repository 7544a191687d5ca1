"""The phrases cover the codebook, name frames that exist, and read as English."""

import pytest

from dragoman.model.event import EVENT_TYPES
from dragoman.render.words.events import event_words
from dragoman.vocab import shipped
from dragoman.vocab.wording import VerbForms
from tests.render.conftest import actor, event

WORDING = shipped().wording
FRAMES = {frame.id for frame in shipped().events.frames}
MODES = [(event_type, mode) for event_type, mode in shipped().events.intensities if mode]


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_every_type_has_a_phrase(event_type: str) -> None:
    assert WORDING.phrase_for("none", event_type, None).key == event_type


@pytest.mark.parametrize(("event_type", "mode"), MODES)
def test_every_mode_of_the_codebook_has_a_phrase(event_type: str, mode: str) -> None:
    assert WORDING.phrase_for("none", event_type, mode).key == f"{event_type}/{mode}"


@pytest.mark.parametrize("key", [key for key in WORDING.phrases if "." in key])
def test_every_phrase_for_a_frame_names_a_frame(key: str) -> None:
    assert key in FRAMES


@pytest.mark.parametrize("key", WORDING.phrases)
def test_the_example_is_what_is_said(key: str) -> None:
    """The example of a phrase is Russia's deed towards a recipient, here Finland."""
    phrase = WORDING.phrases[key]
    act, _, mode = key.partition("/")
    deed = event(
        act.partition(".")[0], "happened", "Russia may", "tested", [actor("RUS", "Russia")], [actor("FIN", "Finland")],
        event_mode=mode or None, rule=key,
    )  # fmt: skip

    assert event_words(deed, shipped()).partition(": “")[0] == phrase.example.replace("North Korea", "Finland")


def test_a_frame_comes_before_a_mode_and_a_mode_before_a_type() -> None:
    tried = [("CONSULT.talk", "visit"), ("x", "visit"), ("x", "y")]

    assert [WORDING.phrase_for(rule, "CONSULT", mode).key for rule, mode in tried] == [
        "CONSULT.talk",
        "CONSULT/visit",
        "CONSULT",
    ]


def test_sectors_are_named() -> None:
    assert WORDING.words["sectors"]["MIL"] == "armed forces"


@pytest.mark.parametrize("key", WORDING.words["content"])
def test_what_has_content_is_a_type_or_a_frame(key: str) -> None:
    assert key in EVENT_TYPES or key in FRAMES


@pytest.mark.parametrize("phrase", WORDING.phrases.values(), ids=lambda phrase: phrase.key)
def test_only_the_verb_changes_with_the_status(phrase: VerbForms) -> None:
    """A second verb behind the first ("eased or suspended") would keep its tense."""
    assert not phrase.whom.startswith("or ") and not phrase.alone.startswith("or ")
