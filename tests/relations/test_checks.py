"""What a page claims is held against what other pages told."""

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.desk.pages import PageReadings
from dragoman.model.document import Mention
from dragoman.model.event import Event
from dragoman.model.reading import Reading
from dragoman.model.treaty import Check, OrdinalClaim
from dragoman.record import Record
from dragoman.relations.checks import (
    dated_events,
    earlier_events_of,
    event_checks,
    event_of,
    ordinal_checks,
    record_checks,
)
from dragoman.vocab import shipped
from tests.calling import call
from tests.relations.world import GREEK, TURK, event, page, reading, sentence

HOST, GUEST = f"GRC:{GREEK}", f"TUR:{TURK}"
NEWS = page(
    "Aydin and Markou held a meeting on 19 June. Both smiled. It was the second.", source="The Rhodes Gazette",
    published="2024-06-22",
)  # fmt: skip


def meeting(when: str | None = "2024-06-19", guest: str = GUEST, **more: Any) -> Event:
    return event(NEWS, "Aydin", guest, HOST, when=when, **more)


def counted(number: int, of: Event, *, what: str = "meeting", start: str = "Aydin", **more: Any) -> Reading:
    people = tuple(a.name or a.code or "" for a in (*of.actors, *of.recipients))
    claim = OrdinalClaim(ordinal=number, what=what, persons=people, evidence=sentence(NEWS, start), **more)
    return replace(reading(NEWS, of), ordinals=(claim,))


def added(record: Record, made: Reading) -> tuple[Check, ...]:
    record.add(made)
    return record_checks(made, earlier_events_of(record, made), shipped())


@pytest.mark.parametrize(("number", "verdict"), [(1, "differs"), (2, "agrees"), (3, "new")])
def test_a_count_is_held_against_the_earlier_ones_on_record(record: Record, number: int, verdict: str) -> None:
    """On record are a meeting of May 2023 and, told by another paper, the one that this page is about."""
    check = added(record, counted(number, meeting()))[0]

    assert check.verdict == verdict
    assert check.against == "on record: 2023-05"


def test_what_the_record_has_more_is_said(record: Record) -> None:
    check = added(record, counted(1, meeting()))[0]

    assert check.how == "the record has one earlier one, which makes this one number 2"


def test_of_many_earlier_ones_the_last_are_listed(record: Record) -> None:
    paper = page("They met often.", source="The Izmir Post")
    days = [f"2022-01-{day:02}" for day in range(1, 21)]
    record.add(reading(paper, *(event(paper, "They", GUEST, HOST, when=day) for day in days)))
    check = added(record, counted(22, meeting()))[0]

    assert check.verdict == "agrees"
    assert check.against == f"on record: …, {', '.join(days[-11:])}, 2023-05"


def test_persons_are_counted_apart(record: Record) -> None:
    """A minister's second meeting is not the president's."""
    check = added(record, counted(2, meeting(guest="TUR:Deniz Kaya")))[0]

    assert (check.verdict, check.against) == ("new", None)


@pytest.mark.parametrize(("years", "verdict"), [(24, "agrees"), (40, "differs"), (10, "new")])
def test_a_first_in_so_many_years_asks_for_the_last_one_on_record(record: Record, years: int, verdict: str) -> None:
    """The last visit before that of June 2024 was in July 2000."""
    visit = event(NEWS, "Aydin", GUEST, "GRC", mode="visit", when="2024-06-18", place="Athens")
    check = added(record, counted(1, visit, what="visit", interval_years=years))[0]

    assert (check.verdict, check.against) == (verdict, "on record: 2000-07")


def test_a_page_does_not_bear_itself_out(record: Record) -> None:
    made = counted(3, meeting())
    own = event(NEWS, "Both", GUEST, HOST, when="2021-05-03")
    check = added(record, replace(made, events=(*made.events, own)))[0]

    assert check.how == "the record has 1 of 2 earlier ones"


def test_a_meeting_without_a_day_is_not_its_own_forerunner(record: Record) -> None:
    """The page came out three days after; on record is the meeting of 19 June, told by another paper."""
    check = added(record, counted(2, meeting(when=None)))[0]

    assert (check.verdict, check.against) == ("agrees", "on record: 2023-05")


def test_a_count_in_another_sentence_is_of_what_the_same_noun_names() -> None:
    at = NEWS.text.index("meeting")
    told = replace(meeting(), trigger=Mention("meeting", at, at + len("meeting")))
    made = counted(2, told, start="It was")

    assert event_of(made.ordinals[0], made) == told
    assert event_of(replace(made.ordinals[0], what="visit"), made) is None


def test_only_encounters_are_counted(record: Record) -> None:
    check = added(record, counted(2, meeting(act="ACCUSE"), what="charge"))[0]

    assert check.verdict == "new" and "only visits" in (check.how or "")


def test_an_event_that_others_tell_agrees(record: Record) -> None:
    (check,) = added(record, reading(NEWS, meeting()))

    assert (check.verdict, check.how) == ("agrees", "told by 2 documents")


def test_the_same_event_on_another_day_differs(record: Record) -> None:
    (check,) = added(record, reading(NEWS, meeting(when="2024-06-21")))

    assert (check.verdict, check.how) == ("differs", "the record has it on 2024-06-19")


@pytest.mark.parametrize("when", ["2024-08-21", "2022-01", None])
def test_what_the_record_does_not_have_gets_no_check(record: Record, when: str | None) -> None:
    assert added(record, reading(NEWS, meeting(when=when))) == ()


def test_a_year_is_no_other_day(record: Record) -> None:
    paper = page("The two met in 2021.", source="The Izmir Post")
    record.add(reading(paper, event(paper, "The two", GUEST, HOST, when="2021")))

    assert added(record, reading(NEWS, meeting(when="2022-01-10"))) == ()


def test_two_days_that_one_page_tells_of_are_two_events(record: Record) -> None:
    made = reading(NEWS, meeting(), event(NEWS, "Both", GUEST, HOST, when="2024-06-21"))

    assert [check.verdict for check in added(record, made)] == ["agrees"]


def test_what_another_page_denies_differs(record: Record) -> None:
    denial = page("Markou denied a meeting in March 2022.", source="The Izmir Post")
    record.add(reading(denial, event(denial, "Markou", GUEST, HOST, when="2022-03-03", status="denied")))
    (check,) = added(record, reading(NEWS, meeting(when="2022-03-03")))

    assert (check.verdict, check.how) == ("differs", "denied there, 2022-03-03")


def test_without_a_record_nothing_agrees_and_nothing_differs() -> None:
    made = counted(2, meeting())

    assert [c.verdict for c in ordinal_checks(made, (), shipped())] == ["new"]
    assert event_checks(made, ()) == () and len(dated_events(made)) == 1


def test_add_prints_what_agrees_and_what_differs(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    made = counted(1, meeting())
    monkeypatch.setattr(PageReadings, "__iter__", lambda _: iter((made,)))
    monkeypatch.setattr(PageReadings, "check", lambda _: None)
    first, second = (call("add", "page", "--db", record.path).out for _ in range(2))

    assert first.splitlines()[0].startswith("added")
    assert "differs: no. 1, meeting" in first and "1 of 1 dated events" in first
    assert second.startswith("known") and len(second.splitlines()) == 1
