"""Which way a sentence looks: the tense of the verb nearest to a time expression."""

from functools import cache
from typing import Literal

from dragoman.times.words import NONE, Tokens, rows

Direction = Literal["past", "future"]

REACH = 20
"""Words to either side in which a verb is looked for."""


@cache
def _tenses() -> dict[str, str]:
    return {row["word"]: row["tense"] for row in rows("tense.csv")}


def direction(tokens: Tokens, start: int, end: int, infinitives: bool = False) -> Direction | None:
    """Give the tense of the verb nearest to tokens `start` to `end` in their sentence; None if there is no verb.

    With `infinitives` "to run" looks to the future.
    """
    before = _nearest(tokens, range(start - 1, max(start - REACH, 0) - 1, -1), infinitives)
    after = _nearest(tokens, range(end, min(end + REACH, len(tokens.words))), infinitives)
    return min([*before, *after], default=(0, None))[1]


def _nearest(tokens: Tokens, places: range, infinitives: bool) -> list[tuple[int, Direction]]:
    """Give the nearest verb on one side with its distance, as a list of one or none."""
    for distance, place in enumerate(places):
        if tokens.ends_sentence(place):
            break
        tense = _tense(tokens.words, place)
        if tense is None and infinitives and _is_infinitive(tokens, place):
            tense = "future"
        if tense:
            return [(distance, tense)]
    return []


def _tense(words: list[str], place: int) -> Direction | None:
    word = words[place]
    listed = _tenses().get(" ".join(words[place : place + 2])) or _tenses().get(word)
    if listed:
        return "future" if listed == "future" else "past"
    return "past" if len(word) > 4 and word.endswith("ed") and word.islower() else None


def _is_infinitive(tokens: Tokens, place: int) -> bool:
    following = tokens.words[place + 1 : place + 2]
    return (
        tokens.words[place] == "to" and bool(following) and following[0].islower() and tokens.codes[place + 1] == NONE
    )
