"""Show how a document was coded: each sentence's parse, the triggers, the frames tried, and why each failed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.coding.coder import STRAIGHT, Coder, choose, prepare
from dragoman.coding.context import Page, Sentence
from dragoman.coding.events import finish
from dragoman.coding.matching import Tried
from dragoman.coding.sentence import drafts_of
from dragoman.coding.triggers import find_triggers
from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.event import Event
from dragoman.syntax.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.tokens import Span


def explain(document: Document, coder: Coder) -> Iterator[str]:
    """Give lines of text that tell how each sentence of a document was coded."""
    page = prepare(document)
    chosen = dict(choose(page))
    for number, (start, end) in enumerate(split_sentences(document.text), 1):
        words = " ".join(document.text[start:end].split())
        yield f"[{number}] {words}"
        if start not in chosen:
            yield "    not parsed: it holds no trigger beside a possible actor"
            continue
        doc = coder.nlp(document.text[start : chosen[start]].translate(STRAIGHT))
        for span in doc.sents:
            yield from _sentence(Sentence(page, span, start, start, start + len(doc.text)), page)
        yield ""


def _sentence(sentence: Sentence, page: Page) -> Iterator[str]:
    yield from _parse(sentence.span)
    tried: list[Tried] = []
    drafts = drafts_of(sentence, tried)
    for predicate in find_triggers(sentence.span):
        leaning = f", leaning on “{predicate.light.text}”" if predicate.light is not None else ""
        yield f"    trigger “{predicate.token.text}”: {predicate.kind} {predicate.lemma!r}{leaning}"
        for one in tried:
            if one.predicate == predicate:
                yield f"        {one.frame}: {one.reason}"
        for kept in drafts:
            if kept.match.predicate == predicate:
                yield f"        {kept.match.frame.id}: an event"
    for rank, one_draft in enumerate(drafts, 1):
        for event in finish(one_draft, sentence, rank):
            yield f"    {_event(event)}"


def _parse(span: Span) -> Iterator[str]:
    for token in span:
        head = "the root" if token.head == token else token.head.text
        yield f"    {token.text:20} {token.lemma_:16} {token.tag_:5} {token.dep_:12} {head}"


def _event(event: Event) -> str:
    when = event.when or "no date"
    sides = f"{_side(event.actors)} → {_side(event.recipients)}"
    return (
        f"event {event.rank}: {event.event_type} {event.event_mode or ''} {sides}; {event.status}; {when}; {event.why}"
    )


def _side(actors: tuple[Actor, ...]) -> str:
    return ", ".join(f"{a.code or '?'}:{a.sector or '?'} “{a.text}”" for a in actors) or "nobody"
