"""Events that make one line of a brief: one fact is printed once, with all its sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.when import EdtfError, bounds
from dragoman.render.words import events as words
from dragoman.render.words.names import actor_words
from dragoman.render.words.own_words import has_content
from dragoman.vocab import Vocabulary


def grouped(events: Sequence[Event], vocabulary: Vocabulary) -> list[list[Event]]:
    """Put together what makes one line: the wishes of one side towards another, a deed with what it hangs on, and
    a deed told several times, perhaps not always with its place, its time or the names of those who act.

    A wish whose addressee was not read joins one of the same side in the same sentence.
    """
    groups: list[list[Event]] = []
    bare = {event.id: words.event_words(replace(event, place=None), vocabulary, events) for event in events}
    for event in sorted(events, key=words.is_own_condition):
        group = next((g for g in groups if _belongs(event, g, bare, vocabulary)), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return groups


def fullest(events: Sequence[Event]) -> Event:
    """Give the event of a fact that tells most: with a place, with names, with a time of its own."""
    return max(
        events, key=lambda e: (sum(bool(a.name) for a in (*e.actors, *e.recipients)), e.place is not None, bool(e.when))
    )


def when_of(events: Sequence[Event]) -> Event:
    """Give the event of a fact whose time is known best: stated before assumed, a short time before a long one."""
    return min(events, key=lambda event: (event.when_stated is None, event.when is None, _days(event.when)))


def _days(when: str | None) -> int:
    try:
        first, last = bounds(when or "")
    except (EdtfError, OverflowError):
        return 0
    return (last - first).days


def _belongs(event: Event, group: Sequence[Event], bare: Mapping[str, str], vocabulary: Vocabulary) -> bool:
    first = group[0]
    if event.status != first.status or event.holder.text != first.holder.text:
        return False
    if event.status == "conditional":
        return words.is_own_condition(event) and event.condition == first.condition
    if event.status == "sought" and event.act == first.act == "REQUEST" and event.when == first.when:
        return _is_wish_of(event, first, vocabulary)
    places = {words.place_words(one, bare[one.id]) for one in (*group, event)} - {""}
    if len(places) > 1 or not all(_may_be_once(event.when_stated, one.when_stated) for one in group):
        return False
    return bare[event.id] == bare[first.id] or all(_same_deed(event, one, vocabulary) for one in group)


def _may_be_once(one: str | None, other: str | None) -> bool:
    """Tell whether two times may be that of one deed: the same, one not known, or one inside the other."""
    if one is None or other is None or one == other:
        return True
    try:
        (a, b), (c, d) = bounds(one), bounds(other)
    except (EdtfError, OverflowError):
        return False
    return (a <= c and d <= b) or (c <= a and b <= d)


def _same_deed(one: Event, other: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether two events are one deed of the same sides; what was asked or said must be the same in words."""
    if has_content(one, vocabulary) or (one.act, one.event_mode) != (other.act, other.event_mode):
        return False
    counted = {(e.quantity.number, e.quantity.of) for e in (one, other) if e.quantity}
    return len(counted) < 2 and _alike(one.actors, other.actors) and _alike(one.recipients, other.recipients)


def _alike(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Tell whether two sides are the same codes, all known, and no two different persons are named."""
    codes = {actor.code for actor in one}
    if codes != {actor.code for actor in other} or None in codes:
        return False
    names = [{actor.name for actor in side if actor.name} for side in (one, other)]
    return not names[0] or not names[1] or names[0] == names[1]


def _is_wish_of(event: Event, first: Event, vocabulary: Vocabulary) -> bool:
    whom = actor_words(words.recipients(event, vocabulary), vocabulary)
    same_side = actor_words(event.actors, vocabulary) == actor_words(first.actors, vocabulary)
    return same_side and (
        whom == actor_words(words.recipients(first, vocabulary), vocabulary)
        or (not whom and event.evidence == first.evidence)
    )
