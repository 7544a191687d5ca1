"""The pressure of a dyad day by day, as known on each day. Worked out once, in whole tenths of a point."""

from collections.abc import Sequence

from msgspec import Struct

from dragoman.alarm.weigh import Weighed
from dragoman.vocab.alarm import Constants

BILLION = 10**9


class PressureSeries(Struct, frozen=True):
    """Pressure in tenths of a point for each day from the ordinal `first`; `begin`: when something was first known."""

    first: int
    tenths: list[int]
    begin: int | None

    def at(self, day: int) -> int:
        """Give the pressure of a day (ordinal) in tenths."""
        return self.tenths[day - self.first]


def pressure(conflict: float, cooperation: float, table: Constants) -> float:
    """Give the points that are left of conflict (points) when cooperation (points, above zero) has brought relief."""
    return conflict - relief(conflict, cooperation, table)


def relief(conflict: float, cooperation: float, table: Constants) -> float:
    """Give the points that cooperation takes away: its share, but no more than the share of the conflict."""
    return min(table.relief_share * cooperation, table.relief_most * conflict)


def in_tenths(points: float) -> int:
    """Round points to whole tenths."""
    return round(points * 10)


def series_of(weighed: Sequence[Weighed], first: int, last: int, table: Constants) -> PressureSeries:
    """Give the pressure of each day from `first` to `last` (ordinals), with what is known on each of them."""
    begin = min((w.known for w in weighed), default=None)
    joins, holds = _joins(weighed, first, table), _holds(weighed, first)
    keep, share, most = 2.0 ** (-1 / table.half_life), table.relief_share, table.relief_most
    conflict = cooperation = held = kept = 0.0
    start = last + 1 if begin is None else min(max(first, begin), last + 1)
    tenths = [0] * (start - first)
    for day in range(start, last + 1):
        conflict, cooperation = conflict * keep, cooperation * keep
        if day in joins:
            conflict, cooperation = conflict + joins[day][0], cooperation + joins[day][1]
        if day in holds:
            held, kept = holds[day]
        above, below = conflict + held, share * (cooperation + kept)
        ceiling = most * above
        tenths.append(round(10 * (above - (below if below < ceiling else ceiling))))
    return PressureSeries(first, tenths, begin)


def _joins(weighed: Sequence[Weighed], first: int, table: Constants) -> dict[int, tuple[float, float]]:
    """Give the points of conflict and of cooperation that begin to fade on a day."""
    found: dict[int, tuple[float, float]] = {}
    for one in weighed:
        day = max(one.known, one.fades, first)
        points = one.points * one.fresh(day, table.half_life)
        conflict, cooperation = found.get(day, (0.0, 0.0))
        found[day] = (conflict + max(points, 0.0), cooperation + max(-points, 0.0))
    return found


def _holds(weighed: Sequence[Weighed], first: int) -> dict[int, tuple[float, float]]:
    """Give what lies ahead and does not fade yet, as conflict and cooperation, by the days on which it changes.

    It is added up in whole billionths of a point, so that what leaves takes away just what it brought.
    """
    turns: dict[int, list[int]] = {}
    for one in weighed:
        if max(one.known, first) < one.fades:
            points = round(one.points * BILLION)
            for day, sign in ((max(one.known, first), 1), (one.fades, -1)):
                turn = turns.setdefault(day, [0, 0])
                turn[points < 0] += sign * abs(points)
    found: dict[int, tuple[float, float]] = {}
    conflict = cooperation = 0
    for day, (more, relieved) in sorted(turns.items()):
        conflict, cooperation = conflict + more, cooperation + relieved
        found[day] = (conflict / BILLION, cooperation / BILLION)
    return found
