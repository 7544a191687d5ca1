"""Centering: what a sentence goes on about, and what a pronoun in it cannot mean.

After Grosz, Joshi and Weinstein (1995): the next sentence most likely takes up the subject of this one, less likely its
object; and (binding) a pronoun is never another argument of its own clause or noun phrase.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import NameHit, name_at
from dragoman.actors.references import pronouns
from dragoman.actors.tree import preposition
from dragoman.model.actor import Actor
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OTHERS = ("obj", "iobj", "obl", "obl:agent", "nmod:poss", "ROOT")
ARGUMENTS = (*SUBJECTS, "obj", "iobj", "obl", "obl:agent", "obl:arg")


def centers(doc: "Doc") -> Iterator["Token"]:
    """Give the nouns of parsed text by salience: the last sentence first; subjects from the main clause down, objects,
    the rest."""
    for sentence in reversed(list(doc.sents)):
        yield from sorted((word for word in sentence if _may_center(word)), key=_salience)


def main_subject(sentence: "Span") -> "Token | None":
    """Give the subject of the main clause, or None."""
    return next((child for child in sentence.root.children if child.dep_ in SUBJECTS), None)


def _may_center(word: "Token") -> bool:
    if word.dep_ not in SUBJECTS + OTHERS:
        return False
    return word.pos_ in ("NOUN", "PROPN") or is_pronoun(word)


def is_pronoun(word: "Token") -> bool:
    """Tell if a word is a pronoun that may stand for an actor."""
    return word.lower_ in vocabulary_of(word).made(pronouns)


def _salience(word: "Token") -> tuple[bool, bool, int, int]:
    depth = sum(1 for _ in word.ancestors)
    return word.dep_ not in SUBJECTS, word.dep_ not in ("obj", "iobj"), depth, word.i


def mates(pronoun: "Token") -> list["Token"]:
    """Give the heads of the noun phrases that a pronoun does not mean: those beside it in its clause, and for
    a possessive those that hang on the noun it owns ("his meeting with Kim" is not Kim's)."""
    head = pronoun.head
    if pronoun.dep_ == "nmod:poss":
        return [word for word in head.subtree if word.i > head.i and word.dep_ in ("nmod", "obl", "appos", "conj")]
    beside = [child for child in head.children if child.dep_ in ARGUMENTS and child.i != pronoun.i]
    return [*beside, *(part for child in beside for part in child.children if part.dep_ == "conj")]


def owns_phrase_of(noun: "Token", pronoun: "Token") -> bool:
    """Tell if a pronoun stands in the phrase of `noun` itself, no clause or conjunct between: "a friend of his"."""
    below = pronoun
    for head in pronoun.ancestors:
        if below.dep_ == "conj" or head.pos_ in ("VERB", "AUX"):
            return False
        if head.i == noun.i:
            return True
        below = head
    return False


class Barred:
    """The actors that a pronoun cannot stand for, by the names at its `mates`."""

    def __init__(self, pronoun: "Token", offset: int, names: Sequence[NameHit]) -> None:
        self.persons: set[str | None] = set()
        self.codes: set[str | None] = set()
        self.pronouns: list[Token] = []
        """Pronouns before this one beside it: add what they stand for to `persons`."""
        grammar = vocabulary_of(pronoun).grammar
        human = pronoun.lower_ in grammar["human pronouns"]
        for word in mates(pronoun):
            at, link = word.idx + offset, preposition(word)
            if is_pronoun(word) and word.i < pronoun.i:
                self.pronouns.append(word)
            hit = name_at(names, at)
            if hit is None or hit.code is None or link in grammar["placing prepositions"]:
                continue
            if hit.kind == "person":
                self.persons.add(hit.name)
            if not human or (hit.kind != "person" and link in grammar["facing prepositions"]):
                self.codes.add(hit.code)

    def __contains__(self, actor: object) -> bool:
        return (
            isinstance(actor, Actor)
            and actor.code is not None
            and (actor.name in self.persons or actor.code in self.codes)
        )
