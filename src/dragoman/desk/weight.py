"""How much an event weighs in a brief: the deed, how sure it is, who acts, headline, novelty."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from itertools import takewhile

from dragoman.model.document import Document
from dragoman.model.event import Event, Status
from dragoman.model.when import EdtfError, bounds

STATUS: dict[Status, float] = {
    "happened": 1.0, "ongoing": 0.9, "planned": 0.8, "expected": 0.6, "conditional": 0.6, "denied": 0.6, "sought": 0.5,
    "possible": 0.5, "negated": 0.5, "urged": 0.4,
}  # fmt: skip
"""What a status takes of the weight of its deed."""

OFFICES = {"head_of_state": 3.0, "head_of_government": 3.0, "foreign_minister": 2.0, "defence_minister": 2.0}
"""What the rank of who acts adds."""

LEAST_DEED = 2.0
"""The weight of a deed of no intensity: a request, a word."""

HEADLINE, FIRST_PARAGRAPH = 10.0, 3.0
"""What is added where the headline has the deed's own word, and where the first paragraph tells it."""

CLAIMED = 0.8
"""What is taken of the weight where the page itself does not vouch."""

KNOWN = 0.5
"""What is taken of the weight where the record knew it before this page."""

ALONE = 0.6
"""What is taken of the weight where no other state or body is named as the other side."""

STALE, STALE_DAYS = 0.5, 60
"""What is taken of the weight of a deed that ended so many days before the page."""

STEM, ENDING = 4, 2
"""Letters in which a word of the headline and a trigger must agree, and how many may differ at the end."""


def weight(event: Event, document: Document, known: Collection[str] = ()) -> float:
    """Give the weight of an event in the brief of its document; `known` are ids of events that are no news."""
    deed = (LEAST_DEED + abs(event.intensity)) * STATUS[event.status]
    deed *= CLAIMED if event.holder.kind == "source" else 1.0
    deed *= KNOWN if event.id in known else 1.0
    deed *= 1.0 if len({a.code for a in (*event.actors, *event.recipients) if a.code}) > 1 else ALONE
    deed *= STALE if _is_stale(event, document) else 1.0
    office = max((OFFICES.get(actor.office or "", 0.0) for actor in event.actors), default=0.0)
    return deed + office + _place(event, document) - 2.0 * (event.rank > 1)


def _place(event: Event, document: Document) -> float:
    """Weigh where it is told: once in the body, in the first paragraph, in the headline."""
    in_headline = any(_is_one_word(event.trigger.text, word) for word in (document.title or "").split())
    first = "\n\n" not in document.text[: event.evidence.start].strip()
    return (HEADLINE if in_headline and not _is_stale(event, document) else 0.0) + (FIRST_PARAGRAPH if first else 0.0)


def _is_one_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: "orders" and "ordered"."""
    pairs = zip(one.lower(), other.lower(), strict=False)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return shared >= STEM and shared >= min(len(one), len(other)) - ENDING


def _is_stale(event: Event, document: Document) -> bool:
    if not (event.when and document.published):
        return False
    try:
        return bounds(event.when)[1] < bounds(document.published)[0] - timedelta(days=STALE_DAYS)
    except (EdtfError, OverflowError):
        return False
