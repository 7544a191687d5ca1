"""Pages that tell hour by hour: each entry is read by its own day."""

from tests.coding.conftest import Read

LIVE = """10:14 GMT

Chile recalled its ambassador to Peru today.

Tuesday 18:40

Peru accused Chile today of spying.
"""


def test_today_is_the_day_of_the_entry(read: Read) -> None:
    events = read(LIVE, published="2024-06-20").events

    assert [(event.act, event.when) for event in events] == [("SANCTION", "2024-06-20"), ("ACCUSE", "2024-06-18")]


def test_a_deed_without_a_time_is_reported_on_the_day_of_its_entry(read: Read) -> None:
    events = read(LIVE.replace(" today", ""), published="2024-06-20").events

    assert [(event.when, event.when_basis) for event in events] == [
        ("2024-06-20", "reported"),
        ("2024-06-18", "reported"),
    ]


def test_a_time_of_day_inside_a_sentence_begins_no_entry(read: Read) -> None:
    text = "Chile recalled its ambassador on Monday at 10:14 GMT.\n\nAt 18:40 on Tuesday Peru accused Chile of spying."

    assert [event.when for event in read(text).events] == ["2024-06-17", "2024-06-18"]


def test_offsets_of_times_in_entries_are_those_of_the_page(read: Read) -> None:
    reading = read(LIVE, published="2024-06-20")

    assert [reading.document.text[time.start : time.end] for time in reading.times] == [t.text for t in reading.times]
    assert len(reading.times) == 4
