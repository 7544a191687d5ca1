"""The words of time: each token of a text becomes one character that stands for the classes the word belongs to.

A text is thus a short string of codes, and the grammar is regular expressions over it.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from dragoman.vocab import Vocabulary

NONE, BREAK = "x", "|"
"""Codes of a word without a class, and of a paragraph's end: no rule matches across either."""

WRAPPED_LINE = 120
"""Characters. A text with a longer line has one paragraph a line, so that a line end parts expressions."""

LONGEST_SENTENCE = 150
"""Words to either side of a time in which its sentence's ends are looked for."""

LONGEST_FIGURE = 20
"""Characters. A longer run of figures is no time: the longest is 2013-03-22T10:00:00."""

_TOKEN = (
    r"|(?P<meridiem>[AaPp]\.\s?[Mm]\b\.?)"
    r"|[QqHh][1-4](?!\w)|[1-4][QqHh](?!\w)"
    r"|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?!\d)"
    r"|\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)|\d{1,2}/\d{1,2}/\d\d(?!\d)"
    r"|\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|\d+(?:,\d{3})*(?:\.\d+)?(?:(?:st|nd|rd|th|s)\b)?"
    r"|[^\w\s]"
)
_BY_BLANK_LINE = re.compile(r"\n\s*\n" + _TOKEN)
_BY_LINE = re.compile(r"\n\s*" + _TOKEN)
_SIGNS = {
    ",": "COMMA", ".": "DOT", "-": "HYPHEN", "–": "HYPHEN", "—": "HYPHEN", "‐": "HYPHEN", "/": "SLASH",
    "'": "APOS", "’": "APOS", "‘": "APOS", "`": "APOS", "(": "OPEN", "½": "HALF", "1/2": "HALF", ":": "COLON",
    "$": "MONEY", "€": "MONEY", "£": "MONEY", "#": "NUMBERED",
}  # fmt: skip
_PARTS_OF_YEAR = {"Q": "QUARTERFIGURE", "H": "HALFFIGURE"}
"""Quarters and halves of a year in figures: Q3, 1H."""

_SHAPES = (
    *(f"{number:0{width}}" for width in (1, 2, 4) for number in range(2500)),
    *("9999", "10000", "1.5", "1,000", "1st", "31st", "32nd", "101st", "1990s", "90s", "5s"),
    *("10:30", "25:99", "2013-03-22", "2013-99-99", "1/2/2003", "3.10.2003", "Q1", "H1"),
)
"""A figure of each shape, so that every set of classes a figure can have gets its code."""


class Tokens(NamedTuple):
    """The words of a text, their character offsets, their codes (one character each), what they are read with."""

    words: list[str]
    starts: list[int]
    codes: str
    vocabulary: Vocabulary

    def end(self, index: int) -> int:
        """Give the character offset behind token `index`."""
        return self.starts[index] + len(self.words[index])

    def place(self, offset: int) -> int:
        """Give the first token at or behind a character offset."""
        return bisect_left(self.starts, offset)

    def ends_sentence(self, index: int) -> bool:
        """Whether token `index` ends a sentence: a paragraph's end, or a stop that is not an abbreviation's."""
        if self.codes[index] == BREAK:
            return True
        if self.words[index] not in ".!?;" or index == 0:
            return False
        following = self.words[index + 1][0] if index + 1 < len(self.words) else "A"
        return len(self.words[index - 1]) > 2 and not following.islower()

    def sentence(self, index: int) -> tuple[int, int]:
        """Give the first token of the sentence that token `index` is in, and the one behind its last.

        No farther than LONGEST_SENTENCE to either side: a text without stops must not cost quadratic time.
        """
        left, right = max(index - LONGEST_SENTENCE, 0), min(index + LONGEST_SENTENCE, len(self.words))
        start = next((place + 1 for place in range(index - 1, left - 1, -1) if self.ends_sentence(place)), left)
        end = next((place + 1 for place in range(index, right) if self.ends_sentence(place)), right)
        return start, end


