"""Find the words of a parsed sentence that some frame names as a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.candidates.frames.prefilter import forms
from dragoman.coding.predicates import Predicate, light_verb
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed, vocabulary_of
from dragoman.vocab import Vocabulary
from dragoman.vocab.events import Kind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 5
"""How many words a particle may stand behind its verb ("handed three suspects over")."""


def find_triggers(sent: Span) -> list[Predicate]:
    """Give the predicates of a sentence in text order.

    One word may give several, the likeliest first: with its particle ("rule out"), then alone.
    """
    return [predicate for token in sent for predicate in _predicates(token)]


def _kind(token: Token) -> Kind | None:
    if token.pos_ == "VERB" or (token.pos_ in ("ADJ", "AUX") and token.tag_ in ("VBN", "VBD", "VBG", "VBP", "VBZ")):
        return "verb"
    if (
        token.tag_ == "JJ"
        and token.dep_ == "amod"
        and ("verb", token.lower_) in vocabulary_of(token).made(lemmas_by_form)
        and trees.swallowed_subject(token)
    ):
        return "verb"
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.dep_ in ("root", "ROOT")):
        return "noun"
    return "adj" if token.pos_ == "ADJ" else None


def _predicates(token: Token) -> list[Predicate]:
    kind = _kind(token)
    if kind is None:
        return []
    index, lemma = vocabulary_of(token).events.by_trigger, trigger_lemma(token, kind)
    found: list[Predicate] = []
    if kind == "verb":
        found += _phrasal(token, lemma, _particles(token))
        if token.tag_ in ("VBN", "JJ") and ("adj", token.lower_) in index and trees.children(token, "cop", "aux:pass"):
            found.append(Predicate(token, "adj", token.lower_))
    light = light_verb(token) if kind == "noun" else None
    if kind == "noun":
        found += [
            Predicate(token, kind, f"{part.lower_} {lemma}", light)
            for part in trees.children(token, "compound", "amod") if (kind, f"{part.lower_} {lemma}") in index
        ]  # fmt: skip
    if (kind, lemma) in index:
        found.append(Predicate(token, kind, lemma, light))
    if kind == "verb":
        found += _phrasal(token, lemma, _far_particles(token))
    if not found and kind == "noun" and token.tag_.startswith("NN") and token.dep_ in ("root", "ROOT", "conj"):
        found += _misread_verb(token)
    return found


def trigger_lemma(token: Token, kind: Kind) -> str:
    """Give the lemma to look a word up by: the pipeline's, or the trigger that the word is a regular form of."""
    lemma = token.lemma_.lower()
    if (kind, lemma) in vocabulary_of(token).events.by_trigger:
        return lemma
    return vocabulary_of(token).made(lemmas_by_form).get((kind, token.lower_), lemma)


def lemmas_by_form(vocabulary: Vocabulary) -> dict[tuple[Kind, str], str]:
    """Give for each regular form of a trigger the trigger: the pipeline's table does not know every verb."""
    words = {
        (kind, word.split()[0]) for kind, word in vocabulary.events.by_trigger if kind == "verb" or " " not in word
    }
    return {(kind, form): word for kind, word in sorted(words) for form in sorted(forms(word))}


def _misread_verb(token: Token) -> list[Predicate]:
    """Take a noun at the root as the verb it looks like: the tagger slips on headlines ("Army shells town")."""
    has_subject = any(c.dep_.startswith("nsubj") for c in trees.kids(token))
    lemma = token.lemma_.lower()
    if has_subject and ("verb", lemma) in vocabulary_of(token).events.by_trigger:
        return [Predicate(token, "verb", lemma)]
    return []


def _phrasal(verb: Token, lemma: str, particles: list[Token]) -> list[Predicate]:
    """Give the predicates of a verb with one of the particles that the frames know with it."""
    phrases = [(f"{lemma} {particle.lower_}", particle) for particle in particles]
    return [
        Predicate(verb, "verb", phrase, particle=p)
        for phrase, p in phrases
        if ("verb", phrase) in vocabulary_of(verb).events.by_trigger
    ]


def _particles(verb: Token) -> list[Token]:
    """List the particles of a verb: its own, or a bare one right behind it."""
    own = [
        c
        for c in trees.kids(verb)
        if c.dep_ in ("compound:prt", "advmod") and c.lower_ in listed(verb, "particles") and c.i > verb.i
    ]
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return own + [t for t in following if t.lower_ in listed(verb, "particles") and t not in own]


def _far_particles(verb: Token) -> list[Token]:
    """List what may be a particle behind the object but was read as a preposition ("handed them over to X")."""
    near = _particles(verb)
    return [
        case for noun in trees.kids(verb) if noun.dep_ in ("obl", "nmod", "obl:arg", "advcl", "xcomp")
        for case in trees.kids(noun)
        if case.dep_ in ("case", "mark") and case.lower_ in listed(verb, "particles")
        and 0 < case.i - verb.i <= REACH and case not in near
    ]  # fmt: skip
