"""EDTF values: read, print, bound, order, move."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import when

days = st.dates(min_value=date(100, 1, 1), max_value=date(9800, 12, 31))
qualifiers = st.sampled_from(["", "~", "?", "%"])
years = st.integers(100, 9800).map(lambda year: f"{year:04}")
points = st.builds(
    "".join,
    st.tuples(
        st.one_of(
            days.map(date.isoformat),
            days.map(lambda day: day.isoformat()[:7]),
            days.map(lambda day: day.isoformat()[:7] + "-XX"),
            years,
            years.map(lambda year: year + "-XX"),
            years.map(lambda year: year + "-XX-XX"),
            years.map(lambda year: year[:3] + "X"),
            years.map(lambda year: year[:2] + "XX"),
            st.builds("{}-{}".format, years, st.integers(21, 24)),
        ),
        qualifiers,
    ),
)


def _interval(pair: tuple[str, str]) -> str:
    first, second = sorted(pair, key=when.order_key)
    return f"{first}/{second}" if when.bounds(second)[1] >= when.bounds(first)[0] else first


intervals = st.one_of(
    st.tuples(points, points).map(_interval),
    points.map("../{}".format),
    points.map("{}/..".format),
    points.map("{}/".format),
    points.map("/{}".format),
)
values = st.one_of(points, intervals)


@given(values)
def test_what_is_read_is_printed_again(edtf: str) -> None:
    assert str(when.parse(edtf)) == edtf


@given(values)
def test_bounds_never_run_backwards(edtf: str) -> None:
    first, last = when.bounds(edtf)
    assert first <= last


@given(values)
def test_a_value_refines_itself(edtf: str) -> None:
    assert when.refines(edtf, edtf)


@given(points, st.integers(-3000, 3000))
def test_moving_moves_both_bounds(edtf: str, distance: int) -> None:
    first, last = when.bounds(edtf)
    moved = first + timedelta(distance), last + timedelta(distance)
    assert when.bounds(when.shift(edtf, distance)) == moved


@given(days, st.integers(-3000, 3000))
def test_moving_there_and_back_changes_nothing(day: date, distance: int) -> None:
    assert when.shift(when.shift(day.isoformat(), distance), -distance) == day.isoformat()


@given(days, st.integers(0, 3000))
def test_between_covers_just_the_days_given(first: date, length: int) -> None:
    last = first + timedelta(length)
    assert when.bounds(when.between(first, last)) == (first, last)


@given(points, st.integers(-20, 20), st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_stepping_gives_a_readable_value(edtf: str, count: int, unit: when.Unit) -> None:
    try:
        stepped = when.step(edtf, count, unit)
    except when.EdtfError:
        assert when.bounds(edtf)[0].year + count * 100 not in range(1, 10000)
    else:
        assert str(when.parse(stepped)) == stepped


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2024-06-18", "2024-06-18", "2024-06-18", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("1961", "1961-01-01", "1961-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2012-22", "2012-06-01", "2012-08-31", "season"),
        ("2011-24", "2011-12-01", "2012-02-29", "season"),
        ("2000-07~", "2000-07-01", "2000-07-31", "month"),
        ("2024-06-18/2024-06-19", "2024-06-18", "2024-06-19", "interval"),
        ("1961/..", "1961-01-01", "9999-12-31", "open"),
        ("../1996-09-10", "0001-01-01", "1996-09-10", "open"),
    ],
)
def test_bounds_and_precision(edtf: str, first: str, last: str, precision: str) -> None:
    assert when.bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))
    assert when.precision(edtf) == precision


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "June",
        "2024-13",
        "2023-02-29",
        "2024-6",
        "2024-25",
        "2024-21-03",
        "1996/1961",
        "../..",
        "/",
        "199X-04",
        "1996-XX-04",
    ],
)
def test_what_is_not_edtf_is_named_in_the_error(bad: str) -> None:
    with pytest.raises(when.EdtfError, match="EDTF"):
        when.parse(bad)


@pytest.mark.parametrize(
    ("finer", "coarser"),
    [("2000-07-19", "2000-07"), ("2000-07", "2000"), ("1994", "199X"), ("2012-07", "2012-22"), ("1975", "1961/1996")],
)
def test_the_finer_refines_the_coarser_and_not_the_other_way(finer: str, coarser: str) -> None:
    assert when.refines(finer, coarser)
    assert not when.refines(coarser, finer)


@pytest.mark.parametrize(
    ("edtf", "count", "unit", "stepped"),
    [
        ("2000-05", 2, "month", "2000-07"),
        ("2000-05-07", 2, "month", "2000-07"),
        ("2000-07", 24, "year", "2024"),
        ("1999-12-31", 1, "day", "2000-01-01"),
        ("2000-05", 3, "day", "2000-05~"),
        ("2000-05-01", -1, "week", "2000-04-24"),
        ("2000-11", 1, "quarter", "2001-02"),
        ("199X", -1, "decade", "198X"),
        ("2000", 1, "century", "2100"),
    ],
)
def test_stepping_by_the_calendar(edtf: str, count: int, unit: when.Unit, stepped: str) -> None:
    assert when.step(edtf, count, unit) == stepped


def test_times_sort_by_first_day_then_by_last() -> None:
    times = ["2000", "199X", "2000-07", "2000-01-01"]
    assert sorted(times, key=when.order_key) == ["199X", "2000-01-01", "2000", "2000-07"]
