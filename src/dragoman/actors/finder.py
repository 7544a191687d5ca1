"""The actors of a parsed document: noun phrases become actors, references are followed."""

import re
from bisect import bisect_left, insort
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

import msgspec

from dragoman.actors.agreement import agrees, is_common, is_definite, is_sole, is_sure
from dragoman.actors.centering import OTHERS, SUBJECTS, Barred, centers, main_subject, owns_phrase_of
from dragoman.actors.dates import first_day
from dragoman.actors.facing import Facing
from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.actors.nouns import Nouns
from dragoman.actors.pairs import Pairs
from dragoman.actors.phrase import Phrase, PhraseReader
from dragoman.actors.references import DOMESTIC, Memory, pronouns
from dragoman.actors.surnames import former_marks
from dragoman.actors.tenure import Tenure
from dragoman.actors.titled import titled_parts
from dragoman.actors.tree import conjuncts, phrase_at, preposition
from dragoman.model.actor import Actor
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"[a-z]+")

INNER = frozenset(("OPP", "REB", "PTY", "LEG", "CVL", "LAB", "REL", "EDU", "JRN", "SOC", "JUD", "COP", "MIL"))
"""Sectors of those inside a country who, where they speak of "the government", mostly mean their own."""

DEEPEST = 8
"""Nouns that may hang on one another in turn before a reference is given up."""

TOPICS = 3
"""Sentences back in which the state is looked for whose government "the government" is."""


