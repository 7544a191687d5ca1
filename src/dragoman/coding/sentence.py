"""Code one parsed sentence: find triggers, try frames, fill roles, drop what is only the content of a speech act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import trees
from dragoman.coding.context import Sentence
from dragoman.coding.events import Draft, draft, finish
from dragoman.coding.matching import Match, match
from dragoman.coding.proforms import proform_drafts
from dragoman.coding.ranking import ranked
from dragoman.coding.triggers import find_triggers
from dragoman.model.document import evidence_at
from dragoman.model.event import Event
from dragoman.model.reading import Rejected

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE"})
"""Types whose content is told by them: "urged X to withdraw" reports an urging, not a withdrawal."""


def code_sentence(sentence: Sentence) -> tuple[list[Event], list[Rejected]]:
    """Give the events of a sentence, ranked, and the candidates that came to nothing, each with its reason."""
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    for predicate in find_triggers(sentence.span):
        for one in match(predicate)[0]:
            made = draft(one, sentence)
            if isinstance(made, Draft):
                drafts.append(made)
                sentence.page.finder.remember(made.actors + made.recipients)
            else:
                rejected.append(_rejected(f"“{predicate.token.text}”: {made}", predicate.token, sentence))
    drafts += proform_drafts(drafts, sentence)
    kept = ranked(_without_contents(drafts))
    events = [event for rank, one in enumerate(kept, 1) for event in finish(one, sentence, rank)]
    return events, rejected


def _rejected(reason: str, token: Token, sentence: Sentence) -> Rejected:
    start = token.idx + sentence.offset
    return Rejected(reason, evidence_at(sentence.page.document.text, start, start + len(token)))


def _without_contents(drafts: list[Draft]) -> list[Draft]:
    """Leave out drafts that are the content of a speech act, or the noun of a verb that made an event already."""
    covered: set[int] = set()
    for one in drafts:
        if one.match.frame.type in SPEECH:
            covered |= content_words(one.match)
    verbs = {one.match.predicate.token.i for one in drafts if one.match.predicate.kind == "verb"}
    return [one for one in drafts if one.match.predicate.token.i not in covered and _light(one) not in verbs]


def _light(one: Draft) -> int | None:
    """Give the place of the light verb an event noun leans on: if that verb made an event itself, the noun adds none."""
    light = one.match.predicate.light
    return light.i if light is not None else None


def content_words(found: Match) -> set[int]:
    """Give the places of the words that say what a speech act asks, threatens, refuses or alleges."""
    heads = list(found.predicate.complements()) + found.predicate.slot("obj") + found.predicate.slot("for") + found.predicate.slot("of")
    words: set[int] = set()
    for head in heads:
        for verb in trees.conjuncts(head):
            words.add(verb.i)
            words |= {n.i for n in trees.patients(verb)} if verb.pos_ == "VERB" else set()
            words |= {n.i for _, n in trees.obliques(verb)}
            words |= {n.i for n in trees.children(verb, "xcomp", "acl", "conj")}
    return words - {found.predicate.token.i}
