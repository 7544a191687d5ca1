"""Cue words: what a governing word, a modal or a conjunction does to the status of what stands below it."""

import csv
from functools import cache

from dragoman.vocab.tables import data

NO_TOPIC = "none"
"""The kind in `topics.csv` of what is no topic though its noun alone is one ("into force")."""


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((data("en", "cues") / name).read_text(encoding="utf-8").splitlines()))


@cache
def governors() -> dict[tuple[str, str, str], tuple[str, bool]]:
    """Give the effect of a governing word, and whether its subject vouches, by (lemma, kind, construction).

    Constructions: `inf` (to do), `fin` (that …), `ger` (doing), `nom` (a noun), `pass` (was … to do), `any`. Effects: a
    status, `probable`, `unlikely`, `reported`, `future`, or a signature such as `-|+`: what is below when the word
    holds | does not (+ so, - not so, o open).
    """
    return {(r["word"], r["kind"], r["takes"]): (r["effect"], r["vouches"] == "yes") for r in _rows("governors.csv")}


def effect_of(word: str, kind: str, takes: str) -> str | None:
    """Give the effect of a governing word in one construction; None if it is no cue there."""
    found = governors().get((word, kind, takes))
    return found[0] if found else None


def vouches(verb: str, takes: str) -> bool:
    """Say whether the subject of a verb in one construction is the source of what it governs."""
    found = governors().get((verb, "verb", takes))
    return found is not None and found[1]


@cache
def modals() -> dict[str, str]:
    """Give the effect of a modal by its lower-case form."""
    return {row["word"]: row["effect"] for row in _rows("modals.csv")}


@cache
def conditions() -> dict[str, str]:
    """Give the effect of a subordinating word by its lower-case form."""
    return {row["word"]: row["effect"] for row in _rows("conditions.csv")}


@cache
def topic_kinds() -> tuple[str, ...]:
    """Give all kinds of topic that an event can be about, by name."""
    return tuple(sorted({row["kind"] for row in _rows("topics.csv")} - {NO_TOPIC}))
