"""The alarm of a dyad as text, and as a figure for the HTML pages."""

from dragoman.render.alarm.chart import draw_all, proofs_shown
from dragoman.render.alarm.text import print_alarm

__all__ = ["draw_all", "print_alarm", "proofs_shown"]
