"""The watch for the terminal, in the manner of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.render.alarm import print_alarm
from dragoman.render.citations import print_citations
from dragoman.render.text import _print_line, clean
from dragoman.render.watch.sheet import numbers_shown, sheet
from dragoman.watch.nouns import Watch

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {
    "moved": "bold", "crossed": "red", "reported": "dark_orange", "hinted": "yellow", "conditional-only": "cyan",
    "clear": "green",
}  # fmt: skip
"""Colours of the headings by section."""

MOST_NOTES = 14
"""Notes printed below a line; more are in the HTML page and in the JSON."""


def print_watch(watch: Watch, console: Console) -> None:
    """Print what moved, the lines by status, the alarms, and what the numbers stand for."""
    from rich.text import Text

    arranged = sheet(watch)
    console.print(Text("The watch", "bold"))
    console.print(Text(clean(" · ".join(arranged.subtitle)), "dim"))
    lines = [line for section in arranged.sections for line in section.lines]
    dates = max((len(line.date) for line in lines), default=0)
    for section in arranged.sections:
        console.print()
        console.print(Text(section.heading, f"bold {STYLES[section.key]}"))
        for line in section.lines:
            more = len(line.notes) - MOST_NOTES
            _print_line(replace(line, notes=line.notes[:MOST_NOTES]), dates, console)
            if more > 0:
                console.print(Text(f"{' ' * (dates + 5)}{more} more notes: see --html or --json", "dim"))
    if watch.alarms:
        console.print()
        console.print(Text("ALARMS", "bold"))
    for at, alarm in enumerate(watch.alarms):
        if at:
            console.print()
        print_alarm(alarm, console)
    print_citations(watch.citations, numbers_shown(arranged.sections, watch.alarms), console)
    for note in watch.notes:
        console.print(Text(clean(note), "dim"))
