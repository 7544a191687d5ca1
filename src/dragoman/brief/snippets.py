"""The page's own words for what is asked, threatened, said or refused: codes alone would lose it."""

from collections.abc import Sequence

from dragoman.model.event import Event

CONTENT_ACTS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})
"""Acts whose substance lies in what they are about, not in the deed."""

LONGEST = 84
"""Characters; a longer snippet is cut at a word, for the whole sentence is a click or a glance away."""

LOOSE = (" and", " or", " but", " while", " that", " which", " who", " it", " also", " its", " their", " to", " the")
"""Words that a cut may leave hanging."""

MARKS = " ,.;:!?-–—\"'“”‘’\n\t"


def own_words(event: Event, others: Sequence[Event] = ()) -> str:
    """Give what follows the trigger in the sentence, up to the next such act of the same side.

    Empty if nothing follows, or nothing but the time of the event.
    """
    start = _start(event)
    stops = [
        other.trigger.start
        for other in others
        if other.act in CONTENT_ACTS and other.trigger.start > start and _codes(other) == _codes(event)
    ]
    end = min([event.evidence.end, *stops])
    base = event.evidence.start
    words = _trimmed(" ".join(event.evidence.quote[max(0, start - base) : max(0, end - base)].split()))
    return "" if event.when_text and words.removeprefix("in ").removeprefix("on ") in event.when_text else words


def _start(event: Event) -> int:
    """Give the end of the trigger, or of the recipient that follows it at once."""
    end = event.trigger.end
    return next((r.end for r in event.recipients if end <= r.start <= end + 2), end)


def _codes(event: Event) -> set[str | None]:
    return {actor.code for actor in event.actors}


def _trimmed(words: str) -> str:
    words = words.strip(MARKS)
    while words.endswith(LOOSE):
        words = words[: words.rindex(" ")].rstrip(MARKS)
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0].rstrip(MARKS) + " …"
