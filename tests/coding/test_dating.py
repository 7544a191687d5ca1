"""Which time belongs to which event."""

import pytest

from dragoman.model.event import Anchor
from dragoman.times import find_times
from dragoman.vocab import Vocabulary
from tests.coding.conftest import Read


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Chile's president visited Peru on Monday.", "2024-06-17"),
        ("On 3 May 2021 Norway recalled its ambassador to Iran.", "2021-05-03"),
        ("Kenya signed a treaty with Uganda in March 2019.", "2019-03"),
        ("Serbia will hold talks with Hungary on Friday.", "2024-06-21"),
        ("Poland expelled three Russian diplomats in 2018.", "2018"),
    ],
)
def test_a_stated_time_dates_the_event(read: Read, text: str, when: str) -> None:
    assert read(text).events[0].when == when


def test_news_without_a_time_gets_the_date_of_the_page_and_says_so(read: Read) -> None:
    stated, assumed = (
        read(t).events[0]
        for t in ("Norway recalled its ambassador to Iran on Tuesday.", "Norway recalled its ambassador to Iran.")
    )

    assert assumed.when == "2024-06-19"
    assert (stated.when_basis, assumed.when_basis) == ("stated", "reported")


def test_an_editorial_without_a_time_gets_none(read: Read) -> None:
    assert read("Norway recalled its ambassador to Iran.", kind="editorial").events[0].when is None


def test_a_time_told_against_an_event_follows_that_event(read: Read) -> None:
    text = (
        "Serbia will hold a summit with Hungary on Friday. Serbia will sign a gas deal with Hungary during the summit."
    )

    first, second = read(text).events

    assert (first.when, second.when) == ("2024-06-21", "2024-06-21")
    assert (second.when_basis, second.when_anchor) == ("anchored", Anchor("summit", "2024-06-21"))


def test_a_coarse_date_takes_the_finer_one_of_the_same_event(read: Read) -> None:
    text = (
        "Kenya's president visited Uganda on 5 May 2021. The report said that Kenya's president visited Uganda in 2021."
    )

    fine, coarse = read(text, kind="editorial").events

    assert (fine.when, coarse.when) == ("2021-05-05", "2021-05-05")
    assert (coarse.when_basis, coarse.when_anchor) == ("elsewhere", Anchor("2021", "2021"))


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        (
            "Norway will send a frigate to Estonia in July, the navy said after the talks ended.",
            "2024-01-05",
            "2024-07",
        ),
        ("Norway will send a frigate to Estonia in December.", "2024-01-05", "2024-12"),
        ("Norway attacked Sweden in January.", "2024-12-05", "2024-01"),
        ("Norway recalled its envoy to Iran in September.", "2024-06-19", "2023-09"),
        ("Norway will withdraw its troops from Mali in 90 days.", "2024-06-12", "2024-09-10"),
        ("Norway will withdraw its troops from Mali in three weeks' time.", "2024-06-12", "2024-07-03"),
        ("In recent months Norway has expelled Russian diplomats.", "2024-06-12", "../2024-06-12"),
        ("Norway has condemned Iran in the past.", "2024-06-12", "../2024-06-12"),
        ("Norway signed the treaty with Chile on May. 9, 2019.", "2024-06-12", "2019-05-09"),
        ("In 2014 people in Lima protested against Chile.", "2024-06-12", "2014"),
    ],
)
def test_a_deed_lies_on_its_side_of_the_pages_date(read: Read, text: str, published: str, when: str) -> None:
    assert read(text, published=published).events[0].when == when


def test_a_time_that_a_deed_turns_is_told_so_among_the_times(read: Read, vocabulary: Vocabulary) -> None:
    text = "In May, as the treaty will show, Norway attacked Sweden."
    reading = read(text, published="2024-06-20")

    assert [time.edtf for time in find_times(text, "2024-06-20", vocabulary)] == ["2025-05"]
    assert [time.edtf for time in reading.times] == ["2024-05"]
    assert reading.events[0].when == "2024-05"


