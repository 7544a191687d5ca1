"""The text of a page cut into paragraphs and spans, so that every passage can be marked and every trigger set off."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from dragoman.brief.parts import Brief, Line, Passage
from dragoman.brief.passages import paragraphs


class Span(Struct, frozen=True):
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


def marked_paragraphs(brief: Brief) -> list[list[Span]]:
    """Cut the text into paragraphs of spans; joined again, the spans of a paragraph are the paragraph."""
    lines = brief.lines()
    triggers = sorted({(t.start, t.end) for line in lines for t in line.triggers})
    text = brief.document.text
    return [_spans(text, start, end, brief.passages, lines, triggers) for start, end in paragraphs(text)]


def _spans(
    text: str,
    start: int,
    end: int,
    passages: Sequence[Passage],
    lines: Sequence[Line],
    triggers: Sequence[tuple[int, int]],
) -> list[Span]:
    spans, at = [], start
    for passage in passages:
        first, last = max(passage.start, start), min(passage.end, end)
        if first >= last:
            continue
        if first > at:
            spans.append(Span(((text[at:first], False),)))
        spans.append(_marked(_parts(text, first, last, triggers), passage, first == passage.start, lines))
        at = last
    if at < end:
        spans.append(Span(((text[at:end], False),)))
    return spans


def _marked(parts: tuple[tuple[str, bool], ...], passage: Passage, opens: bool, lines: Sequence[Line]) -> Span:
    standing = [line for line in lines if passage.number in _numbers(line)]
    first = standing[0] if standing else None
    why = "\n".join(f"{line.words}{f' [{line.why}]' if line.why else ''}" for line in standing)
    return Span(
        parts, passage.number, opens, first.number if first else None, (first and first.status) or "stated", why
    )


def _numbers(line: Line) -> set[int]:
    return {*line.passages, *(number for note in line.notes for number in note.passages)}


def _parts(text: str, start: int, end: int, triggers: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    cuts = {start, end}
    inside = [(max(a, start), min(b, end)) for a, b in triggers if a < end and b > start]
    cuts.update(cut for pair in inside for cut in pair)
    return tuple((text[a:b], any(x <= a and b <= y for x, y in inside)) for a, b in pairwise(sorted(cuts)))
