"""Red lines and alarms as text, and as one HTML page."""

from dragoman.brief.watch.html import render
from dragoman.brief.watch.text import print_watch

__all__ = ["print_watch", "render"]
