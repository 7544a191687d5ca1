"""The alarm of a dyad as text, and as a figure for the HTML pages."""

from dragoman.brief.alarm.chart import draw_all, proofs_shown
from dragoman.brief.alarm.text import print_alarm

__all__ = ["draw_all", "print_alarm", "proofs_shown"]
