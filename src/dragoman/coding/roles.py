"""Who fills a frame's roles: its slots are tried in order, and the first that holds a known actor wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.coding.context import Sentence, known
from dragoman.coding.matching import Match
from dragoman.coding.predicates import content_slot
from dragoman.model.actor import Actor
from dragoman.syntax import trees
from dragoman.vocab.frames import Frame, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

Actors = tuple[Actor, ...]


def role(found: Match, slots: tuple[str, ...], sentence: Sentence, taken: Actors = ()) -> Actors:
    """Give the actors of the first slot that holds a known one; failing that, of the first that is filled.

    What is `taken` by the other side does not count, and no treaty or law acts.
    Of the many words of a complement the first known one counts.
    """
    first: Actors = ()
    for slot in slots:
        documents = word_classes()["documents"] if slot == "subj" else ()
        tokens = [t for t in _fillers(found, slot) if t.lemma_.lower() not in documents]
        here = [without(distinct(list(sentence.actors(token))), taken) for token in tokens]
        if slot.startswith("comp"):
            here = [actors for actors in here if known(actors)][:1] or here
        actors = distinct([actor for group in here for actor in group])
        if not known(actors) and found.frame.type in ("ACCUSE", "REJECT", "SUPPORT"):
            actors = without(distinct([a for t in _doers(found, slot) for a in sentence.actors(t)]), taken) or actors
        if known(actors):
            return tuple(a for a in actors if a.code or a.sector)
        first = first or (actors if slot in ("subj", "obj") or any(a.sector for a in actors) else ())
    return first


def answering(frame: Frame) -> bool:
    """Say whether a deed answers another, so that whoever does the other is its recipient."""
    return frame.answers or frame.type in ("THREATEN", "REJECT")


def implied(found: Match, sentence: Sentence, actors: Actors, condition: Token | None) -> Actors:
    """Give the recipients that no slot names: who would meet the condition, or whom the page's aid goes to."""
    if answering(found.frame) and condition is not None:
        return without(distinct([a for t in trees.agents(condition) for a in sentence.actors(t)]), actors)
    if found.frame.type == "AID":
        return sentence.page.implied(actors, found.predicate.token.idx + sentence.offset)
    return ()


def authorities(found: Match, sentence: Sentence, recipients: Actors) -> tuple[Actors, str]:
    """Give the country where an arrest or conviction without an agent took place as its actor, and a note of it."""
    predicate = found.predicate
    by_state = found.frame.type in ("COERCE", "SANCTION") and predicate.kind == "verb"
    if not by_state or not trees.is_passive(predicate.token):
        return (), ""
    for token in predicate.slot("in"):
        places = without(tuple(a for a in sentence.actors(token) if a.code), recipients)
        if places:
            note = "; nobody named: taken for the authorities of the place"
            return tuple(replace(a, sector="GOV") for a in places), note
    return (), ""


def distinct(actors: list[Actor]) -> Actors:
    """Give the actors once each, by words and code."""
    seen: dict[tuple[int, int, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.start, actor.end, actor.code), actor)
    return tuple(seen.values())


def without(recipients: Actors, actors: Actors) -> Actors:
    """Leave out of the recipients what stands among the actors: the same words, or a pronoun for one of them."""
    places = {(a.start, a.end) for a in actors}
    codes = {a.code for a in actors if a.code}
    others = tuple(r for r in recipients if (r.start, r.end) not in places)
    return tuple(r for r in others if r.code not in codes or not _refers_back(r))


def _refers_back(actor: Actor) -> bool:
    """Say whether a phrase only points back to its owner: a pronoun, or a thing of theirs ("their disapproval")."""
    words, persons = actor.text.lower().split() or [""], word_classes()["persons"]
    if words[-1] in word_classes()["pronouns"]:
        return True
    return (
        words[0] in word_classes()["pronouns"]
        and words[-1] not in persons
        and words[-1].removesuffix("s") not in persons
    )


def _doers(found: Match, slot: str) -> list[Token]:
    """Give who did what fills a slot: "an investigation into crimes committed by X"."""
    clauses = [c for token in _fillers(found, slot) for c in trees.children(token, "acl") if c.tag_ == "VBN"]
    return [doer for clause in clauses for doer in trees.agents(clause)]


def _fillers(found: Match, slot: str) -> list[Token]:
    if slot.startswith("comp") and found.content is not None:
        return content_slot(found.content, slot)
    return found.predicate.slot(slot)
