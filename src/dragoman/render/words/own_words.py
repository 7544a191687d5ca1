"""The page's own words for what is asked, said, refused or promised: what follows the trigger in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.vocab import Vocabulary

LONGEST = 84
"""Characters of the page's own words; longer ones are cut at a word, for the whole sentence is a click away."""

MARKS = " ,.;:!?-–—\"'“”‘’\n\t"
"""Signs that are cut off at both ends of the page's own words."""


def has_content(event: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether the substance of an event lies in what is asked, said or promised, not in the deed."""
    return not {event.act, event.rule}.isdisjoint(vocabulary.wording.words["content"])


def is_content(actor: Actor, event: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether a recipient is no actor but what is promised or said: unresolved words right behind the trigger."""
    return actor.code is None and 0 <= actor.start - event.trigger.end <= 2 and has_content(event, vocabulary)


def own_words(event: Event, vocabulary: Vocabulary, others: Sequence[Event] = ()) -> str:
    """Give what follows the trigger in the sentence, up to the next such act of the same side.

    Empty if the clause ends there, or nothing follows but the time of the event.
    """
    start, base = _content_start(event), event.evidence.start
    stops = [
        other.trigger.start
        for other in others
        if other.trigger.start > start and _codes(other) == _codes(event) and has_content(other, vocabulary)
    ]
    following = event.evidence.quote[max(0, start - base) : max(0, min([event.evidence.end, *stops]) - base)]
    if following.startswith(tuple(vocabulary.wording.words["clause_ends"])):
        return ""
    said = _trimmed(_before_aside(" ".join(following.split()), vocabulary), vocabulary)
    if event.when_text and event.when_basis == "stated" and said.endswith(f" {event.when_text}"):
        said = said.removesuffix(f" {event.when_text}").removesuffix(" on").removesuffix(" in").rstrip(MARKS)
    weekday = next((f"on {day} " for day in vocabulary.wording.words["weekdays"] if said.startswith(f"on {day} ")), "")
    said = said.removeprefix(weekday)
    if said in vocabulary.wording.words["halts"]:
        return ""
    return "" if event.when_text and _without_preposition(said, vocabulary) in event.when_text else said


def _before_aside(said: str, vocabulary: Vocabulary) -> str:
    """Cut off what a comma adds ("…, which took a year"); a list and a condition stay."""
    asides = vocabulary.wording.words["asides"]
    for comma in re.finditer(", ", said):
        first = said[comma.end() :].partition(" ")[0].lower()
        if first in asides or first.endswith(("ed", "ing")):
            return said[: comma.start()]
    return said


def _content_start(event: Event) -> int:
    """Give the end of the trigger, or of the recipient that follows it at once."""
    end, base = event.trigger.end, event.evidence.start
    for actor in event.recipients:
        between = event.evidence.quote[max(0, end - base) : max(0, actor.start - base)].strip()
        if actor.code and actor.start >= end and between in ("", "on", "upon", "with", "the", "on the"):
            return actor.end
    return end


def _codes(event: Event) -> set[str | None]:
    return {actor.code for actor in event.actors}


def _without_preposition(said: str, vocabulary: Vocabulary) -> str:
    for preposition in vocabulary.wording.words["time_prepositions"]:
        said = said.removeprefix(f"{preposition} ")
    return said


def _trimmed(said: str, vocabulary: Vocabulary) -> str:
    """Take off what a cut leaves hanging, and cut what is too long."""
    loose = tuple(f" {word}" for word in vocabulary.wording.words["loose_ends"])
    said = said.strip(MARKS)
    while said.endswith(loose):
        said = said[: said.rindex(" ")].rstrip(MARKS)
    if len(said) <= LONGEST:
        return said
    return said[:LONGEST].rpartition(" ")[0].rstrip(MARKS) + " …"


def runs_on(said: str, named_apart: bool, vocabulary: Vocabulary) -> bool:
    """Tell whether the page's own words go on from the verb: "to withdraw", or a thing where no recipient is apart."""
    first, words = said.partition(" ")[0], vocabulary.wording.words
    if first in words["runs_on"]:
        return True
    thing = first.isalpha() and first.islower() and not first.endswith("ly") and first not in words["halts"]
    return not named_apart and thing


def told_apart(recipients: Sequence[Actor], event: Event) -> list[Actor]:
    """Leave out recipients that stand inside the page's own words, which name them already."""
    start = _content_start(event)
    return [actor for actor in recipients if actor.code and actor.start < start]
