"""The alarm of a dyad as text, and as a figure for the HTML pages."""

from dragoman.render.alarm.chart import citations_shown, draw_all
from dragoman.render.alarm.text import print_alarm

__all__ = ["citations_shown", "draw_all", "print_alarm"]
