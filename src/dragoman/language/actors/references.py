"""References inside a document: pronouns, "the two countries", a government without a name."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from dragoman.language.actors.gazetteer import NameHit
from dragoman.language.actors.persons import persons
from dragoman.model.actor import Actor

HUMAN = frozenset("he she him her his hers himself herself".split())
THING = frozenset("it its itself".split())
MANY = frozenset("they them their theirs themselves".split())
PRONOUNS = HUMAN | THING | MANY

_PAIR = re.compile(
    r"^(?:(?:the|these|those|its|their)\s+two|both)\b(?:\s+(?:\w+\s+)?"
    r"(?P<noun>countries|sides|nations|states|governments|parties|leaders|presidents|ministers|neighbou?rs|powers|koreas|"
    r"capitals|armies|militaries|premiers|delegations|allies|rivals|foes|men|enemies))?$",
    re.IGNORECASE,
)
_LEADING = frozenset("governments leaders presidents ministers premiers delegations men".split())

DOMESTIC = frozenset("GOV MIL COP JUD LEG REB PRM OPP PTY SPY CVL AGR LAB EDU JRN CRM REF REL UAF BUS MED SOC".split())
"""Sectors whose actors, named without a country, belong to the country that the text is about."""

_AT = re.compile(r"\b(?:in|at|near|outside|across|around|inside|throughout|within)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
_STATE_KINDS = frozenset(("country", "people", "capital", "seat", "place", "short", "person"))


class Memory:
    """What a text has named so far: names from the gazetteer, and the actors that the coder has found, in text order."""

    def __init__(self, text: str, names: Sequence[NameHit]) -> None:
        self.text = text
        self.names = names
        self._actors: list[Actor] = []

    def remember(self, actors: Sequence[Actor]) -> None:
        """Note actors that events were given; those without code or name are forgotten."""
        self._actors += [actor for actor in actors if actor.code is not None]

    def pronoun(self, word: str, start: int, sentence: int) -> Actor | None:
        """Give the actor that a pronoun at `start` stands for, from the sentences before the one that begins at `sentence`."""
        word = word.lower()
        earlier = [actor for actor in self._actors if actor.start < sentence and suits(word, actor)]
        name = next((hit for hit in reversed(self.names) if hit.start < sentence and _name_suits(word, hit)), None)
        if earlier and (name is None or earlier[-1].start >= name.start - NEAR):
            return earlier[-1]
        return name and _as_actor(name)

    def pair(self, phrase: str, start: int) -> tuple[Actor, ...]:
        """Give the two actors that "the two countries" or "both sides" stand for, or nothing."""
        found = _PAIR.match(" ".join(phrase.split()))
        if not found:
            return ()
        sector = "GOV" if (found["noun"] or "").lower() in _LEADING else None
        latest: dict[str, NameHit] = {}
        for hit in reversed(self.names):
            if hit.start < start and hit.code and hit.kind in _STATE_KINDS | {"IGO", "armed", "IMG"}:
                latest.setdefault(hit.code, hit)
        two = sorted(list(latest.values())[:2], key=lambda hit: hit.start)
        return tuple(msgspec.structs.replace(_as_actor(hit), sector=sector or hit.sector) for hit in two)

    def home(self, start: int, end: int, sentence: tuple[int, int], sector: str | None) -> NameHit | None:
        """Give the name that says to which country an actor without one belongs: a place in the sentence where things
        happen, else the one country of the sentence, else the country of the dateline or the sentence before."""
        if sector not in DOMESTIC:
            return None
        states = [hit for hit in self.names if hit.code and hit.kind in _STATE_KINDS]
        inside = [hit for hit in states if sentence[0] <= hit.start < sentence[1]]
        placed = [hit for hit in inside if hit.kind != "person" and _AT.search(self.text[max(0, hit.start - 40) : hit.start])]
        if placed and sector != "MIL":
            return min(placed, key=lambda hit: abs(hit.start - start))
        if len({hit.code for hit in inside}) == 1:
            return inside[0]
        if inside:
            return None
        before = [hit for hit in states if hit.start < sentence[0]]
        return before[-1] if before and len({hit.code for hit in before[-3:]}) == 1 else None


NEAR = 300
"""Characters within which an actor of an event is preferred to a later bare name as antecedent."""


def _is_person(name: str | None) -> bool:
    return name is not None and name in _person_names()


@cache
def _person_names() -> frozenset[str]:
    return frozenset(person.name for person in persons())


def suits(word: str, actor: Actor) -> bool:
    """Tell if a pronoun can stand for an actor: persons for "he", states and bodies for "it", either for "they"."""
    person = actor.office is not None or _is_person(actor.name)
    if word in HUMAN:
        return person
    if word in THING:
        return not person
    return True


def _name_suits(word: str, hit: NameHit) -> bool:
    if hit.code is None:
        return False
    if word in HUMAN:
        return hit.kind == "person"
    if word in THING:
        return hit.kind in ("country", "capital", "seat", "short") or hit.name is not None and hit.kind != "person"
    return hit.kind == "people" or (hit.kind in ("armed", "movement"))


def _as_actor(hit: NameHit) -> Actor:
    return Actor(
        text=hit.text, start=hit.start, end=hit.end, code=hit.code, sector=hit.sector, name=hit.name, office=hit.office
    )
