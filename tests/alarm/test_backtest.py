"""The back-test on an invented small history."""

from datetime import date

import pytest

from dragoman.alarm.backtest import DyadHistory, DyadMonth, month_ends, rows_of, score, separation
from dragoman.vocab import shipped
from tests.alarm.interactions import alarm_of, interaction


def history() -> DyadHistory:
    """Two disputes: one in January 2001, one that begins in May 2001 after a spring of threats."""
    return DyadHistory(
        a="GRC", b="TUR", begin="2000-12-01", end="2001-12-31", onsets=("2001-01-10", "2001-05-15"),
        busy=(("2001-01-10", "2001-02-05"), ("2001-05-15", "2001-07-02")),
        interactions=(
            interaction("MOBILIZE", "2001-01-10"), interaction("ASSAULT", "2001-02-05"),
            *(interaction("THREATEN", f"2001-04-{day:02}") for day in (3, 9, 20)),
            interaction("MOBILIZE", "2001-05-15"), interaction("ASSAULT", "2001-07-02"),
        ),
    )  # fmt: skip


def row(
    day: str, *, band: int = 0, ahead: int | None = None, dyad: str = "GRC-TUR", pressure: float = 0.0
) -> DyadMonth:
    return DyadMonth(dyad=dyad, day=day, band=band, pressure=pressure, month=0, year=0, ahead=ahead, rival=False)


def standing(found: DyadMonth) -> bool:
    return found.band >= 2


def test_a_dyad_is_asked_from_its_first_interaction_on_and_not_while_a_dispute_goes_on():
    days = [found.day for found in rows_of(history(), shipped().alarm)]

    assert days[:4] == ["2001-02-28", "2001-03-31", "2001-04-30", "2001-07-31"]
    assert days[-1] == "2001-12-31"


@pytest.mark.parametrize("number", range(9))
def test_a_row_says_what_the_alarm_says_with_what_was_told_by_then(number: int):
    found = rows_of(history(), shipped().alarm)[number]
    known = [d for d in history().interactions if d.published is not None and d.published <= found.day]
    then = alarm_of(known, found.day)

    assert (found.pressure, ("calm", "watch", "concern", "alarm")[found.band]) == (then.pressure, then.band)


def test_a_row_counts_the_conflict_of_the_last_month_and_year():
    april = rows_of(history(), shipped().alarm)[2]

    assert (april.day, april.month, april.year, april.ahead) == ("2001-04-30", 3, 5, 15)


def test_a_dyad_without_interactions_is_not_asked():
    assert (
        rows_of(
            DyadHistory(a="GRC", b="TUR", begin="2001-01-01", end="2001-12-31", interactions=(), onsets=()),
            shipped().alarm,
        )
        == []
    )


def test_hits_and_alarms_for_nothing_are_counted():
    found = score(
        [row("2001-01-31", band=3, ahead=200), row("2001-02-28", ahead=100), row("2001-03-31", band=2, ahead=60)],
        90, standing,
    )  # fmt: skip

    assert (found.months, found.stood, found.followed, found.hits) == (3, 2, 1, 1)
    assert found.share_for_nothing == 0.5


def test_a_dispute_was_warned_of_if_the_sign_stood_once_before_it():
    found = score(
        [row("2001-01-31", band=2, ahead=60), row("2001-02-28", ahead=32), row("2001-02-28", ahead=9, dyad="FRA-ITA")],
        90, standing,
    )  # fmt: skip

    assert (found.onsets, found.warned, found.share_warned) == (2, 1, 0.5)


def test_always_calm_warns_of_nothing_and_is_never_wrong():
    found = score([row("2001-01-31", ahead=10)], 90, lambda _: False)

    assert (found.share_warned, found.share_for_nothing) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("before", "calm", "share"),
    [((5.0,), (1.0, 2.0), 1.0), ((1.0,), (1.0,), 0.5), ((1.0,), (2.0,), 0.0), ((), (1.0,), 0.5)],
)
def test_separation_is_the_chance_that_the_month_before_a_dispute_stands_higher(
    before: tuple[float, ...], calm: tuple[float, ...], share: float
):
    rows = [row("2001-01-31", pressure=height, ahead=5) for height in before]
    rows += [row("2001-01-31", pressure=height) for height in calm]

    assert separation(rows, 90, lambda found: found.pressure) == share


def test_months_end_on_their_last_days():
    ends = [date.fromordinal(day).isoformat() for day in month_ends("1999-12-05", "2000-03-30")]

    assert ends == ["1999-12-31", "2000-01-31", "2000-02-29"]
