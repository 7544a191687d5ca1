"""The alarm as a drawing: pressure over time before the shades of the bands, and its parts as bars."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from dragoman.alarm.nouns import Alarm, PressurePart, Share
from dragoman.alarm.parts import RELIEF
from dragoman.render.alarm import words
from dragoman.render.axis import LEFT, RIGHT, Axis
from dragoman.render.dates import date_words
from dragoman.render.timeline import WIDTH, Tick

TOP, HEIGHT = 14.0, 150.0
"""Room above the plot, and its height."""

HEAD = 1.12
"""How much higher the plot reaches than what is drawn in it."""

ROOM = 34
"""Days of room right of today, for each 1000 days drawn, for the last point and its label."""

LEAST_DAYS = 180
"""Days that the axis has at the least, so that a young record is no cliff."""

LEAST_POINTS = 5
"""Points of the past that are worth a line: fewer are one jump, and the parts say all."""

NEAREST = 13.0
"""Distance of two labels of bands, so that they do not meet."""

MOST_DEEDS = 6
"""Deeds named in a part; the others stand in one line with all their numbers."""


class Shade(Struct, frozen=True):
    """A band: its stripe, its name with where it begins, and the height of that label."""

    name: str
    y: float
    height: float
    label: str
    label_y: float
    current: bool


class AlarmLine(Struct, frozen=True):
    """A line below a part, or one of what would change it: points, date, words, and numbers of what it stands on."""

    points: str
    date: str
    words: str
    citations: tuple[int, ...] = ()


class AlarmBar(Struct, frozen=True):
    """A part: its name, its points, how long its bar is (0 to 100), and its interactions, the heaviest first."""

    name: str
    points: str
    length: float
    relief: bool
    count: str
    interactions: tuple[AlarmLine, ...]


class Chart(Struct, frozen=True, kw_only=True):
    """The figure; without its plot where the past is too short for one (`plotted`).

    `line` and `area` are paths; the point of today stands at `x`, `y`.
    """

    title: str
    headline: str
    band: str
    plotted: bool
    norm: str
    left: float
    right: float
    width: float
    height: float
    foot: float
    shades: tuple[Shade, ...]
    line: str
    area: str
    ticks: tuple[Tick, ...]
    x: float
    y: float
    label: str
    today: str
    bars: tuple[AlarmBar, ...]
    total: str
    changes: tuple[AlarmLine, ...]
    apart: tuple[AlarmLine, ...]
    notes: tuple[str, ...]


def draw(alarm: Alarm) -> Chart | None:
    """Draw an alarm; None if nothing that counts was on record by its day."""
    if not alarm.parts and len(alarm.past) < 2:
        return None
    days = [(date.fromisoformat(point.day), point.points) for point in alarm.past]
    axis = _axis(days[0][0], days[-1][0])
    most = HEAD * max(alarm.norm.thresholds[-1].points, *(points for _, points in days))
    spots = [(axis.at(day), _y(points, most)) for day, points in days]
    x, y = spots[-1]
    foot = TOP + HEIGHT
    line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
    return Chart(
        title=words.title(alarm), headline=words.headline(alarm), band=alarm.band,
        plotted=len(alarm.past) >= LEAST_POINTS, norm=words.norm_words(alarm.norm),
        left=LEFT, right=RIGHT, width=WIDTH, height=foot + 24, foot=foot, shades=tuple(_shades(alarm, most)),
        line=line, area=f"{line}V{foot}H{spots[0][0]:.1f}Z", ticks=axis.ticks(), x=x, y=y,
        label=words.points_words(alarm.pressure), today=date_words(alarm.on), bars=tuple(_bars(alarm.parts)),
        total=words.points_words(alarm.pressure), changes=tuple(changes(alarm)),
        apart=tuple(AlarmLine("", words.day_words(one), words.apart_words(one), one.citations) for one in alarm.apart),
        notes=alarm.notes,
    )  # fmt: skip


def draw_all(alarms: Iterable[Alarm]) -> tuple[tuple[Chart, ...], tuple[str, ...]]:
    """Draw several alarms; those of which there is nothing to draw are given in words."""
    drawn = [(alarm, draw(alarm)) for alarm in alarms]
    quiet = (f"{words.title(alarm)}: {words.headline(alarm)}" for alarm, chart in drawn if not chart)
    return tuple(chart for _, chart in drawn if chart), tuple(quiet)


def citations_shown(alarm: Alarm, most: int | None = MOST_DEEDS) -> set[int]:
    """Give the numbers of what an alarm shows: `most` interactions of each part (None: all), those apart, and plans."""
    interactions = [share.interaction for part in alarm.parts for share in part.shares[:most]] + list(alarm.apart)
    interactions += [plan.interaction for plan in alarm.rise.plans] if alarm.rise else []
    return {number for interaction in interactions for number in interaction.citations}


def _axis(first: date, last: date) -> Axis:
    days = max(LEAST_DAYS, last.toordinal() - first.toordinal())
    return Axis(last.toordinal() - days, last.toordinal() + max(1, days * ROOM // 1000))


def _y(points: float, most: float) -> float:
    return TOP + HEIGHT * (1 - points / most)


def _shades(alarm: Alarm, most: float) -> list[Shade]:
    """Give the stripes from below to above, their labels pushed apart where the bands are thin."""
    starts = [("calm", 0.0), *((t.band, t.points) for t in alarm.norm.thresholds)]
    tops = [points for _, points in starts[1:]] + [most]
    found: list[Shade] = []
    free = TOP + HEIGHT + NEAREST
    for (name, points), top in zip(starts, tops, strict=True):
        y, bottom = _y(top, most), _y(points, most)
        label_y = min((y + bottom) / 2 + 4, free - NEAREST)
        label = f"{name} from {words.points_words(points)}" if points else name
        found.append(Shade(name, y, bottom - y, label, label_y, name == alarm.band))
        free = label_y
    return found


def _bars(parts: Sequence[PressurePart]) -> list[AlarmBar]:
    most = max((abs(part.points) for part in parts), default=1.0) or 1.0
    return [
        AlarmBar(
            name=words.part_name(part), points=words.signed_words(part.points), length=100 * abs(part.points) / most,
            relief=part.kind == RELIEF, count=words.count_words(part), interactions=_interactions(part.shares),
        )
        for part in parts
    ]  # fmt: skip


def _interactions(shares: Sequence[Share]) -> tuple[AlarmLine, ...]:
    named = [
        AlarmLine(
            words.signed_words(s.points), words.day_words(s.interaction), words.share_words(s), s.interaction.citations
        )
        for s in shares[:MOST_DEEDS]
    ]
    rest = shares[MOST_DEEDS:]
    if rest:
        points = sum(round(share.points * 10) for share in rest) / 10
        citations = tuple(dict.fromkeys(number for share in rest for number in share.interaction.citations))
        named.append(AlarmLine(words.signed_words(points), "", f"{len(rest)} more, each of fewer points", citations))
    return tuple(named)


def changes(alarm: Alarm) -> list[AlarmLine]:
    """Give what would change the alarm, the way down first."""
    plans, rest = words.plans_shown(alarm)
    lines = [AlarmLine("down", "", words.down_words(alarm)), AlarmLine("up", "", words.up_words(alarm))]
    lines += [
        AlarmLine("up", words.day_words(p.interaction), words.plan_words(p, alarm), p.interaction.citations)
        for p in plans
    ]
    return [line for line in [*lines, AlarmLine("up", "", rest)] if line.words]
