"""Red lines and alarms as text, and as one HTML page."""

from dragoman.render.watch.html import render
from dragoman.render.watch.text import print_watch

__all__ = ["print_watch", "render"]
