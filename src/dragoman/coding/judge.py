"""Which settled candidates become events, in which order, and how far each may be trusted."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from dragoman.coding.candidates import Actors, Settled, known
from dragoman.coding.decision import Decision, Weights, status_of, weighed
from dragoman.coding.predicates import content_words
from dragoman.model.actor import Actor
from dragoman.syntax import trees

SPEECH = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE"})
"""Types whose content is told by them: "urged X to withdraw" reports an urging, not a withdrawal."""

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})


WEIGHTS = Path(__file__).parent / "judge.json"
"""Fitted by `python -m training.reader` on annotated texts that nothing else was trained on."""

NEAR_WORDS = 5
"""Words between the triggers of two proposers that may tell one deed ("held … talks")."""

PARTNERS = frozenset(map(frozenset, (("AGREE", "SUPPORT"), ("SANCTION", "COERCE"), ("COERCE", "ASSAULT"))))
"""Types that the frames and the reader may file one deed under: the reader's counts."""


class Judge:
    """Joins what the proposers found in a sentence, gives each deed its status and its confidence, and ranks them."""

    def __init__(self, weights: Weights, status: Weights, least: float) -> None:
        """Take the weights of the confidence and of the status, and the confidence below which no event is made."""
        self.weights, self.status, self.least = weights, status, least

    @classmethod
    @cache
    def shipped(cls, with_reader: bool) -> Judge:
        """Give the weights that come with dragoman: for frames and reader together, or for the frames alone.

        The frames alone give all that they find, with its confidence.
        """
        table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        if with_reader:
            return cls(table["both"], table["status"], table["least"])
        return cls(table["frames"], {}, 0.0)

    def made(self, decision: Decision, kind: str) -> Decision | None:
        """Give what becomes an event in a document of a kind, or None if that is too unsure.

        The judge was fitted to news, where history told in passing is no event. An editorial or a statement lives on
        it: there what the judge is not sure of becomes an event as the frames read it, with its low confidence.
        """
        if decision.confidence >= self.least:
            return decision
        if kind == "news" or decision.frames is None:
            return None
        return replace(decision, deed=decision.frames, status=decision.frames.assessment.axes.status)

    def decide(self, frames: list[Settled], reader: list[Settled]) -> list[Decision]:
        """Give the deeds of a sentence, rank 1 first, the doubtful ones with their confidence among them."""
        decisions = [self._weighed(one, reader, frames) for one in _joined(frames, reader)]
        return sorted(decisions, key=_key)

    def _weighed(self, decision: Decision, reader: list[Settled], frames: list[Settled]) -> Decision:
        if decision.reader is not None:
            status = status_of(decision.reader, decision.frames, self.status)
            decision = replace(decision, status=status, doubted=_doubted(decision.reader, frames))
        return weighed(decision, self.weights)


def _joined(frames: list[Settled], reader: list[Settled]) -> list[Decision]:
    """Pair each of the reader's deeds with the frames' deed that tells the same, if there is one; keep the others."""
    free = list(frames)
    decisions = []
    for one in reader:
        pairs = [(_distance(one, other), n) for n, other in enumerate(free) if _same_deed(one, other)]
        partner = free.pop(min(pairs)[1]) if pairs else None
        deed = _with_partner(one, partner) if partner is not None else one
        decisions.append(Decision(deed, partner, one, one.assessment.axes.status))
    return decisions + [Decision(one, one, None, one.assessment.axes.status) for one in free]


def _same_deed(one: Settled, other: Settled) -> bool:
    acts = (one.candidate.act, other.candidate.act)
    return (acts[0] == acts[1] or frozenset(acts) in PARTNERS) and _distance(one, other) <= NEAR_WORDS


def _distance(one: Settled, other: Settled) -> int:
    places = {other.candidate.predicate.token.i, other.candidate.word.i}
    return min(abs(one.candidate.predicate.token.i - place) for place in places)


