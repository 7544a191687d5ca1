"""What counts as an event, and what does not."""

import pytest

from tests.coding.conftest import Read


def types(reading) -> list[str]:  # type: ignore[no-untyped-def]
    return [event.event_type for event in reading.events]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is considering sending aid to Somalia.",
        "The Kenyan government declined to comment on the report.",
        "The flood killed six people in Kenya.",
        "Kenya's team beat Somalia in the final.",
    ],
)
def test_nobody_has_said_or_done_it(read: Read, text: str) -> None:
    assert read(text).events == ()


def test_what_was_only_considered_is_rejected_with_its_reason(read: Read) -> None:
    rejected = read("Kenya is considering sending aid to Somalia.").rejected
    assert any("only considered" in one.reason for one in rejected)


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("The Supreme Court rejected the government's request.", "REJECT"),
        ("Teachers went on strike against the government.", "PROTEST"),
    ],
)
def test_those_that_act_for_a_state_or_in_public_need_no_country(read: Read, text: str, coded: str) -> None:
    assert coded in types(read(text))


def test_a_refusal_for_the_future_has_happened(read: Read) -> None:
    (event, *_) = read("Kenya will not lift the ban on imports from Somalia.").events
    assert (event.event_type, event.status, event.polarity) == ("REJECT", "happened", "positive")


def test_an_arrest_without_an_agent_is_the_work_of_the_place(read: Read) -> None:
    (event, *_) = read("Two Kenyan journalists were arrested in Uganda.").events
    assert ([a.code for a in event.actors], [a.code for a in event.recipients]) == (["UGA"], ["KEN"])
    assert "authorities of the place" in event.why
