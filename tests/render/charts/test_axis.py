"""The axis that charts of two states share."""

from dragoman.render.charts.axis import LEFT
from dragoman.render.charts.svg import LETTER
from dragoman.vocab import shipped


def test_the_longest_rung_has_room_before_the_axis() -> None:
    longest = max(len(rung.name) for rung in shipped().levels.rungs)

    assert longest * LETTER <= LEFT - 10
