"""Which sentences are worth a parse: those that hold a form of a trigger and a possible actor.

One Aho-Corasick pass over the lower-cased text finds the triggers; actors come from the document's names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from dragoman.actors.gazetteer import NameHit
from dragoman.actors.nouns import Nouns
from dragoman.coding.gate import FIRMS, MASSES
from dragoman.vocab import Vocabulary

VOWELS = "aeiou"


def forms(lemma: str) -> set[str]:
    """Give the regular inflections of a lemma, over-generating: a wrong form does no harm in a prefilter."""
    out = {lemma, lemma + "s", lemma + "ed", lemma + "ing", lemma + "es", lemma + "d"}
    if lemma.endswith("e"):
        out |= {lemma[:-1] + "ing", lemma[:-1] + "ed"}
    if lemma.endswith("y"):
        out |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if len(lemma) > 2 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS:
        out |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return out


def trigger_forms(vocabulary: Vocabulary, civil: bool = False) -> frozenset[str]:
    """Give every form of every trigger: regular ones and those of the pipeline's lemma table.

    With `civil`, only the triggers of what people without an office do together: protest.
    """
    from dragoman.syntax.pipeline import load

    index = vocabulary.events.by_trigger
    words = {key[1].split()[0] for key in index if not civil or any(f.type == "PROTEST" for f in index[key])}
    found = {form for word in words for form in forms(word)}
    table: dict[str, dict[str, str]] = load().get_pipe("dragoman_lemmas").forms  # type: ignore[attr-defined]
    found |= {form for pos in ("VERB", "NOUN", "ADJ") for form, lemma in table.get(pos, {}).items() if lemma in words}
    return frozenset(found)


def _automaton(vocabulary: Vocabulary) -> Any:
    import ahocorasick

    automaton, civil = ahocorasick.Automaton(), trigger_forms(vocabulary, civil=True)
    for form in trigger_forms(vocabulary):
        automaton.add_word(form, (len(form), form in civil))
    automaton.make_automaton()
    return automaton


def trigger_places(text: str, vocabulary: Vocabulary) -> list[tuple[int, bool]]:
    """Give the start offsets of the trigger forms in `text` that stand at word boundaries, in order; with each,
    whether it may report a protest."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    places = []
    for end, (length, civil) in vocabulary.made(_automaton).iter(lower):
        start = end - length + 1
        before = lower[start - 1] if start else " "
        after = lower[end + 1] if end + 1 < len(lower) else " "
        if not before.isalnum() and not after.isalnum():
            places.append((start, civil))
    return places


def worth_parsing(
    sentences: list[tuple[int, int]], triggers: list[tuple[int, bool]], actors: list[int], people: list[int]
) -> list[tuple[int, int]]:
    """Keep the sentence spans that hold a trigger and an actor, or a protest and people without an office.

    All lists are sorted by offset.
    """
    every, civil = [at for at, _ in triggers], [at for at, protest in triggers if protest]

    def kept(start: int, end: int) -> bool:
        acting = _holds(every, start, end) and _holds(actors, start, end)
        return acting or (_holds(civil, start, end) and _holds(people, start, end))

    return [(start, end) for start, end in sentences if kept(start, end)]


def _holds(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


WORD = re.compile(r"[A-Za-z]{2,}")


def possible_actors(text: str, names: list[NameHit], vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """Give where the text may name an actor (names, and nouns such as "rebels" or "sides"), and where other people."""
    nouns = vocabulary.made(Nouns)
    acting, people = [name.start for name in names], list[int]()
    states, referring = vocabulary.grammar["state nouns"], vocabulary.grammar["referring"]
    for match in WORD.finditer(text):
        word = match.group().lower()
        if word in states or (word in referring and names and names[0].start < match.start()):
            acting.append(match.start())
        elif word in nouns.heads:
            found = nouns.find([word])
            (people if found is not None and found.sector in MASSES | FIRMS else acting).append(match.start())
    return sorted(acting), people
