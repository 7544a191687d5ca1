"""The alarm of two states as a drawing: pressure over time before the shades of the bands."""

from collections.abc import Iterator
from datetime import date

from dragoman.alarm.nouns import Alarm
from dragoman.render.charts import svg
from dragoman.render.charts.axis import LEFT, RIGHT, Axis, row_name
from dragoman.render.charts.svg import Figure, Shape
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import dyad_words
from dragoman.render.words.watch import points_words, threshold_words
from dragoman.vocab import Vocabulary

TOP, HEIGHT = 14.0, 150.0
"""Room above the plot, and its height."""

FOOT = TOP + HEIGHT
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


def pressure(alarm: Alarm, vocabulary: Vocabulary) -> Figure | None:
    """Draw the pressure over time; None where the past is too short to be drawn."""
    if len(alarm.past) < LEAST_POINTS:
        return None
    days = [(date.fromisoformat(point.day), point.points) for point in alarm.past]
    axis = _axis(days[0][0], days[-1][0])
    most = HEAD * max(alarm.norm.thresholds[-1].points, *(points for _, points in days))
    spots = [(axis.at(day), _y(points, most)) for day, points in days]
    (first, _), (x, y) = spots[0], spots[-1]
    line = [part for at, height in spots for part in ("L", at, height)]
    now = points_words(alarm.pressure)
    shapes = [
        *_bands(alarm, most),
        svg.path("area", "M", *line[1:], "V", FOOT, "H", first, "Z"),
        svg.path("pressure", "M", *line[1:]),
        *axis.drawn(FOOT),
        svg.circle(f"today {alarm.band}", x, y, 5, title=f"{date_words(alarm.on)}: {now}"),
        svg.text("pressure-now", x - 9, max(y - 9, 12), now, anchor="end"),
    ]
    label = f"Pressure between {dyad_words(alarm.a, alarm.b, vocabulary)} over time"
    return Figure(label=label, height=FOOT + 24, shapes=tuple(shapes))


def _axis(first: date, last: date) -> Axis:
    days = max(LEAST_DAYS, last.toordinal() - first.toordinal())
    return Axis(last.toordinal() - days, last.toordinal() + max(1, days * ROOM // 1000))


def _y(points: float, most: float) -> float:
    return TOP + HEIGHT * (1 - points / most)


def _bands(alarm: Alarm, most: float) -> Iterator[Shape]:
    """Draw the stripes from below to above, their labels pushed apart where the bands are thin."""
    bands = [("calm", 0.0, "calm"), *((t.band, t.points, threshold_words(t)) for t in alarm.norm.thresholds)]
    tops = [points for _, points, _ in bands[1:]] + [most]
    free = FOOT + NEAREST
    for (name, points, label), top in zip(bands, tops, strict=True):
        y, bottom = _y(top, most), _y(points, most)
        yield svg.rect(f"shade {name}", LEFT, y, RIGHT - LEFT, bottom - y)
        free = min((y + bottom) / 2 + 4, free - NEAREST)
        yield row_name(free, label, known=name == alarm.band)
