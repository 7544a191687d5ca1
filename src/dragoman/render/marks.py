"""The text of a page cut into paragraphs and spans, so that every passage can be marked and every trigger set off."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from dragoman.render.parts import Brief, BriefLine, Passage
from dragoman.render.passages import paragraphs


class MarkedSpan(Struct, frozen=True):
    """A stretch of a paragraph. `passage` is None outside passages; `parts` are words and whether they are a trigger.

    `opens` is true where the passage begins. `line` is the first line that stands on it, `status` that line's,
    and `why` says how each line was read.
    """

    parts: tuple[tuple[str, bool], ...]
    passage: int | None = None
    opens: bool = False
    line: int | None = None
    status: str = ""
    why: str = ""


def marked_paragraphs(brief: Brief) -> list[list[MarkedSpan]]:
    """Cut the text into paragraphs of spans; joined again, the spans of a paragraph are the paragraph."""
    marker = _Marker(brief)
    return [marker.spans(start, end) for start, end in paragraphs(brief.document.text)]


class _Marker:
    """Knows which lines and triggers stand on which passage."""

    def __init__(self, brief: Brief) -> None:
        self.text, self.passages = brief.document.text, brief.passages
        self.starts = [passage.start for passage in self.passages]
        self.ends = [passage.end for passage in self.passages]
        self.lines: dict[int, list[BriefLine]] = {}
        self.triggers: dict[int, list[tuple[int, int]]] = {}
        for line in brief.lines():
            for number in _numbers(line):
                self.lines.setdefault(number, []).append(line)
            for trigger in line.triggers:
                self.triggers.setdefault(bisect_right(self.starts, trigger.start), []).append(
                    (trigger.start, trigger.end)
                )

    def spans(self, start: int, end: int) -> list[MarkedSpan]:
        """Cut the paragraph from `start` to `end` into marked and plain spans."""
        spans, at = [], start
        for passage in self.passages[bisect_right(self.ends, start) : bisect_left(self.starts, end)]:
            first, last = max(passage.start, start), min(passage.end, end)
            if first > at:
                spans.append(MarkedSpan(((self.text[at:first], False),)))
            spans.append(self._marked(passage, first, last))
            at = last
        if at < end:
            spans.append(MarkedSpan(((self.text[at:end], False),)))
        return spans

    def _marked(self, passage: Passage, start: int, end: int) -> MarkedSpan:
        standing = self.lines.get(passage.number, [])
        first = standing[0] if standing else None
        return MarkedSpan(
            _parts(self.text, start, end, self.triggers.get(passage.number, [])),
            passage=passage.number,
            opens=start == passage.start,
            line=first.number if first else None,
            status=(first and first.status) or "stated",
            why="\n".join(f"{line.words}{f' [{line.why}]' if line.why else ''}" for line in standing),
        )


def _numbers(line: BriefLine) -> set[int]:
    return {*line.passages, *(number for note in line.notes for number in note.passages)}


def _parts(text: str, start: int, end: int, triggers: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    cuts = {start, end}
    inside = [(max(a, start), min(b, end)) for a, b in triggers if a < end and b > start]
    cuts.update(cut for pair in inside for cut in pair)
    return tuple((text[a:b], any(x <= a and b <= y for x, y in inside)) for a, b in pairwise(sorted(cuts)))
