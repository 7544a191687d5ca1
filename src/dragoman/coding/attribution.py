"""Who vouches for what a word reports: the page itself, or the source that its sentence names. Decided here and once.

A source is who speaks in the speech verb over the word, whom that verb cites, or X of "according to X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.event import PAGE, Holder
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed

if TYPE_CHECKING:
    from spacy import tokens
    from spacy.tokens import Token

    from dragoman.coding.page import Sentence
    from dragoman.model.document import Span

NAMING = frozenset({"flat", "compound", "nmod", "det", "amod", "nmod:poss", "nummod", "nmod:desc"})
"""Relations of the words that belong to a source's name."""


def holder_of(word: Token, speech: Token | None, sentence: Sentence) -> Holder:
    """Give who vouches for what `word` reports; `speech` is the speech verb over it, if there is one."""
    source = source_of(word, speech)
    if source is None:
        return PAGE
    start, end = _name(source, sentence)
    actors = sentence.actors(source)
    return Holder("source", sentence.page.document.text[start:end], start, end, actors[0].code if actors else None)


def source_of(word: Token, speech: Token | None) -> Token | None:
    """Give the head of the phrase that names who vouches; None if the page does.

    "X said, citing Y" gives Y; "Y was quoted as saying" gives Y; otherwise the speaker, or X of "according to X".
    """
    if speech is not None:
        found = _cited(speech) or _speaker(speech)
        if found is not None:
            return found
    return _according_to(word)


def _name(source: Token, sentence: Sentence) -> Span:
    """Give where a source's name stands: its noun phrase without the preposition before it and clauses behind it."""
    left = right = source
    for child in reversed(list(source.lefts)):
        if child.dep_ not in NAMING or child.right_edge.i != left.i - 1:
            break
        left = child.left_edge
    for child in source.rights:
        if child.dep_ not in NAMING or child.left_edge.i != right.i + 1:
            break
        right = child.right_edge
    return sentence.place(left)[0], sentence.place(right)[1]


def _speaker(speech: Token) -> Token | None:
    if speech.tag_ == "VBG" and speech.head.lemma_ in listed(speech, "citing verbs"):
        speech = speech.head
    if speech.lemma_ in listed(speech, "citing verbs") and not trees.is_passive(speech):
        quoted = trees.children(speech, "obj")
        return quoted[0] if quoted else trees.own_subject(speech)
    if trees.is_passive(speech) and speech.lemma_ not in listed(speech, "citing verbs"):
        found = trees.agents(speech)
        return found[0] if found else None
    return trees.surface_subject(speech)


def _cited(speech: Token) -> Token | None:
    said = trees.children(speech, "ccomp", "parataxis")
    clauses = [c for host in [speech, *said] for c in trees.children(host, "advcl", "acl")]
    for clause in clauses + _clauses_of_subject(speech):
        if clause.lemma_ in listed(speech, "citing verbs") and clause.tag_ == "VBG":
            found = trees.children(clause, "obj")
            return found[0] if found else None
    return None


def _clauses_of_subject(speech: Token) -> list[Token]:
    subject = trees.own_subject(speech)
    return trees.children(subject, "acl") if subject is not None else []


def _according_to(word: Token) -> Token | None:
    """Find "according to X" that is said of the clause of a word.

    It is said of the clause it hangs on and of what stands below that; at the head or the end of a sentence, where
    parsers hang it on any noun, of the whole.
    """
    above = [word, *trees.up(word)]
    for phrase in _credited(word.sent):
        clause = next((t for t in (phrase, *trees.up(phrase)) if t.pos_ in ("VERB", "AUX") and t != phrase), None)
        if phrase.head in above or clause in above or _frames_all(phrase):
            return phrase
    return None


def _credited(sentence: tokens.Span) -> list[Token]:
    """Give the heads of what stands behind "according to"."""
    found = []
    for token in sentence:
        if token.lower_ == "according":
            behind = (t for t in token.doc[token.i + 1 : sentence.end] if t.pos_ not in ("ADP", "SCONJ", "PUNCT"))
            found += [t for t in behind if _case_of(t, token) or t.head == token][:1]
    return found


def _case_of(noun: Token, according: Token) -> bool:
    return any(c == according or c.head == according for c in noun.children if c.dep_ in ("case", "fixed", "mark"))


def _frames_all(phrase: Token) -> bool:
    """Say whether "according to X" opens or closes its sentence."""
    span = [t for t in phrase.sent if not t.is_punct]
    first = min((t.i for t in phrase.subtree if not t.is_punct), default=phrase.i)
    return bool(span) and (span[0].i == first or span[-1].i == phrase.right_edge.i or span[-1].i == phrase.i)
