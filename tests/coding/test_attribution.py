"""Who vouches, as the stored event has it: one rule, whatever the construction."""

import pytest

from tests.coding.conftest import Read


def holders(read: Read, text: str) -> dict[str, str | None]:
    """Give the holder's words (None for the page) by the trigger of each event."""
    return {event.trigger.text: event.holder.text for event in read(text).events}


def test_a_credit_in_the_second_clause_covers_that_clause_alone(read: Read) -> None:
    text = "Norway recalled its ambassador to Malawi, and, according to the radio, Sweden praised Malawi."

    assert holders(read, text) == {"recalled": None, "praised": "the radio"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chile sent a radar to Peru, according to the radio.", "the radio"),
        ("According to the Peruvian navy, Chile recalled its envoy to Peru.", "the Peruvian navy"),
        ("Chile recalled its envoy to Peru, the Peruvian navy said.", "the Peruvian navy"),
        ("The Peruvian navy said that Chile had recalled its envoy to Peru.", "The Peruvian navy"),
        ("Chile recalled its envoy to Peru, said Ana Ruiz, a spokeswoman of the navy.", "Ana Ruiz"),
    ],
)
def test_the_name_of_a_source_stands_without_comma_and_preposition(read: Read, text: str, name: str) -> None:
    (event,) = read(text).events

    assert event.holder.text == name
    assert text[event.holder.start : event.holder.end] == name


def test_a_source_without_a_name_known_to_the_tables_has_no_code(read: Read) -> None:
    (event,) = read("Chile recalled its envoy to Peru, according to the radio.").events

    assert (event.holder.kind, event.holder.code) == ("source", None)


def test_a_source_of_a_state_has_its_code(read: Read) -> None:
    (event,) = read("Chile recalled its envoy to Peru, according to the Peruvian navy.").events

    assert event.holder.code == "PER"


def test_the_page_vouches_where_nobody_is_named(read: Read) -> None:
    (event,) = read("Chile recalled its ambassador to Peru on Monday.").events

    assert (event.holder.kind, event.holder.text) == ("page", None)


def test_who_is_cited_by_the_speaker_vouches(read: Read) -> None:
    text = "The ministry said, citing the Peruvian navy, that Chile had recalled its envoy to Peru."

    assert holders(read, text)["recalled"] == "the Peruvian navy"
