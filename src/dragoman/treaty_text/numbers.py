"""Years and numbers that treaties write out ("in the year one thousand nine hundred and sixty"), in figures."""

import re

from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

HUNDRED, THOUSAND = 100, 1000
SPOKEN = (18, 19)
"""The hundreds of years that are said without "hundred": "nineteen eighty-one"."""


class Numbers:
    """Reads the numbers of a language; `vocabulary.made(Numbers)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the words of numbers from the time tables, and what opens and joins them from the grammar."""
        classes, grammar = vocabulary.times.classes, vocabulary.grammar
        self._cardinals = {word: int(value) for word, value in classes["CARDINAL"].items()}
        self._cardinals |= dict.fromkeys(grammar["zeros"], 0)
        self._ordinals = {word: int(value) for word, value in classes["ORDINALWORD"].items()}
        self._multiples = {word: int(value) for word, value in classes["MULTIPLE"].items()}
        word = either(self._cardinals)
        small = rf"{word}(?:[- ]{word})?"
        joint = rf"(?:,? {either(grammar['number links'])})?"
        self._year = re.compile(
            rf"\b(?:{either(grammar['year openings'])} )?{self._thousands(word)}{joint}(?: {small})?\b"
            rf"|\b{self._said(*SPOKEN)}[- ]{self._said(*range(20, 100))}(?:[- ]{self._said(*range(1, 10))})?\b",
            re.IGNORECASE,
        )
        ones = either([word for word, value in self._ordinals.items() if value < 10])
        self._day = re.compile(rf"\b(?P<tens>{self._said(20, 30)})[- ](?P<one>{ones})\b", re.IGNORECASE)
        self._doubled = re.compile(rf"\b(?:(?P<figure>\d+) \({small}\)|(?P<word>{small}) \(\d+\))")

    def _said(self, *values: int) -> str:
        return either([word for word, value in self._cardinals.items() if value in values])

    def _thousands(self, word: str) -> str:
        """Give the pattern of "one thousand nine hundred" and "nineteen hundred"."""
        hundred, thousand = (
            either([word for word, value in self._multiples.items() if value == size]) for size in (HUNDRED, THOUSAND)
        )
        return rf"(?:{self._said(1, 2)} {thousand}(?:,? {word} {hundred})?|{self._said(*SPOKEN, 20)} {hundred})"

    def in_figures(self, text: str) -> str:
        """Write years told in words as figures, "twenty-third" as "23rd" and "20 (twenty)" as "20"; the rest stays.

        Offsets into the result are not offsets into `text`.
        """
        text = self._doubled.sub(lambda m: m["figure"] or m["word"], text)
        text = self._day.sub(
            lambda m: f"{self._cardinals[m['tens'].lower()] + self._ordinals[m['one'].lower()]}th", text
        )
        return self._year.sub(lambda m: str(self.year(m.group())), text)

    def year(self, words: str) -> int:
        """Give the year that words tell: "one thousand nine hundred and two" is 1902, "nineteen eighty-one" 1981."""
        total = group = 0
        for word in re.findall(r"[^\W\d_]+", words.lower()):
            multiple, value = self._multiples.get(word), self._cardinals.get(word)
            if multiple == THOUSAND:
                total, group = max(group, 1) * THOUSAND, 0
            elif multiple == HUNDRED:
                total, group = total + group * HUNDRED, 0
            elif value is not None:
                group = group * HUNDRED + value if group in SPOKEN else group + value
        return total + group if total else group
