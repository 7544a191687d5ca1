"""Times hung on events and on other times."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import when
from dragoman.times import HungTime, find_times, hang, infer_published
from dragoman.vocab import Vocabulary

Hang = Callable[[str], list[HungTime]]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The navy will sail in 90 days.", "2024-09-10"),
        ("The navy will sail within ten days.", "2024-06-12/2024-06-22"),
        ("The navy sails in three weeks' time.", "2024-07-03"),
        ("The navy will sail in two months.", "2024-08"),
        ("In recent months the navy has sailed.", "../2024-06-12"),
        ("The navy has sailed over the past ten days.", "2024-06-02/2024-06-12"),
        ("The navy has sailed in the past.", "../2024-06-12"),
        ("The navy was built in 90 days.", None),
        ("The navy will be built in the last months of 2025.", None),
        ("The navy will sail in several weeks.", None),
    ],
)
def test_a_length_from_or_up_to_the_pages_date(vocabulary: Vocabulary, text: str, edtf: str | None) -> None:
    times = find_times(text, "2024-06-12", vocabulary)

    assert next((h.edtf for h in hang(text, times, vocabulary, "2024-06-12")), None) == edtf


def test_a_length_is_not_counted_from_a_page_whose_day_is_not_known(vocabulary: Vocabulary) -> None:
    text = "The navy will sail in 90 days."

    assert hang(text, find_times(text, "2024", vocabulary), vocabulary, "2024") == []


@pytest.fixture(scope="session")
def hung(vocabulary: Vocabulary) -> Hang:
    return lambda text: hang(text, find_times(text, None, vocabulary), vocabulary)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("She came two months after her election in May 2000.", "two months after her election in May 2000", "2000-07"),
        ("He left three days before the vote of 9 May 1990.", "three days before the vote of 9 May 1990", "1990-05-06"),
        ("He left the day after the vote on 9 May 1990.", "the day after the vote on 9 May 1990", "1990-05-10"),
        ("He left a year prior to the pact of 1961.", "a year prior to the pact of 1961", "1960"),
        ("He left two and a half years after May 2000.", "two and a half years after May 2000", "2002-11"),
        ("He hid between 1990 and 1995.", "1990 and 1995", "1990/1995"),
        ("He ruled from May to July 2001.", "May to July 2001", "2001-05/2001-07"),
        ("The war of 1914-18 was long.", "1914-18", "1914/1918"),
        ("Since the spring of 1990 he has ruled.", "Since the spring of 1990", "1990-21/.."),
        ("He has ruled since 1990.", "since 1990", "1990/.."),
        ("The pact held until 1996.", "until 1996", "../1996"),
    ],
)  # fmt: skip
def test_a_time_hung_on_a_date(hung: Hang, text: str, words: str, edtf: str) -> None:
    found = {time.text: time.edtf for time in hung(text)}
    assert found == {words: edtf}


@pytest.mark.parametrize(
    ("text", "count", "unit", "event"),
    [
        ("Three days before the summit, they spoke.", -3, "day", "the summit"),
        ("They spoke two weeks after the vote.", 2, "week", "the vote"),
        ("They spoke months after the war.", None, "month", "the war"),
    ],
)
def test_a_time_hung_on_an_undated_event_keeps_the_event(
    hung: Hang, text: str, count: int | None, unit: str, event: str
) -> None:
    (time,) = hung(text)
    assert (time.edtf, time.count, time.unit) == (None, count, unit)
    assert time.anchor is not None
    assert text[slice(*time.anchor)] == event


def test_since_an_event_keeps_the_event(hung: Hang) -> None:
    text = "Trade has doubled since the war, he said."
    (time,) = hung(text)
    assert (time.text, time.edtf, time.how) == ("since the war", None, "since an event")
    assert time.anchor is not None
    assert text[slice(*time.anchor)] == "the war"


def test_the_date_of_another_clause_is_not_the_events(hung: Hang) -> None:
    (time,) = hung("They spoke two weeks after the vote, and met again in May 2000.")
    assert time.edtf is None


def test_a_range_that_would_run_backwards_is_none(hung: Hang) -> None:
    assert hung("He hid between 1995 and 1990.") == []


@given(
    st.integers(1, 40),
    st.sampled_from(["days", "weeks", "months", "years"]),
    st.sampled_from(["after", "before"]),
    st.dates(min_value=when.date(1900, 1, 1), max_value=when.date(2050, 1, 1)),
)
def test_what_hangs_after_a_date_is_later_and_what_hangs_before_it_is_earlier(
    hung: Hang, count: int, unit: str, link: str, day: when.date
) -> None:
    text = f"They spoke {count} {unit} {link} the vote of {day.isoformat()}."
    (time,) = hung(text)
    assert text[time.start : time.end] == time.text
    first, last = when.bounds(time.edtf or "")
    assert last.year >= day.year if link == "after" else first.year <= day.year


def test_every_link_has_an_example_that_holds(vocabulary: Vocabulary, hung: Hang) -> None:
    for row in vocabulary.times.folder.rows("links.csv", "word", "relation", "example"):
        (time,) = hung(f"They spoke {row['example']}.")
        assert (time.count or 0) * int(row["relation"]) > 0, row


words = st.sampled_from(
    [
        *sorted({word.word for word in Vocabulary().times.words}),
        *(
            "1",
            "2",
            "30",
            "1914",
            "1999",
            "9999",
            "99999999",
            "after",
            "before",
            "since the",
            "until",
            "prior to",
            "-",
            "to",
        ),
        *("from", "between", "and", ",", ".", "the day", "vote", "in", "on 9 May 1990", "in 2000", "P"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(words, max_size=14).map(" ".join), st.sampled_from([None, "2024-06-19", "0001-01-01", "9999-12-31"]))
def test_any_words_give_hung_times_that_are_slices_and_do_not_run_backwards(
    vocabulary: Vocabulary, text: str, published: str | None
) -> None:
    times = find_times(text, published, vocabulary)
    for time in hang(text, times, vocabulary):
        assert text[time.start : time.end] == time.text
        assert time.edtf is None or when.bounds(time.edtf)[0] <= when.bounds(time.edtf)[1]
    inferred = infer_published(text, times, vocabulary)
    assert inferred is None or when.precision(inferred[0]) == "year"
