"""Lines in a terminal: dates in a column, sentences wrapped, dots leading to the numbers of what they stand on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.render.sheet import Cited, Section, SheetLine

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST_DATE = 19
"""Widest date column; a longer date runs on above its line."""

STYLES = {
    "happened": "green", "planned": "cyan", "expected": "cyan", "conditional": "yellow", "sought": "magenta",
    "claimed": "yellow", "possible": "yellow", "denied": "red", "negated": "red", "checks": "blue",
    "crossed": "red", "reported": "dark_orange", "hinted": "yellow", "conditional-only": "cyan", "clear": "green",
}  # fmt: skip
"""Colours of the headings by section."""


def clean(words: str) -> str:
    """Take out what steers a terminal or turns the direction of writing; a page is not to be trusted with either."""
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " if c in "\n\t" else "" for c in words
    )


def one_line(text: str, most: int | None = None) -> str:
    """Give a passage as one line that a terminal can show: no control signs, at most `most` characters."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"


def print_sections(sections: Sequence[Section], console: Console) -> None:
    """Print sections under their headings."""
    from rich.text import Text

    widths = (len(line.date) for section in sections for line in section.lines)
    dates = max((width for width in widths if width <= MOST_DATE), default=0)
    for section in sections:
        console.print()
        console.print(Text(section.heading, f"bold {STYLES.get(section.key, '')}".strip()))
        for line in section.lines[: section.most.lines]:
            _print_line(line, section, dates, console)
        left = len(section.lines) - (section.most.lines or len(section.lines))
        if left > 0:
            console.print(Text(f" {left} {section.rest}: see --html or --json", "dim"))


def _print_line(line: SheetLine, section: Section, dates: int, console: Console) -> None:
    from rich.text import Text

    words = Text(clean(line.words))
    if line.tag:
        words.append(f" ({line.tag})", "italic")
    if line.holder:
        words.append(f" — {clean(line.holder)}", "italic")
    if line.vouching:
        words.append(f"  {clean(line.vouching).upper()}", "bold")
    if len(line.date) > dates:
        console.print(Text(f" {line.date}", "dim"))
    date, citations = line.date if len(line.date) <= dates else "", line.citations[: section.most.citations]
    print_entry(Text(f" {date:<{dates}}  ", "dim"), words, citations, console)
    notes, margin = [note for note in line.notes if not note.detail], " " * (dates + 5)
    for note in notes[: section.most.notes]:
        shown = note.citations if note.citations != citations else ()
        print_entry(Text(margin), Text(clean(note.words), "dim"), shown, console)
    left = len(notes) - (section.most.notes or len(notes))
    if left > 0:
        console.print(Text(f"{margin}{left} more notes: see --html or --json", "dim"))


def print_entry(lead: Text, words: Text, citations: Sequence[int], console: Console) -> None:
    """Print words hanging behind their lead, and dots from their end to the numbers at the right edge."""
    from rich.text import Text

    numbers = "".join(f"[{number}]" for number in citations)
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


def print_citations(citations: Iterable[Cited], console: Console) -> None:
    """Print what numbers stand for, each behind its number."""
    from rich.text import Text

    shown = list(citations)
    margin = len(str(shown[-1].number)) + 4 if shown else 0
    for cited in shown:
        words = Text(clean(cited.words)).append(f"  {clean(cited.origin)}", "dim")
        print_entry(Text(f"{f' [{cited.number}]':<{margin}} ", "bold"), words, (), console)
