"""The parts of a sheet in the order of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.render.sheet import Sheet
from dragoman.render.text.alarms import print_alarm
from dragoman.render.text.lines import clean, print_citations, print_entry, print_sections
from dragoman.render.text.precedents import print_course, shown_numbers

if TYPE_CHECKING:
    from rich.console import Console


def print_sheet(sheet: Sheet, console: Console) -> None:
    """Print a sheet at the console's width, with what its numbers stand for."""
    from rich.text import Text

    console.print(Text(clean(sheet.title), "bold"))
    if sheet.about:
        console.print(Text(clean(" · ".join(sheet.about)), "dim"))
    if sheet.warning:
        console.print(Text(clean(f"!! {sheet.warning}"), "bold red"))
    if sheet.lead:
        console.print()
    for sentence in sheet.lead:
        print_entry(Text(), Text(clean(sentence.words), "bold"), sentence.citations, console)
    print_sections(sheet.sections, console)
    if sheet.tells_nothing():
        console.print(f"\n{sheet.nothing}")
    for at, alarm in enumerate(sheet.alarms):
        console.print()
        if not at:
            console.print(Text("ALARMS", "bold"))
        print_alarm(alarm, console)
    if sheet.course:
        print_course(sheet.course, console)
    _print_foot(sheet, console)


def _print_foot(sheet: Sheet, console: Console) -> None:
    """Print the citations whose numbers were printed, and the notes."""
    from rich.text import Text

    shown = _shown_numbers(sheet)
    citations = [cited for cited in sheet.citations if cited.number in shown]
    console.print()
    print_citations(citations, console)
    if citations:
        console.print()
    for note in sheet.notes:
        console.print(Text(clean(note), "dim"))


def _shown_numbers(sheet: Sheet) -> set[int]:
    """Give the numbers of what is printed; the rest of long lists is only in HTML and JSON."""
    found = shown_numbers(sheet.course) if sheet.course else set()
    for section in sheet.sections:
        for line in section.lines:
            found.update(line.citations[: section.most.citations])
            found.update(number for note in line.notes for number in note.citations)
    for alarm in sheet.alarms:
        found.update(number for line in alarm.lines() if not line.rest for number in line.citations)
    return found
