"""Cue words: what a governing word, a modal or a conjunction does to the status of what stands below it."""

import csv
from functools import cache
from importlib.resources import files


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((files("dragoman.vocab.cues") / name).read_text(encoding="utf-8").splitlines()))


@cache
def governors() -> dict[tuple[str, str], str]:
    """Give the effect of a governing word by (lemma, kind): planned, expected, sought, urged, possible, denied …"""
    return {(row["word"], row["kind"]): row["effect"] for row in _rows("governors.csv")}


@cache
def modals() -> dict[str, str]:
    """Give the effect of a modal by its lower-case form."""
    return {row["word"]: row["effect"] for row in _rows("modals.csv")}


@cache
def conditions() -> dict[str, str]:
    """Give the effect of a subordinating word by its lower-case form."""
    return {row["word"]: row["effect"] for row in _rows("conditions.csv")}
