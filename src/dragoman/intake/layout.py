"""Text as it lies in the file becomes clean lines: line ends, odd spaces, wrapped paragraphs, Markdown marks."""

import re
from itertools import pairwise

from dragoman.intake.plain import Line
from dragoman.intake.shapes import ends_sentence

WRAP_WIDTH = 120
"""Characters. A file with a longer line is not wrapped to a width."""

WRAP_LEAST = 50
"""Characters. Where the longest line is shorter, the lines are headlines or verses, not wrapped paragraphs."""

FULL_LINE = 0.7
"""A wrapped line that is not its paragraph's last fills at least this share of the longest line."""

_CUT_WORD = re.compile(r"(?<![\w-])([^\W\d_]{2,})-\Z")
_REST_OF_WORD = re.compile(r"([a-zß-ÿ][^\W\d_]*)[.,;:!?]*")
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\s]{1,500}\)")
_MARKDOWN_HEAD = re.compile(r"^#{1,6}\s+", re.MULTILINE)


def lines_of(text: str, *, markdown: bool = False) -> list[Line]:
    """Return the lines of `text` that hold anything, numbered as in the file, wrapped paragraphs joined.

    Signs that print nothing are dropped and runs of spaces become one; nothing else of the wording changes.
    """
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    if markdown:
        text = _MARKDOWN_HEAD.sub("", _MARKDOWN_LINK.sub(r"\1", text))
    rows = [_SPACES.sub(" ", row).strip() for row in text.split("\n")]
    width = max(map(len, rows), default=0) if _is_wrapped(rows) else None
    return _unwrap(rows, width, _mend_words(rows, text))


def _full_pairs(rows: list[str], width: int) -> list[tuple[str, str]]:
    return [(a, b) for a, b in pairwise(rows) if b and len(a) >= FULL_LINE * width]


def _is_wrapped(rows: list[str]) -> bool:
    """Wrapped text has full lines that break off in mid-sentence and go on with a small letter on the next."""
    width = max((len(row) for row in rows), default=0)
    if not WRAP_LEAST <= width <= WRAP_WIDTH:
        return False
    pairs = _full_pairs(rows, width)
    broken = [pair for pair in pairs if not ends_sentence(pair[0]) and pair[1][0].islower()]
    return len(broken) >= 2 and len(broken) * 4 >= len(pairs)


def _mend_words(rows: list[str], text: str) -> set[int]:
    """Put words that a line end cut in two ("min-" / "ister") together on the first line, in place.

    The hyphen stays where the text has the word with it elsewhere. Gives the indices of the rows that go on.
    """
    mended = set()
    for place in range(len(rows) - 1):
        first, second = rows[place : place + 2]
        cut, rest = _CUT_WORD.search(first), _REST_OF_WORD.match(second)
        if cut and rest:
            compound = re.search(rf"(?<!\w){cut[1]}-{rest[1]}(?!\w)", text, re.IGNORECASE)
            rows[place] = first[: cut.start()] + (f"{cut[1]}-" if compound else cut[1]) + rest[0]
            rows[place + 1] = second[rest.end() :].strip()
            mended.add(place)
    return mended


def _unwrap(rows: list[str], width: int | None, mended: set[int]) -> list[Line]:
    """Join the rows of a paragraph: those that fill the width (None if the text is not wrapped), and mended ones."""
    lines: list[Line] = []
    open_line = False
    for number, row in enumerate(rows, start=1):
        if row and open_line:
            lines[-1] = Line(lines[-1].number, f"{lines[-1].text} {row}")
        elif row:
            lines.append(Line(number, row))
        full = width is not None and len(row) >= FULL_LINE * width
        open_line = bool(row) and (full or number - 1 in mended)
    return lines
