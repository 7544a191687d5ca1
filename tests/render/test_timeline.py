"""The geometry of the time line."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.render.arrange import arrange
from dragoman.render.parts import Brief
from dragoman.render.timeline import MARGIN, MOST, WIDTH, Item, Timeline, timeline
from tests.render.conftest import events, make_reading

DATES = ["1930", "1961", "199X", "2000-07", "2023-09", "2024", "2024-06", "2024-06-18", "2024-06-19", "2024-07-05",
         "2024-22", "1961/1996", "1961/..", "../1996", "2024-06-18/2024-06-20", "2024-06~"]  # fmt: skip


def drawn(dates: list[str]) -> Timeline:
    """Draw one event for each date."""
    base = replace(make_reading(), ordinals=(), treaties=(), levels=(), checks=())
    # Each event has another place, so that no two make one line.
    deeds = tuple(replace(events()[0], id=str(n), when=when, about=(), place=None) for n, when in enumerate(dates))
    deeds = tuple(replace(d, actors=(replace(d.actors[0], name=f"Envoy {n}"),)) for n, d in enumerate(deeds))
    chart = timeline(arrange(replace(base, events=deeds)))
    assert chart is not None
    return chart


def item_of(chart: Timeline, when: str) -> Item:
    return next(item for item in chart.items if item.line.when == when)


@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=20))
def test_nothing_overlaps_and_all_is_within_the_drawing(dates: list[str]) -> None:
    chart = drawn(dates)

    assert len(chart.items) == len(dates)
    assert all(-1 <= item.left < item.right <= WIDTH for item in chart.items)
    assert not [
        (a, b)
        for a, b in combinations(chart.items, 2)
        if a.lane == b.lane and a.reach[0] < b.reach[1] and b.reach[0] < a.reach[1]
    ]


def test_a_year_is_wider_than_a_month_and_a_month_than_a_day() -> None:
    chart = drawn(["2001", "2011-03", "2021-05-05"])
    year, month, day = (item_of(chart, when) for when in ("2001", "2011-03", "2021-05-05"))

    assert year.right - year.left > month.right - month.left > day.right - day.left
    assert [year.shape, month.shape, day.shape] == ["bar", "bar", "dot"]


def test_a_day_is_drawn_within_its_year() -> None:
    chart = drawn(["2023", "2023-05-05", "1950"])
    year, day = item_of(chart, "2023"), item_of(chart, "2023-05-05")

    assert year.left < day.left < day.right < year.right


def test_earlier_is_further_left() -> None:
    chart = drawn(["1930", "1961", "2000-07", "2024-06-18"])

    assert [item.line.when for item in sorted(chart.items, key=lambda i: i.left)] == [
        "1930",
        "1961",
        "2000-07",
        "2024-06-18",
    ]


@pytest.mark.parametrize(("when", "shape"), [("1961/..", "since"), ("../1996", "until"), ("1961/1996", "bar")])
def test_an_open_end_points(when: str, shape: str) -> None:
    assert item_of(drawn([when, "2000"]), when).shape == shape


def test_what_was_not_done_is_hollow(brief: Brief) -> None:
    chart = timeline(brief)

    assert chart is not None
    assert {item.line.status: item.hollow for item in chart.items} == {
        "happened": False, "planned": True, "expected": True, None: False,
    }  # fmt: skip


def test_long_empty_stretches_are_labelled() -> None:
    assert [gap.label for gap in drawn(["1950", "2000"]).gaps] == ["49 years", "23 years"]


def test_the_date_of_the_page_is_marked() -> None:
    page = drawn(["2024-06-18", "2000"]).page

    assert page is not None
    assert page.label == "page: 19 June 2024" and MARGIN < page.at < WIDTH


def test_a_year_is_no_place_for_the_mark_of_the_page() -> None:
    base = make_reading(published="2024~", published_basis="inferred")
    chart = timeline(arrange(base))

    assert chart is not None
    assert chart.page is None


@pytest.mark.parametrize("dates", [[], ["2024"]])
def test_one_date_alone_is_not_drawn(dates: list[str]) -> None:
    deeds = tuple(replace(events()[0], when=when) for when in dates)
    base = replace(make_reading(), events=deeds, ordinals=(), treaties=(), levels=(), checks=())

    assert timeline(arrange(base)) is None


def test_what_has_no_room_is_counted() -> None:
    chart = drawn([f"{year}" for year in range(1900, 1900 + MOST + 5)])

    assert (len(chart.items), chart.left_out) == (MOST, 5)


def test_a_longer_stretch_takes_more_room() -> None:
    chart = drawn(["1900", "1990", "2000"])
    first, second, third = (item_of(chart, when) for when in ("1900", "1990", "2000"))

    assert second.left - first.right > third.left - second.right > 0