def _doubted(one: Settled, frames: list[Settled]) -> bool:
    """Say whether the frames read another deed out of the very word."""
    place = one.candidate.predicate.token.i
    others = [f for f in frames if place in (f.candidate.predicate.token.i, f.candidate.word.i)]
    return bool(others) and not any(_same_deed(one, other) for other in others)


def _with_partner(one: Settled, partner: Settled) -> Settled:
    """Give the reader's deed the words of the frames' where both name a side: its phrase, its mode, its content."""
    told = partner.candidate
    actors = tuple(_phrase(actor, told.actors + told.recipients) for actor in one.candidate.actors)
    recipients = tuple(_phrase(actor, told.recipients + told.actors) for actor in one.candidate.recipients)
    if told.symmetric and _codes(told.actors + told.recipients) == _codes(actors + recipients):
        actors, recipients = told.actors, told.recipients  # what both do, neither does to the other
    same = told.type == one.candidate.type
    candidate = replace(
        one.candidate, rule=told.rule, mode=told.mode if same else one.candidate.mode, content=told.content,
        predicate=told.predicate, actors=actors, recipients=recipients, note=told.note,
    )  # fmt: skip
    return replace(one, candidate=candidate, holder=partner.holder)


def _codes(actors: Actors) -> set[str]:
    return {actor.code for actor in actors if actor.code}


def _phrase(actor: Actor, told: Actors) -> Actor:
    return next((other for other in told if other.code == actor.code), actor)


def standing(settled: list[Settled]) -> tuple[list[Settled], list[tuple[Settled, str]]]:
    """Give the frames' deeds that stay, and those that another covers, each with why."""
    kept, covered = [], []
    reasons = _covering(settled)
    for one in settled:
        reason = reasons.get(one.candidate.predicate.token.i) or _leaning(one, settled)
        if reason is None:
            kept.append(one)
        else:
            covered.append((one, reason))
    return kept, covered


def _covering(settled: list[Settled]) -> dict[int, str]:
    """Give the places of words that are only the content of a speech act, or the subject that its verb covers."""
    reasons: dict[int, str] = {}
    for one in settled:
        candidate = one.candidate
        if candidate.type in SPEECH:
            told = f"the content of “{candidate.predicate.token.text}”"
            reasons |= dict.fromkeys(content_words(candidate.predicate), told)
        if candidate.covers_subject:
            told = f"“{candidate.predicate.token.text}” says when it was done"
            reasons |= {token.i: told for token in candidate.predicate.slot("subj")}
    return reasons


def _leaning(one: Settled, settled: list[Settled]) -> str | None:
    """Say that a noun leans on a verb that made an event itself: then the noun adds none."""
    light = one.candidate.predicate.light
    verbs = {other.candidate.predicate.token.i for other in settled if other.candidate.predicate.kind == "verb"}
    return f"told by its verb “{light.text}”" if light is not None and light.i in verbs else None


def _key(decision: Decision) -> tuple[int, bool, bool, int]:
    """Sort by: fewer clauses above, both sides known, verbs before nouns, then text order."""
    one, candidate = decision.deed, decision.deed.candidate
    both = known(candidate.actors) and (known(candidate.recipients) or len(candidate.actors) > 1)
    noun = candidate.predicate.kind == "noun" and candidate.predicate.light is None
    return depth(one), not both, noun, candidate.predicate.token.i


def depth(one: Settled) -> int:
    """Count the clauses above the trigger; those that only report ("officials said that …") do not count."""
    count, below = 0, one.candidate.word
    vouches = one.candidate.predicate.vocabulary.cues.vouches
    for head in trees.up(below):
        reports = vouches(head.lemma_.lower(), "fin")
        clause = below.dep_ in CLAUSES and not (reports and below.dep_ in ("ccomp", "parataxis"))
        if clause or below.dep_ in ("nmod", "nmod:poss", "obl"):
            count += 1
        below = head
    return count
