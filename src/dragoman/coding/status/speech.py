"""The speech verb over a word, under which it is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import CuesMet
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed, vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def speech_above(word: Token, cues: CuesMet) -> None:
    """Look for the speech verb over, after or inside the sentence, if none was met yet."""
    if cues.speech is not None:
        return
    below = word
    for head in [word, *trees.up(word)]:
        if (
            head.lemma_ in listed(word, "citing verbs")
            and head.tag_ == "VBG"
            and head.dep_ in ("advcl", "acl")
            and _speaks(head.head)
        ):
            cues.speech = head.head
            return
        if head != word and below.dep_ in ("ccomp", "parataxis", "xcomp") and _speaks(head):
            cues.speech = head
            return
        for child in trees.children(head, "parataxis", "ccomp"):
            if child != below and _speaks(child) and _interrupts(child):
                cues.speech = child
                return
        below = head


def _speaks(verb: Token) -> bool:
    return verb.pos_ == "VERB" and vocabulary_of(verb).cues.vouches(verb.lemma_.lower(), "fin")


def _interrupts(verb: Token) -> bool:
    """Say whether a speech verb has a speaker and no content of its own ("…, the ministry said")."""
    return trees.own_subject(verb) is not None and not trees.children(verb, "ccomp", "xcomp")
