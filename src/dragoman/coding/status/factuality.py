"""A factuality number for each kind of assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import CuesMet

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTUALITY: dict[str, float] = {
    "fact": 2.8, "reported": 2.7, "noun": 2.5, "ongoing": 2.5, "-ing": 2.6, "reported -ing": 2.4, "bare": 2.2,
    "noun of open clause": 2.0, "will": 2.3, "habitual": 2.1, "probable": 2.0, "expected": 1.9, "planned": 1.8,
    "would": 1.8, "purpose": 1.7, "potential": 1.7, "void": 1.6, "possible": 1.4, "urged": 1.4, "sought": 1.3,
    "can": 1.3, "may": 1.3, "ended": 1.2, "question": 1.1, "conditional": 1.0,
    "not fact": -2.0, "not reported": -2.0, "not will": -1.8, "not would": -1.8, "not can": -1.7, "not ongoing": -1.5,
    "not habitual": -1.5, "not deed": -1.7, "not noun": -0.3, "not -ing": -0.8, "not finite": -0.7,
    "not urged": -1.2, "not purpose": -1.2, "not expected": -0.8,
    "not planned": -0.6, "not sought": -0.6, "not conditional": -0.3, "not possible": -0.3, "not potential": -0.3,
    "not may": -0.5, "not probable": -0.3, "not question": -0.3,
}  # fmt: skip
"""The number of each class: its mean in one half of the development part of the UW factuality corpus (Lee, Artzi, Choi
and Zettlemoyer, EMNLP 2015; ratings by readers, averaged), rounded; where most of a class lies on one side of the
customary limits 1.5 and -1.5, the number is moved to that side."""


def grade_of(key: str, negative: bool, cues: CuesMet, token: Token) -> str:
    """Give the name of the class that an assessment falls in: the deciding cue, finer than the status."""
    name = key
    if key == "expected" and cues.effect in (None, "ongoing", "purpose"):
        name = "would" if cues.would else "will"
    elif key == "possible" and cues.by.lower() in ("can", "could", "ca"):
        name = "can" if not negative or cues.negators else "possible"
    elif key == "possible" and cues.by.lower() in ("may", "might"):
        name = "may"
    elif key == "fact":
        name = _fact(cues, token)
    if cues.void and key in ("fact", "ongoing") and not name.startswith("noun"):
        return "void"
    if cues.ended:
        return "ended"
    if key == "fact" and negative:
        noun = "deed" if cues.by.lower() in ("", "any") else "noun"
        name = noun if name.startswith("noun") else _not_so(cues, token)
    return f"not {name}" if negative else name


def _fact(cues: CuesMet, token: Token) -> str:
    """Tell facts apart: nouns, more so in clauses that are no facts, and what is reported or not finite."""
    if token.pos_ in ("NOUN", "PROPN"):
        return "noun of open clause" if cues.shadowed else "noun"
    if token.tag_ == "VBG":
        return "reported -ing" if cues.speech is not None else "-ing"
    if token.tag_ in ("VB", "JJ"):
        return "bare"
    return "reported" if cues.speech is not None else "fact"


def _not_so(cues: CuesMet, token: Token) -> str:
    """Tell apart what did not happen: readers find participles, and verbs that a noun negates, less settled."""
    if token.tag_ == "VBG" and not cues.by:
        return "-ing"
    if token.tag_ in ("VBD", "VBZ", "VBP") and not _by_adverb(cues, token):
        return "finite"
    return "reported" if cues.speech is not None else "fact"


def _by_adverb(cues: CuesMet, verb: Token) -> bool:
    return any(child.dep_ == "advmod" and child.i in cues.negators for child in verb.children)


def factuality_of(grade: str) -> float:
    """Give the number of a class, from -3 (surely did not happen) to 3 (surely did)."""
    return FACTUALITY.get(grade, FACTUALITY.get(grade.removeprefix("not "), 3.0))
