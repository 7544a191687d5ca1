"""The actors of a parsed document: noun phrases become actors, references are followed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from dragoman.language.actors.gazetteer import Gazetteer, NameHit
from dragoman.language.actors.phrase import Phrase, PhraseReader
from dragoman.language.actors.references import PRONOUNS, Memory, suits
from dragoman.language.actors.tree import conjuncts, phrase_at
from dragoman.model.actor import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


class ActorFinder:
    """Finds the actors of one document. `names` are all names in its text, sorted."""

    names: list[NameHit]

    def __init__(self, text: str, on: str | None = None) -> None:
        """Take the whole text of the document and the day it was published: an EDTF or ISO date, or None."""
        self.text = text
        self.on = first_day(on)
        self.names = Gazetteer.load().find_names(text, self.on)
        self._reader = PhraseReader(text, self.names, self.on)
        self._memory = Memory(text, self.names)

    def actors_at(self, token: "Token", offset: int) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token` and of those coordinated with it.

        `offset` is where the sentence of the token begins in the document. An actor that nothing resolves has code None.
        """
        actors: list[Actor] = []
        for head in (token, *conjuncts(token, offset, self.names)):
            actors += self._phrase_actors(head, offset, actors)
        return tuple(actors)

    def remember(self, actors: tuple[Actor, ...]) -> None:
        """Note the actors of an event, in text order, so that later references resolve to them."""
        self._memory.remember(actors)

    def _phrase_actors(self, head: "Token", offset: int, before: list[Actor]) -> tuple[Actor, ...]:
        if head.lower_ in PRONOUNS:
            return (self._pronoun(head, offset),)
        phrase = phrase_at(head, offset, self.names)
        actors = self._reader.actors(phrase)
        if any(actor.code for actor in actors):
            return actors
        pair = self._memory.pair(self.text[phrase.start : phrase.end], phrase.start)
        if pair:
            return tuple(_stand_in(phrase, self.text, actor) for actor in pair)
        owner = self._owner(head, offset) or self._shared(head, before)
        if owner is not None:
            return tuple(msgspec.structs.replace(actor, code=owner.code, antecedent=owner.start) for actor in actors)
        return tuple(self._at_home(actor, head, offset) for actor in actors)

    def _pronoun(self, token: "Token", offset: int) -> Actor:
        """Follow a pronoun: to a subject before it in the sentence, else to what the sentences before named."""
        start = token.idx + offset
        for actor in self._candidates(token, offset):
            if suits(token.lower_, actor) and _agrees(token.lower_, actor):
                return self._refer(token, start, actor)
        earlier = self._memory.pronoun(token.text, start, offset)
        if earlier is not None:
            return self._refer(token, start, earlier)
        return Actor(text=token.text, start=start, end=start + len(token.text))

    def _candidates(self, token: "Token", offset: int) -> Iterator[Actor]:
        """Give the actors before a pronoun in its sentence: subjects, the nearest first, then other nouns."""
        earlier = [word for word in reversed(token.doc[: token.i]) if word.pos_ in ("NOUN", "PROPN")]
        subjects = [word for word in earlier if word.dep_ in SUBJECTS]
        others = [word for word in earlier if word.dep_ in ("obj", "obl", "obl:agent", "nmod:poss", "root", "ROOT")]
        for word in (*subjects, *others):
            if not token.is_ancestor(word) and token not in word.subtree:
                yield from self._reader.actors(phrase_at(word, offset, self.names))

    def _refer(self, token: "Token", start: int, actor: Actor) -> Actor:
        return msgspec.structs.replace(
            actor, text=token.text, start=start, end=start + len(token.text), antecedent=actor.start
        )

    def _owner(self, head: "Token", offset: int) -> Actor | None:
        """Give the actor that a possessive pronoun before a noun stands for: "his government"."""
        for child in head.lefts:
            if child.dep_ == "nmod:poss" and child.lower_ in PRONOUNS:
                owner = self._pronoun(child, offset)
                return owner if owner.code else None
        return None

    @staticmethod
    def _shared(head: "Token", before: list[Actor]) -> Actor | None:
        """Give the actor whose nationality a bare conjunct shares: "French police and soldiers"."""
        if not before or any(child.dep_ == "det" for child in head.lefts):
            return None
        first = before[0]
        return first if first.code and first.sector and first.name is None else None

    def _at_home(self, actor: Actor, head: "Token", offset: int) -> Actor:
        """Give a domestic actor the country that the sentence or the text around it is about."""
        sentence = (offset, offset + len(head.doc.text))
        name = self._memory.home(actor.start, actor.end, sentence, actor.sector) if head.pos_ != "PRON" else None
        if name is None or name.code is None:
            return actor
        return msgspec.structs.replace(actor, code=name.code, antecedent=name.start)


def _agrees(word: str, actor: Actor) -> bool:
    return actor.code is not None or word in ("he", "she", "his", "her", "him")


def _stand_in(phrase: Phrase, text: str, actor: Actor) -> Actor:
    return msgspec.structs.replace(
        actor, text=text[phrase.start : phrase.end], start=phrase.start, end=phrase.end, antecedent=actor.start
    )


def first_day(date: str | None) -> str | None:
    """Give the first day, month or year of an EDTF date as a partial ISO date: "2024-06-18/2024-06-19" begins on the 18th."""
    if not date:
        return None
    begin = date.split("/")[0].rstrip("?~%").split("X")[0].rstrip("-")
    return begin if begin[:4].isdigit() and len(begin) >= 4 else None


def has_actor(text: str) -> bool:
    """Tell if a text names a possible actor: a state, a body, a person in office, or a noun such as "rebels" or "police"."""
    import re

    from dragoman.language.actors.nouns import nouns

    if Gazetteer.load().find_names(text):
        return True
    return any(word in nouns() for word in re.findall(r"[a-z]+", text.lower()))
