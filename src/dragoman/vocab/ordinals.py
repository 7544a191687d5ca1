"""Ordinal numbers: words and figures."""

import csv
import re
from functools import cache

from dragoman.vocab.tables import data

FIGURE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


@cache
def _words() -> dict[str, int]:
    text = (data("en", "cues") / "ordinals.csv").read_text(encoding="utf-8")
    return {row["word"]: int(row["number"]) for row in csv.DictReader(text.splitlines())}


def ordinal(word: str) -> int | None:
    """Give the number of an ordinal ("third", "21st"), or None if the word is none."""
    figure = FIGURE.fullmatch(word.lower())
    return int(figure[1]) if figure else _words().get(word.lower())
