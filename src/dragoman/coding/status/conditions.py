"""Condition clauses: which they are, and which one a word hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.syntax import trees
from dragoman.syntax.parsed import listed, vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

TEMPORAL = frozenset({"once"})


def is_condition(clause: Token) -> bool:
    """Say whether a clause states a condition: "if …", "unless …", "should they …", "in the event of …"."""
    return bool(mark_of(clause))


def mark_of(clause: Token) -> str:
    """Give the word that makes a clause a condition, or the empty string."""
    for child in clause.children:
        effect = vocabulary_of(clause).cues.conditions.get(child.lower_) if child.dep_ in ("mark", "advmod") else None
        if effect == "conditional" and _real(child, clause):
            return child.text
    stray = _stray_mark(clause) or _mark_of_subject(clause)
    return _inversion(clause) or _event_of(clause) or _provided(clause) or stray


def _real(mark: Token, clause: Token) -> bool:
    """Leave out "as if", "even if", and "once" before a past tense."""
    if mark.lower_ in TEMPORAL:
        return mark.dep_ == "mark" and is_present(clause)
    return not (mark.i and mark.nbor(-1).lower_ in ("as", "even"))


def is_present(clause: Token) -> bool:
    """Say whether a finite clause stands in the present tense."""
    return any(t.tag_ in ("VBZ", "VBP") for t in [clause, *trees.children(clause, "aux", "aux:pass", "cop")])


def _inversion(clause: Token) -> str:
    """Give the auxiliary that opens a condition of which `clause` is the verb ("should they attack")."""
    return clause.sent[0].text if inverted(clause) == clause else ""


def inverted(word: Token) -> Token | None:
    """Give the verb of a condition that opens the sentence by an auxiliary before its subject.

    "Were it to attack, the alliance would respond." is read off the order of words: parsers see it too seldom.
    """
    if word.sent[0].lower_ not in listed(word, "inverted auxiliaries"):
        return None
    sentence = list(word.sent)
    if any(t.text == "?" for t in sentence[-3:]):
        return None
    comma = next((n for n, t in enumerate(sentence) if t.text == ","), 0)
    if not any(t.tag_ == "MD" for t in sentence[comma:]):
        return None
    return next((t for t in sentence[2:comma] if t.tag_ in ("VB", "VBN", "VBD", "VBP")), None)


def _provided(clause: Token) -> str:
    """Find "provided they withdraw", of which parsers make the content of a verb "provide"."""
    verb = clause.head
    stray = clause.dep_ in ("ccomp", "xcomp") and verb.lower_ in ("provided", "providing")
    return verb.text if stray and is_present(clause) and trees.own_subject(verb) is None else ""


def _stray_mark(clause: Token) -> str:
    """Find a word of condition just before a present clause that the parser did not tie to it."""
    if clause.dep_ != "parataxis" or clause.left_edge.is_sent_start or not is_present(clause):
        return ""
    before = clause.left_edge.nbor(-1)
    conditional = (
        before.lower_ not in TEMPORAL and vocabulary_of(clause).cues.conditions.get(before.lower_) == "conditional"
    )
    return before.text if conditional else ""


def _mark_of_subject(clause: Token) -> str:
    """Find a word of condition that the parser tied to the subject behind it ("if the fisheries pact takes effect")."""
    marks = [m for subject in trees.children(clause, "nsubj", "nsubj:pass") for m in trees.children(subject, "mark")]
    found = (
        m
        for m in marks
        if vocabulary_of(clause).cues.conditions.get(m.lower_) == "conditional" and m.i < clause.i and _real(m, clause)
    )
    return next((mark.text for mark in found), "")


def _event_of(noun: Token) -> str:
    """Find "in the event of an attack" and "in case of attack"."""
    cases = {c.lower_ for c in trees.children(noun, "case", "fixed")}
    if noun.dep_ in ("nmod", "obl") and "of" in cases:
        if noun.head.lower_ in ("event", "case") and trees.preposition(noun.head) == "in":
            return f"in {noun.head.text}"
        return "in case" if {"in", "case"} <= cases else ""
    return ""


def condition_below(word: Token) -> Token | None:
    """Give the root of the condition that hangs on the word or on the clause it belongs to."""
    for verb in [word, *trees.up(word)]:
        for child in verb.children:
            if child.dep_ in ("advcl", "parataxis") and is_condition(child):
                return child
            if child.dep_ == "obl" and child.lower_ in ("event", "case"):
                return next((c for c in trees.children(child, "nmod") if _event_of(c)), None)
        if verb.dep_ in ("ccomp", "acl:relcl", "parataxis", "advcl"):
            break
    opening = inverted(word)
    return opening if opening is not None and opening.i < word.i else None
