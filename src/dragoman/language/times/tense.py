"""Which way a sentence looks: the tense of the verb nearest to a time expression."""

from functools import cache
from typing import Literal

from dragoman.language.times.words import Tokens, rows

Direction = Literal["past", "future"]

REACH = 20
"""Words to either side in which a verb is looked for."""


@cache
def _tenses() -> dict[str, str]:
    return {row["word"]: row["tense"] for row in rows("tense.csv")}


def direction(tokens: Tokens, start: int, end: int) -> Direction | None:
    """Give the tense of the verb nearest to tokens `start` to `end` in their sentence; None if there is no verb."""
    before = _distances(tokens, range(start - 1, max(start - REACH, 0) - 1, -1))
    after = _distances(tokens, range(end, min(end + REACH, len(tokens.words))))
    return min([*before, *after], default=(0, None))[1]


def _distances(tokens: Tokens, places: range) -> list[tuple[int, Direction]]:
    """Give the nearest verb on one side with its distance, as a list of one or none."""
    words = tokens.words
    for distance, place in enumerate(places):
        if tokens.ends_sentence(place):
            break
        tense = _tense(words, place)
        if tense:
            return [(distance, tense)]
    return []


def _tense(words: list[str], place: int) -> Direction | None:
    word = words[place].lower()
    listed = _tenses().get(word)
    if listed:
        return "future" if listed == "future" else "past"
    if word in ("is", "are") and place + 1 < len(words) and words[place + 1].lower() == "to":
        return "future"
    return "past" if len(word) > 4 and word.endswith("ed") and words[place].islower() else None
