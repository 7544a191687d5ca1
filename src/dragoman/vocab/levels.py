"""The rungs of a relationship, as data."""

import re
from functools import cache

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.yaml_file import read_yaml


class Rung(Struct, frozen=True):
    """One rung: its number (higher is closer), its name, the labels it is printed with, and an example."""

    rung: int
    name: str
    labels: tuple[str, ...]
    example: str


@cache
def rungs() -> tuple[Rung, ...]:
    """Give all rungs, lowest first; raises VocabError if they are not numbered in order."""
    rows = read_yaml("en", "levels", "levels.yaml")
    found = tuple(Rung(row["rung"], row["name"], tuple(row["labels"]), row["example"]) for row in rows)
    if [rung.rung for rung in found] != list(range(len(found))):
        raise VocabError("vocab/data/en/levels/levels.yaml: the rungs are not numbered 0, 1, 2 …; put them in order")
    return found


@cache
def _pattern() -> re.Pattern[str]:
    labels = sorted((label for rung in rungs() for label in rung.labels), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(labels) + r")\b", re.IGNORECASE)


def find_levels(text: str) -> list[tuple[int, int, Rung]]:
    """Give the levels that a text names as (start, end, rung), in order."""
    found = []
    for match in _pattern().finditer(text):
        rung = next(r for r in reversed(rungs()) if any(re.fullmatch(x, match[0], re.IGNORECASE) for x in r.labels))
        found.append((match.start(), match.end(), rung))
    return found
