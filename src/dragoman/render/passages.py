"""Number the passages that the claims stand on, in the order of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from dragoman.model.document import Evidence
from dragoman.model.reading import Reading
from dragoman.render.parts import Passage

BREAK = re.compile(r"\n[ \t]*\n\s*")
"""What parts two paragraphs."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Give the spans of the paragraphs of `text`, blank ones left out."""
    spans, start = [], 0
    for gap in [*BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            spans.append((start, end))
        start = gap.end() if gap else end
    return spans


class Passages:
    """All passages of a reading. Evidence that overlaps is one passage, so that none is marked twice."""

    def __init__(self, reading: Reading) -> None:
        """Join the spans of all evidence in the reading."""
        text = reading.document.text
        self._starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted((e.start, e.end) for e in _evidence(reading) if e.start < e.end):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                self._starts.append(start)
                ends.append(end)
        begins = [start for start, _ in paragraphs(text)]
        self.all = tuple(
            Passage(number, start, end, text[start:end], max(1, bisect_right(begins, start)))
            for number, (start, end) in enumerate(zip(self._starts, ends, strict=True), 1)
        )

    def number(self, evidence: Evidence) -> tuple[int, ...]:
        """Give the number of the passage that holds the evidence; none for evidence of no length."""
        at = bisect_right(self._starts, evidence.start)
        return (at,) if evidence.start < evidence.end else ()


def _evidence(reading: Reading) -> Iterable[Evidence]:
    yield from (event.evidence for event in reading.events)
    yield from (claim.evidence for claim in reading.ordinals)
    yield from (claim.evidence for claim in reading.levels)
    yield from (check.evidence for check in reading.checks)
    for treaty in reading.treaties:
        yield treaty.evidence
        yield from (clause.evidence for clause in treaty.clauses)