class ActorFinder:
    """Finds the actors of one document. `names` are all names in its text, sorted."""

    names: list[NameHit]

    def __init__(self, text: str, on: str | None, vocabulary: Vocabulary) -> None:
        """Take the whole text of the document and the day it was published: an EDTF or ISO date, or None."""
        self.text = text
        self.on = first_day(on, vocabulary)
        self._vocabulary = vocabulary
        self._pronoun_words = vocabulary.made(pronouns)
        names = Gazetteer.of(vocabulary).find_names(text, self.on)
        self.names = names if self.on else [self._in_office(hit) for hit in names]
        self._reader = PhraseReader(text, self.names, self.on, vocabulary)
        own = [hit for hit in self.names if not self._reader.is_foreign(hit)]
        self._memory = Memory(text, own, vocabulary)
        self._pairs = Pairs(text, own, vocabulary)
        self._docs: dict[int, Doc] = {}
        self._places: list[int] = []
        self._found: dict[int, tuple[Actor, ...]] = {}
        self._pronouns: dict[int, tuple[Actor, ...]] = {}
        self._depth = 0

    def begin(self, doc: "Doc", offset: int) -> None:
        """Note that the sentences of `doc`, which stand at `offset` in the document, are read now.

        `actors_at` does so by itself; call it for sentences that are read without asking for actors, so that what
        they are about is known to the next.
        """
        if offset not in self._docs:
            self._docs[offset] = doc
            insort(self._places, offset)

    def actors_at(self, token: "Token", offset: int) -> tuple[Actor, ...]:
        """Give the actors of the noun phrase headed by `token` and of those coordinated with it.

        `offset` is where the sentence of the token begins in the document. What nothing resolves has code None.
        """
        self.begin(token.doc, offset)
        key = token.idx + offset
        if key not in self._found:
            self._depth += 1
            actors: list[Actor] = []
            for head in (token, *conjuncts(token, offset, self.names)):
                actors += [a for a in self._phrase_actors(head, offset, actors) if not _is_again(a, actors)]
            self._depth -= 1
            self._found[key] = self._titled(token, offset, {actor.code for actor in actors}) or tuple(actors)
        return self._found[key]

    def _titled(self, token: "Token", offset: int, known: set[str | None]) -> tuple[Actor, ...]:
        """Give the titled persons joined with a noun, if their states are more than the `known` ones of its tree."""
        groups = [self._reader.actors(part) for part in titled_parts(token, offset, self.names)]
        codes = {actor.code for group in groups for actor in group}
        if None in codes or any(len(group) != 1 for group in groups) or not codes > known - {None}:
            return ()
        return tuple(actor for group in groups for actor in group)

    def remember(self, actors: tuple[Actor, ...]) -> None:
        """Note the actors of an event, in text order, so that later references resolve to them."""
        self._memory.remember(actors)

    def at_time(self, actor: Actor, when: str | None) -> Actor:
        """Give an actor of this text as it was at `when` (EDTF or ISO; None or no date: unchanged): its state, sector,
        office, and for a title alone its holder. "Stalin" of 1950 is in power, whatever the day of the text."""
        day = first_day(when, self._vocabulary)
        if day is None:
            return actor
        marks = self._vocabulary.made(former_marks)
        former = bool(marks.search(self.text[max(0, actor.start - 30) : actor.end]))
        return self._vocabulary.made(Tenure).as_of(actor, day, former)

    def _phrase_actors(self, head: "Token", offset: int, before: list[Actor]) -> tuple[Actor, ...]:
        if head.lower_ in self._pronoun_words:
            return self._pronoun(head, offset)
        phrase = phrase_at(head, offset, self.names)
        actors = self._reader.actors(phrase)
        if any(actor.code for actor in actors):
            return actors
        words = self.text[phrase.start : phrase.end]
        barred = Barred(head, offset, self.names) if self._pairs.noun(words) is not None else ()
        named = self._pairs.before(words, phrase.start, barred) or self._named_before(head, phrase)
        if named:
            return tuple(_stand_in(phrase, self.text, actor) for actor in named)
        if head.lower_ in self._vocabulary.grammar["nouns of another"] and self._belongs_to_state(head, offset):
            return tuple(msgspec.structs.replace(actor, sector=None) for actor in actors)
        owners = self._owners(head, offset) or self._shared(head, before)
        if owners:
            return tuple(
                msgspec.structs.replace(actor, code=owner.code, antecedent=self._origin(owner))
                for owner in owners
                for actor in actors
            )
        return tuple(self._at_home(actor, head, offset) for actor in actors)

    def _named_before(self, head: "Token", phrase: Phrase) -> tuple[Actor, ...]:
        """Give whom "the bloc" or "the leaders" stands for."""
        if not is_definite(head):
            return ()
        if head.lower_ in self._vocabulary.grammar["nouns for a body"]:
            return self._memory.body(phrase.start)
        return self._pairs.leaders(phrase.start) if self._are_leaders(head) else ()

    def _are_leaders(self, head: "Token") -> bool:
        """Tell if a noun means several that lead each a state of its own: nobody's "leaders" are those of one."""
        return head.tag_ == "NNS" and head.lower_ in self._vocabulary.grammar["leaders of several"]

    def _pronoun(self, token: "Token", offset: int) -> tuple[Actor, ...]:
        """Follow a pronoun: to a subject before it in the sentence, else to what the sentences before were about."""
        start, end = token.idx + offset, token.idx + offset + len(token.text)
        if start not in self._pronouns:
            self._pronouns[start] = ()  # two pronouns that could each stand for the other stand for nobody
            self._pronouns[start] = self._antecedent(token, offset)
        found = self._pronouns[start] or (Actor(text="", start=0, end=0),)
        return tuple(
            msgspec.structs.replace(
                actor, text=token.text, start=start, end=end, antecedent=self._origin(actor) if actor.text else None
            )
            for actor in found
        )

    def _antecedent(self, token: "Token", offset: int) -> tuple[Actor, ...]:
        """Give the actors that a pronoun stands for, as they stand where they were named."""
        word, barred = token.lower_, Barred(token, offset, self.names)
        barred.persons |= {
            actor.name for other in barred.pronouns for actor in self._pronoun(other, offset) if actor.name
        }

        def fits(head: "Token", found: tuple[Actor, ...]) -> bool:
            return agrees(word, head, found) and not any(actor in barred for actor in found)

        inside = next((found for head, found in self._groups(token, offset) if fits(head, found)), None)
        if inside:
            return inside
        for earlier, doc in self._before(offset)[:1]:
            gap = self._memory.first(word, earlier + len(doc.text), offset)
            if gap and not any(actor in barred for actor in gap):
                return gap
            for head in centers(doc):
                found = self._one_of(head, earlier, token)
                if is_sure(head, found) and fits(head, found):
                    return found
        return self._memory.pronoun(word, offset, barred)

    def _one_of(self, noun: "Token", offset: int, pronoun: "Token") -> tuple[Actor, ...]:
        """Give the actors of a noun and its conjuncts; of the noun alone for "he", or for a pronoun in a conjunct."""
        human = pronoun.lower_ in self._vocabulary.grammar["human pronouns"]
        if noun.lower_ not in self._pronoun_words and (human or noun.is_ancestor(pronoun)):
            return self._phrase_actors(noun, offset, [])
        return self.actors_at(noun, offset)

    def _before(self, offset: int) -> list[tuple[int, "Doc"]]:
        """Give the sentences read before the one at `offset`, with their places, the latest first.

        What they are about may hang on sentences before them in turn: DEEPEST steps back and no more.
        """
        if self._depth > DEEPEST:
            return []
        until = bisect_left(self._places, offset)
        return [(place, self._docs[place]) for place in reversed(self._places[max(until - TOPICS, 0) : until])]

    def _groups(self, token: "Token", offset: int) -> Iterator[tuple["Token", tuple[Actor, ...]]]:
        """Give the noun phrases of its sentence that a pronoun may take up: subjects before it, the nearest first, then
        other nouns before it; then the main subject, if the pronoun stands in what opens the sentence."""
        earlier = [word for word in reversed(token.doc[: token.i]) if word.pos_ in ("NOUN", "PROPN")]
        subjects = [word for word in earlier if word.dep_ in SUBJECTS]
        others = [word for word in earlier if word.dep_ in OTHERS]
        for word in (*subjects, *others):
            if not owns_phrase_of(word, token):
                yield word, self._one_of(word, offset, token)
        subject = main_subject(token.sent)
        opening = subject is not None and token.i < subject.i and token.head.i < subject.i
        if subject is not None and opening and subject.pos_ in ("NOUN", "PROPN") and not owns_phrase_of(subject, token):
            yield subject, self.actors_at(subject, offset)

    def _owners(self, head: "Token", offset: int) -> tuple[Actor, ...]:
        """Give the actors that a noun belongs to by a reference: "his government", "armies of the two countries".

        "Its neighbour" is another than who it belongs to: nobody is given, though who that is stays open.
        """
        if head.lower_ in self._vocabulary.grammar["nouns of another"]:
            return ()
        belonging = self._vocabulary.grammar["prepositions of belonging"]
        for child in head.children:
            if child.dep_ == "nmod:poss" and child.lower_ in self._pronoun_words:
                return tuple(owner for owner in self._pronoun(child, offset) if owner.code)
            if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and preposition(child) in belonging):
                phrase = phrase_at(child, offset, self.names)
                pair = self._pairs.before(
                    self.text[phrase.start : phrase.end].removesuffix("'").removesuffix("'s"), phrase.start
                )
                if pair:
                    return pair
        return ()

    def _belongs_to_state(self, head: "Token", offset: int) -> bool:
        """Tell if a noun such as "neighbour" is told by a state: then it is a state too, though not which."""
        owners = [child for child in head.children if child.dep_ == "nmod:poss"]
        return any(self._is_state(a.code) and not a.office for child in owners for a in self.actors_at(child, offset))

    @staticmethod
    def _shared(head: "Token", before: list[Actor]) -> tuple[Actor, ...]:
        """Give the actor whose nationality a bare conjunct shares: "French police and soldiers"."""
        if not before or any(child.dep_ == "det" for child in head.lefts):
            return ()
        first = before[0]
        return (first,) if first.code and first.sector and first.name is None else ()

    def _at_home(self, actor: Actor, head: "Token", offset: int) -> Actor:
        """Give a domestic actor the country that the sentence or the text around it is about."""
        if not is_common(head, actor) or actor.sector not in DOMESTIC:
            return actor
        if head.lower_ in self._vocabulary.grammar["nouns of another"] or self._are_leaders(head):
            return actor
        sentence = (offset, offset + len(head.doc.text))
        definite = is_definite(head) or is_sole(head, actor)
        facing = Facing(head, self.text, offset, self.names, actor)
        topic = (self._own_subject(head, offset) or self._topic(offset, facing)) if definite else None
        home = self._memory.home(actor.start, sentence, actor.sector, topic, facing)
        if home is None or home.code is None:
            return actor
        return msgspec.structs.replace(actor, code=home.code, antecedent=home.start)

    def _own_subject(self, head: "Token", offset: int) -> Actor | None:
        """Give the main subject of the sentence if it speaks of its own government: an opposition leader, rebels."""
        subject = main_subject(head.sent)
        if subject is None or subject.i == head.i or subject.is_ancestor(head):
            return None
        found = self.actors_at(subject, offset)
        inner = len(found) == 1 and found[0].sector in INNER and self._is_state(found[0].code)
        return found[0] if inner else None

    def _topic(self, offset: int, facing: Container[Actor]) -> Actor | None:
        """Give the state or government that the sentences before go on about, but not the other side in this one."""
        for earlier, doc in self._before(offset):
            subjects = [word for word in centers(doc) if word.dep_ in SUBJECTS]
            groups = [self.actors_at(word, earlier) for word in subjects]
            groups = groups or [self._memory.first_state(earlier, earlier + len(doc.text))]
            for found in groups:
                if len({actor.code for actor in found}) == 1 and self._governs(found[0]) and found[0] not in facing:
                    return found[0]
        return None

    def _governs(self, actor: Actor) -> bool:
        """Tell if an actor is a state or belongs to one, so that "the government" after it may be its own."""
        return self._is_state(actor.code) and (actor.sector is None or actor.sector in DOMESTIC)

    def _is_state(self, code: str | None) -> bool:
        return code in self._vocabulary.actors.countries

    def _origin(self, actor: Actor) -> int:
        """Give where the name stands that an actor was inferred from; its own place if it is no pronoun."""
        follows = actor.text.lower() in self._pronoun_words
        return actor.antecedent if follows and actor.antecedent is not None else actor.start

    def _in_office(self, hit: NameHit) -> NameHit:
        """Take a person in a text without a date as still in office: who acts in the news mostly is."""
        if hit.kind != "person" or hit.sector != "ELI":
            return hit
        return hit._replace(sector="GOV" if self._is_state(hit.code) else "IGO")


def _is_again(actor: Actor, before: list[Actor]) -> bool:
    """Tell if a name is part of one before it: what the parser cut in two."""
    return any(other.code == actor.code and other.start <= actor.start < other.end for other in before)


def _stand_in(phrase: Phrase, text: str, actor: Actor) -> Actor:
    return msgspec.structs.replace(
        actor, text=text[phrase.start : phrase.end], start=phrase.start, end=phrase.end, antecedent=actor.start
    )


def has_actor(text: str, vocabulary: Vocabulary) -> bool:
    """Tell if a text names a possible actor: a state, a body, an officeholder, or a noun such as "rebels"."""
    if Gazetteer.of(vocabulary).find_names(text):
        return True
    heads = vocabulary.made(Nouns).heads
    return any(word in heads for word in _WORD.findall(text.lower()))
