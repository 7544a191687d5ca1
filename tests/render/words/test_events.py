"""One sentence for one event, made from its codes."""

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.model.actor import Actor
from dragoman.model.document import Evidence, Mention
from dragoman.model.event import Event, Quantity, Status, Tense
from dragoman.render.words.events import condition_words, event_words, wanted_words
from dragoman.vocab import shipped
from tests.render.conftest import actor, events


def of(status: Status, at: int = 0) -> Event:
    return [event for event in events() if event.status == status][at]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("happened", "Norway (Jonas Gahr Store) visited Helsinki, Finland"),
        ("ongoing", "Finland is supplying arms to Ukraine (ammunition)"),
        ("planned", "Norway and Finland are to sign an agreement"),
        ("expected", "Sweden is expected to meet Finland"),
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


def told(words: str, start: int = 0, code: str | None = "FIN", name: str | None = None) -> Actor:
    return Actor(text=words, start=start, end=start + len(words), code=code, name=name)


def number(value: float, of: str, text: str, unit: str = "", start: int = 900) -> Quantity:
    return Quantity(value, unit, of, text, start, start + len(text))


BASE = events()[0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"act": "SANCTION", "event_mode": "expel", "recipients": (told("two Finnish diplomats"),)},
         "Norway expelled two Finnish diplomats"),
        ({"act": "SANCTION", "event_mode": "expel", "recipients": (told("Finland"),)}, "Norway expelled Finland"),
        ({"act": "SANCTION", "rule": "ACCUSE.summon", "recipients": (told("the Finnish ambassador"),)},
         "Norway summoned the Finnish ambassador"),
        ({"act": "COERCE", "event_mode": "arrest", "recipients": (told("Aino Virta", name="Aino Virta"),)},
         "Norway arrested Aino Virta"),
        ({"act": "AID", "rule": "AID.military", "quantity": number(24, "drones", "24 drones")},
         "Norway supplied 24 drones to Finland"),
        ({"act": "AID", "quantity": number(100, "aid", "100 tonnes", "tonne")},
         "Norway gave Finland 100 tonnes of aid"),
        ({"act": "MOBILIZE", "event_mode": "troops", "recipients": (),
          "quantity": number(5000, "soldiers", "5,000 soldiers")},
         "Norway deployed 5,000 soldiers"),
        ({"act": "SANCTION", "rule": "SANCTION.impose", "quantity": number(22, "officials", "22 officials")},
         "Norway imposed sanctions on Finland (22 officials)"),
        ({"act": "SUPPORT", "recipients": (told("the plan", code=None),)}, "Norway supported the plan"),
        ({"act": "SUPPORT", "recipients": (told("four ministers", code=None),)}, "Norway supported “four ministers”"),
        ({"act": "ASSAULT", "rule": "ASSAULT.invade", "when": "2022/.."}, "Norway has invaded Finland"),
    ],
)  # fmt: skip
def test_people_numbers_and_things_are_said_as_the_page_says_them(changes: dict[str, Any], words: str) -> None:
    values = {"actors": (told("Norway", code="NOR"),), "event_mode": None, "place": None, "rule": "none"} | changes
    base = replace(BASE, recipients=(told("Finland"),))

    assert event_words(replace(base, **values), shipped()) == words


def test_a_number_that_counts_who_acts_is_not_told_of_the_deed() -> None:
    deed = replace(BASE, place=None, quantity=number(2, "ministers", "two ministers", start=BASE.actors[0].start))

    assert "two ministers" not in event_words(deed, shipped())


def test_a_single_wish_is_said_in_the_pages_words() -> None:
    quote = "Norway wants Finland to send drones."
    wish = replace(
        of("sought"), evidence=Evidence(0, len(quote), quote), trigger=Mention("wants", 7, 12),
        actors=(told("Norway", 0, "NOR"),), recipients=(told("Finland", 13),),
    )  # fmt: skip

    assert wanted_words([wish], shipped()) == "Norway wants Finland to send drones"
