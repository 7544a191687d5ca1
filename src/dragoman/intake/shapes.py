"""What a line looks like, whatever its words mean: how long it is, whether it ends as a sentence does."""

import re
from itertools import pairwise

from dragoman.vocab import Vocabulary

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FINAL = re.compile(r"[.!?…。！？][\"'”’»)\]*]*\s*\Z")
_APOSTROPHES = re.compile(r"['’‘`´]")
_NOT_WORD = re.compile(r"[\W_]+")

BODY_WORDS = 12
"""A line of as many words that ends as a sentence does is taken for body; menus, headlines and labels are shorter."""

LONG_WORDS = 20
"""A line of as many words is body even without a full stop: no headline of the test pages is so long."""


def plain_form(line: str) -> str:
    """Return `line` in lower case, without apostrophes, every other run of signs turned into one space."""
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", line)).strip().casefold()


def word_count(line: str) -> int:
    """Count words; where a script sets no spaces between them, two characters count as one word."""
    return max(len(line.split()), len(_CJK.findall(line)) // 2)


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends with the mark that ends a sentence."""
    return bool(_FINAL.search(line))


def looks_like_body(line: str) -> bool:
    """Tell whether a line reads as running text: long and ending as a sentence, or very long."""
    count = word_count(line)
    return count >= LONG_WORDS or (count >= BODY_WORDS and ends_sentence(line))


def sentence_spans(line: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return (start, end) of the stretches of `line` between sentence ends; good enough to find glued furniture.

    The cut that coding relies on is made in the room `syntax`; this one must not import it.
    """
    ends = vocabulary.intake.expressions["sentence end"].finditer(line)
    cuts = [0, *(match.end() for match in ends), len(line)]
    return [(start, end) for start, end in pairwise(cuts) if start < end]
