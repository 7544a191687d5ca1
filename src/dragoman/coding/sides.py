"""The sides of a deed: told apart, told of once, and inferred where no words name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.candidates import Actors, Candidate
from dragoman.coding.page import Sentence
from dragoman.model.actor import Actor
from dragoman.syntax import trees
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


def distinct(actors: list[Actor]) -> Actors:
    """Give the actors once each, by words and code."""
    seen: dict[tuple[int, int, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.start, actor.end, actor.code), actor)
    return tuple(seen.values())


def without(recipients: Actors, actors: Actors, vocabulary: Vocabulary) -> Actors:
    """Leave out of the recipients what stands among the actors: the same words, or a pronoun for one of them."""
    places = {(a.start, a.end) for a in actors}
    codes = {a.code for a in actors if a.code}
    others = tuple(r for r in recipients if (r.start, r.end) not in places)
    return tuple(r for r in others if r.code not in codes or not _refers_back(r, vocabulary))


def _refers_back(actor: Actor, vocabulary: Vocabulary) -> bool:
    """Say whether a phrase only points back to its owner: a pronoun, or a thing of theirs ("their disapproval")."""
    words, persons = actor.text.lower().split() or [""], vocabulary.events.classes["persons"]
    if words[-1] in vocabulary.events.classes["pronouns"]:
        return True
    return (
        words[0] in vocabulary.events.classes["pronouns"]
        and words[-1] not in persons
        and words[-1].removesuffix("s") not in persons
    )


def answering(candidate: Candidate) -> bool:
    """Say whether a deed answers another, so that whoever does the other is its recipient."""
    return candidate.answers or candidate.type in ("THREATEN", "REJECT")


def implied(candidate: Candidate, sentence: Sentence, condition: Token | None) -> Actors:
    """Give the recipients that no slot names: who would meet the condition, or whom the page's aid goes to."""
    if answering(candidate) and condition is not None:
        found = distinct([a for t in trees.agents(condition) for a in sentence.actors(t)])
        return without(found, candidate.actors, sentence.vocabulary)
    if candidate.type == "AID":
        return sentence.page.implied(candidate.actors, sentence.place(candidate.predicate.token)[0])
    return ()
