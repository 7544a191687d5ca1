"""Whether two claims tell of the same event, and whether two documents tell one story in the same words.


The points are judgements of ours, not measured ones. They are set so that the same deed between the same parties, done
the same way on the same day, is one event unless place, persons or topic speak against it; that deeds which happen
several times a day (attacks) need one thing more; and that a time no finer than a month needs two things more.
"""

import re
from datetime import date

from msgspec import Struct

from dragoman.model.actor import Actor
from dragoman.model.event import AHEAD, DONE, MUTUAL, Event, Status
from dragoman.model.identity import content_id
from dragoman.record.rows import days_of

ENOUGH = 75
"""Points from which two claims are judged to tell of one event."""

BASE = 50
SEVERAL_A_DAY = {"ASSAULT", "COERCE", "MOBILIZE"}
"""Acts that the same parties do several times a day: these begin with ten points less."""

SHORT, MONTH = 7, 31
"""Days up to which times that overlap are near enough, and up to which they must be the same."""


ROWS, BANDS = 4, 32
"""128 hashes in 32 bands of 4: half-alike texts share a band with probability 0.87, 0.7-alike ones with 0.9998."""

SEED = 1961
SIMILAR = 0.5
"""Least share of word runs in common (Jaccard) for two documents to tell one story in the same words."""

_WORD = re.compile(r"\w+")


class Traits(Struct, frozen=True, array_like=True):
    """What is compared besides the deed itself. `persons` are CODE:surname; `days` first and last day (ISO)."""

    act: str
    days: tuple[str, str] | None
    place: str | None
    country: str | None
    persons: tuple[str, ...]
    topics: tuple[str, ...]
    one_sided: bool
    unresolved: bool


def deed_of(event: Event) -> str:
    """Give what must be equal for two claims to tell of one event: act, mode, parties, and whether it is done."""
    actors, recipients = (sorted({_party(a) for a in side}) for side in (event.actors, event.recipients))
    sides = [sorted({*actors, *recipients})] if event.act in MUTUAL else [actors, recipients]
    return content_id(event.act, event.event_mode, _comparable(event.status), sides)


def _comparable(status: Status) -> str:
    """Give what statuses that may tell of the same event have in common; all others only agree with themselves."""
    return "done" if status in DONE else "ahead" if status in AHEAD else status


def traits_of(event: Event) -> Traits:
    """Give what else is compared."""
    parties = (*event.actors, *event.recipients)
    first, last = days_of(event.when)
    return Traits(
        act=event.act,
        days=(first, last) if first and last else None,
        place=_folded(event.place.name) if event.place else None,
        country=event.place.country if event.place else None,
        persons=tuple(
            sorted({f"{a.code}:{_folded(a.name).split()[-1]}" for a in parties if a.name and a.name.strip()})
        ),
        topics=tuple(sorted({about.kind for about in event.about})),
        one_sided=not event.recipients and (event.act not in MUTUAL or len({_party(a) for a in parties}) < 2),
        unresolved=any(a.code is None for a in parties) or not event.actors,
    )


def sentence_of(event: Event) -> str:
    """Give what claims read from the same words have in common: the sentence, and where in it the trigger stands."""
    return content_id(_folded(event.evidence.quote), event.trigger.start - event.evidence.start)


def score(a: Traits, b: Traits, *, one_story: bool, one_sentence: bool) -> tuple[int, tuple[str, ...]] | None:
    """Give points (at most 100) and reasons for two claims of the same deed; None if they cannot be one event.

    `one_story` says that their documents are near copies of each other, `one_sentence` that their `sentence_of` is
    the same. The order of `a` and `b` makes no difference.
    """
    time = _time(a, b, one_sentence)
    if time is None:
        return None
    found = [(BASE, "same deed, same parties"), time, *_place(a, b), *_persons(a, b), *_topics(a, b)]
    if a.act in SEVERAL_A_DAY:
        found.append((-10, "a deed that may happen several times a day"))
    if a.one_sided:
        found.append((-10, "only one side is known"))
    if a.unresolved:
        found.append((-20, "a party is not known by its code"))
    if one_sentence:
        found.append((30, "same sentence"))
    if one_story:
        found.append((10, "near copies of one story"))
    points = sum(points for points, _ in found)
    return min(points, 100), tuple(f"{reason} ({points:+d})" for points, reason in found if reason)


def _party(actor: Actor) -> str:
    return actor.code or f"~{_folded(actor.text)}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _time(a: Traits, b: Traits, one_sentence: bool) -> tuple[int, str] | None:
    """Compare times; None if they cannot be the same. A time as coarse as a year tells nothing."""
    if a.days is None or b.days is None:
        return (0, "time not known") if one_sentence else None
    if a.days[0] > b.days[1] or b.days[0] > a.days[1]:
        return None
    longest = max(_length(a.days), _length(b.days))
    if longest <= SHORT:
        return (30, "same day") if a.days == b.days else (25, "days that overlap")
    if a.days == b.days and longest <= MONTH:
        return (10, "same month")
    return (0, "times too coarse to tell") if one_sentence else None


def _length(days: tuple[str, str]) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days + 1


def _place(a: Traits, b: Traits) -> list[tuple[int, str]]:
    if a.place is None or b.place is None:
        return []
    if a.place == b.place:
        return [(10, "same place")]
    if a.country and a.country == b.country and a.act not in SEVERAL_A_DAY:
        return []
    return [(-30, "another place")]


def _persons(a: Traits, b: Traits) -> list[tuple[int, str]]:
    """Compare the persons named on behalf of parties for whom both claims name one."""
    ours, theirs = ({p.split(":")[0] for p in t.persons} for t in (a, b))
    shared = ours & theirs
    if not shared:
        return []
    left, right = ({p for p in t.persons if p.split(":")[0] in shared} for t in (a, b))
    return [(10, "same persons")] if left & right else [(-30, "other persons")]


def _topics(a: Traits, b: Traits) -> list[tuple[int, str]]:
    if not a.topics or not b.topics:
        return []
    return [(5, "same topic")] if set(a.topics) & set(b.topics) else [(-10, "another topic")]


def shingles(text: str) -> set[str]:
    """Give all runs of three words, folded; a text of fewer words is one run."""
    words = _WORD.findall(text.casefold())
    return {" ".join(words[i : i + 3]) for i in range(max(len(words) - 2, 1))} if words else set()


def bands(text: str) -> tuple[int, ...]:
    """Give the bands of a text's sketch as 64-bit numbers; none for a text without words."""
    from rensa import RMinHash

    found = shingles(text)
    if not found:
        return ()
    sketch = RMinHash(num_perm=ROWS * BANDS, seed=SEED)
    sketch.update(sorted(found))
    hashes = sketch.digest()
    return tuple(_band(number, hashes[number * ROWS : (number + 1) * ROWS]) for number in range(BANDS))


def likeness(a: str, b: str) -> float:
    """Give the share of word runs that two texts have in common (Jaccard), 0 to 1."""
    left, right = shingles(a), shingles(b)
    return len(left & right) / len(left | right) if left and right else 0.0


def _band(number: int, hashes: list[int]) -> int:
    """Fold a band's number and hashes into a signed 64-bit number (FNV-1a), the same in every process."""
    value = 0xCBF29CE484222325
    for part in (number, *hashes):
        value = ((value ^ part) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value - 2**63
