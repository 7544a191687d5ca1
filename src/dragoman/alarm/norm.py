"""The dyad's own past: its usual level and spread, where the bands begin by it, and in which band a day stands."""

from datetime import date

from dragoman.alarm.nouns import BandName, Norm, Threshold
from dragoman.alarm.series import PressureSeries, in_tenths
from dragoman.vocab.alarm import BandRule, Constants

NAMES: tuple[BandName, ...] = ("calm", "watch", "concern", "alarm")


def norm_on(series: PressureSeries, day: int, table: Constants) -> Norm:
    """Give the norm of a day (ordinal) out of the days before it; the floors alone if the past is too short."""
    begin = series.begin
    if begin is None or day - begin < max(table.past_least, table.past_step):
        floors = (Threshold(NAMES[n], rule.floor, "floor") for n, rule in enumerate(table.bands, 1))
        return Norm(thresholds=tuple(floors))
    usual, spread, days = _usual(series, day, begin, table)
    thresholds = (_threshold(n, rule, usual, spread) for n, rule in enumerate(table.bands, 1))
    since = date.fromordinal(days[-1]).isoformat()
    return Norm(usual=usual, spread=spread, since=since, samples=len(days), thresholds=tuple(thresholds))


def _usual(series: PressureSeries, day: int, begin: int, table: Constants) -> tuple[float, float, range]:
    """Give the median of the past (points), the mean distance from it, at least its share, and the days asked."""
    days = range(day - table.past_step, max(begin, day - table.past_days) - 1, -table.past_step)
    past = sorted(series.tenths[days[-1] - series.first : days[0] - series.first + 1 : table.past_step])
    middle = len(past) // 2
    usual = past[middle] if len(past) % 2 else (past[middle - 1] + past[middle]) / 2
    spread = max(sum([abs(p - usual) for p in past]) / len(past), table.spread_least * usual)
    return in_tenths(usual / 10) / 10, in_tenths(spread / 10) / 10, days


def _threshold(number: int, rule: BandRule, usual: float, spread: float) -> Threshold:
    height = in_tenths(usual + rule.spreads * spread) / 10
    if rule.floor < height < rule.ceiling:
        return Threshold(NAMES[number], height, "past")
    at_floor = height <= rule.floor
    return Threshold(NAMES[number], rule.floor if at_floor else rule.ceiling, "floor" if at_floor else "ceiling")


def band_on(series: PressureSeries, day: int, table: Constants) -> int:
    """Give the number of the band in which a day (ordinal) stands: 0 calm to 3 alarm."""
    tenths = series.at(day)
    if tenths < in_tenths(table.bands[0].floor):
        return 0
    return band_of(tenths, norm_on(series, day, table))


def band_of(tenths: int, norm: Norm) -> int:
    """Give the number of the band that a pressure (tenths of a point) stands in."""
    return sum(tenths >= in_tenths(threshold.points) for threshold in norm.thresholds)
