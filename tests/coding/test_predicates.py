"""Slots of verbs and nouns, wherever the phrase hangs."""

import pytest

from tests.coding.conftest import Read


def sides(read: Read, text: str) -> tuple[str, list[str | None], list[str | None]]:
    """Give type, actors and recipients of the main event."""
    event = read(text).events[0]
    return event.event_type, [a.code for a in event.actors], [a.code for a in event.recipients]


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Norway sent 200 tons of food aid to Malawi.", ("AID", ["NOR"], ["MWI"])),
        ("Norway agreed to provide loans for Malawi.", ("AGREE", ["NOR"], ["MWI"])),
        ("Norway issued a statement condemning Malawi.", ("ACCUSE", ["NOR"], ["MWI"])),
        ("The Chilean and Peruvian navies held a joint exercise.", ("COOPERATE", ["CHL", "PER"], [])),
        ("Norway called for sanctions against Malawi.", ("REQUEST", ["NOR"], ["MWI"])),
        ("Norway said that Malawi must release the prisoners.", ("REQUEST", ["NOR"], ["MWI"])),
    ],
)
def test_who_did_what_to_whom(read: Read, text: str, coded: tuple[str, list[str], list[str]]) -> None:
    assert sides(read, text) == coded


def test_a_day_fills_no_slot(read: Read) -> None:
    assert sides(read, "The Kenyan president called the Ugandan president on Saturday.")[0] == "CONSULT"


def test_a_second_conjunct_shares_the_side_its_possessive_points_at(read: Read) -> None:
    events = read("Norway wants to get gas from Malawi and seeks its support to lift the sanctions.").events
    assert {tuple(a.code for a in e.recipients) for e in events if e.event_type == "REQUEST"} == {("MWI",)}
