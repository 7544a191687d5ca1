"""What an event is about, and its PLOVER contexts: cue words from the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.event import About
from dragoman.syntax.parsed import vocabulary_of
from dragoman.syntax.trees import preposition
from dragoman.vocab.cues import NO_TOPIC

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.page import Sentence

REACH = 3
"""How many steps below the trigger its topics are looked for: arguments and what hangs on them."""


def topics(trigger: Token, sentence: Sentence) -> tuple[About, ...]:
    """Give what the event is about: nouns below the trigger that the vocabulary knows, each kind once."""
    found: dict[str, About] = {}
    for token in _below(trigger, REACH):
        kind = _kind_of(token)
        if kind is not None and kind not in found:
            words = _phrase(token)
            start = words[0].idx + sentence.offset
            end = words[-1].idx + len(words[-1]) + sentence.offset
            found[kind] = About(kind, sentence.page.document.text[start:end], start, end)
    return tuple(found[kind] for kind in sorted(found, key=lambda k: found[k].start))


def _kind_of(token: Token) -> str | None:
    """Give the kind of topic of a noun: its row with the preposition before it ("into force") goes before its own."""
    cues, lemma = vocabulary_of(token).cues.topics, token.lemma_.lower()
    kind = cues.get(f"{preposition(token)} {lemma}", cues.get(lemma))
    return None if kind == NO_TOPIC else kind


def _below(token: Token, steps: int) -> list[Token]:
    out = []
    for child in token.children:
        if child.dep_ not in ("nsubj", "nsubj:pass", "parataxis", "conj") and steps:
            out += [child, *_below(child, steps - (child.dep_ not in ("conj", "compound", "amod")))]
        elif child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and steps:
            out += [child, *_below(child, steps - 1)]
    return out


def _phrase(noun: Token) -> list[Token]:
    """Give the noun with the describing words right before it."""
    words = [noun]
    while (
        words[0].i > noun.sent.start
        and words[0].nbor(-1).dep_ in ("amod", "compound")
        and words[0].nbor(-1).head in words
    ):
        words.insert(0, words[0].nbor(-1))
    return words


def contexts(sentence: Sentence) -> tuple[str, ...]:
    """Give the PLOVER contexts of a sentence by its lemmas, in alphabetical order."""
    cues, lemmas = sentence.vocabulary.cues.contexts, {token.lemma_.lower() for token in sentence.span}
    return tuple(sorted({cues[lemma] for lemma in lemmas if lemma in cues}))
