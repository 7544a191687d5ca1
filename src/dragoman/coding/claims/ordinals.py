"""Counts that a page states ("third meeting", "first visit in 24 years"), recounted from what the text names."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.page import Sentence
from dragoman.model import when
from dragoman.model.document import Evidence, evidence_at
from dragoman.model.event import Event
from dragoman.model.treaty import OrdinalClaim
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

YEARS = re.compile(r"P(\d+)Y")
SUBORDINATE = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl"})


@dataclass(frozen=True)
class Note:
    """An ordinal on an event: the number, the noun, the event, the years the sentence counts, and the sentence."""

    number: int
    what: str
    event: Event
    years: int | None
    evidence: Evidence


def ordinal_notes(sentence: Sentence, events: list[Event]) -> list[Note]:
    """Give the ordinals that stand on the trigger of an event, or on "time" ("for the third time") below it."""
    by_start = {event.trigger.start: event for event in events}
    notes = []
    for token in sentence.span:
        number = sentence.vocabulary.cues.ordinal(token.text)
        bearer = token.head
        if number is None or token.dep_ not in ("amod", "nummod") or bearer == token:
            continue
        word = bearer.head if bearer.lemma_ == "time" else bearer
        event = by_start.get(word.idx + sentence.offset)
        if event is not None:
            quote = evidence_at(sentence.page.document.text, sentence.start, sentence.end)
            notes.append(Note(number, word.lemma_.lower(), event, _years(sentence), quote))
    return notes


def _years(sentence: Sentence) -> int | None:
    for timex in sentence.times():
        match = YEARS.fullmatch(timex.value) if timex.type == "DURATION" else None
        if match:
            return int(match[1])
    return None


def restates(noun: Token) -> bool:
    """Say whether a noun only says what another event was: "It is his third meeting", "His visit is the first"."""
    subject = trees.own_subject(noun)
    if _copular(noun) and subject is not None:
        return subject.lower_ in ("it", "this", "that", "these") or _definite(subject)
    return (
        noun.dep_ == "nsubj"
        and _definite(noun)
        and (noun.head.lemma_ in listed(noun, "restating verbs") or _copular(noun.head))
    )


def _copular(noun: Token) -> bool:
    return any(c.dep_ == "cop" for c in noun.children)


def _definite(noun: Token) -> bool:
    """Say whether a noun takes up what the text has told: "the", "this" or a possessor before it."""
    return any(c.dep_ == "nmod:poss" or (c.dep_ == "det" and c.lower_ in ("the", "this")) for c in noun.children)


def asides(sentence: Sentence, events: list[Event]) -> set[str]:
    """Give the ids of the events told in a subordinate clause: what follows the sentence does not go on from them."""
    words = {t.idx + sentence.offset: t for t in sentence.span}
    return {
        e.id for e in events
        if any(w.dep_ in SUBORDINATE for w in (words[e.trigger.start], *trees.up(words[e.trigger.start])))
    }  # fmt: skip


def restating(sentence: Sentence, events: list[Event]) -> set[str]:
    """Give the ids of the events of a sentence that tell no new event."""
    nouns = {t.idx + sentence.offset: t for t in sentence.span if t.pos_ == "NOUN"}
    return {e.id for e in events if e.trigger.start in nouns and restates(nouns[e.trigger.start])}


def recount(notes: list[Note], events: list[Event]) -> list[OrdinalClaim]:
    """Hold each stated count against the events of the text: same act and mode, same two sides, each date once."""
    found: dict[Hashable, set[str]] = {}
    for event in events:
        if event.when_stated and event.polarity == "positive":
            found.setdefault(_counted_with(event), set()).add(event.when_stated)
    dates = {key: _in_order(stated) for key, stated in found.items()}
    return [_claim(note, dates.get(_counted_with(note.event), [])) for note in notes]


def _claim(note: Note, dates: list[str]) -> OrdinalClaim:
    current = note.event.when_stated or (dates[-1] if dates else None)
    earlier = [
        d for d in dates if current is None or (when.order_key(d) < when.order_key(current) and not _same(d, current))
    ]
    counted = len(earlier) + 1
    interval = _gap(earlier, current)
    consistent, difference = _verdict(note, counted, interval, bool(earlier))
    people = dict.fromkeys(a.name or a.code or a.text for a in (*note.event.actors, *note.event.recipients))
    rule = f"{note.event.act} events of these sides with a date in the text, {note.what}s only, each date once"
    return OrdinalClaim(
        ordinal=note.number, what=note.what, persons=tuple(people), earlier=tuple(earlier),
        interval_years=note.years if note.years is not None else interval,
        consistent=consistent, difference=difference, rule=rule, evidence=note.evidence,
    )  # fmt: skip


def _counted_with(event: Event) -> Hashable:
    """Give what events have alike that are counted together: act, kind of mode, the two sides whoever acts."""
    return event.act, _kind(event.event_mode), frozenset(a.code for a in (*event.actors, *event.recipients))


def _in_order(stated: set[str]) -> list[str]:
    """Give dates in order, each time once: of two that tell the same one the finer stays, which lies in the other."""
    fine: list[str] = []
    earliest = math.inf  # the earliest end of what begins no sooner
    for date in sorted(stated, key=lambda d: (when.order_key(d)[0], -when.order_key(d)[1], d), reverse=True):
        end = when.order_key(date)[1]
        if end < earliest:
            fine.append(date)
            earliest = end
    return fine[::-1]


def _kind(mode: str | None) -> str:
    return "visit" if mode == "visit" else "other"


def _same(a: str, b: str) -> bool:
    return when.refines(a, b) or when.refines(b, a)


def _gap(earlier: list[str], current: str | None) -> int | None:
    if not earlier or current is None:
        return None
    return when.bounds(current)[0].year - when.bounds(earlier[-1])[0].year


def _verdict(note: Note, counted: int, interval: int | None, found: bool) -> tuple[bool | None, str | None]:
    """Compare: None where the text names too little to tell, False with the difference where it contradicts itself."""
    if note.years is not None and interval is not None and abs(note.years - interval) > 1:
        return False, f"the text counts {note.years} years; from the last one named it is {interval}"
    if note.number == 1:
        return (None, None) if note.years is None or not found else (True, None)
    if counted == note.number:
        return True, None
    if counted > note.number:
        return False, f"the text names {counted - 1} earlier ones, which makes this one number {counted}"
    return None, f"the text names {counted - 1} of {note.number - 1} earlier ones" if counted > 1 else None
