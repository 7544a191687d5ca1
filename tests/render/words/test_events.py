"""One sentence for one event, made from its codes."""

import pytest
from msgspec.structs import replace

from dragoman.model.event import Event, Status, Tense
from dragoman.render.words.events import condition_words, event_words, wanted_words
from dragoman.vocab import shipped
from tests.render.conftest import actor, events


def of(status: Status, at: int = 0) -> Event:
    return [event for event in events() if event.status == status][at]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("happened", "Norway (Jonas Gahr Store) visited Finland, Helsinki"),
        ("ongoing", "Finland is supplying arms to Ukraine (ammunition)"),
        ("planned", "Norway and Finland are to sign an agreement"),
        ("expected", "Sweden is expected to meet for talks"),
        ("urged", "Norway should meet Ukraine"),
        ("possible", "Russia may have tested a weapon"),
        ("denied", "it is denied that Russia attacked Estonia from the air"),
        ("negated", "Latvia did not meet Belarus"),
    ],
)
def test_the_verb_says_the_status(status: Status, words: str) -> None:
    assert event_words(of(status), shipped()) == words


@pytest.mark.parametrize(
    ("status", "tense", "verb"),
    [
        ("negated", "future", "Latvia will not meet"),
        ("negated", "present", "Latvia does not meet"),
        ("denied", "future", "Russia will attack"),
        ("denied", "present", "Russia is attacking"),
        ("possible", "future", "Russia may test"),
    ],
)
def test_the_verb_says_the_tense(status: Status, tense: Tense, verb: str) -> None:
    assert verb in event_words(replace(of(status), tense=tense), shipped())


@pytest.mark.parametrize("status", ["planned", "expected", "conditional", "sought", "urged", "possible", "negated"])
def test_what_was_not_done_is_never_said_in_the_past_tense(status: Status) -> None:
    deed = replace(of("happened"), status=status, tense="future")

    assert " visited" not in event_words(deed, shipped())


def test_a_condition_stands_before_the_deed() -> None:
    assert (
        condition_words(of("conditional"), shipped()) == "if Russia sends a warship to the Baltic, NATO would respond"
    )


def test_a_deed_that_is_the_condition_is_said_to_be_it() -> None:
    assert condition_words(of("conditional", 1), shipped()).endswith(
        "the condition, as coded: Russia deploying ships, aircraft or weapons"
    )


def test_wishes_are_listed() -> None:
    assert (
        wanted_words([of("sought"), of("sought", 1)], shipped())
        == "Norway wants of Finland: arms (“drones from Finland”); help (“with radar”)"
    )


def test_an_event_without_an_actor_is_said_of_someone() -> None:
    assert event_words(replace(of("negated"), actors=()), shipped()) == "someone not named did not meet Belarus"


def test_a_recipient_that_is_the_actor_again_is_left_out() -> None:
    assert (
        event_words(replace(of("negated"), recipients=(actor("LVA", "Latvia"),)), shipped())
        == "Latvia did not meet for talks"
    )
