"""Names that together are one: a town with the region behind it, the two nationalities of one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.actors.guards import word_after
from dragoman.actors.nouns import Nouns
from dragoman.vocab.word_search import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.actors.gazetteer import NameHit
    from dragoman.vocab import Vocabulary

TOWNS = frozenset(("capital", "place", "country"))
"""Kinds of names that a town elsewhere may bear: Paris, Odessa, Lebanon."""

OFFICIAL = frozenset(("GOV", "MIL", "LEG", "COP", "JUD", "SPY", "PRM", "REB"))
"""Sectors of those who act for the two states of a hyphen together: "Russian-Chinese patrols" are of both."""

_WORDS = re.compile(r"\s+((?:[a-z]+\s+){0,2}[a-z]+)")


def compounded(hits: Sequence[NameHit], text: str, vocabulary: Vocabulary) -> list[NameHit]:
    """Give the names of a text, sorted, with those that together are one made one.

    "Paris, Texas" is a place in the United States, "a Russian-American journalist" an American.
    """
    found: list[NameHit] = []
    for hit in hits:
        before = found[-1] if found else None
        if before is not None and hit.start < before.end:
            continue
        person = _person(before, hit, text, vocabulary) if before is not None else None
        if person is not None:
            found.pop()
        found.append(person or _with_region(hit, text, vocabulary))
    return found


def _with_region(hit: NameHit, text: str, vocabulary: Vocabulary) -> NameHit:
    """Give a town with the region behind it as one place: "Paris, Texas". "Lima, Texas and Peru" is a list."""
    region = vocabulary.made(_regions).match(text, hit.end) if hit.kind in TOWNS else None
    if region is None or word_after(text, region.end()).lower() in vocabulary.grammar["joints of names"]:
        return hit
    code = vocabulary.actors.regions[region[1]]
    if hit.code == code or (hit.kind == "country" and not region[1].endswith(".")):
        return hit
    return hit._replace(end=region.end(), text=text[hit.start : region.end()], code=code, kind="place", sector=None)


def _person(first: NameHit, last: NameHit, text: str, vocabulary: Vocabulary) -> NameHit | None:
    """Give the two nationalities of a person as the one that counts: the one that was chosen ("-American"), else the
    first; none if they are those of two parties ("Russian-Chinese talks")."""
    if (
        first.kind not in ("people", "country")
        or last.kind != "people"
        or text[first.end : last.start] not in ("-", "–")
    ):
        return None
    if not _describes_person(text, last.end, vocabulary):
        return None
    counts = last if last.text in vocabulary.grammar["chosen nationalities"] else first
    return counts._replace(start=first.start, end=last.end, text=text[first.start : last.end])


def _describes_person(text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Tell if what stands behind a nationality is a private person: a name, or a noun such as "journalist"."""
    if word_after(text, end)[:1].isupper():
        return True
    words = _WORDS.match(text, end)
    parts = words[1].split() if words else []
    endings = tuple(vocabulary.grammar["endings of a person"])
    for last in range(1, len(parts) + 1):
        noun = vocabulary.made(Nouns).find(parts[:last])
        if noun is not None:
            return noun.human and noun.sector not in OFFICIAL
        if parts[last - 1].endswith(endings) and parts[last - 1] not in vocabulary.grammar["things in -er"]:
            return True
    return False


def _regions(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf", ({either(vocabulary.actors.regions)})(?!\w)")
