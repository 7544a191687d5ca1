"""Times told against other deeds: counted from them, before, during or after them, and their anniversaries."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dragoman.coding.page import Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model import when
from dragoman.model.event import Anchor, Event, WhenBasis
from dragoman.syntax import trees
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIONS = {
    "during": "{}", "at": "{}", "on": "{}", "around": "{}~", "before": "../{}", "after": "{}/..", "ahead of": "../{}",
    "following": "{}/..", "since": "{}/..",
}  # fmt: skip
"""EDTF for a time told against another event: `~` is about then, an open interval is before or after."""


LATEST = 200
"""Deeds back in which the one that a time is told against is looked for."""

NEAR = 5
"""Words between "before" and the event it is said of."""


class Dated(NamedTuple):
    """A time: EDTF value, the words it was read from, how it was found and by what; all None where there is none."""

    value: str | None = None
    text: str | None = None
    basis: WhenBasis | None = None
    anchor: Anchor | None = None


UNDATED = Dated()


def recalled(predicate: Predicate, sentence: Sentence) -> Dated | None:
    """Date a deed whose anniversary is told of: so many years back, or not at all if they are not counted."""
    noun = predicate.light or predicate.token
    years = predicate.vocabulary.times.classes["ANNIVERSARY"]
    above = next((word for word in trees.up(noun) if word.lemma_.lower() in years), None)
    if above is None:
        return None
    named = int(years[above.lemma_.lower()])
    count = next((n for word in trees.kids(above) if (n := _ordinal(word)) is not None), named)
    day = sentence.page.day_at(sentence.start)
    if not count or day is None:
        return UNDATED
    return Dated(when.step(day, -count, "year"), above.text, "anchored", Anchor(f"{count} years before {day[:4]}", day))


def _ordinal(word: Token) -> int | None:
    """Give the number that a word counts with: "50th", "fiftieth", "ten-year"."""
    times = vocabulary_of(word).times.classes
    figures = "".join(sign for sign in word.text if sign.isdigit())
    if figures and len(figures) < 4:
        return int(figures)
    listed = times["ORDINALWORD"].get(word.lower_) or times["CARDINAL"].get(word.lower_.partition("-")[0])
    return int(listed) if listed else None


def from_event(predicate: Predicate, sentence: Sentence) -> Dated | None:
    """Date an event by its distance from another that the text dated ("three days before the summit")."""
    verb = predicate.light or predicate.token
    for hung in sentence.distances():
        head = sentence.token_at(hung.start, hung.anchor[0]) if hung.anchor else None
        if head is None or hung.anchor is None or hung.count is None or hung.unit is None or verb not in trees.up(head):
            continue
        places = range(hung.anchor[0] - sentence.offset, hung.anchor[1] - sentence.offset)
        nouns = [t for t in sentence.span if t.idx in places and t.pos_ in ("NOUN", "PROPN")]
        anchor = next((e for noun in nouns if (e := _dated_event(noun, sentence)) is not None), None)
        if anchor is not None and anchor.when is not None:
            told = sentence.page.document.text[hung.start : hung.anchor[1]]
            counted = when.step(anchor.when, round(hung.count), hung.unit)
            return Dated(counted, told, "anchored", Anchor(anchor.trigger.text, anchor.when))
    return None


def by_event(predicate: Predicate, sentence: Sentence) -> Dated | None:
    """Date an event by another that it is told against ("before or after the summit"), if the text dated that one.

    The words are read in order, not by the parse: parsers slip on "before or after", the order does not.
    """
    verb, words = predicate.light or predicate.token, list(sentence.span)
    for at, token in enumerate(words):
        if token.i > verb.i and token.pos_ == "VERB":
            return None
        if token.i <= verb.i:
            continue
        noun = next((w for w in words[at + 1 : at + 1 + NEAR] if w.pos_ in ("NOUN", "PROPN")), None)
        anchor = _dated_event(noun, sentence) if token.lower_ in RELATIONS and noun is not None else None
        if anchor is not None and anchor.when is not None and noun is not None:
            both = any(w.lower_ == "or" for w in words[at : at + NEAR])
            shown = RELATIONS["around" if both else token.lower_].format(anchor.when)
            return Dated(shown, f"{token.text} the {noun.text}", "anchored", Anchor(noun.text, anchor.when))
    return None


def _dated_event(noun: Token, sentence: Sentence) -> Event | None:
    latest = islice(reversed(sentence.page.events), LATEST)
    return next((e for e in latest if e.when and _named(noun, e)), None)


def _named(noun: Token, event: Event) -> bool:
    """Say whether a noun names an event told before: its trigger, or an event noun of its act in its sentence."""
    if event.trigger.text.lower() in (noun.lower_, noun.lemma_.lower()):
        return True
    acts = {frame.type for frame in vocabulary_of(noun).events.by_trigger.get(("noun", noun.lemma_.lower()), ())}
    return event.act in acts and noun.lower_ in event.evidence.quote.lower()
