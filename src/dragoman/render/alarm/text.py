"""The alarm of a dyad for the terminal, in the manner of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.render.alarm import words
from dragoman.render.alarm.chart import MOST_DEEDS, changes
from dragoman.render.text import _print_entry, clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.alarm.nouns import Alarm, PressurePart

STYLES = {"calm": "green", "watch": "yellow", "concern": "dark_orange", "alarm": "bold red"}
"""Colours of the bands."""

MOST_REFS = 6
"""Numbers behind a line; more are in the HTML page and in the JSON."""

MARGIN = 9
"""Columns of the points."""


def print_alarm(alarm: Alarm, console: Console) -> None:
    """Print band and pressure, the parts with their interactions, what is usual, and what would change it."""
    from rich.text import Text

    head = Text(f"{clean(words.title(alarm))}: ", "bold")
    console.print(head.append(clean(words.headline(alarm)), STYLES[alarm.band]))
    _print_entry(Text(), Text(clean(words.norm_words(alarm.norm)), "dim"), (), console)
    for part in alarm.parts:
        _print_part(part, console)
    for line in changes(alarm):
        said = f"{line.date}: {line.words}" if line.date else line.words
        _print_entry(_lead(line.points, "dim"), Text(clean(said)), line.citations[:MOST_REFS], console)
    for interaction in alarm.apart:
        said = f"{words.day_words(interaction)}: {words.apart_words(interaction)}"
        _print_entry(_lead("0", "dim"), Text(clean(said), "dim"), interaction.citations[:MOST_REFS], console)
    for note in alarm.notes:
        _print_entry(_lead("", "dim"), Text(clean(note), "dim"), (), console)


def _print_part(part: PressurePart, console: Console) -> None:
    from rich.text import Text

    name = Text(clean(words.part_name(part)), "bold").append(f"  {words.count_words(part)}", "dim not bold")
    _print_entry(_lead(words.signed_words(part.points), "bold"), name, (), console)
    for share in part.shares[:MOST_DEEDS]:
        said = f"{words.day_words(share.interaction)}: {words.share_words(share)}"
        lead = Text(" " * 4).append_text(_lead(words.signed_words(share.points), "dim"))
        _print_entry(lead, Text(clean(said)), share.interaction.citations[:MOST_REFS], console)
    rest = part.shares[MOST_DEEDS:]
    if rest:
        points = sum(round(share.points * 10) for share in rest) / 10
        lead = Text(" " * 4).append_text(_lead(words.signed_words(points), "dim"))
        _print_entry(lead, Text(f"{len(rest)} more, each of fewer points: see --html or --json", "dim"), (), console)


def _lead(said: str, style: str) -> Text:
    from rich.text import Text

    return Text(f"{said:>{MARGIN - 2}}  ", style)
