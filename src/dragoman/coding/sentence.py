"""Code one parsed sentence: find triggers, try frames, fill roles, drop what is only the content of a speech act."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.context import Sentence
from dragoman.coding.events import Draft, draft, finish
from dragoman.coding.matching import Match, Tried, fitting
from dragoman.coding.predicates import Predicate
from dragoman.coding.proforms import proform_drafts
from dragoman.coding.ranking import ranked
from dragoman.coding.triggers import find_triggers
from dragoman.model.document import evidence_at
from dragoman.model.event import Event
from dragoman.model.reading import Rejected
from dragoman.syntax import trees

SPEECH = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE"})
"""Types whose content is told by them: "urged X to withdraw" reports an urging, not a withdrawal."""


def code_sentence(sentence: Sentence) -> tuple[list[Event], list[Rejected]]:
    """Give the events of a sentence, ranked, and the candidates that came to nothing, each with its reason."""
    tried: list[Tried] = []
    kept = drafts_of(sentence, tried)
    events = [event for rank, one in enumerate(kept, 1) for event in finish(one, sentence, rank)]
    return events, [_rejected(one, sentence) for one in tried if one.dropped]


def drafts_of(sentence: Sentence, tried: list[Tried]) -> list[Draft]:
    """Give the events of a sentence as ranked drafts; what was tried in vain goes into `tried`."""
    drafts: list[Draft] = []
    done: set[int] = set()
    for predicate in find_triggers(sentence.span):
        if predicate.token.i in done:
            continue
        for made in _try_frames(predicate, sentence, tried):
            drafts.append(made)
            done.add(predicate.token.i)
            sentence.page.finder.remember(made.actors + made.recipients)
    drafts = [_with_shared_recipients(one, drafts) for one in drafts]
    drafts += proform_drafts(drafts, sentence)
    return ranked(_without_contents(drafts))


def _with_shared_recipients(one: Draft, drafts: list[Draft]) -> Draft:
    """Give a second conjunct the recipients of the first where it only points at them.

    "wants recognition from Russia and seeks its support": "its" is not the seeker's own.
    """
    token = one.match.predicate.token
    owned = any(
        c.dep_ == "nmod:poss" and c.tag_ == "PRP$" for obj in one.match.predicate.slot("obj") for c in obj.lefts
    )
    if one.recipients or token.dep_ != "conj" or not owned:
        return one
    codes = {a.code for a in one.actors}
    for first in drafts:
        if first.match.predicate.token == token.head and first.recipients and {a.code for a in first.actors} == codes:
            return replace(one, recipients=first.recipients)
    return one


def _try_frames(predicate: Predicate, sentence: Sentence, tried: list[Tried]) -> list[Draft]:
    """Give the drafts of the first frame that fits and finds its actors."""
    for matches in fitting(predicate, tried):
        made = [(one, draft(one, sentence)) for one in matches]
        drafts = [one for _, one in made if isinstance(one, Draft)]
        tried += [
            Tried(predicate, one.frame.id, told, not one.frame.negated) for one, told in made if isinstance(told, str)
        ]
        if drafts:
            return drafts
    return []


def _rejected(one: Tried, sentence: Sentence) -> Rejected:
    token = one.predicate.token
    start = token.idx + sentence.offset
    return Rejected(
        f"“{token.text}”: {one.reason}", evidence_at(sentence.page.document.text, start, start + len(token))
    )


def _without_contents(drafts: list[Draft]) -> list[Draft]:
    """Leave out drafts that are the content of a speech act, or the noun of a verb that made an event already.

    Such a noun is one that leans on the verb, or the subject of a frame that covers it ("the signing took effect").
    """
    covered: set[int] = set()
    for one in drafts:
        if one.match.frame.type in SPEECH:
            covered |= content_words(one.match)
    verbs = {one.match.predicate.token.i for one in drafts if one.match.predicate.kind == "verb"}
    covered |= {t.i for one in drafts if one.match.frame.covers_subj for t in one.match.predicate.slot("subj")}
    return [one for one in drafts if one.match.predicate.token.i not in covered and _light(one) not in verbs]


def _light(one: Draft) -> int | None:
    """Give the place of the light verb an event noun leans on: if it made an event itself, the noun adds none."""
    light = one.match.predicate.light
    return light.i if light is not None else None


def content_words(found: Match) -> set[int]:
    """Give the places of the words that say what a speech act asks, threatens, refuses or alleges."""
    heads = (
        list(found.predicate.complements())
        + found.predicate.slot("obj")
        + found.predicate.slot("for")
        + found.predicate.slot("of")
    )
    words: set[int] = set()
    for head in heads:
        for verb in trees.conjuncts(head):
            words.add(verb.i)
            words |= {n.i for n in trees.patients(verb)} if verb.pos_ == "VERB" else set()
            words |= {n.i for _, n in trees.obliques(verb)}
            words |= {n.i for n in trees.children(verb, "xcomp", "acl", "conj")}
    return words - {found.predicate.token.i}
