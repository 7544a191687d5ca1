"""The alarm of two states in a terminal, in the manner of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.render.sheet import AlarmSheet, PointsBar, PointsLine
from dragoman.render.text.lines import clean, print_entry

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = {"calm": "green", "watch": "yellow", "concern": "dark_orange", "alarm": "bold red"}
"""Colours of the bands."""

MOST_CITATIONS = 6
"""Numbers behind a line; more are in the HTML page and in the JSON."""

MARGIN = 9
"""Columns of the points."""


def print_alarm(alarm: AlarmSheet, console: Console) -> None:
    """Print band and pressure, the parts with their interactions, what is usual, and what would change it."""
    from rich.text import Text

    head = Text(f"{clean(alarm.title)}: ", "bold")
    console.print(head.append(clean(alarm.headline), STYLES[alarm.band]))
    print_entry(Text(), Text(clean(alarm.norm), "dim"), (), console)
    for part in alarm.parts:
        _print_part(part, console)
    for style, lines in (("", alarm.changes), ("dim", alarm.apart)):
        for line in lines:
            _print_points(_lead(line.points, "dim"), line, style, console)
    for note in alarm.notes:
        print_entry(_lead("", "dim"), Text(clean(note), "dim"), (), console)


def _print_part(part: PointsBar, console: Console) -> None:
    from rich.text import Text

    name = Text(clean(part.name), "bold").append(f"  {part.count}", "dim not bold")
    print_entry(_lead(part.points, "bold"), name, (), console)
    for line in part.lines:
        lead = Text(" " * 4).append_text(_lead(line.points, "dim"))
        if line.rest:
            print_entry(lead, Text(f"{line.words}: see --html or --json", "dim"), (), console)
        else:
            _print_points(lead, line, "", console)


def _print_points(lead: Text, line: PointsLine, style: str, console: Console) -> None:
    from rich.text import Text

    said = f"{line.date}: {line.words}" if line.date else line.words
    print_entry(lead, Text(clean(said), style), line.citations[:MOST_CITATIONS], console)


def _lead(said: str, style: str) -> Text:
    from rich.text import Text

    return Text(f"{said:>{MARGIN - 2}}  ", style)
