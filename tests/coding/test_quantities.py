"""Numbers kept: how many, how much, of what, as the stored event has it."""

import pytest

from tests.coding.conftest import Read


@pytest.mark.parametrize(
    ("text", "number", "unit", "of"),
    [
        ("Poland expelled eighteen Russian diplomats on Monday.", 18, "", "Russian diplomats"),
        ("Kenya sent about 1,000 troops to Haiti.", 1000, "", "troops"),
        ("Japan gave Fiji 200 million dollars in aid.", 200_000_000, "dollars", "aid"),
        ("The United States approved $2.5 billion in arms for Israel.", 2_500_000_000, "$", "arms"),
        ("Togo shipped 40 tons of rice to Niger.", 40, "ton", "rice"),
        ("Rebels killed at least 12 soldiers in Mali.", 12, "", "soldiers"),
        ("Two Turkish soldiers were killed by Syrian shells.", 2, "", "Turkish soldiers"),
        ("Norway expelled two dozen Chinese envoys.", 24, "", "Chinese envoys"),
    ],
)
def test_a_number_stands_with_its_unit_and_what_it_counts(
    read: Read, text: str, number: float, unit: str, of: str
) -> None:
    found = read(text).events[0].quantity

    assert found is not None
    assert (found.number, found.unit, found.of) == (number, unit, of)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "Chile recalled its ambassador to Peru.",
        "Chile recalled its ambassador to Peru on Monday after 12 years of talks.",
        "Chile recalled its ambassador to Peru in 2019.",
        "Chile recalled its ambassador to Peru, which has 12 consuls in Chile.",
    ],
)
def test_a_number_of_something_else_is_none_of_the_deeds(read: Read, text: str) -> None:
    assert all(event.quantity is None for event in read(text).events)
