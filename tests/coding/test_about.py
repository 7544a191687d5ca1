"""What an event is about: nouns of the vocabulary, with the preposition before them where it changes what they mean."""

import pytest

from dragoman.vocab import Vocabulary
from dragoman.vocab.cues import NO_TOPIC
from tests.coding.conftest import Read


@pytest.mark.parametrize(
    ("text", "troops"),
    [
        ("Kenya sent a peacekeeping force to Uganda.", True),
        ("The fisheries treaty between Kenya and Uganda entered into force on Monday.", False),
        ("Kenya and Uganda signed a pact that has been in force since May.", False),
    ],
)
def test_force_is_troops_unless_a_treaty_enters_into_it(read: Read, text: str, troops: bool) -> None:
    (event,) = read(text).events

    assert ("troops" in {about.kind for about in event.about}) is troops


def test_what_is_no_topic_is_no_kind_to_ask_for(vocabulary: Vocabulary) -> None:
    assert NO_TOPIC not in vocabulary.cues.topic_kinds
    assert "troops" in vocabulary.cues.topic_kinds
