"""What of the record concerns two states."""

import pytest

from dragoman.record import Record
from dragoman.relations import gather
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from tests.relations.world import event, page, reading

TEXT = "They did something."


def test_an_event_told_twice_comes_once(record: Record):
    events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))

    assert len(events) == len({min(e.claims) for e in events}) == 10
    assert [stored.claim.label for stored in levels] and len(levels) == 2


def test_a_withdrawn_level_is_not_given(record: Record):
    _, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    record.withdraw(levels[0].id, "Ada", "misread")

    assert [stored.id for stored in gather(record.snapshot(), Sides("GRC", "TUR", shipped()))[1]] == [levels[1].id]


def test_a_former_state_is_found_under_its_successor(record: Record):
    paper = page(TEXT)
    record.add(reading(paper, event(paper, "They", "SUN", "PRK", when="1961-07-06")))

    assert [e.event.actors[0].code for e in gather(record.snapshot(), Sides("PRK", "RUS", shipped()))[0]] == ["SUN"]
    assert "SUN" in shipped().treaties.codes_of("RUS")


@pytest.mark.parametrize(
    ("act", "actors", "recipients", "between"),
    [
        ("CONSULT", "GRC", "TUR", True),
        ("CONSULT", "GRC, TUR", "", True),
        ("CONSULT", "GRC, TUR", "BGR", True),
        ("ASSAULT", "TUR", "GRC", True),
        ("ASSAULT", "GRC, TUR", "BGR", False),
        ("ASSAULT", "BGR", "GRC, TUR", False),
        ("AID", "GRC, BGR", "TUR", True),
    ],
)
def test_an_event_is_between_two_if_it_goes_from_one_to_the_other_or_both_do_it_together(
    act: str, actors: str, recipients: str, between: bool
):
    paper = page(TEXT)

    assert Sides("GRC", "TUR", shipped()).between(event(paper, "They", actors, recipients, act=act)) is between


def test_what_two_do_to_each_other_is_between_them() -> None:
    made = page("Greece and Turkey exchanged fire. Greece and Turkey attacked the camp.")
    fight = event(made, "Greece and Turkey exchanged", "GRC, TUR", "", act="ASSAULT", rule="ASSAULT.exchange-fire")
    attack = event(made, "Greece and Turkey attacked", "GRC, TUR", "", act="ASSAULT", rule="ASSAULT.attack")

    assert [Sides("GRC", "TUR", shipped()).between(one) for one in (fight, attack)] == [True, False]
