"""Whether words agree: a pronoun with a noun, a domestic body with a state."""

from typing import TYPE_CHECKING

from dragoman.actors.centering import SUBJECTS
from dragoman.actors.guards import known_nouns
from dragoman.actors.nouns import Nouns
from dragoman.actors.persons import Persons
from dragoman.model.actor import Actor
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

UNNAMED = frozenset(("UNK", "REB", "PRM", "PTY", "OPP", "LAB", "SOC", "BUS", "NGO", "UAF", "EDU", "JRN"))
"""Sectors of bodies that "it" can take up though nothing says who they are: "The group said its men had left"."""


def is_sole(head: "Token", actor: Actor) -> bool:
    """Tell if a noun without an article means the one body of its kind that a state has: "police", "parliament"."""
    return actor.sector in ("COP", "LEG") and head.tag_ != "NNS" and all(child.dep_ == "case" for child in head.lefts)


def is_definite(head: "Token") -> bool:
    """Tell if a noun points to somebody known: "the army", "the country's army"."""
    grammar = vocabulary_of(head).grammar
    owners = [child for child in head.lefts if child.dep_ == "nmod:poss" and child.lower_ in grammar["state nouns"]]
    return any(child.lower_ in grammar["definite articles"] for noun in (head, *owners) for child in noun.lefts)


def is_common(head: "Token", actor: Actor) -> bool:
    """Tell if a phrase names nobody: a common noun, or a title of the state before a name that no table knows."""
    vocabulary = vocabulary_of(head)
    nouns, parts = vocabulary.made(Nouns), vocabulary.actors.grammar
    noun = nouns.find(actor.text.lower().split())
    counted = head.lower_ in parts("leading") and any(child.dep_ == "nummod" for child in head.lefts)
    if counted or head.pos_ == "PRON" or noun is None or not noun.human:
        return False
    words = [word for word in actor.text.lower().split() if word not in parts("article")]
    if head.pos_ != "PROPN" or " ".join(words) in nouns.heads:
        return True
    known = vocabulary.made(known_nouns)
    return all(word in known for word in words) or (actor.office is not None and actor.sector == "GOV")


def agrees(word: str, head: "Token", group: tuple[Actor, ...]) -> bool:
    """Tell if a pronoun can stand for the noun phrase headed by `head`: by number, and by being a person or not."""
    grammar = vocabulary_of(head).grammar
    human = word in grammar["human pronouns"]
    if not group or (not human and not any(actor.code or actor.sector in UNNAMED for actor in group)):
        return False
    many = len(group) > 1 or "Plur" in head.morph.get("Number", []) or head.tag_ in ("NNS", "NNPS")
    if word in grammar["plural pronouns"]:
        return many or group[0].sector in ("COP", "REB", "MIL")
    person = group[0].office is not None or is_somebody(head, group[0])
    return len(group) == 1 and person == human and (human or head.tag_ != "NNS")


def is_sure(head: "Token", group: tuple[Actor, ...]) -> bool:
    """Tell if a noun phrase of another sentence can be taken up: a known actor, a title, or a name of two words."""
    if any(actor.code or actor.office for actor in group):
        return True
    return head.pos_ == "PROPN" and any(child.dep_.startswith("flat") for child in head.children)


def is_somebody(head: "Token", actor: Actor) -> bool:
    """Tell if a phrase names a person: one of the tables, or a name that no table knows."""
    vocabulary = vocabulary_of(head)
    if head.pos_ == "PROPN":
        days = vocabulary.actors.grammar("day")
        unknown = actor.code is None and actor.sector is None and head.text not in days
        named = actor.name in vocabulary.made(Persons).by_name
        return named or (unknown and (head.dep_ in SUBJECTS or is_sure(head, ())))
    a_person = head.lower_.endswith(tuple(vocabulary.grammar["endings of a person"]))
    return a_person and head.tag_ == "NN" and actor.sector is not None
