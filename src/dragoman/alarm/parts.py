"""The pressure taken apart: by PLOVER type, interaction by interaction, rounded so that what is printed adds up."""

import math
from collections.abc import Sequence

from dragoman.alarm.nouns import PressurePart, Share
from dragoman.alarm.series import relief
from dragoman.alarm.weigh import Weighed
from dragoman.vocab.alarm import Constants

RELIEF = "relief"
"""The name of the part that holds all cooperation."""


def sums(weighed: Sequence[Weighed], day: int, table: Constants) -> tuple[float, float]:
    """Give the points of conflict and of cooperation (above zero, before any share is taken) on a day (ordinal)."""
    points = [w.points * w.fresh(day, table.half_life) for w in weighed]
    return math.fsum(p for p in points if p > 0), -math.fsum(p for p in points if p < 0)


def parts_of(weighed: Sequence[Weighed], day: int, tenths: int, table: Constants) -> tuple[PressurePart, ...]:
    """Give the parts of a pressure (tenths of a point) on a day: the heaviest first, relief last."""
    conflict, cooperation = sums(weighed, day, table)
    share = relief(conflict, cooperation, table) / cooperation if cooperation else 0.0
    groups: dict[str, list[Weighed]] = {}
    for one in weighed:
        if one.points:
            groups.setdefault(one.interaction.event_type if one.points > 0 else RELIEF, []).append(one)
    exact = {kind: math.fsum(_exact(w, day, share, table) for w in group) for kind, group in groups.items()}
    kinds = sorted(groups, key=lambda kind: (kind == RELIEF, -exact[kind], kind))
    rounded = add_up([exact[kind] for kind in kinds], tenths)
    found = (_part(kind, groups[kind], day, share, t, table) for kind, t in zip(kinds, rounded, strict=True))
    return tuple(part for part in found if part.shares)


def _exact(weighed: Weighed, day: int, share: float, table: Constants) -> float:
    return weighed.points * weighed.fresh(day, table.half_life) * (share if weighed.points < 0 else 1.0)


def _part(kind: str, group: Sequence[Weighed], day: int, share: float, tenths: int, table: Constants) -> PressurePart:
    rounded = add_up([_exact(w, day, share, table) for w in group], tenths)
    shown = [
        Share(
            interaction=w.interaction, points=t / 10, weight=w.weight, told=w.told, fresh=w.fresh(day, table.half_life),
            relief=share if kind == RELIEF else 1.0,
        )
        for w, t in zip(group, rounded, strict=True) if t
    ]  # fmt: skip
    shown.sort(key=lambda s: (-abs(s.points), s.interaction.when or "", s.interaction.citations))
    return PressurePart(kind=kind, points=tenths / 10, shares=tuple(shown), faded=len(group) - len(shown))


def add_up(exact: Sequence[float], tenths: int) -> list[int]:
    """Round points to tenths so that they add up to `tenths`: those cut off most are rounded up first."""
    lower = [math.floor(points * 10) for points in exact]
    missing = tenths - sum(lower)
    order = sorted(range(len(exact)), key=lambda n: (lower[n] - exact[n] * 10, n))
    for n in order[:missing]:
        lower[n] += 1
    return lower
