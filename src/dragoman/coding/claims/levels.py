"""Levels of a relationship that a page names: between whom, on which rung, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import over
from dragoman.coding.attribution import holder_of
from dragoman.coding.page import Sentence
from dragoman.coding.status import assess
from dragoman.model.document import evidence_at
from dragoman.model.event import Event
from dragoman.model.treaty import LevelClaim
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed
from dragoman.vocab import Vocabulary
from dragoman.vocab.levels import Rung

if TYPE_CHECKING:
    from spacy.tokens import Token


def level_claims(sentence: Sentence, events: list[Event]) -> list[LevelClaim]:
    """Give the levels that a sentence names for a pair of states; a level without a pair is left out."""
    text = sentence.page.document.text
    claims = []
    for start, end, rung in sentence.vocabulary.levels.find(text[sentence.start : sentence.end]):
        claim = _claim(sentence, events, start + sentence.start, end + sentence.start, rung)
        if claim is not None:
            claims.append(claim)
    return claims


def _claim(sentence: Sentence, events: list[Event], start: int, end: int, rung: Rung) -> LevelClaim | None:
    head = sentence.token_at(start, end)
    dyad = _dyad(sentence, events, head)
    if head is None or dyad is None:
        return None
    assessment = assess(head)
    holder = holder_of(head, assessment.speech, sentence)
    near = _event_near(events, head, sentence)
    status = near.status if near is not None else assessment.axes.status
    when = near.when if near is not None else None
    if any(c.lower_ in sentence.vocabulary.grammar["standing"] for c in head.children) or _stands_behind(head):
        status, when, near = "ongoing", None, None
    return LevelClaim(
        dyad=dyad, label=sentence.page.document.text[start:end], rung=rung.rung, status=status, when=when,
        holder=near.holder if near is not None else holder,
        evidence=evidence_at(sentence.page.document.text, sentence.start, sentence.end),
    )  # fmt: skip


def _stands_behind(head: Token) -> bool:
    """Say whether the level is where a change starts from ("from the current …")."""
    before = head.doc[max(head.left_edge.i - 3, 0) : head.left_edge.i + 3]
    return any(t.lower_ in listed(head, "standing") for t in before)


def _event_near(events: list[Event], head: Token, sentence: Sentence) -> Event | None:
    """Give the event that raises, sets up or ends the level: the nearest trigger above the words that name it."""
    above = {word.idx + sentence.offset for word in (head, *trees.up(head))}
    nearest = [e for e in events if e.trigger.start in above]
    return max(nearest, key=lambda e: e.trigger.start, default=None)


def _dyad(sentence: Sentence, events: list[Event], head: Token | None) -> tuple[str, str] | None:
    """Give the pair of states the level is about: the sides of the event near it, else the only two of the sentence."""
    near = _event_near(events, head, sentence) if head is not None else None
    for group in ([near] if near else [], events):
        sides = (a.code for event in group if event for a in (*event.actors, *event.recipients))
        codes = {successor(code, sentence.vocabulary) for code in sides if code}
        if len(codes) == 2:
            first, second = sorted(codes)
            return first, second
    named = {
        successor(n.code, sentence.vocabulary)
        for n in over(sentence.page.finder.names, sentence.start, sentence.end)
        if n.code
    }
    if len(named) == 2:
        first, second = sorted(named)
        return first, second
    return None


def successor(code: str, vocabulary: Vocabulary) -> str:
    """Give the state that carries a former state's relations on: a relationship outlives the name of a party."""
    state = vocabulary.actors.countries.get(code)
    return state.successor if state is not None and state.kind == "former" and state.successor else code
