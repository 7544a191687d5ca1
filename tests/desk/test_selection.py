"""Which events a brief prints, which it holds back, and why."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.desk import Desk
from dragoman.desk.selection import HeldReason, least_confidence, reason_against, select, sure_part
from dragoman.model.document import Evidence, Mention
from dragoman.model.event import Event
from dragoman.settings import Settings
from dragoman.vocab import shipped
from tests.relations.world import readings
from tests.render.conftest import actor, event, make_reading

LATVIA, BELARUS, UNKNOWN = actor("LVA", "Latvia"), actor("BLR", "Belarus"), actor(None, "the Baltic")
START = "Latvia did"


def meeting(*actors: object, whom: tuple[object, ...] = (), act: str = "CONSULT", **more: object) -> Event:
    return event(act, "happened", START, "meet", list(actors), list(whom), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        (meeting(LATVIA, whom=(BELARUS,)), None),
        (meeting(LATVIA, BELARUS), None),
        (meeting(LATVIA), "one side"),
        (meeting(LATVIA, whom=(LATVIA,)), "one side"),
        (meeting(LATVIA, whom=(UNKNOWN,)), "one side"),
        (meeting(LATVIA, whom=(UNKNOWN,), act="SUPPORT"), None),
        (meeting(LATVIA, act="MOBILIZE"), None),
        (meeting(whom=(BELARUS,)), "nobody"),
        (meeting(UNKNOWN, whom=(BELARUS,)), "nobody"),
        (meeting(LATVIA, act="REQUEST"), None),
    ],
)
def test_a_line_needs_who_acted_and_two_sides_where_the_deed_does(deed: Event, reason: HeldReason | None) -> None:
    assert reason_against(deed, 0.0, shipped()) == reason


def test_an_act_of_speech_that_says_nothing_needs_another_side() -> None:
    denied = event("REJECT", "happened", "In 1949", "founded NATO", [LATVIA], [])

    assert reason_against(denied, 0.0, shipped()) == "one side"


@pytest.mark.parametrize(("quote", "reason"), [("Peru refused in 2010.", "one side"), ("Peru refused in vain.", None)])
def test_a_time_alone_is_not_what_was_said(quote: str, reason: HeldReason | None) -> None:
    refused = replace(
        event("REJECT", "happened", "In 1949", "signed", [LATVIA], []), evidence=Evidence(0, len(quote), quote),
        trigger=Mention("refused", 5, 12), when_text="2010",
    )  # fmt: skip

    assert reason_against(refused, 0.0, shipped()) == reason


def test_a_deed_on_a_condition_is_told_with_it() -> None:
    (alone,) = [e for e in make_reading().events if e.status == "conditional" and e.act == "THREATEN"]

    assert reason_against(alone, 0.0, shipped()) is None
    assert reason_against(replace(alone, condition=None), 0.0, shipped()) == "one side"


@pytest.mark.parametrize(("confidence", "reason"), [(0.59, "not sure"), (0.6, None)])
def test_what_is_below_the_least_confidence_is_held_back(confidence: float, reason: HeldReason | None) -> None:
    assert reason_against(meeting(LATVIA, BELARUS, confidence=confidence), 0.6, shipped()) == reason


def test_the_least_confidence_is_that_of_who_read() -> None:
    settings = Settings(sure_frames=0.1, sure_reader=0.7)
    frames, reader = meeting(LATVIA), meeting(LATVIA, proposers=("frames", "reader"))

    assert [least_confidence([frames], settings), least_confidence([frames, reader], settings)] == [0.1, 0.7]
    assert (Settings().sure_frames, Settings().sure_reader) == (0.0, 0.7)


def test_every_event_is_printed_or_held_back() -> None:
    reading = make_reading()
    chosen = select(replace(reading, events=(*reading.events, meeting(LATVIA))), shipped())

    assert [held.reason for held in chosen.held] == ["one side"]
    assert chosen.printed == reading.events


def test_what_is_held_back_moves_nothing_else() -> None:
    reading, settings = make_reading(), Settings(sure_frames=0.95)

    assert sure_part(reading, shipped(), settings).events == ()
    assert sure_part(reading, shipped(), Settings()).events == reading.events


def test_a_sentence_with_a_state_and_a_deed_that_gave_nothing_is_shown() -> None:
    reading = make_reading(title="Moscow denied that aircraft attacked Estonia")
    reading = replace(reading, events=(), treaties=(), levels=())
    quotes = [evidence.quote for evidence in select(reading, shipped()).uncoded]

    assert "Moscow denied that its aircraft attacked Estonia." in quotes
    assert all(reading.document.text[e.start : e.end] == e.quote for e in select(reading, shipped()).uncoded)
    assert select(make_reading(), shipped()).uncoded == ()


def test_what_another_document_on_record_tells_is_known(tmp_path: Path) -> None:
    courier, post = readings()[:2]
    with Desk(tmp_path / "desk.sqlite") as desk:
        assert desk.known(post) == frozenset()
        desk.add(courier)
        desk.add(post)
        known = desk.known(post)

    assert known
    assert known < {event.id for event in post.events}
