"""References inside a document: pronouns, and governments without a name."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import islice

from dragoman.actors.gazetteer import NameHit
from dragoman.actors.guards import word_after
from dragoman.actors.nouns import Nouns
from dragoman.actors.persons import Persons
from dragoman.model.actor import Actor
from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

DOMESTIC = frozenset((
    "GOV", "MIL", "COP", "JUD", "LEG", "REB", "PRM", "OPP", "PTY", "SPY", "CVL", "AGR", "LAB", "EDU", "JRN", "CRM",
    "REF", "REL", "UAF", "BUS", "MED", "SOC", "ELI",
))  # fmt: skip
"""Sectors whose actors, named without a country, belong to the country that the text is about."""

RULING_SECTORS = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
"""Sectors of those through whom a state rules: where "Turkish police" act the text most likely is in Turkey."""

STATE_KINDS = frozenset(("country", "people", "capital", "seat", "place", "short", "person"))

BODIES = frozenset(("IGO", "armed", "IMG"))
"""Kinds of names of bodies that can face a state as one of "the two sides"."""


class Memory:
    """What a text has named so far: the names in it, and the actors of events, in text order."""

    def __init__(self, text: str, names: Sequence[NameHit], vocabulary: Vocabulary) -> None:
        self.text = text
        self.names = names
        self._vocabulary = vocabulary
        self._abroad = vocabulary.actors.grammar("abroad")
        self._groups: list[tuple[Actor, ...]] = []

    def remember(self, actors: Sequence[Actor]) -> None:
        """Note the actors of one side of an event; those without a code are forgotten."""
        known = tuple(actor for actor in actors if actor.code is not None)
        if known:
            self._groups.append(known)

    def pronoun(self, word: str, sentence: int, barred: Container[Actor] = ()) -> tuple[Actor, ...]:
        """Give the actors that a pronoun stands for, from the sentences before the one that begins at `sentence`.

        None of the `barred` is among them.
        """
        earlier = [group for group in self._groups if group[0].start < sentence and self._suits(word, group)]
        earlier = [group for group in earlier if not any(actor in barred for actor in group)]
        named = (hit for hit in reversed(self.names) if hit.start < sentence and self._name_suits(word, hit))
        name = next((hit for hit in named if as_actor(hit) not in barred), None)
        if earlier and (name is None or earlier[-1][0].start >= name.start - NEAR):
            return earlier[-1]
        return (as_actor(name),) if name else ()

    def first(self, word: str, start: int, end: int) -> tuple[Actor, ...]:
        """Give the first name between two places of the text that a pronoun can stand for: without a parse the best
        guess at the subject there."""
        fitting = (hit for hit in self.names if start <= hit.start < end and self._name_suits(word, hit))
        return tuple(as_actor(hit) for hit in islice(fitting, 1))

    def body(self, start: int) -> tuple[Actor, ...]:
        """Give the international body that "the bloc" at `start` stands for: the last one named a moment ago."""
        near = [hit for hit in self.names if hit.kind == "IGO" and hit.code and start - NEAR <= hit.start < start]
        return tuple(as_actor(hit) for hit in near[-1:])

    def first_state(self, start: int, end: int) -> tuple[Actor, ...]:
        """Give the first state or person in power named between two places of the text, or nothing."""
        fitting = (hit for hit in self.names if start <= hit.start < end and hit.code and hit.kind in STATE_KINDS)
        return tuple(as_actor(hit) for hit in islice(fitting, 1))

    def home(
        self,
        start: int,
        sentence: tuple[int, int],
        sector: str | None,
        topic: Actor | None = None,
        facing: Container[Actor] = (),
    ) -> NameHit | Actor | None:
        """Give the name that says to which country an actor without one belongs: a place where things happen in the
        sentence, else the `topic` that the text goes on about, else the one country of the sentence if it is not
        `facing` the actor there, else that of the names before it, or of most of them."""
        states = [hit for hit in self.names if hit.code and hit.kind in STATE_KINDS]
        inside = [hit for hit in states if sentence[0] <= hit.start < sentence[1]]
        sided = [hit for hit in inside if self._is_side(hit)]
        if sided:
            return sided[-1]
        placed = [hit for hit in inside if hit.kind != "person" and is_place(self.text, hit, self._vocabulary)]
        placed = [hit for hit in placed if word_after(self.text, hit.end).lower() not in self._abroad]
        if placed and sector != "MIL":
            return min(placed, key=lambda hit: (self._describes(hit), abs(hit.start - start)))
        if topic is not None:
            return topic
        telling = [hit for hit in inside if self._anchors(hit)]
        telling = [hit for hit in telling if as_actor(hit) not in facing]
        if telling:
            return telling[0] if len({hit.code for hit in inside}) == 1 else None
        bodies = [
            hit for hit in self.names if hit.code in self._vocabulary.actors.countries and hit.kind not in STATE_KINDS
        ]
        bodies = [hit for hit in bodies if sentence[0] <= hit.start < sentence[1]]
        if len({hit.code for hit in bodies}) == 1:
            return bodies[0]
        before = [hit for hit in states if hit.start < sentence[0]]
        last = before[-1] if before and len({hit.code for hit in before[-3:]}) == 1 else _ruling(before)
        return None if last and last.code in {hit.code for hit in inside} else last

    def _describes(self, hit: NameHit) -> bool:
        """Tell if a name only describes the place that comes after it: "near a U.S. base", "on the Turkish border"."""
        after = word_after(self.text, hit.end)
        heads = self._vocabulary.made(Nouns).heads
        return hit.kind == "people" or (hit.text.replace(".", "").isupper() and after in heads)

    def _is_side(self, hit: NameHit) -> bool:
        """Tell if a name says on which side something happened: "on the Thai side, two soldiers were wounded"."""
        before = self.text[max(0, hit.start - 12) : hit.start]
        return (
            bool(self._vocabulary.made(_on_the).search(before))
            and word_after(self.text, hit.end).lower() in self._vocabulary.grammar["sides"]
        )

    def _anchors(self, hit: NameHit) -> bool:
        """Tell if a name can say where a sentence plays: "the Turkish government" can, "two Turks" cannot."""
        after = word_after(self.text, hit.end).lower()
        if after in self._abroad and after not in self._vocabulary.grammar["forces"]:
            return False
        noun = self._vocabulary.made(Nouns).find([after])
        return hit.kind != "people" or (noun is not None and noun.human and noun.sector in RULING_SECTORS)

    def _suits(self, word: str, group: Sequence[Actor]) -> bool:
        """Tell if a pronoun can stand for a group of actors: one person for "he", one state or body for "it"."""
        first, grammar = group[0], self._vocabulary.grammar
        person = first.office is not None or first.name in self._vocabulary.made(Persons).by_name
        if word in grammar["human pronouns"]:
            return person and len(group) == 1
        if word in grammar["thing pronouns"]:
            return not person and len(group) == 1 and not self._is_many(first.text)
        return len(group) > 1 or self._is_many(first.text)

    def _is_many(self, words: str) -> bool:
        """Tell if the words of an actor are a plural or a body of people that "they" can stand for."""
        grammar = self._vocabulary.grammar
        many = words.endswith(tuple(grammar["endings of many"]))
        return many and not words.endswith(tuple(grammar["endings of one"]))

    def _name_suits(self, word: str, hit: NameHit) -> bool:
        grammar = self._vocabulary.grammar
        if hit.code is None:
            return False
        if word in grammar["human pronouns"]:
            return hit.kind == "person"
        if word in grammar["thing pronouns"]:
            body = hit.name is not None and hit.kind != "person"
            return body or hit.kind in ("country", "capital", "seat", "short")
        return hit.kind in ("people", "armed", "movement")


def _ruling(names: Sequence[NameHit]) -> NameHit | None:
    """Give the last name of the country that most of the names mean, if there is one."""
    if not names:
        return None
    (code, count), *_ = Counter(hit.code for hit in names).most_common(1)
    return next(hit for hit in reversed(names) if hit.code == code) if count > len(names) * RULING else None


RULING = 0.6
"""Share of the names in a text that one country must have for a domestic actor to be its own."""

NEAR = 300
"""Characters within which an actor of an event is preferred to a later bare name as antecedent."""


def pronouns(vocabulary: Vocabulary) -> frozenset[str]:
    """Give the pronouns that may stand for an actor, in lower case."""
    grammar = vocabulary.grammar
    return grammar["human pronouns"] | grammar["thing pronouns"] | grammar["plural pronouns"]


def is_place(text: str, hit: NameHit, vocabulary: Vocabulary) -> bool:
    """Tell if a name stands where a place does: "in Turkey", "near the Turkish border"."""
    return bool(vocabulary.made(_at).search(text[max(0, hit.start - 40) : hit.start]))


def _on_the(vocabulary: Vocabulary) -> re.Pattern[str]:
    grammar = vocabulary.grammar
    return re.compile(rf"\b{either(grammar['locative'])}\s+{either(grammar['definite articles'])}\s+$", re.IGNORECASE)


def _at(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = either(vocabulary.grammar["prepositions before a place"])
    return re.compile(rf"\b{words}\s+(?:[\w'’-]+\s+){{0,3}}$", re.IGNORECASE)


def as_actor(hit: NameHit) -> Actor:
    """Give the actor that a name stands for."""
    return Actor(
        text=hit.text, start=hit.start, end=hit.end, code=hit.code, sector=hit.sector, name=hit.name, office=hit.office
    )
