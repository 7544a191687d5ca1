"""What of a page is no report of its own: datelines, corrections and notes of the editor, polls, links, antiquity."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.model.document import Span
from dragoman.model.time import Timex
from dragoman.times import BEFORE_OUR_ERA
from dragoman.vocab import Vocabulary
from dragoman.vocab.datelines import Datelines

ROLES = frozenset({"correction", "poll", "link", "picture"})
"""The furniture that is held back wherever it stands, in texts too that did not come through intake."""

LONGEST_NOTICE = 1500
"""Characters. No correction is longer, and longer lines are not held against the patterns."""


def without_datelines(text: str, vocabulary: Vocabulary) -> str:
    """Give the text with blanks in place of its datelines, so that all offsets stay."""
    pieces, last = [], 0
    for line in vocabulary.made(Datelines).find(text):
        pieces += [text[last : line.start], " " * (line.end - line.start)]
        last = line.end
    return "".join([*pieces, text[last:]])


def silent(text: str, vocabulary: Vocabulary) -> list[Span]:
    """Give the lines of a text that report no deed: what they tell is about the page itself or another one."""
    patterns = vocabulary.made(_patterns)
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and len(words) <= LONGEST_NOTICE and any(pattern.fullmatch(words) for pattern in patterns):
            spans.append((start, start + len(line)))
        start += len(line)
    return spans


def _patterns(vocabulary: Vocabulary) -> list[re.Pattern[str]]:
    return [row.pattern("pattern") for row in vocabulary.intake.patterns if row["role"] in ROLES]


def within(passages: list[Span], span: Span) -> bool:
    """Tell whether a sentence begins in one of the passages, which are in order."""
    place = bisect_right(passages, span[0], key=lambda passage: passage[0])
    return place > 0 and span[0] < passages[place - 1][1]


def of_antiquity(times: Sequence[Timex]) -> bool:
    """Tell by its times whether a sentence is of a time before our era, not of ours: no state of today acts in it."""
    return any(time.how == BEFORE_OUR_ERA for time in times) and not any(time.edtf for time in times)
