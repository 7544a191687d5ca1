"""The lead of a brief: its weightiest lines said again on top, and nothing that no line below carries."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.render.sheet import LeadSentence, Section, SheetLine
from dragoman.render.words.names import capital

MOST = 2
"""Sentences of a lead."""

TOLD = ("happened", "planned", "claimed", "expected", "denied", "conditional", "sought", "possible", "negated")
"""Sections that a lead is made of."""


def lead(sections: Sequence[Section]) -> tuple[LeadSentence, ...]:
    """Make the lead: the weightiest line, and with it or after it the next one that tells another thing.

    Two lines on the same sides are one sentence. A brief of one line has no lead, which would say it again.
    """
    lines = [line for section in sections if section.key in TOLD for line in section.lines]
    if len(lines) < MOST:
        return ()
    chosen = sorted(lines, key=lambda line: (-line.weight, line.number))[:MOST]
    if len(chosen) == MOST and set(chosen[0].actors) == set(chosen[1].actors):
        return (_sentence(chosen),)
    return tuple(_sentence([line]) for line in chosen)


def _sentence(lines: Sequence[SheetLine]) -> LeadSentence:
    words = "; ".join(_with_source(line) for line in lines)
    numbers = dict.fromkeys(number for line in lines for number in line.citations)
    return LeadSentence(f"{capital(words)}.", tuple(line.number for line in lines), tuple(numbers))


def _with_source(line: SheetLine) -> str:
    """Say a line with who says so: "…, claimed by Armenia"."""
    return f"{line.words}, {line.vouching}" if line.vouching else line.words
