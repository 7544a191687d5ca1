"""The time line as it is drawn."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.render.charts.svg import WIDTH, Figure, Shape
from dragoman.render.charts.timeline import LETTER, MARGIN, MOST
from dragoman.render.sheet import Sheet
from dragoman.render.words.dates import date_words
from tests.render.conftest import arrange, events, make_reading
from tests.render.shapes import found, place

DATES = ["1930", "1961", "199X", "2000-07", "2023-09", "2024", "2024-06", "2024-06-18", "2024-06-19", "2024-07-05",
         "2024-22", "1961/1996", "1961/..", "../1996", "2024-06-18/2024-06-20", "2024-06~"]  # fmt: skip


def drawn(dates: list[str]) -> Figure:
    """Draw one event for each date."""
    base = replace(make_reading(), ordinals=(), treaties=(), levels=(), checks=())
    # Each event has another actor, so that no two make one line.
    deeds = tuple(replace(events()[0], id=str(n), when=when, about=(), place=None) for n, when in enumerate(dates))
    deeds = tuple(replace(d, actors=(replace(d.actors[0], name=f"Envoy {n}"),)) for n, d in enumerate(deeds))
    (chart,) = arrange(replace(base, events=deeds)).figures
    return chart


def item_of(chart: Figure, when: str) -> Shape:
    return next(item for item in found(chart, "a", "item") if item.title.startswith(f"{date_words(when)}: "))


def reach(item: Shape) -> tuple[float, float]:
    """Give the left and right end of the dot or bar of an item."""
    mark = item.shapes[0]
    if mark.tag == "circle":
        return place(mark, "cx") - place(mark, "r"), place(mark, "cx") + place(mark, "r")
    if mark.tag == "rect":
        return place(mark, "x"), place(mark, "x") + place(mark, "width")
    start, end = re.match(r"M (\S+) \S+ H (\S+) l", str(mark.measures["d"])).groups()  # type: ignore[union-attr]
    return min(float(start), float(end) - 6), max(float(start), float(end) + 6)


def whole_reach(item: Shape) -> tuple[float, float]:
    """Give the left and right end of an item with its label."""
    (left, right), label = reach(item), item.shapes[1]
    width = LETTER * len(label.words)
    if label.measures.get("text-anchor") == "end":
        return place(label, "x") - width, right
    return left, place(label, "x") + width


def shape_of(item: Shape) -> str:
    mark = item.shapes[0]
    if mark.tag == "path":
        return "until" if "l -6 4" in str(mark.measures["d"]).partition("H")[2][:14] else "since"
    return {"circle": "dot", "rect": "bar"}[mark.tag]


@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=20))
@settings(deadline=None)
def test_nothing_overlaps_and_all_is_within_the_drawing(dates: list[str]) -> None:
    dates = ["1905", *dates]
    chart = drawn(dates)

    items = [(place(item.shapes[1], "y"), whole_reach(item)) for item in found(chart, "a", "item")]
    assert len(items) == len(dates)
    assert all(-1 <= left < right <= WIDTH for left, right in map(reach, found(chart, "a", "item")))
    assert not [
        (a, b) for (lane, a), (other, b) in combinations(items, 2) if lane == other and a[0] < b[1] and b[0] < a[1]
    ]


def test_lines_of_one_day_are_no_time_line() -> None:
    base = replace(make_reading(), ordinals=(), treaties=(), levels=(), checks=())
    several = tuple(replace(one, when="2024-06-18") for one in events()[:3])

    assert arrange(replace(base, events=several)).figures == ()


def test_a_year_is_wider_than_a_month_and_a_month_than_a_day() -> None:
    chart = drawn(["2001", "2011-03", "2021-05-05"])
    items = [item_of(chart, when) for when in ("2001", "2011-03", "2021-05-05")]
    year, month, day = (right - left for left, right in map(reach, items))

    assert year > month > day
    assert [shape_of(item) for item in items] == ["bar", "bar", "dot"]


def test_a_day_is_drawn_within_its_year() -> None:
    chart = drawn(["2023", "2023-05-05", "1950"])
    year, day = reach(item_of(chart, "2023")), reach(item_of(chart, "2023-05-05"))

    assert year[0] < day[0] < day[1] < year[1]


def test_earlier_is_further_left() -> None:
    dates = ["1930", "1961", "2000-07", "2024-06-18"]
    chart = drawn(dates)

    assert [item_of(chart, when) for when in dates] == sorted(found(chart, "a", "item"), key=reach)


@pytest.mark.parametrize(("when", "shape"), [("1961/..", "since"), ("../1996", "until"), ("1961/1996", "bar")])
def test_an_open_end_points(when: str, shape: str) -> None:
    assert shape_of(item_of(drawn([when, "2000"]), when)) == shape


def test_what_was_not_done_is_hollow(brief: Sheet) -> None:
    items = found(brief.figures[0], "a", "item")

    assert {item.kind for item in items} == {
        "item happened",
        "item planned hollow",
        "item expected hollow",
        "item stated",
    }


def test_long_empty_stretches_are_labelled() -> None:
    assert [gap.words for gap in found(drawn(["1950", "2000"]), "text", "gap")] == ["49 years", "23 years"]


def test_the_date_of_the_page_is_marked() -> None:
    (page,) = found(drawn(["2024-06-18", "2000"]), "text", "pagedate")

    assert page.words == "page: 19 June 2024" and MARGIN < place(page, "x") < WIDTH


def test_a_year_is_no_place_for_the_mark_of_the_page() -> None:
    base = make_reading(published="2024~", published_basis="inferred")

    assert found(arrange(base).figures[0], "text", "pagedate") == []


@pytest.mark.parametrize("dates", [[], ["2024"]])
def test_one_date_alone_is_not_drawn(dates: list[str]) -> None:
    deeds = tuple(replace(events()[0], when=when) for when in dates)
    base = replace(make_reading(), events=deeds, ordinals=(), treaties=(), levels=(), checks=())

    assert arrange(base).figures == ()


def test_what_has_no_room_is_counted() -> None:
    chart = drawn([f"{year}" for year in range(1900, 1900 + MOST + 5)])

    assert len(found(chart, "a", "item")) == MOST
    assert "5 more dated lines left out for want of room." in chart.caption


def test_a_longer_stretch_takes_more_room() -> None:
    chart = drawn(["1900", "1990", "2000"])
    first, second, third = (reach(item_of(chart, when)) for when in ("1900", "1990", "2000"))

    assert second[0] - first[1] > third[0] - second[1] > 0
