"""Who fills a frame's roles: its slots are tried in order, and the first that holds a known actor wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.coding.candidates import Actors, known
from dragoman.coding.candidates.frames.matching import Match
from dragoman.coding.page import Sentence
from dragoman.coding.predicates import content_slot
from dragoman.coding.sides import distinct, without
from dragoman.syntax import trees

if TYPE_CHECKING:
    from spacy.tokens import Token


def role(found: Match, slots: tuple[str, ...], sentence: Sentence, taken: Actors = ()) -> Actors:
    """Give the actors of the first slot that holds a known one; failing that, of the first that is filled.

    What is `taken` by the other side does not count, and no treaty or law acts.
    Of the many words of a complement the first known one counts.
    """
    first: Actors = ()
    for slot in slots:
        documents = sentence.vocabulary.events.classes["documents"] if slot == "subj" else ()
        tokens = [t for t in _fillers(found, slot) if t.lemma_.lower() not in documents]
        here = [without(distinct(list(sentence.actors(token))), taken, sentence.vocabulary) for token in tokens]
        if slot.startswith("comp"):
            here = [actors for actors in here if known(actors)][:1] or here
        actors = distinct([actor for group in here for actor in group])
        if not known(actors) and found.frame.type in ("ACCUSE", "REJECT", "SUPPORT"):
            doers = distinct([a for t in _doers(found, slot) for a in sentence.actors(t)])
            actors = without(doers, taken, sentence.vocabulary) or actors
        if known(actors):
            return tuple(a for a in actors if a.code or a.sector)
        first = first or (actors if slot in ("subj", "obj") or any(a.sector for a in actors) else ())
    return first


def authorities(found: Match, sentence: Sentence, recipients: Actors) -> tuple[Actors, str]:
    """Give the country where an arrest or conviction without an agent took place as its actor, and a note of it."""
    predicate = found.predicate
    by_state = found.frame.type in ("COERCE", "SANCTION") and predicate.kind == "verb"
    if not by_state or not trees.is_passive(predicate.token):
        return (), ""
    for token in predicate.slot("in"):
        places = without(tuple(a for a in sentence.actors(token) if a.code), recipients, sentence.vocabulary)
        if places:
            note = "; nobody named: taken for the authorities of the place"
            return tuple(replace(a, sector="GOV") for a in places), note
    return (), ""


def _doers(found: Match, slot: str) -> list[Token]:
    """Give who did what fills a slot: "an investigation into crimes committed by X"."""
    clauses = [c for token in _fillers(found, slot) for c in trees.children(token, "acl") if c.tag_ == "VBN"]
    return [doer for clause in clauses for doer in trees.agents(clause)]


def _fillers(found: Match, slot: str) -> list[Token]:
    if slot.startswith("comp") and found.content is not None:
        return content_slot(found.content, slot)
    return found.predicate.slot(slot)
