"""The brief for the terminal: dates in a column, sentences wrapped, dots leading to the number of the passage."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dragoman.render.parts import Brief, BriefLine

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST_DATE = 19
"""Widest date column; a longer date runs on above its line."""

STYLES = {
    "happened": "green", "planned": "cyan", "expected": "cyan", "conditional": "yellow", "sought": "magenta",
    "possible": "yellow", "denied": "red", "negated": "red", "checks": "blue",
}  # fmt: skip
"""Colours of the headings by section."""


def clean(words: str) -> str:
    """Take out what steers a terminal or turns the direction of writing; a page is not to be trusted with either."""
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " if c in "\n\t" else "" for c in words
    )


def print_brief(brief: Brief, console: Console) -> None:
    """Print a brief at the console's width."""
    from rich.text import Text

    for words, style in _head(brief):
        console.print(Text(clean(words), style), soft_wrap=False)
    dates = max((len(line.date) for line in brief.lines() if len(line.date) <= MOST_DATE), default=0)
    for section in brief.sections:
        console.print()
        console.print(Text(section.heading, f"bold {STYLES.get(section.key, '')}".strip()))
        for line in section.lines:
            _print_line(line, dates, console)
    if not brief.sections and brief.warning is None:
        console.print()
        console.print("No event, treaty or level of relations was read on this page.")
    _print_passages(brief, console)
    for notice in brief.notices:
        console.print(Text(clean(notice), "dim"))


def _head(brief: Brief) -> list[tuple[str, str]]:
    head = [(brief.title, "bold"), (" · ".join(brief.subtitle), "dim")]
    return [*head, (f"!! {brief.warning}", "bold red")] if brief.warning else head


def _print_line(line: BriefLine, dates: int, console: Console) -> None:
    from rich.text import Text

    words = Text(clean(line.words))
    if line.tag:
        words.append(f" ({line.tag})", "italic")
    if line.holder:
        words.append(f" — {clean(line.holder)}", "italic")
    if len(line.date) > dates:
        console.print(Text(f" {line.date}", "dim"))
    date = line.date if len(line.date) <= dates else ""
    _print_entry(Text(f" {date:<{dates}}  ", "dim"), words, line.passages, console)
    for note in line.notes:
        shown = note.passages if note.passages != line.passages else ()
        _print_entry(Text(" " * (dates + 5)), Text(clean(note.words), "dim"), shown, console)


def _print_entry(lead: Text, words: Text, passages: tuple[int, ...], console: Console) -> None:
    """Print words hanging behind their lead, and dots from their end to the numbers at the right edge."""
    from rich.text import Text

    numbers = "".join(f"[{number}]" for number in passages)
    room = max(20, console.width - lead.cell_len - len(numbers) - 2)
    wrapped = list(words.wrap(console, room))
    for at, row in enumerate(wrapped):
        row.rstrip()
        out = Text.assemble(lead if at == 0 else " " * lead.cell_len, row)
        if at == len(wrapped) - 1 and numbers:
            gap = console.width - out.cell_len - len(numbers)
            out.append(" " + "." * (gap - 2) + " " if gap > 2 else " " * max(1, gap), "dim")
            out.append(numbers, "bold")
        console.print(out, no_wrap=True, overflow="ignore", crop=False)


def _print_passages(brief: Brief, console: Console) -> None:
    from rich.text import Text

    console.print()
    margin = len(str(len(brief.passages))) + 4
    for passage in brief.passages:
        lead = Text(f"{f' [{passage.number}]':<{margin}} ", "bold")
        words = Text(f"“{clean(passage.quote)}”").append(f"  ¶{passage.paragraph}", "dim")
        _print_entry(lead, words, (), console)
    if brief.passages:
        console.print()
