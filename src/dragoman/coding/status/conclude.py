"""From the cues to axes, a status and a factuality number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import Assessment, CuesMet
from dragoman.coding.status.factuality import factuality_of, grade_of
from dragoman.coding.status.word import is_privative
from dragoman.model.event import Axes, Certainty, Status, Tense
from dragoman.syntax import trees

if TYPE_CHECKING:
    from spacy.tokens import Token

CERTAINTY: dict[str, Certainty] = {
    "expected": "probable", "planned": "probable", "probable": "probable", "possible": "possible",
    "potential": "possible", "conditional": "possible", "question": "underspecified", "purpose": "underspecified",
    "sought": "underspecified", "urged": "underspecified",
}  # fmt: skip
STATUS: dict[str, Status] = {
    "planned": "planned", "expected": "expected", "conditional": "conditional", "sought": "sought", "urged": "urged",
    "possible": "possible", "potential": "possible", "probable": "possible", "question": "possible",
    "purpose": "ongoing", "ongoing": "ongoing", "habitual": "ongoing",
}  # fmt: skip
AXES: dict[Status, Axes] = {
    "happened": Axes("happened"), "ongoing": Axes("ongoing", tense="present"),
    "planned": Axes("planned", "positive", "probable", "future"),
    "expected": Axes("expected", "positive", "probable", "future"),
    "conditional": Axes("conditional", "positive", "possible", "future"),
    "sought": Axes("sought", "positive", "underspecified", "future"),
    "urged": Axes("urged", "positive", "underspecified", "future"),
    "possible": Axes("possible", "positive", "possible", "future"),
    "denied": Axes("denied", "negative"), "negated": Axes("negated", "negative"),
}  # fmt: skip
"""What a status says on FactBank's axes where nothing more is known."""
AHEAD = frozenset({"planned", "expected", "urged", "sought"})
CONDITIONED = frozenset({"conditional", "urged", "possible", "expected", "planned"})


def conclude(word: Token, cues: CuesMet, token: Token) -> Assessment:
    """Settle status, axes and number from what was met."""
    tense = _tense(word, cues)
    key = _key(cues)
    status = _status(word, cues, key, tense)
    turned = cues.negative or cues.denied
    negative = turned != is_privative(word)
    shown: Status = "denied" if cues.denied else "negated" if negative else status
    certainty = CERTAINTY.get(key, "certain")
    axes = Axes(shown, "negative" if negative else "positive", certainty, tense)
    grade = grade_of(key, turned, cues, token)  # the number rates the state an "un-" adjective describes
    ahead = cues.effect in (None, "conditional") and (cues.future or cues.would)
    by_modal = ahead or cues.by.lower() == cues.modal != ""
    why = f"“{cues.by or cues.modal}”" if cues.by or cues.modal else f"{tense} tense"
    return Assessment(axes, cues.speech, cues.condition, why, by_modal, factuality_of(grade), grade)


def axes_of(status: Status) -> Axes:
    """Give the axes of a status that was settled without the rules of this room."""
    return AXES[status]


def _key(cues: CuesMet) -> str:
    """Give the cue that decides: a condition with a modal, else the nearest cue, else the future."""
    if cues.condition is not None and (cues.future or cues.would or cues.effect in CONDITIONED):
        return "conditional"
    if cues.by.lower() == "any" and cues.negative:
        return "fact"  # "without any change": no doubt is left
    if cues.effect is not None and cues.effect not in ("ongoing", "purpose"):
        return cues.effect
    if cues.future or cues.would:
        return "expected"
    return cues.effect or "fact"


def _tense(word: Token, cues: CuesMet) -> Tense:
    if cues.future or cues.would or cues.effect in AHEAD:
        return "future"
    tags = {c.tag_ for c in word.children if c.dep_ in ("aux", "aux:pass", "cop")} | {word.tag_}
    perfect = any(c.lemma_ == "have" for c in trees.children(word, "aux"))
    if "VBD" in tags or (word.tag_ == "VBN" and perfect):
        return "past"
    if tags & {"VBZ", "VBP"} or cues.effect in ("purpose", "ongoing"):
        return "present"
    return "past" if word.tag_ == "VBN" else "none" if word.pos_ in ("NOUN", "PROPN") else "present"


def _status(word: Token, cues: CuesMet, key: str, tense: Tense) -> Status:
    if key in STATUS and not (key == "ongoing" and tense == "past"):
        return STATUS[key]
    progressive = word.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in word.children)
    return "ongoing" if progressive else "happened"
