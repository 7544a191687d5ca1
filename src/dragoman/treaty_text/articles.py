"""Cut a treaty's text into preamble, articles and closing."""

import re

from msgspec import Struct

from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import Vocabulary
from dragoman.vocab.treaty_text import Layout, TreatyWording

Span = tuple[int, int]

NUMBERED = re.compile(r"^[ \t]*\(?(?P<number>\d{1,2}|[IVXL]+)[.)]\\?[ \t]+(?=\S)", re.MULTILINE)
"""A paragraph that opens with its number; such a one is an article where a text has no headings."""


class Article(Struct, frozen=True):
    """An article: its number as printed, the protocol or annex it stands in, the offsets of its words."""

    number: str
    part: str | None
    start: int
    end: int


class Outline(Struct, frozen=True):
    """A treaty text cut up; each part is a span of character offsets, and a missing one is empty."""

    preamble: Span
    articles: tuple[Article, ...]
    closing: Span


def outline(text: str, vocabulary: Vocabulary) -> Outline:
    """Cut `text` into preamble, articles and closing.

    A text without headings or numbered paragraphs is one article without a number, from the words "agree as follows:"
    on where it has them.
    """
    layout = vocabulary.treaty_wording.layout
    heads = _heads(text, layout)
    closing = _closing(text, heads[-1].end() if heads else 0, vocabulary.treaty_wording)
    heads = [head for head in heads if head.start() < closing]
    if not heads:
        agreed = layout.agreed.search(text)
        begin = agreed.end() if agreed else 0
        return Outline((0, begin), (Article("", None, begin, closing),), (closing, len(text)))
    parts = [(match.start(), match.group().strip(" \t#*_\r\n")) for match in layout.parts.finditer(text)]
    ends = [head.start() for head in heads[1:]] + [closing]
    articles = _before_first(text, heads[0], layout)
    for head, end in zip(heads, ends, strict=True):
        end = next((start for start, _ in parts if head.end() < start < end), end)
        part = next((name for start, name in reversed(parts) if heads[0].start() < start < head.start()), None)
        articles.append(Article(head["number"], part, head.end(), end))
    return Outline((0, heads[0].start()), tuple(articles), (closing, len(text)))


def _before_first(text: str, head: re.Match[str], layout: Layout) -> list[Article]:
    """Give what stands before a first heading that is not number 1, as an article without a number.

    Excerpts begin so, and pages whose first heading was lost.
    """
    number = re.match(r"\d+|[IVXL]+", head["number"])
    if number is None or _value(number.group()) == 1:
        return []
    agreed = layout.agreed.search(text, 0, head.start())
    return [Article("", None, agreed.end() if agreed else 0, head.start())]


def sentences(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Span]:
    """Give the sentences of `text` between two offsets, as offsets into the whole text."""
    return [(start + first, start + last) for first, last in split_sentences(text[start:end], vocabulary)]


def _heads(text: str, layout: Layout) -> list[re.Match[str]]:
    found = list(layout.headings.finditer(text))
    if found:
        return found
    numbered = list(NUMBERED.finditer(text))
    in_order = [match for place, match in enumerate(numbered) if _value(match["number"]) == place + 1]
    return in_order if len(in_order) > 1 and len(in_order) == len(numbered) else []


def _value(number: str) -> int:
    """Give the value of a decimal or Roman numeral up to 89."""
    if number.isdigit():
        return int(number)
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in number]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


def _closing(text: str, after: int, wording: TreatyWording) -> int:
    """Give where the closing begins: its first line after the last heading, or the words of signature in a line."""
    line = wording.layout.closings.search(text, after)
    inline = wording.expressions["signature in a line"].search(text, after)
    return min((match.start() for match in (line, inline) if match), default=len(text))
