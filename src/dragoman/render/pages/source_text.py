"""The text of a document: its passages numbered in the order of the text, and marked in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dragoman.model.document import Document, Evidence
from dragoman.model.reading import Reading
from dragoman.render.sheet import Cited, MarkedSpan, MarkedText, SheetLine

BREAK = re.compile(r"\n[ \t]*\n\s*")
"""What parts two paragraphs."""

Span = tuple[int, int]
"""Start and end, in characters of the text."""


def paragraphs(text: str) -> list[Span]:
    """Give the spans of the paragraphs of `text`, blank ones left out."""
    spans, start = [], 0
    for gap in [*BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            spans.append((start, end))
        start = gap.end() if gap else end
    return spans


class Passages:
    """The quoted stretches of a text, numbered from 1. Evidence that overlaps is one, so that none is marked twice."""

    def __init__(self, reading: Reading, more: Iterable[Evidence] = ()) -> None:
        """Join the spans of all evidence in the reading, and of `more` passages."""
        self.text = reading.document.text
        self.spans: list[Span] = []
        for start, end in sorted((e.start, e.end) for e in (*_evidence(reading), *more) if e.start < e.end):
            if self.spans and start < self.spans[-1][1]:
                self.spans[-1] = self.spans[-1][0], max(self.spans[-1][1], end)
            else:
                self.spans.append((start, end))
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]

    def number(self, evidence: Evidence) -> tuple[int, ...]:
        """Give the number of the passage that holds the evidence; none for evidence of no length."""
        return (self.number_at(evidence.start),) if evidence.start < evidence.end else ()

    def number_at(self, offset: int) -> int:
        """Give the number of the last passage that begins at or before an offset."""
        return bisect_right(self._starts, offset)

    def within(self, span: Span) -> Iterable[tuple[int, Span]]:
        """Give the passages that reach into a span, each with its number."""
        first, last = bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1])
        return enumerate(self.spans[first:last], first + 1)

    def cited(self) -> tuple[Cited, ...]:
        """Quote the passages, each with its paragraph."""
        begins = [start for start, _ in paragraphs(self.text)]
        return tuple(
            Cited(number, f"“{self.text[start:end]}”", f"¶{max(1, bisect_right(begins, start))}")
            for number, (start, end) in enumerate(self.spans, 1)
        )


def _evidence(reading: Reading) -> Iterable[Evidence]:
    yield from (event.evidence for event in reading.events)
    yield from (claim.evidence for claim in reading.ordinals)
    yield from (claim.evidence for claim in reading.levels)
    yield from (check.evidence for check in reading.checks)
    for treaty in reading.treaties:
        yield treaty.evidence
        yield from (clause.evidence for clause in treaty.clauses)


def marked_text(document: Document, passages: Passages, lines: Sequence[SheetLine]) -> MarkedText:
    """Mark every passage in the text of a document, and set off the triggers of the lines that stand on it.

    Joined again, the spans of a paragraph are the paragraph.
    """
    marker = Marker(passages, lines)
    marked = tuple(tuple(marker.spans(span)) for span in paragraphs(document.text))
    statuses = dict.fromkeys(span.status for spans in marked for span in spans if span.citation)
    return MarkedText(marked, document.language, tuple(statuses))


class Marker:
    """Knows which lines and triggers stand on which passage."""

    def __init__(self, passages: Passages, lines: Sequence[SheetLine]) -> None:
        """Sort lines and triggers by passage."""
        self.passages, self.text = passages, passages.text
        self.lines: dict[int, list[SheetLine]] = {}
        self.triggers: dict[int, list[Span]] = {}
        for line in lines:
            for number in dict.fromkeys(line.numbers()):
                self.lines.setdefault(number, []).append(line)
            for trigger in line.triggers:
                number = passages.number_at(trigger.start)
                self.triggers.setdefault(number, []).append((trigger.start, trigger.end))

    def spans(self, paragraph: Span) -> Iterable[MarkedSpan]:
        """Cut a paragraph into marked and plain spans."""
        at, end = paragraph
        for number, (start, stop) in self.passages.within(paragraph):
            left, right = max(start, at), min(stop, end)
            if left > at:
                yield MarkedSpan(((self.text[at:left], False),))
            yield self._marked(number, (left, right), opens=left == start)
            at = right
        if at < end:
            yield MarkedSpan(((self.text[at:end], False),))

    def _marked(self, number: int, span: Span, *, opens: bool) -> MarkedSpan:
        standing = self.lines.get(number, [])
        first = standing[0] if standing else None
        return MarkedSpan(
            _parts(self.text, span, self.triggers.get(number, [])),
            citation=number,
            opens=opens,
            line=first.number if first else None,
            status=(first and first.status) or "stated",
            why="\n".join(f"{line.words}{f' [{line.why}]' if line.why else ''}" for line in standing),
        )


def _parts(text: str, span: Span, triggers: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """Cut a span at its triggers: words, and whether they are one."""
    start, end = span
    inside = [(max(a, start), min(b, end)) for a, b in triggers if a < end and b > start]
    cuts = {start, end, *(cut for pair in inside for cut in pair)}
    return tuple((text[a:b], any(x <= a and b <= y for x, y in inside)) for a, b in pairwise(sorted(cuts)))
