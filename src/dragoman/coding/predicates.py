"""A word that may report an event, and what fills its slots.

A slot is `subj`, `obj`, `iobj`, `comp` (the subject of the complement), `obj.poss` (who or where the object belongs to;
`subj.poss` likewise), `obj.compound` (names before the object), or a preposition (`subj.with`: on the subject). Verbs,
nouns and adjectives answer the same questions, so that frames need not know the construction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.syntax import trees
from dragoman.syntax.parsed import vocabulary_of
from dragoman.vocab import Vocabulary
from dragoman.vocab.events import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Predicate:
    """A trigger in its sentence: the word, its kind, the lemma it was looked up by, and the light verb it leans on."""

    token: Token
    kind: Kind
    lemma: str
    light: Token | None = None
    particle: Token | None = None
    cache: dict[str, list[Token]] = field(default_factory=dict, compare=False)

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the text is read with."""
        return vocabulary_of(self.token)

    def slot(self, name: str) -> list[Token]:
        """Give the heads of the noun phrases in slot `name`, conjuncts not yet split off."""
        if name not in self.cache:
            self.cache[name] = self._fill(name)
        return self.cache[name]

    def _fill(self, name: str) -> list[Token]:
        if name == "obj.poss":
            return [owner for obj in self.slot("obj") for owner in owners(obj)]
        if name == "obj.compound":
            # "gave North Korea missiles" is often parsed as if the missiles were called so.
            names = [c for obj in self.slot("obj") for c in trees.children(obj, "compound")]
            return [name for name in names if name.pos_ == "PROPN"]
        if name == "subj.poss":
            return [owner for subject in self.slot("subj") for owner in owners(subject)]
        if name.startswith("subj."):
            return [n for subject in self.slot("subj") for n in hanging(subject, name.removeprefix("subj."))]
        if name == "comp":
            return [s for verb in self.complements() for s in trees.agents(verb) + trees.patients(verb)]
        if name == "comp.obj":
            return [s for verb in self.complements() for s in content_slot(verb, name)]
        if name == "comp.subj":
            return [s for verb in self.complements() for s in trees.agents(verb)]
        if self.kind == "verb":
            return self._verb_slot(name)
        return self._noun_slot(name) if self.kind == "noun" else self._adjective_slot(name)

    def complements(self) -> list[Token]:
        """Give the verbs of the complement clauses: infinitives, that-clauses, "from …ing", "calls to …"."""
        found = trees.children(self.token, "xcomp", "ccomp", "acl", "advcl")
        if self.kind != "noun" and not found:
            nouns = self.slot("obj") + [noun for _, noun in trees.obliques(self.token)]
            found = [c for noun in nouns for c in trees.children(noun, "acl") if c.tag_ == "VB"]
        infinitive = [c for c in found if c.dep_ != "advcl" or c.tag_ in ("VB", "VBG")]
        return [c for c in infinitive if c.pos_ in ("VERB", "AUX", "NOUN", "ADJ")]

    def _verb_slot(self, name: str) -> list[Token]:
        verb = self.token
        if name == "subj":
            return trees.agents(verb)
        if name == "obj":
            return trees.patients(verb) or self._split_object()
        if name == "iobj":
            return trees.children(verb, "iobj")
        below = trees.obliques(verb) + [
            p for c in trees.children(verb, "advmod", "compound:prt") for p in trees.obliques(c)
        ]
        phrases = [
            (prep, noun)
            for prep, noun in below
            if noun.lemma_.lower() not in self.vocabulary.events.classes["calendar"]
        ]
        found = [noun for prep, noun in phrases if prep == name]
        if not found:
            found = [noun for obj in self.slot("obj") for part in trees.conjuncts(obj) for noun in hanging(part, name)]
        if not found and name == "between":
            found = [noun for subject in trees.agents(verb) for noun in hanging(subject, name)]
        if not found and name not in ("in", "at", "of"):
            found = [inner for prep, noun in phrases if prep == "for" for inner in hanging(noun, name)]
        return found

    def _split_object(self) -> list[Token]:
        """Give the object that the parser took for a prepositional phrase of the particle ("handed over three men")."""
        return [self.particle.head] if self.particle is not None and self.particle.dep_ == "case" else []

    def _adjective_slot(self, name: str) -> list[Token]:
        subject = trees.surface_subject(self.token)
        if name == "subj":
            return [subject] if subject is not None else []
        return [noun for prep, noun in trees.obliques(self.token) if prep == name]

    def _noun_slot(self, name: str) -> list[Token]:
        noun = self.token
        if name == "subj":
            return self._noun_agents()
        hung = trees.obliques(noun)
        if name == "obj":
            return [n for prep, n in hung if prep == "of"]
        found = hanging(noun, name)
        if not found and self.light is not None:
            found = [n for prep, n in trees.obliques(self.light) if prep == name]
        if (
            not found
            and self.light is None
            and noun.dep_ in ("obj", "nsubj", "nsubj:pass")
            and name not in self.vocabulary.grammar["places"]
        ):
            found = [n for prep, n in trees.obliques(noun.head) if prep == name]
        return found

    def _noun_agents(self) -> list[Token]:
        noun = self.token
        by = hanging(noun, "by")
        owned = trees.children(noun, "nmod:poss")
        if self.light is not None:
            return by or trees.agents(self.light) or owned
        return by or owned or [c for c in trees.kids(noun) if _names_an_actor(c)]


