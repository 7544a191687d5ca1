"""The cues on a word itself: negation, modals, adverbs, determiners and describing adjectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import CuesMet
from dragoman.coding.status.conditions import is_condition, is_present, mark_of
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed, vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

DETACHED = frozenset({"cop", "aux", "aux:pass", "fixed", "flat", "compound:prt"})


def content_word(word: Token) -> Token:
    """Give the word that carries the cues of an auxiliary, a copula or a particle: the one it belongs to."""
    while word.dep_ in DETACHED and word.head != word:
        word = word.head
    return word


def is_negated(word: Token) -> bool:
    """Say whether a negation hangs on a word, or a negative word fills one of its slots ("no troops crossed")."""
    return len(negators(word)) % 2 == 1


def negators(word: Token) -> list[Token]:
    """Give the words that negate a word: its own, or those of what fills its slots."""
    if _not_until(word):
        return []
    found = [n for child in word.children for n in _negator(child)]
    found += _all_but(word)
    for aux in trees.children(word, "aux", "aux:pass"):
        found += [n for n in aux.children if n.lower_ == "nor" or _negator(n)]
    if word.dep_ == "acl" and word.tag_ in ("VBN", "VBD") and trees.children(word, "obj"):
        found += _negator_of_subject(word.head)  # A participle with an object is a verb whose subject was missed.
    if word.pos_ in ("NOUN", "PROPN"):
        found += [
            c
            for c in word.children
            if c.dep_ == "det" and c.lower_ in listed(word, "negative determiners") and c not in found
        ]
    return found


def _not_until(word: Token) -> bool:
    """Find "did not meet until Monday": they met, on Monday."""
    times = [time for time in trees.children(word, "obl") if trees.preposition(time) in ("until", "till")]
    return any(time.pos_ in ("PROPN", "NUM") for time in times)


def _all_but(verb: Token) -> list[Token]:
    """Find "had all but accepted": nearly, and so not."""
    before = [t for t in verb.doc[max(verb.i - 3, verb.sent.start) : verb.i] if t.tag_ != "RB"]
    found = verb.pos_ == "VERB" and [t.lower_ for t in before[-2:]] == ["all", "but"]
    return before[-1:] if found else []


def _negator(child: Token) -> list[Token]:
    lower, dep = child.lower_, child.dep_
    if lower in listed(child, "negations") and dep in ("advmod", "cc", "cc:preconj", "aux", "det"):
        return [] if _only(child) or _idle(child) else [child]
    if dep in ("nsubj", "nsubj:pass", "obj"):
        return [child] if lower in listed(child, "negative pronouns") else _negator_of_subject(child)
    if lower in ("longer", "again") and dep == "advmod":
        return [c for c in child.children if c.lower_ in ("no", "never")][:1]
    return [child] if dep in ("mark", "case", "cc") and lower in listed(child, "without") else []


def _negator_of_subject(noun: Token) -> list[Token]:
    return [
        c for c in trees.children(noun, "det", "cc:preconj", "cc") if c.lower_ in listed(noun, "negative determiners")
    ][:1]


def is_privative(word: Token) -> bool:
    """Find an adjective such as "unpublished" or "unknown", which says that the deed was not done."""
    lower = word.lower_
    if (
        word.tag_ != "JJ"
        or not lower.startswith("un")
        or lower.startswith(("under", "uni"))
        or lower in listed(word, "reversing participles")
    ):
        return False
    return len(lower) > 5 and lower.endswith(("ed", "en", "wn", "rn"))


def _idle(negation: Token) -> bool:
    """Say whether "nor" or "neither" only joins words that another negation covers."""
    joins = negation.dep_ == "cc" and negation.lower_ in ("nor", "neither")
    return joins and trees.own_subject(negation.head) is None and not trees.children(negation.head, "aux")


def _only(negation: Token) -> bool:
    """Say whether "not" is part of "not only", "not just", which negates nothing."""
    after = negation.i + 1
    return after < len(negation.doc) and negation.doc[after].lower_ in ("only", "just", "merely", "least")


def read_word(word: Token, cues: CuesMet, polarity: bool = True) -> None:
    """Read negation (unless `polarity` is off), modals, adverbs and describing words on one word."""
    if polarity and not cues.shielded:
        new = [n for n in negators(word) if n.i not in cues.negators]
        cues.negators.update(n.i for n in new)
        cues.void = cues.void or any(n.head.dep_ == "obj" and n.head.head == word for n in new)
        if len(new) % 2:
            cues.turn()
    for child in word.children:
        if child.dep_ == "aux":
            read_modal(child, cues)
        elif child.dep_ == "advmod":
            effect = vocabulary_of(word).cues.effect_of(child.lower_, "adv", "any")
            _apply(effect if effect != "-|+" or _bears_on_verb(child) else None, child, cues)
        elif child.dep_ in ("amod", "compound") and word.pos_ in ("NOUN", "PROPN"):
            if child.lower_ != "little" or not trees.children(word, "det"):  # "a little progress" is some
                _apply(vocabulary_of(word).cues.effect_of(child.lower_, "adj", "nom"), child, cues)
        elif child.dep_ == "det" and child.lower_ == "any":
            cues.note("possible", child.text)
    read_subordinator(word, cues)


def _bears_on_verb(adverb: Token) -> bool:
    """Tell "almost signed" from "almost two years", which parsers hang on the verb."""
    after = adverb.i + 1
    return after < len(adverb.doc) and adverb.doc[after].pos_ in ("VERB", "AUX", "ADV")


def read_modal(aux: Token, cues: CuesMet) -> None:
    """Take note of a modal."""
    effect = vocabulary_of(aux).cues.modals.get(aux.lower_)
    if effect is None:
        return
    cues.modal = cues.modal or aux.lower_
    if effect == "future":
        cues.future = True
    elif effect == "would":
        cues.would = True
    else:
        cues.note(effect, aux.text)


def _apply(effect: str | None, by: Token, cues: CuesMet) -> None:
    if effect is None:
        return
    if effect == "unlikely":
        cues.note("probable", by.text)
        cues.turn()
    elif "|" in effect:
        if effect.startswith("-"):
            cues.turn()
            cues.by = cues.by or by.text
    else:
        cues.note(effect, by.text)


def read_subordinator(word: Token, cues: CuesMet) -> None:
    """Read "if", "unless", "whether" or an inverted auxiliary at the head of the word's own clause."""
    if is_condition(word):
        cues.note("conditional", mark_of(word))
        cues.condition = cues.condition or word
    for child in word.children:
        effect = (
            vocabulary_of(word).cues.conditions.get(child.lower_) if child.dep_ in ("mark", "advmod", "case") else None
        )
        if effect == "question" or (effect == "expected" and is_present(word)):
            cues.note(effect, child.text)
