"""Counts that a page states are recounted."""

from tests.coding.conftest import Read

THIRD = (
    "Serbia's president Aleksandar Vucic met Hungary's Viktor Orban on Monday. "
    "It was his third meeting with the Hungarian leader, after earlier ones in April 2019 and September 2023."
)


def test_a_count_that_fits_is_consistent(read: Read) -> None:
    claim = read(THIRD).ordinals[0]

    assert (claim.ordinal, claim.what, claim.earlier, claim.consistent) == (3, "meeting", ("2019-04", "2023-09"), True)


def test_a_count_that_the_text_contradicts_is_told_with_the_difference(read: Read) -> None:
    claim = read(THIRD.replace("third", "second")).ordinals[0]

    assert claim.consistent is False
    assert "number 3" in (claim.difference or "")


def test_a_count_that_the_text_cannot_settle_is_left_open(read: Read) -> None:
    claim = read("Serbia's president paid his fourth visit to Hungary on Monday.").ordinals[0]

    assert (claim.ordinal, claim.consistent) == (4, None)


def test_the_counted_event_is_not_told_twice(read: Read) -> None:
    assert [e.when for e in read(THIRD).events] == ["2024-06-17", "2019-04", "2023-09"]