def hanging(noun: Token, name: str, depth: int = 2) -> list[Token]:
    """Give the nouns that hang on `noun` by the preposition `name`, or on what it is made of or meant for.

    "Tons of aid to X", "reservists for a war against X".
    """
    hung = trees.obliques(noun)
    found = [
        n for prep, n in hung if prep == name and n.lemma_.lower() not in vocabulary_of(noun).events.classes["calendar"]
    ]
    if found or not depth:
        return found
    through = ("of", "for", "in", "by") if name in ("against", "with") else ("of",)
    return [n for prep, inner in hung if prep in through for n in hanging(inner, name, depth - 1)]


def _names_an_actor(modifier: Token) -> bool:
    """Say whether a word before a noun may name who acts: a nationality ("Israeli raid") or a noun ("rebel raid")."""
    if modifier.dep_ == "amod":
        return modifier.text[0].isupper()
    return modifier.dep_ in ("compound", "nmod:desc") and modifier.pos_ in ("NOUN", "PROPN")


def owners(noun: Token) -> list[Token]:
    """Give who or where a noun belongs to: possessor, nationality, "of X", "to X", "in X"."""
    out = trees.children(noun, "nmod:poss")
    out += [c for c in trees.children(noun, "amod", "compound") if _names_an_actor(c)]
    return out + [
        n for prep, n in trees.obliques(noun) if prep in ("of", "to", "from", "in", "by", "against", "with", "on")
    ]


REACHING = ("to", "with", "against", "from", "for", "on", "over", "in")
"""Prepositions by which a deed reaches whom it concerns, the surest first."""


def content_slot(verb: Token, slot: str, depth: int = 3) -> list[Token]:
    """Give the subjects or objects of one complement verb (`comp.subj`, `comp.obj`), the likeliest recipient first.

    Objects reach deep: "provide 70 million dollars of aid for Poland", "plan to help the army fight the rebels".
    """
    if slot == "comp.subj":
        return trees.agents(verb)
    objects = trees.children(verb, "iobj") + trees.patients(verb)
    deep = [noun for prep in REACHING for obj in objects for noun in hanging(obj, prep)]
    inner = trees.children(verb, "xcomp", "ccomp") if depth else []
    chained = [noun for lower in inner for noun in content_slot(lower, "comp.obj", depth - 1)]
    return objects + far_obliques(verb) + deep + [owner for obj in objects for owner in owners(obj)] + chained


def far_obliques(verb: Token) -> list[Token]:
    """Give the nouns that a complement verb reaches by a preposition ("attacks on X", "withdraw from X")."""
    return [n for prep, n in trees.obliques(verb) if prep in ("from", "to", "with", "against", "on", "of", "for", "in")]


def light_verb(noun: Token) -> Token | None:
    """Give the light verb that a noun leans on ("hold talks", "talks were held", "paid a visit"), if there is one."""
    head = noun
    while head.dep_ == "conj" or (
        head.dep_ == "compound" and head.head.lemma_ in vocabulary_of(noun).events.classes["empty_nouns"]
    ):
        head = head.head
    if head.dep_ in ("obj", "nsubj:pass") and head.head.lemma_ in vocabulary_of(noun).events.light_verbs:
        return head.head
    if head.dep_ == "obl" and any(
        phrase in vocabulary_of(noun).events.light_verbs for phrase in _with_preposition(head)
    ):
        return head.head
    return _relative_light(noun)


def _with_preposition(noun: Token) -> list[str]:
    """Give the light verb that a prepositional phrase may hang on: "engage in", "take part in"."""
    verb, prep = noun.head, trees.preposition(noun)
    return [f"{verb.lemma_} {prep}", *(f"{verb.lemma_} {obj.lemma_} {prep}" for obj in trees.children(verb, "obj"))]


def _relative_light(noun: Token) -> Token | None:
    """Find the light verb in a relative or participial clause on the noun ("the talks held by both sides")."""
    for clause in trees.children(noun, "acl", "acl:relcl"):
        if clause.lemma_ in vocabulary_of(noun).events.light_verbs and noun in trees.patients(clause):
            return clause
    return None


def content_words(predicate: Predicate) -> set[int]:
    """Give the places of the words that say what a speech act asks, threatens, refuses or alleges."""
    heads = list(predicate.complements()) + predicate.slot("obj") + predicate.slot("for") + predicate.slot("of")
    words: set[int] = set()
    for head in heads:
        for verb in trees.conjuncts(head):
            words.add(verb.i)
            words |= {n.i for n in trees.patients(verb)} if verb.pos_ == "VERB" else set()
            words |= {n.i for _, n in trees.obliques(verb)}
            words |= {n.i for n in trees.children(verb, "xcomp", "acl", "conj")}
    return words - {predicate.token.i}
