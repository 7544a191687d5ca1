"""Which time belongs to which event, and how that was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import trees
from dragoman.coding.context import Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model.event import Axes
from dragoman.model.time import Timex
from dragoman.vocab.frames import frames_by_trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

Dated = tuple[str | None, str | None, str | None]
"""EDTF value, the words it was read from, and how it was decided."""

STEPS = 8


def date_event(predicate: Predicate, sentence: Sentence, axes: Axes) -> list[Dated]:
    """Give the times of an event: several if coordinated dates hang on a plural noun ("visits in 2019 and 2023")."""
    hung = sentence.points()
    own = [t for t in hung if _bearer(t, sentence) in _carriers(predicate)]
    if own:
        chosen = own if _several(predicate, own) else [min(own, key=lambda t: _distance(t, predicate, sentence))]
        return [(t.edtf, t.text, "stated with the event") for t in chosen]
    for above in trees.up(predicate.light or predicate.token):
        shared = [t for t in hung if _bearer(t, sentence) == above]
        if shared:
            return [(shared[0].edtf, shared[0].text, f"stated with “{above.text}”, which governs it")]
        if above.dep_ in ("ccomp", "acl:relcl", "parataxis"):
            break
    return [_undated(sentence, axes)]


def _several(predicate: Predicate, own: list[Timex]) -> bool:
    return predicate.kind == "noun" and predicate.token.tag_ in ("NNS", "NNPS", "DT") and len(own) > 1


def _carriers(predicate: Predicate) -> set[Token]:
    """Give the words on which a time may hang to count as the event's own."""
    out = {predicate.token}
    if predicate.light is not None:
        out.add(predicate.light)
    if predicate.kind != "noun":
        out.update(predicate.slot("obj"))
    return out


def _bearer(timex: Timex, sentence: Sentence) -> Token | None:
    """Give the word that a time expression hangs on: the nearest verb, adjective or event noun above it."""
    token = sentence.token_at(timex.start, timex.end)
    if token is None:
        return None
    spans = [(t.start, t.end) for t in sentence.points()]
    for _ in range(STEPS):
        token = token.head
        place = token.idx + sentence.offset
        inside = any(start <= place < end for start, end in spans)
        if not inside and (token.pos_ in ("VERB", "AUX", "ADJ") or _event_noun(token)):
            return token
    return token


def _event_noun(token: Token) -> bool:
    """Say whether a noun can bear a date: it names an event, or stands for one ("earlier ones")."""
    return ("noun", token.lemma_.lower()) in frames_by_trigger() or token.lower_ == "ones"


def _distance(timex: Timex, predicate: Predicate, sentence: Sentence) -> int:
    return abs(timex.start - (predicate.token.idx + sentence.offset))


def _undated(sentence: Sentence, axes: Axes) -> Dated:
    """Give the page's date to what a news page reports as done, and nothing to anything else."""
    document = sentence.page.document
    if document.kind == "news" and axes.status == "happened" and axes.tense in ("past", "present") and document.published:
        return document.published, None, "no time stated: the page's date"
    return None, None, None
