"""Where an event took place."""

import pytest

from dragoman.model.event import Place
from tests.coding.conftest import Read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chile's president visited Lima on Monday.", Place("Lima", "PER")),
        ("Serbia's president met the Hungarian prime minister in Vienna.", Place("Vienna", "AUT")),
        ("Norway recalled its ambassador to Iran.", None),
    ],
)
def test_the_place_is_read_from_the_phrase_of_place(read: Read, text: str, place: Place | None) -> None:
    assert read(text).events[0].place == place
