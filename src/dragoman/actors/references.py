"""References inside a document: pronouns, and governments without a name."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Sequence
from itertools import islice, takewhile

from dragoman.actors.gazetteer import NameHit, over
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
        self._states = [hit for hit in names if hit.code and hit.kind in STATE_KINDS]
        self._counts: Counter[str | None] = Counter()
        self._counted = 0

    def remember(self, actors: Sequence[Actor]) -> None:
        """Note the actors of one side of an event; those without a code are forgotten."""
        known = tuple(actor for actor in actors if actor.code is not None)
        if known:
            self._groups.append(known)

    def pronoun(self, word: str, sentence: int, barred: Container[Actor] = ()) -> tuple[Actor, ...]:
        """Give the actors that a pronoun stands for, from the sentences before the one that begins at `sentence`.

        None of the `barred` is among them.
        """
        latest = takewhile(lambda group: group[0].start >= sentence - FAR, reversed(self._groups))
        groups = (group for group in latest if group[0].start < sentence and self._suits(word, group))
        earlier = next((group for group in groups if not any(actor in barred for actor in group)), None)
        before = over(self.names, max(sentence - FAR, 0), sentence)
        named = (hit for hit in reversed(before) if hit.start < sentence and self._name_suits(word, hit))
        name = next((hit for hit in named if as_actor(hit) not in barred), None)
        if earlier and (name is None or earlier[0].start >= name.start - NEAR):
            return earlier
        return (as_actor(name),) if name else ()

    def first(self, word: str, start: int, end: int) -> tuple[Actor, ...]:
        """Give the first name between two places of the text that a pronoun can stand for: without a parse the best
        guess at the subject there."""
        fitting = (hit for hit in over(self.names, start, end) if start <= hit.start and self._name_suits(word, hit))
        return tuple(as_actor(hit) for hit in islice(fitting, 1))

    def body(self, start: int) -> tuple[Actor, ...]:
        """Give the international body that "the bloc" at `start` stands for: the last one named a moment ago."""
        near = [hit for hit in self.names if hit.kind == "IGO" and hit.code and start - NEAR <= hit.start < start]
        return tuple(as_actor(hit) for hit in near[-1:])

    def first_state(self, start: int, end: int) -> tuple[Actor, ...]:
        """Give the first state or person in power named between two places of the text, or nothing."""
        fitting = (hit for hit in over(self._states, start, end) if start <= hit.start)
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
        inside = [hit for hit in over(self._states, *sentence) if sentence[0] <= hit.start]
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
        countries, named = self._vocabulary.actors.countries, over(self.names, *sentence)
        bodies = [hit for hit in named if hit.code in countries and hit.kind not in STATE_KINDS]
        bodies = [hit for hit in bodies if sentence[0] <= hit.start]
        if len({hit.code for hit in bodies}) == 1:
            return bodies[0]
        last = self._last_home(bisect_left(self._states, sentence[0], key=lambda hit: hit.start))
        return None if last and last.code in {hit.code for hit in inside} else last

    def _last_home(self, until: int) -> NameHit | None:
        """Give the last of the first `until` names of states, if the last three or most of all mean one state."""
        latest = self._states[max(until - 3, 0) : until]
        self._counts.update(hit.code for hit in self._states[self._counted : until])
        self._counts.subtract(hit.code for hit in self._states[until : self._counted])
        self._counted = until
        if not latest or len({hit.code for hit in latest}) == 1:
            return latest[-1] if latest else None
        (code, count), *_ = self._counts.most_common(1)
        if count <= until * RULING:
            return None
        return next(self._states[place] for place in range(until - 1, -1, -1) if self._states[place].code == code)

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


RULING = 0.6
"""Share of the names in a text that one country must have for a domestic actor to be its own."""

FAR = 20_000
"""Characters back in which what a reference stands for is looked for: more than most pages have."""

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
