"""Whether words agree: a pronoun with a noun, a domestic body with a state."""

from typing import TYPE_CHECKING

from dragoman.actors.centering import SUBJECTS
from dragoman.actors.guards import known_nouns
from dragoman.actors.nouns import noun_sector, nouns
from dragoman.actors.references import DOMESTIC, HUMAN, MANY, is_person
from dragoman.model.actor import Actor
from dragoman.vocab import actors as tables

if TYPE_CHECKING:
    from spacy.tokens import Token


UNNAMED = frozenset(("UNK", "REB", "PRM", "PTY", "OPP", "LAB", "SOC", "BUS", "NGO", "UAF", "EDU", "JRN"))
"""Sectors of bodies that "it" can take up though nothing says who they are: "The group said its men had left"."""


def governs(actor: Actor) -> bool:
    """Tell if an actor is a state or belongs to one, so that "the government" after it may be its own."""
    return actor.code in tables.countries() and (actor.sector is None or actor.sector in DOMESTIC)


def is_sole(head: "Token", actor: Actor) -> bool:
    """Tell if a noun without an article means the one body of its kind that a state has: "police", "parliament"."""
    return actor.sector in ("COP", "LEG") and head.tag_ != "NNS" and all(child.dep_ == "case" for child in head.lefts)


def is_common(head: "Token", actor: Actor) -> bool:
    """Tell if a phrase names nobody: a common noun, or a title of the state before a name that no table knows."""
    noun = noun_sector(actor.text.lower().split())
    counted = head.lower_ in tables.grammar("leading") and any(child.dep_ == "nummod" for child in head.lefts)
    if counted or head.pos_ == "PRON" or noun is None or not noun.human:
        return False
    words = [word for word in actor.text.lower().split() if word not in tables.grammar("article")]
    if head.pos_ != "PROPN" or " ".join(words) in nouns():
        return True
    return all(word in known_nouns() for word in words) or (actor.office is not None and actor.sector == "GOV")


def agrees(word: str, head: "Token", group: tuple[Actor, ...]) -> bool:
    """Tell if a pronoun can stand for the noun phrase headed by `head`: by number, and by being a person or not."""
    if not group or (word not in HUMAN and not any(actor.code or actor.sector in UNNAMED for actor in group)):
        return False
    many = len(group) > 1 or "Plur" in head.morph.get("Number", []) or head.tag_ in ("NNS", "NNPS")
    if word in MANY:
        return many or group[0].sector in ("COP", "REB", "MIL")
    person = group[0].office is not None or is_somebody(head, group[0])
    return len(group) == 1 and person == (word in HUMAN) and (word in HUMAN or head.tag_ != "NNS")


def is_sure(head: "Token", group: tuple[Actor, ...]) -> bool:
    """Tell if a noun phrase of another sentence can be taken up: a known actor, a title, or a name of two words."""
    if any(actor.code or actor.office for actor in group):
        return True
    return head.pos_ == "PROPN" and any(child.dep_.startswith("flat") for child in head.children)


def is_somebody(head: "Token", actor: Actor) -> bool:
    """Tell if a phrase names a person: one of the tables, or a name that no table knows."""
    if head.pos_ == "PROPN":
        unknown = actor.code is None and actor.sector is None and head.text not in tables.grammar("day")
        return is_person(actor.name) or (unknown and (head.dep_ in SUBJECTS or is_sure(head, ())))
    return head.lower_.endswith(("man", "woman", "er", "or", "ist")) and head.tag_ == "NN" and actor.sector is not None
