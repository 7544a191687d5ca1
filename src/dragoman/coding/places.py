"""Where an event took place: a city or country that hangs on it by a preposition of place, or that is visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import name_at
from dragoman.coding.page import Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model.event import Place
from dragoman.syntax import trees

if TYPE_CHECKING:
    from spacy.tokens import Token

VISITED = frozenset({"obj", "to"})
KINDS = frozenset({"capital", "place", "country"})


def place_of(predicate: Predicate, sentence: Sentence, mode: str | None) -> Place | None:
    """Give the place of an event, or None if the sentence names none; a visit takes place where it leads."""
    words = [predicate.token] + ([predicate.light] if predicate.light is not None else [])
    spots = [
        noun
        for word in words
        for prep, noun in trees.obliques(word)
        if prep in predicate.vocabulary.grammar["locative"]
    ]
    spots += [
        noun
        for obj in predicate.slot("obj")
        for prep, noun in trees.obliques(obj)
        if prep in predicate.vocabulary.grammar["locative"]
    ]
    if mode == "visit":
        spots += [noun for slot in sorted(VISITED) for noun in predicate.slot(slot)]
    return next((place for spot in spots if (place := _named(spot, sentence)) is not None), None)


def _named(noun: Token, sentence: Sentence) -> Place | None:
    """Give the place that a noun names: it must be the name itself, not a person or body of the place."""
    name = name_at(sentence.page.finder.names, noun.idx + sentence.offset)
    return Place(name.text, name.code) if name is not None and name.kind in KINDS and name.code else None
