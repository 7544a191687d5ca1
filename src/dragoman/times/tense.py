"""Which way a sentence looks: the tense of the verb nearest to a time expression."""

from typing import Literal

from dragoman.times.words import NONE, Tokens

Direction = Literal["past", "future"]

REACH = 20
"""Words to either side in which a verb is looked for."""

CLAUSE = 8
"""Words. A verb behind a comma counts as so much farther off: "will sail in July, he said", "signed in March, will"."""


def direction(tokens: Tokens, start: int, end: int, infinitives: bool = False) -> Direction | None:
    """Give the tense of the verb nearest to tokens `start` to `end` in their sentence; None if there is no verb.

    With `infinitives` "to run" looks to the future.
    """
    before = _nearest(tokens, range(start - 1, max(start - REACH, 0) - 1, -1), infinitives)
    after = _nearest(tokens, range(end, min(end + REACH, len(tokens.words))), infinitives)
    return min([*before, *after], key=lambda found: found[0], default=(0, None))[1]


def _nearest(tokens: Tokens, places: range, infinitives: bool) -> list[tuple[int, Direction]]:
    """Give the nearest verb on one side with its distance, as a list of one or none; a clause's end counts CLAUSE."""
    crossed = 0
    for distance, place in enumerate(places):
        if tokens.ends_sentence(place):
            break
        crossed += CLAUSE if tokens.words[place] == "," else 0
        tense = _tense(tokens, place)
        if tense is None and infinitives and _is_infinitive(tokens, place):
            tense = "future"
        if tense:
            return [(distance + crossed, tense)]
    return []


def _tense(tokens: Tokens, place: int) -> Direction | None:
    word, tenses = tokens.words[place], tokens.vocabulary.times.tenses
    listed = tenses.get(" ".join(tokens.words[place : place + 2])) or tenses.get(word)
    if listed == "future":
        return "future"
    ended = word.endswith(tuple(tokens.vocabulary.grammar["past endings"])) and len(word) > 4 and word.islower()
    if not (listed or ended):
        return None
    before = tokens.words[place - 1] if place else ""
    return "future" if before in tokens.vocabulary.grammar["infinitives before a participle"] else "past"


def _is_infinitive(tokens: Tokens, place: int) -> bool:
    following = tokens.words[place + 1 : place + 2]
    marked = tokens.words[place] in tokens.vocabulary.grammar["infinitive marks"]
    return marked and bool(following) and following[0].islower() and tokens.codes[place + 1] == NONE
