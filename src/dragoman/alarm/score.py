"""The alarm of a dyad: put together from interactions on record, as known on a day. No clock, no input or output."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.alarm.changes import fall, rise, still_open
from dragoman.alarm.norm import NAMES, band_of, band_on, norm_on
from dragoman.alarm.nouns import Alarm, DailyPressure, Norm
from dragoman.alarm.parts import parts_of
from dragoman.alarm.series import PressureSeries, in_tenths, series_of
from dragoman.alarm.weigh import Weighed, weigh_all
from dragoman.errors import UsageError
from dragoman.relations.nouns import Interaction
from dragoman.vocab import Vocabulary
from dragoman.vocab.alarm import Constants


def alarm(
    a: str,
    b: str,
    interactions: Sequence[Interaction],
    on: str,
    vocabulary: Vocabulary,
    *,
    table: Constants | None = None,
) -> Alarm:
    """Give the alarm of two states on the ISO day `on`, from interactions between them, with what was told by then.

    `table` are other constants than those of the vocabulary. Raises UsageError if `on` is no day.
    """
    day, table = _day(on), table or vocabulary.alarm
    weighed, left = weigh_all(interactions, table)
    told = [w for w in weighed if w.known <= day]
    series = series_of(told, day - 2 * table.past_days, day, table)
    norm, tenths = norm_on(series, day, table), series.at(day)
    band = band_of(tenths, norm)
    ahead = series_of(told, day - 2 * table.past_days, day + table.ahead_most, table) if band else series
    since, longer = _since(series, day, table)
    return Alarm(
        a=a, b=b, on=on, pressure=tenths / 10, band=NAMES[band], since=since, longer=longer,
        parts=parts_of(told, day, tenths, table), norm=norm, past=_past(series, day, table),
        fall=fall(ahead, day, table) if band else None,
        rise=rise(told, norm, day, tenths, table, vocabulary.events.intensities),
        apart=tuple(w.interaction for w in still_open(told, day, table) if not w.points),
        notes=tuple(_notes(left, len(weighed) - len(told), told, norm, on, table)),
    )  # fmt: skip


def _day(on: str) -> int:
    try:
        return date.fromisoformat(on).toordinal()
    except ValueError as error:
        raise UsageError(f"{on!r} is no day for an alarm; write it as 2024-06-19") from error


def _since(series: PressureSeries, day: int, table: Constants) -> tuple[str, bool]:
    """Give the first day of the unbroken stretch in the band of a day, and whether it may be older than that.

    What was before the first interaction on record is not known: the stretch begins with it at the earliest.
    """
    band, first = band_on(series, day, table), day
    oldest = max(day - table.past_days, min(day, series.begin or day))
    if band == 0:
        # Below the lowest floor it is calm, whatever the past: no need to ask it for each of these days.
        floor, tenths, start = in_tenths(table.bands[0].floor), series.tenths, series.first
        while first > oldest and tenths[first - 1 - start] < floor:
            first -= 1
    while first > oldest and band_on(series, first - 1, table) == band:
        first -= 1
    return date.fromordinal(first).isoformat(), day - first >= table.past_days


def _past(series: PressureSeries, day: int, table: Constants) -> tuple[DailyPressure, ...]:
    """Give the pressure over the years before a day, up to the day, from when the first interaction was known."""
    begin = max(day - table.past_days, min(day, series.begin or day))
    days = sorted(range(day, begin - 1, -table.chart_step))
    return tuple(DailyPressure(date.fromordinal(d).isoformat(), series.at(d) / 10) for d in days)


def _notes(
    left: Counter[str], later: int, told: Sequence[Weighed], norm: Norm, on: str, table: Constants
) -> Iterable[str]:
    """Say what was left out, and how much of a past there is."""
    for reason, count in sorted(left.items()):
        yield f"{_events(count)} {reason}"
    if later:
        yield f"{_events(later)} not told, or not begun, by {on}: not counted"
    if not told:
        yield "nothing on record between the two by then: calm, for all that is known"
    elif norm.usual is None:
        first = date.fromordinal(min(w.known for w in told)).isoformat()
        yield (
            f"on record only since {first}, less than {table.past_least} days before: what is usual between the two is "
            "not known, and the bands begin at their floors"
        )
    elif norm.usual == 0 and norm.spread == 0:
        yield f"no conflict on record in the {table.past_days} days before: the bands begin at their floors"


def _events(count: int) -> str:
    return f"{count} event{'' if count == 1 else 's'}"