def figure_classes(token: str) -> frozenset[str]:
    """Name the classes of a token that begins with a digit: what in a date its size or shape allows it to be."""
    if len(token) > LONGEST_FIGURE:
        return frozenset()
    if token.isdigit():
        return _whole_number_classes(token)
    if token[-1] in "sdht":
        digits = re.sub(r"\D", "", token)
        if token.endswith("s"):
            return frozenset({4: ["DECADE"], 2: ["SHORTDECADE"]}.get(len(digits), []) if digits[-1] == "0" else [])
        return frozenset(["ORDINALFIGURE", *(["DAYORDINAL"] if 1 <= int(digits) <= 31 else [])])
    if token[-1] in "QqHh":
        return frozenset([_PARTS_OF_YEAR[token[-1].upper()]])
    if ":" in token or token[4:5] == "-":
        return frozenset(_clock_or_date(token))
    if token.count("/") == 2 or token.count(".") == 2 or token.count("-") == 2:
        return frozenset(["SLASHDATE"])
    return frozenset(["FIGURE"] if re.fullmatch(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+", token) else [])


def _clock_or_date(token: str) -> list[str]:
    if "-" in token:
        return ["ISODATE"] if 1 <= int(token[5:7]) <= 12 and 1 <= int(token[8:10]) <= 31 else []
    hour, minute = (int(part) for part in token.split(":")[:2])
    return ["CLOCK"] if hour <= 24 and minute < 60 else []


def _whole_number_classes(token: str) -> frozenset[str]:
    number, width = int(token), len(token)
    tests = {
        "FIGURE": True,
        "DAYNUM": width <= 2 and 1 <= number <= 31,
        "HOUR": width <= 2 and 1 <= number <= 24,
        "TWO": width == 2,
        "MILITARY": width == 4 and number < 2400 and number % 100 < 60,
        "YEAR": width == 4 and 1000 <= number < 2200,
        "ROUNDYEAR": width == 4 and 1000 <= number < 2200 and number % 10 == 0,
        # A four-figure number that stands alone is more often a year than a count only in this range.
        "LIKELYYEAR": width == 4 and 1800 <= number <= 2050,
    }
    return frozenset(name for name, holds in tests.items() if holds)


class Lexicon:
    """What the table of words says of each word, and the code of each set of classes."""

    def __init__(self, vocabulary: Vocabulary, literals: frozenset[str]) -> None:
        """Take the vocabulary and the words that the grammar names as such."""
        self.vocabulary = vocabulary
        self.literals = literals
        self.rows: dict[str, list[tuple[str, str, str]]] = {}
        for row in vocabulary.times.words:
            self.rows.setdefault(row.word, []).append((row.kind, row.value, row.form))
        self.codes: dict[frozenset[str], str] = {frozenset(): NONE, frozenset(["BREAK"]): BREAK}
        forms = [f(word) for word in {*self.rows, *literals} for f in (str.lower, str.capitalize, str.upper)]
        for token in [*sorted(forms), *_SHAPES, *_SIGNS]:
            self.codes.setdefault(self.classes(token), chr(0x100 + len(self.codes)))
        self.code = lru_cache(maxsize=65536)(self._code)

    def classes(self, token: str) -> frozenset[str]:
        """Name the classes of a token; the empty set if it is no word of time."""
        if token in _SIGNS:
            return frozenset([_SIGNS[token]])
        if token[0].isdigit():
            listed = frozenset(name for name, _, _ in self.rows.get(token, ()))
            return figure_classes(token) | listed if token.isascii() else frozenset()
        if token[-1] in "1234":
            return frozenset([_PARTS_OF_YEAR[token[0].upper()]])
        if token[0] == "\n":
            return frozenset(["BREAK"])
        word = token.lower()
        found = {name for name, _, form in self.rows.get(word, ()) if _fits(token, form)}
        return frozenset(found | ({word} if word in self.literals else set()))

    def _code(self, token: str) -> str:
        return self.codes.get(self.classes(token), NONE)

    def value(self, token: str, name: str) -> str | None:
        """Give the value of a word as a member of class `name`; None if it is not one."""
        return next((value for kind, value, _ in self.rows.get(token.lower(), ()) if kind == name), None)

    def members(self, name: str) -> str:
        """Give the codes of all sets of classes that hold `name`."""
        if name == "NONE":
            return NONE
        return "".join(code for kinds, code in self.codes.items() if name in kinds)

    def tokenize(self, text: str) -> Tokens:
        """Cut a text into words, figures and signs with their codes; white space is left out."""
        longest = max(map(len, text.split("\n")), default=0)
        found = list((_BY_LINE if longest > WRAPPED_LINE else _BY_BLANK_LINE).finditer(text))
        words = [match[0] for match in found]
        starts = [match.start() for match in found]
        return Tokens(words, starts, "".join(map(self.code, words)), self.vocabulary)


def _fits(token: str, form: str) -> bool:
    if form == "capital":
        return token[0].isupper()
    if form == "lower":
        return token.islower()
    return token.isupper() if form == "upper" else True
