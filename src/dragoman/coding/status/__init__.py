"""How sure a reported deed is: status, FactBank's axes, the condition it hangs on, and who vouches.

The word is read together with its modals and negation, then with each word that governs it, up to the root.
The nearest cue decides the status; implicative verbs turn the polarity on the way; speech verbs decide the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import Assessment, CuesMet
from dragoman.coding.status.climb import climb
from dragoman.coding.status.conclude import conclude
from dragoman.coding.status.conditions import condition_below
from dragoman.coding.status.word import content_word, read_word
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Assessment", "assess"]


def _is_open(clause: Token) -> bool:
    """Say whether the clause that a noun stands in is itself no plain fact."""
    cues = CuesMet()
    read_word(clause, cues)
    climb(clause, cues)
    return cues.future or cues.would or cues.effect not in (None, "ongoing")


def assess(token: Token, light: Token | None = None) -> Assessment:
    """Assess the deed that `token` names; `light` is the light verb that carries its tense and modals."""
    if light is not None and vocabulary_of(token).cues.effect_of(light.lemma_.lower(), "verb", "nom") is not None:
        light = None  # "seek talks": the verb says more than that there are talks
    cues, word = CuesMet(), content_word(light if light is not None else token)
    if light is not None:
        read_word(token, cues)
    read_word(word, cues)
    climb(word, cues)
    cues.shadowed = word.pos_ == "NOUN" and _is_open(content_word(word.head))
    if cues.condition is None:
        cues.condition = condition_below(word)
    return conclude(word, cues, token)
