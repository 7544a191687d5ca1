"""The relations of two states for the terminal, in the manner of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.render.citations import print_citations
from dragoman.render.relations.sheet import RelationsSheet
from dragoman.render.text import MOST_DATE, STYLES, _print_line, clean

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.render.parts import Section

MOST_REFS = 6
"""Numbers behind a line; more are in the HTML page and in the JSON."""

MOST_MONTHS = 24
"""Months printed, the latest ones."""


def print_sheet(sheet: RelationsSheet, console: Console) -> None:
    """Print the sheet at the console's width."""
    from rich.text import Text

    console.print(Text(clean(sheet.title), "bold"))
    console.print(Text(clean(" · ".join(sheet.subtitle)), "dim"))
    lines = [line for section in sheet.sections for line in section.lines]
    dates = max((len(line.date) for line in lines if len(line.date) <= MOST_DATE), default=0)
    for section in sheet.sections:
        console.print()
        console.print(Text(section.heading, f"bold {STYLES.get(section.key, '')}".strip()))
        _print_section(section, dates, console)
    if not sheet.sections:
        console.print("\nNeither record nor ledger knows of anything between the two.")
    _print_citations(sheet, console)
    for note in sheet.found.notes:
        console.print(Text(clean(note), "dim"))


def _print_section(section: Section, dates: int, console: Console) -> None:
    from rich.text import Text

    monthly = section.key == "months"
    shown = section.lines[:MOST_MONTHS] if monthly else section.lines
    for line in shown:
        notes = tuple(note for note in line.notes if note.words.startswith("not added")) if monthly else line.notes
        _print_line(replace(line, passages=line.passages[:MOST_REFS], notes=notes), dates, console)
    if len(section.lines) > len(shown):
        console.print(Text(f" {len(section.lines) - len(shown)} earlier months: see --html or --json", "dim"))


def _print_citations(sheet: RelationsSheet, console: Console) -> None:
    """Print what the numbers that were printed stand for."""
    shown = {number for section in sheet.sections for line in section.lines for number in line.passages[:MOST_REFS]}
    shown |= {n for section in sheet.sections for line in section.lines for note in line.notes for n in note.passages}
    print_citations(sheet.found.citations, shown, console)
