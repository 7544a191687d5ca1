"""What an interaction weighs, and that what is printed adds up."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alarm.nouns import Alarm
from dragoman.alarm.parts import add_up
from dragoman.relations.nouns import Interaction, Relations, Series
from tests.alarm.interactions import TODAY, alarm_of, before, interaction, quarrel, worked_example
from tests.alarm.worlds import worlds


def alone(*interactions: Interaction, on: str = TODAY) -> Alarm:
    return alarm_of(interactions, on)


def tenths(points: float) -> Decimal:
    return Decimal(f"{points:.1f}")


def test_the_worked_example_comes_to_what_the_documentation_says():
    found = alone(*worked_example())

    assert [(part.kind, part.points) for part in found.parts] == [
        ("ASSAULT", 13.5), ("MOBILIZE", 3.3), ("THREATEN", 1.7), ("relief", -1.0),
    ]  # fmt: skip
    assert (found.pressure, found.band, found.since) == (17.5, "concern", TODAY)


@given(worlds())
def test_parts_add_up_to_the_pressure_as_printed(interactions: list[Interaction]):
    found = alone(*interactions)

    assert sum((tenths(part.points) for part in found.parts), Decimal(0)) == tenths(found.pressure)


@given(worlds())
def test_interactions_add_up_to_their_part_as_printed(interactions: list[Interaction]):
    for part in alone(*interactions).parts:
        assert sum(tenths(share.points) for share in part.shares) == tenths(part.points)


@given(worlds())
def test_the_factors_of_a_interaction_come_to_its_points(interactions: list[Interaction]):
    for share in (share for part in alone(*interactions).parts for share in part.shares):
        exact = -share.interaction.intensity * share.weight * share.told * share.fresh * share.relief
        assert share.points == pytest.approx(exact, abs=0.1)


@given(worlds())
def test_cooperation_takes_away_at_most_half_of_the_conflict(interactions: list[Interaction]):
    found = alone(*interactions)
    conflict = sum(part.points for part in found.parts if part.kind != "relief")

    assert found.pressure >= conflict / 2 - 0.1


def test_every_part_opens_to_the_numbers_of_its_interactions():
    parts = {part.kind: part for part in alone(*worked_example()).parts}

    assert {kind: [share.interaction.citations for share in part.shares] for kind, part in parts.items()} == {
        "ASSAULT": [(3,)], "MOBILIZE": [(1,)], "THREATEN": [(4,)], "relief": [(2,)],
    }  # fmt: skip


@pytest.mark.parametrize("status", ["denied", "negated"])
def test_what_is_denied_counts_nothing_and_is_listed(status: str):
    denied = interaction("ASSAULT", TODAY, status=status)
    found = alone(denied)

    assert (found.pressure, found.parts, found.apart) == (0.0, (), (denied,))


@pytest.mark.parametrize(
    ("status", "points"),
    [("happened", 9.0), ("ongoing", 9.0), ("planned", 4.5), ("conditional", 2.2), ("possible", 2.2), ("urged", 1.3)],
)
def test_what_is_not_done_counts_less(status: str, points: float):
    assert alone(interaction("ASSAULT", TODAY, status=status)).pressure == points


@pytest.mark.parametrize(("days", "points"), [(0, 9.0), (120, 4.5), (240, 2.2), (360, 1.1), (3600, 0.0)])
def test_a_interaction_loses_half_its_points_in_each_half_life(days: int, points: float):
    assert alone(interaction("ASSAULT", before(days))).pressure == points


@pytest.mark.parametrize(("told_by", "points"), [(0, 10.0), (1, 10.0), (2, 12.5), (4, 15.0), (16, 20.0), (99, 20.0)])
def test_more_documents_make_a_interaction_heavier_up_to_twice(told_by: int, points: float):
    assert alone(interaction("ASSAULT unconventional", TODAY, told_by=told_by)).pressure == points


def test_cooperation_lowers_by_half_of_its_points():
    assert alone(interaction("ASSAULT", TODAY), interaction("CONSULT visit", TODAY)).pressure == 7.0


def test_cooperation_alone_is_no_pressure():
    found = alone(interaction("AID", TODAY))

    assert (found.pressure, found.parts, found.band) == (0.0, (), "calm")


@pytest.mark.parametrize(("day", "points"), [("2024-06-20", 1.8), ("2024-08-01", 1.8), ("2024-11-29", 0.9)])
def test_a_plan_does_not_fade_before_its_date(day: str, points: float):
    plan = interaction("THREATEN", "2024-08-01", published="2024-06-18", status="planned")

    assert alone(plan, on=day).pressure == points


@pytest.mark.parametrize(("day", "points"), [("2024-06-09", 0.0), ("2024-06-10", 8.5)])
def test_a_interaction_counts_from_the_day_on_which_it_was_told(day: str, points: float):
    assert alone(interaction("ASSAULT", "2024-06-01", published="2024-06-10"), on=day).pressure == points


def test_what_was_told_later_is_counted_in_a_note():
    found = alone(interaction("ASSAULT", "2024-06-01", published="2024-06-21"))

    assert (found.pressure, found.notes[0]) == (0.0, f"1 event not told, or not begun, by {TODAY}: not counted")


def test_a_page_without_a_date_counts_from_the_last_day_of_the_interaction():
    assert alone(interaction("ASSAULT", "2024-06-01/2024-06-20", published=None)).pressure == 9.0
    assert alone(interaction("ASSAULT", "2024-06-01/2024-06-21", published=None)).pressure == 0.0


@pytest.mark.parametrize(
    ("when", "told"), [("2024-06", True), ("2024-06-01/2024-06-30", True), ("2024", False), ("2024-22", False)]
)
def test_a_interaction_must_be_dated_at_least_to_a_month(when: str, told: bool):
    found = alone(interaction("ASSAULT", when, published=TODAY))

    assert (found.pressure > 0) is told
    assert any("no finer than over a month" in note for note in found.notes) is not told


def test_a_interaction_without_a_date_is_left_out_and_noted():
    assert alone(interaction("ASSAULT", None, published=TODAY)).notes[0].startswith("1 event without a date")


@pytest.mark.parametrize("when", [None, "2025"])
def test_what_is_only_said_counts_from_the_day_of_its_page(when: str | None):
    assert alone(interaction("THREATEN", when, published=before(120), status="possible")).pressure == 0.4


def test_neutral_interactions_are_noted():
    assert alone(interaction("REQUEST", TODAY)).notes[0] == "1 event neither cooperation nor conflict (intensity 0)"


def test_what_has_faded_is_counted_and_not_listed():
    part = alone(interaction("ACCUSE", before(2000)), interaction("ACCUSE", TODAY)).parts[0]

    assert (len(part.shares), part.faded) == (1, 1)


def test_the_same_interactions_give_the_same_bytes():
    interactions = [*quarrel(), *worked_example()]

    assert msgspec.json.encode(alone(*interactions)) == msgspec.json.encode(alone(*interactions))


def test_all_interactions_of_the_relations_are_collected():
    series = Series(months=(), coarse=(interaction("ACCUSE", "2024"),), undated=(interaction("ACCUSE", None),))
    found = Relations(
        a="GRC", b="TUR", until=None, spells=(), observations=(), encounters=(), treaties=(), series=series,
        citations=(), notes=(),
    )  # fmt: skip

    assert list(found.series.interactions) == [*series.coarse, *series.undated]


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=30))
def test_rounding_moves_nothing_by_more_than_a_tenth(exact: list[float]):
    rounded = add_up(exact, round(sum(exact) * 10))

    assert sum(rounded) == round(sum(exact) * 10)
    assert all(abs(tenths - points * 10) <= 1 for tenths, points in zip(rounded, exact, strict=True))
