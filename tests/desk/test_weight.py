"""How much an event weighs in a brief."""

import pytest
from msgspec.structs import replace

from dragoman.desk.weight import weight
from dragoman.model.actor import Actor
from dragoman.model.event import Event, Holder
from tests.render.conftest import actor, event, make_reading, mention

DOCUMENT = make_reading().document
RUSSIA, ESTONIA = actor("RUS", "Russia"), actor("EST", "Estonia")
DEED = event("ASSAULT", "happened", "Russia may", "tested", [RUSSIA], [ESTONIA], intensity=-9.0, when="2024-06-18")


def leader() -> Actor:
    return replace(RUSSIA, office="head_of_state")


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        (DEED, replace(DEED, intensity=1.0)),
        (DEED, replace(DEED, status="planned")),
        (replace(DEED, status="planned"), replace(DEED, status="urged")),
        (replace(DEED, actors=(leader(),)), DEED),
        (DEED, replace(DEED, holder=Holder("source", *mention("Analysts")))),
        (DEED, replace(DEED, when="2023-06-18")),
        (DEED, replace(DEED, recipients=())),
        (DEED, replace(DEED, rank=2)),
    ],
)
def test_a_graver_surer_fresher_deed_of_higher_rank_weighs_more(heavier: Event, lighter: Event) -> None:
    assert weight(heavier, DOCUMENT) > weight(lighter, DOCUMENT)


def test_what_the_headline_tells_weighs_more_than_any_other_deed() -> None:
    talk = replace(DEED, intensity=0.0)

    assert weight(talk, replace(DOCUMENT, title="Moscow tests Tallinn")) > weight(DEED, DOCUMENT)


def test_what_the_first_paragraph_tells_weighs_more() -> None:
    first = make_reading().events[0].evidence

    assert weight(replace(DEED, evidence=first), DOCUMENT) > weight(DEED, DOCUMENT)


def test_what_the_record_knew_weighs_less() -> None:
    assert weight(DEED, DOCUMENT, {DEED.id}) < weight(DEED, DOCUMENT)
