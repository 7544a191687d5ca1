"""What of a reading a brief stands behind: the events it prints, those it holds back and why, and what gave none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.model.document import Evidence, evidence_at
from dragoman.model.event import MUTUAL, Event
from dragoman.model.reading import Reading
from dragoman.settings import Settings
from dragoman.vocab import Vocabulary

HeldReason = Literal["nobody", "one side", "not sure"]
"""Why an event is held back: who acted was not read; the deed needs two and one was read; too little confidence."""

MOST_UNCODED = 6
"""Sentences without an event that are shown; more would bury the brief."""


class Held(Struct, frozen=True):
    """An event that is held back, and why."""

    event: Event
    reason: HeldReason


class Selection(Struct, frozen=True, kw_only=True):
    """Events that are printed, events held back, and sentences that look important and gave no event.

    `least` is the confidence from which an event is printed.
    """

    printed: tuple[Event, ...]
    held: tuple[Held, ...]
    uncoded: tuple[Evidence, ...]
    least: float


def select(reading: Reading, vocabulary: Vocabulary, settings: Settings | None = None) -> Selection:
    """Choose what a brief prints of a reading; the settings say from which confidence on."""
    least = least_confidence(reading.events, settings or Settings())
    printed, held = [], []
    for event in reading.events:
        reason = reason_against(event, least, vocabulary)
        if reason:
            held.append(Held(event, reason))
        else:
            printed.append(event)
    return Selection(printed=tuple(printed), held=tuple(held), uncoded=uncoded(reading, vocabulary), least=least)


def sure_part(reading: Reading, vocabulary: Vocabulary, settings: Settings) -> Reading:
    """Give a reading with no other events than a brief prints: what may move an alarm or a red line."""
    return replace(reading, events=select(reading, vocabulary, settings).printed)


def least_confidence(events: Iterable[Event], settings: Settings) -> float:
    """Give the confidence from which an event is printed: another one where the trained reader read too."""
    return settings.sure_reader if any("reader" in event.proposers for event in events) else settings.sure_frames


def reason_against(event: Event, least: float, vocabulary: Vocabulary) -> HeldReason | None:
    """Say why an event is not printed; None if it is."""
    if not event.actors or any(actor.code is None for actor in event.actors):
        return "nobody"
    if event.act in vocabulary.wording.words["two_sides"] and not _is_whole(event, vocabulary):
        return "one side"
    return "not sure" if event.confidence < least else None


def _is_whole(event: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether two sides were read, or one with what it said, or with the condition that its deed hangs on."""
    acting = {(actor.code, actor.sector or "GOV", actor.name) for actor in event.actors}
    others = [a for a in event.recipients if (a.code, a.sector or "GOV", a.name) not in acting]
    if event.act in MUTUAL:
        others = [actor for actor in others if actor.code]
    if others or len({code for code, _, _ in acting}) > 1 or event.condition is not None:
        return True
    return _says_what(event, vocabulary)


def _says_what(event: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether an act of speech is told with what was said."""
    words = vocabulary.wording.words
    if {event.act, event.rule}.isdisjoint(words["content"]):
        return False
    following = event.evidence.quote[event.trigger.end - event.evidence.start :]
    if following.startswith(tuple(words["clause_ends"])):
        return False
    told = following.replace(event.when_text or "\n", " ").split()
    return any(word.strip(".,;:!?").lower() not in ("", *words["halts"]) for word in told)


def uncoded(reading: Reading, vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """Give sentences that name a state and hold a word of a frame, and gave no event; the headline's words first."""
    from dragoman.actors.finder import has_actor
    from dragoman.coding.candidates.frames.prefilter import trigger_places
    from dragoman.syntax.sentences import split_sentences

    text = reading.document.text
    passages = [event.evidence for event in reading.events]
    passages += [claim.evidence for claim in reading.treaties] + [claim.evidence for claim in reading.levels]
    coded = [(passage.start, passage.end) for passage in passages]
    triggers = [place for place, _ in trigger_places(text, vocabulary)]
    found = [
        evidence_at(text, start, end)
        for start, end in split_sentences(text, vocabulary)
        if not any(start < stop and begin < end for begin, stop in coded)
        and any(start <= place < end for place in triggers)
        and has_actor(text[start:end], vocabulary)
    ]
    return tuple(_likest(found, reading.document.title or ""))


def _likest(found: Sequence[Evidence], title: str) -> list[Evidence]:
    """Take those that share most words with the headline, in the order of the text."""
    headline = _long_words(title)
    shared = sorted(found, key=lambda one: -len(headline & _long_words(one.quote)))[:MOST_UNCODED]
    return sorted(shared, key=lambda one: one.start)


def _long_words(words: str) -> set[str]:
    return {word.strip(".,;:!?“”\"'’").lower() for word in words.split() if len(word) > 3}
