"""Who vouches: the speech verb over a word, and the source phrase it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import Cues
from dragoman.syntax import trees
from dragoman.vocab.cues import vouches

if TYPE_CHECKING:
    from spacy.tokens import Token

CITING = frozenset({"cite", "quote"})
STEPS = 8


def speech_above(word: Token, cues: Cues) -> None:
    """Look for the speech verb over, after or inside the sentence, if none was met yet."""
    if cues.speech is not None:
        return
    below = word
    for head in [word, *trees.up(word)]:
        if head.lemma_ in CITING and head.tag_ == "VBG" and head.dep_ in ("advcl", "acl") and _speaks(head.head):
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
    return verb.pos_ == "VERB" and vouches(verb.lemma_.lower(), "fin")


def _interrupts(verb: Token) -> bool:
    """Say whether a speech verb has a speaker and no content of its own ("…, the ministry said")."""
    return trees.own_subject(verb) is not None and not trees.children(verb, "ccomp", "xcomp")


def find_source(word: Token, speech: Token | None) -> Token | None:
    """Give the head of the phrase that names who vouches; None if the page does.

    "X said, citing Y" gives Y; "Y was quoted as saying" gives Y; otherwise the speaker, or X of "according to X".
    """
    if speech is not None:
        cited = _cited(speech)
        if cited is not None:
            return cited
        speaker = _speaker(speech)
        if speaker is not None:
            return speaker
    return _according_to(word)


def _speaker(speech: Token) -> Token | None:
    if speech.tag_ == "VBG" and speech.head.lemma_ in CITING:
        speech = speech.head
    if speech.lemma_ in CITING and not trees.is_passive(speech):
        quoted = trees.children(speech, "obj")
        return quoted[0] if quoted else trees.own_subject(speech)
    if trees.is_passive(speech) and speech.lemma_ not in CITING:
        found = trees.agents(speech)
        return found[0] if found else None
    return trees.surface_subject(speech)


def _cited(speech: Token) -> Token | None:
    said = trees.children(speech, "ccomp", "parataxis")
    clauses = [c for host in [speech, *said] for c in trees.children(host, "advcl", "acl")]
    for clause in clauses + _clauses_of_subject(speech):
        if clause.lemma_ in CITING and clause.tag_ == "VBG":
            found = trees.children(clause, "obj")
            return found[0] if found else None
    return None


def _clauses_of_subject(speech: Token) -> list[Token]:
    subject = trees.own_subject(speech)
    return trees.children(subject, "acl") if subject is not None else []


def _according_to(word: Token) -> Token | None:
    """Find "according to X" on the word or on a clause above it."""
    for head in [word, *trees.up(word)]:
        for child in head.children:
            if any(c.lower_ == "according" for c in trees.children(child, "case", "fixed")):
                return child
            if child.lower_ == "according":
                return next(iter(trees.children(child, "obl", "obj", "nmod")), None)
    return None