def test_a_day_near_at_hand_is_not_turned_to_the_year_before_for_what_is_done(read: Read) -> None:
    reading = read("In January, as the treaty will show, Norway attacked Sweden.", published="2024-12-20")

    assert [time.edtf for time in reading.times] == ["2025-01"]
    assert (reading.events[0].when, reading.events[0].status) == (None, "happened")


def test_what_is_told_as_going_on_but_dated_after_the_page_is_planned(read: Read) -> None:
    event = read("President Ruto is leaving for Ghana on 25 June 2024.").events[0]

    assert (event.status, event.when) == ("planned", "2024-06-25")


def test_a_relative_clause_in_the_past_is_not_of_the_day_of_the_sentence(read: Read) -> None:
    events = read("Kenya, which broke ties with Qatar, reopened its embassy in Doha on Monday.").events

    broken = next(event for event in events if event.act == "SANCTION")
    assert (broken.when, broken.when_basis) == ("../2024-06-19", "reported")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Sunday marks the 50th anniversary of the Turkish invasion of Cyprus.", "1974"),
        ("Veterans marked the fiftieth anniversary of the Turkish invasion of Cyprus.", "1974"),
        ("Veterans marked the centenary of the Turkish invasion of Cyprus.", "1924"),
        ("Veterans marked the anniversary of the Turkish invasion of Cyprus on Sunday.", None),
    ],
)
def test_an_anniversary_is_not_the_day_of_the_deed(read: Read, text: str, when: str | None) -> None:
    invasion = next(event for event in read(text).events if event.act == "ASSAULT")

    assert invasion.when == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Norway condemned the attack on 17 May 2024 near Gao.", "2024-06-19"),
        ("Norway condemned the attack on Monday.", "2024-06-17"),
        ("On 17 May 2024 Norway condemned the attack near Gao.", "2024-05-17"),
    ],
)
def test_a_date_beside_what_is_condemned_is_not_that_of_the_condemnation(read: Read, text: str, when: str) -> None:
    condemned = next(event for event in read(text).events if event.act == "ACCUSE")

    assert condemned.when == when


def test_moving_the_date_of_the_page_moves_a_weekday(read: Read) -> None:
    text = "Chile's president visited Peru on Monday."

    assert read(text, published="2024-06-26").events[0].when == "2024-06-24"


def test_an_undated_sentence_follows_the_dated_one_before_it(read: Read) -> None:
    text = "On 3 May 1998 Eritrea attacked Ethiopia. Eritrean troops seized a border town of Ethiopia."

    first, second = read(text, kind="editorial").events[:2]

    assert (first.when, second.when) == ("1998-05-03", "1998-05-03")
    assert (second.when_basis, second.when_stated) == ("previous sentence", None)


def test_a_new_paragraph_ends_the_time_of_the_one_before(read: Read) -> None:
    text = "On 3 May 1998 Eritrea attacked Ethiopia.\n\nKenya condemned Somalia."

    assert read(text, kind="editorial").events[-1].when is None


def test_a_distance_from_a_dated_event_is_counted(read: Read) -> None:
    told = "Serbia held a summit with Hungary on 10 May 2021."
    text = f"{told} Serbia recalled its envoy to Hungary three days before the summit."

    event = read(text, kind="editorial").events[-1]

    assert event.when == "2021-05-07"
    assert (event.when_basis, event.when_anchor) == ("anchored", Anchor("summit", "2021-05-10"))


def test_a_deed_done_twice_is_two_events(read: Read) -> None:
    text = "Chile's president met the Peruvian president in September 2021 and again in May 2022."

    assert [e.when for e in read(text).events] == ["2021-09", "2022-05"]


def test_the_time_of_a_subordinate_clause_does_not_reach_the_next_sentence(read: Read) -> None:
    text = "Norway rejected the plan that Iran signed in 2010. Norway recalled its ambassador to Iran."

    assert read(text).events[-1].when == "2024-06-19"
