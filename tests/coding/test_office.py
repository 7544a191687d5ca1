"""Persons act in the office they held when the deed was done."""

from tests.coding.conftest import Read


def test_a_leader_long_out_of_office_acts_for_the_state_of_then(read: Read) -> None:
    event = read("Leonid Brezhnev met Richard Nixon in Moscow in May 1972.", kind="editorial").events[0]

    assert [(a.code, a.sector) for a in event.actors] == [("SUN", "GOV")]
    assert [(a.code, a.sector) for a in event.recipients] == [("USA", "GOV")]
