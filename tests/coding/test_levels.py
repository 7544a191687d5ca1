"""Levels of a relationship."""

import pytest

from dragoman.vocab import shipped
from dragoman.vocab.levels import Rung
from tests.coding.conftest import Read

LEVELS = shipped().levels


@pytest.mark.parametrize("rung", LEVELS.rungs, ids=lambda r: r.name)
def test_each_rung_is_found_in_its_example(rung: Rung) -> None:
    assert [found[2].name for found in LEVELS.find(rung.example)] == [rung.name]


def test_the_longer_label_wins() -> None:
    assert [r.rung for _, _, r in LEVELS.find("They agreed on a comprehensive strategic partnership.")] == [6]


def test_a_level_set_up_is_dated_and_happened(read: Read) -> None:
    claim = read("Togo and Benin established diplomatic relations in 1972.").levels[0]

    assert (claim.dyad, claim.rung, claim.status, claim.when) == (("BEN", "TGO"), 2, "happened", "1972")


def test_a_level_of_a_former_state_is_the_successors(read: Read) -> None:
    claim = read("Japan and the Soviet Union restored diplomatic relations in 1956.").levels[0]

    assert claim.dyad == ("JPN", "RUS")


def test_a_level_without_a_pair_is_left_out(read: Read) -> None:
    assert read("A strategic partnership needs trust, Norway's minister said.").levels == ()
