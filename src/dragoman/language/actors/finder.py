"""The actors of a parsed document: noun phrases become actors, references are followed."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from dragoman.language.actors.dates import first_day
from dragoman.language.actors.gazetteer import Gazetteer, NameHit
from dragoman.language.actors.nouns import noun_sector, nouns
from dragoman.language.actors.phrase import Phrase, PhraseReader
from dragoman.language.actors.references import HUMAN, MANY, PRONOUNS, Memory, is_person
from dragoman.language.actors.tree import conjuncts, phrase_at
from dragoman.model.actor import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"[a-z]+")

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OTHERS = ("obj", "obl", "obl:agent", "nmod:poss", "ROOT")


class ActorFinder:
    """Finds the actors of one document. `names` are all names in its text, sorted."""

    names: list[NameHit]

    def __init__(self, text: str, on: str | None = None) -> None:
        """Take the whole text of the document and the day it was published: an EDTF or ISO date, or None."""
        self.text = text
        self.on = first_day(on)
        names = Gazetteer.load().find_names(text, self.on)
        self.names = names if self.on else [_in_office(hit) for hit in names]
        self._reader = PhraseReader(text, self.names, self.on)
        self._memory = Memory(text, [hit for hit in self.names if not self._reader.is_foreign(hit)])

    def actors_at(self, token: "Token", offset: int) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token` and of those coordinated with it.

        `offset` is where the sentence of the token begins in the document. What nothing resolves has code None.
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
            return self._pronoun(head, offset)
        phrase = phrase_at(head, offset, self.names)
        actors = self._reader.actors(phrase)
        if any(actor.code for actor in actors):
            return actors
        pair = self._memory.pair(self.text[phrase.start : phrase.end], phrase.start)
        if pair:
            return tuple(_stand_in(phrase, self.text, actor) for actor in pair)
        owners = self._owners(head, offset) or self._shared(head, before)
        if owners:
            return tuple(
                msgspec.structs.replace(actor, code=owner.code, antecedent=owner.antecedent or owner.start)
                for owner in owners
                for actor in actors
            )
        return tuple(self._at_home(actor, head, offset) for actor in actors)

    def _pronoun(self, token: "Token", offset: int) -> tuple[Actor, ...]:
        """Follow a pronoun: to a subject before it in the sentence, else to what the sentences before named."""
        start, end = token.idx + offset, token.idx + offset + len(token.text)
        word = token.lower_
        group = next((found for head, found in self._groups(token, offset) if _suits(word, head, found)), None)
        found = group or self._memory.pronoun(word, offset) or (Actor(text="", start=0, end=0),)
        return tuple(
            msgspec.structs.replace(
                actor, text=token.text, start=start, end=end, antecedent=actor.start if actor.text else None
            )
            for actor in found
        )

    def _groups(self, token: "Token", offset: int) -> Iterator[tuple["Token", tuple[Actor, ...]]]:
        """Give the noun phrases before a pronoun in its sentence: subjects, the nearest first, then other nouns."""
        earlier = [word for word in reversed(token.doc[: token.i]) if word.pos_ in ("NOUN", "PROPN")]
        subjects = [word for word in earlier if word.dep_ in SUBJECTS]
        others = [word for word in earlier if word.dep_ in OTHERS]
        for word in (*subjects, *others):
            if not word.is_ancestor(token):
                yield word, self.actors_at(word, offset)

    def _owners(self, head: "Token", offset: int) -> tuple[Actor, ...]:
        """Give the actors that a possessive pronoun before a noun stands for: "his government", "their ministers"."""
        for child in head.lefts:
            if child.dep_ == "nmod:poss" and child.lower_ in PRONOUNS:
                return tuple(owner for owner in self._pronoun(child, offset) if owner.code)
        return ()

    @staticmethod
    def _shared(head: "Token", before: list[Actor]) -> tuple[Actor, ...]:
        """Give the actor whose nationality a bare conjunct shares: "French police and soldiers"."""
        if not before or any(child.dep_ == "det" for child in head.lefts):
            return ()
        first = before[0]
        return (first,) if first.code and first.sector and first.name is None else ()

    def _at_home(self, actor: Actor, head: "Token", offset: int) -> Actor:
        """Give a domestic actor the country that the sentence or the text around it is about."""
        sentence = (offset, offset + len(head.doc.text))
        if not _is_common(head, actor):
            return actor
        name = self._memory.home(actor.start, sentence, actor.sector)
        if name is None or name.code is None:
            return actor
        return msgspec.structs.replace(actor, code=name.code, antecedent=name.start)


def _is_common(head: "Token", actor: Actor) -> bool:
    """Tell if a phrase names nobody: a common noun, or a title of the state before a name that no table knows."""
    noun = noun_sector(actor.text.lower().split())
    if head.pos_ == "PRON" or noun is None or not noun.human:
        return False
    return head.pos_ != "PROPN" or actor.text.lower() in nouns() or (actor.office is not None and actor.sector == "GOV")


def _suits(word: str, head: "Token", group: tuple[Actor, ...]) -> bool:
    """Tell if a pronoun can stand for the noun phrase headed by `head`: by number, and by being a person or not."""
    if not group or (word not in HUMAN and not any(actor.code for actor in group)):
        return False
    many = len(group) > 1 or "Plur" in head.morph.get("Number", []) or head.tag_ in ("NNS", "NNPS")
    if word in MANY:
        return many or group[0].sector in ("COP", "REB", "MIL")
    person = group[0].office is not None or _is_somebody(head, group[0])
    return len(group) == 1 and person == (word in HUMAN) and (word in HUMAN or head.tag_ != "NNS")


def _is_somebody(head: "Token", actor: Actor) -> bool:
    """Tell if a phrase names a person: one of the tables, or a name that no table knows."""
    if head.pos_ == "PROPN":
        return is_person(actor.name) or (actor.code is None and actor.sector is None)
    return head.lower_.endswith(("man", "woman", "er", "or", "ist")) and head.tag_ == "NN" and actor.sector is not None


def _in_office(hit: NameHit) -> NameHit:
    """Take a person in a text without a date as still in office: who acts in the news mostly is."""
    return hit._replace(sector="GOV") if hit.kind == "person" and hit.sector == "ELI" else hit


def _stand_in(phrase: Phrase, text: str, actor: Actor) -> Actor:
    return msgspec.structs.replace(
        actor, text=text[phrase.start : phrase.end], start=phrase.start, end=phrase.end, antecedent=actor.start
    )


def has_actor(text: str) -> bool:
    """Tell if a text names a possible actor: a state, a body, an officeholder, or a noun such as "rebels"."""
    if Gazetteer.load().find_names(text):
        return True
    return any(word in nouns() for word in _WORD.findall(text.lower()))
