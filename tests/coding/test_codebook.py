"""The codebook's rules on what is future, refused, asked for or only possible."""

import pytest

from dragoman.coding.codebook import content_mode, event_type, intensity, refused
from dragoman.model.event import Axes
from dragoman.vocab import Vocabulary

PLANNED = Axes("planned", "positive", "probable", "future")
REFUSED = Axes("negated", "negative", "certain", "future")


@pytest.mark.parametrize(
    ("act", "coded"),
    [
        ("CONSULT", "AGREE"), ("AID", "AGREE"), ("COOPERATE", "AGREE"), ("SUPPORT", "AGREE"), ("RETREAT", "CONCEDE"),
        ("CONCEDE", "CONCEDE"), ("SANCTION", "THREATEN"), ("ASSAULT", "THREATEN"), ("REQUEST", "REQUEST"),
    ],
)  # fmt: skip
def test_what_is_announced(act: str, coded: str) -> None:
    assert event_type(act, PLANNED) == coded


@pytest.mark.parametrize(("act", "coded"), [("AID", "REJECT"), ("CONCEDE", "REJECT"), ("ASSAULT", "ASSAULT")])
def test_what_is_refused(act: str, coded: str) -> None:
    assert event_type(act, REFUSED) == coded


def test_what_is_urged_is_a_request_and_an_attempt_on_a_life_an_assault() -> None:
    sought = Axes("sought", "positive", "underspecified", "future")
    assert (event_type("AID", sought), event_type("ASSAULT", sought)) == ("REQUEST", "ASSAULT")


def test_what_may_have_happened_keeps_its_type() -> None:
    assert event_type("COERCE", Axes("possible", "positive", "possible", "past")) == "COERCE"


def test_only_cooperation_and_concessions_for_the_future_are_refused() -> None:
    past = Axes("negated", "negative", "certain", "past")
    assert (refused("AID", REFUSED), refused("AID", past), refused("ASSAULT", REFUSED)) == (True, False, False)


def test_the_mode_of_a_request_is_its_content() -> None:
    assert [content_mode(kind) for kind in ("CONSULT", "RETREAT", "AID", None)] == ["meet", "yield", "assist", "change"]


def test_a_mode_without_a_score_takes_that_of_its_type(vocabulary: Vocabulary) -> None:
    events = vocabulary.events
    assert intensity(events, "AGREE", "no such mode") == intensity(events, "AGREE", None)
