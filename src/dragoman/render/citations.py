"""Say what a citation is and where it comes from; print citations; find the way back to the lines on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.model.citation import Citation
from dragoman.render.dates import date_words
from dragoman.render.parts import Section
from dragoman.render.text import _print_entry, clean

if TYPE_CHECKING:
    from rich.console import Console

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def quote_words(citation: Citation) -> str:
    """Give a sentence as it stands, and an entry of the ledger with its days in words."""
    if citation.kind == "sentence":
        return f"“{citation.quote}”"
    return with_day_words(citation.quote)


def with_day_words(words: str) -> str:
    """Give words with the ISO days in them written out."""
    return _DAY.sub(lambda day: date_words(day[0]), words)


def origin_words(citation: Citation) -> str:
    """Name the document with its title and date, or the ledger's source."""
    if citation.document is None:
        return f"ledger: {citation.source}"
    head = citation.document
    title = f"“{head.title}”" if head.title else ""
    day = date_words(head.published) or "no date"
    return ", ".join(part for part in (head.source or "", title or f"document {head.id}", day) if part)


def print_citations(citations: Sequence[Citation], shown: Collection[int], console: Console) -> None:
    """Print the citations whose numbers are `shown`."""
    from rich.text import Text

    chosen = [citation for citation in citations if citation.number in shown]
    if chosen:
        console.print()
    margin = len(str(len(citations))) + 4
    for citation in chosen:
        words = Text(clean(quote_words(citation)))
        words.append(f"  {clean(origin_words(citation))}", "dim")
        _print_entry(Text(f"{f' [{citation.number}]':<{margin}} ", "bold"), words, (), console)
    if chosen:
        console.print()


def backs_of(sections: Iterable[Section]) -> dict[int, int]:
    """Give the first line that stands on each citation."""
    found: dict[int, int] = {}
    for section in sections:
        for line in section.lines:
            for number in (*line.passages, *(n for note in line.notes for n in note.passages)):
                found.setdefault(number, line.number)
    return found
