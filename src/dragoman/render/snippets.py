"""The page's own words for what is asked, threatened, said or refused: codes alone would lose it."""

from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.vocab import shipped

LONGEST = 84
"""Characters; a longer snippet is cut at a word, for the whole sentence is a click or a glance away."""

LOOSE = (" and", " or", " but", " while", " that", " which", " who", " it", " also", " its", " their", " to", " the")
"""Words that a cut may leave hanging."""

CLAUSE_ENDS = (",", ";", ".", "!", "?", " and ", " but ")

MARKS = " ,.;:!?-–—\"'“”‘’\n\t"


def has_content(event: Event) -> bool:
    """Tell whether the substance of an event lies in what is asked, said or promised, not in the deed."""
    return event.act in shipped().wording.words["content"] or event.rule in shipped().wording.words["content"]


def own_words(event: Event, others: Sequence[Event] = ()) -> str:
    """Give what follows the trigger in the sentence, up to the next such act of the same side.

    Empty if the clause ends there, or nothing follows but the time of the event.
    """
    start = _start(event)
    stops = [
        other.trigger.start
        for other in others
        if has_content(other) and other.trigger.start > start and _codes(other) == _codes(event)
    ]
    end = min([event.evidence.end, *stops])
    base = event.evidence.start
    following = event.evidence.quote[max(0, start - base) : max(0, end - base)]
    said = "" if following.startswith(CLAUSE_ENDS) else _trimmed(" ".join(following.split()))
    return "" if event.when_text and said.removeprefix("in ").removeprefix("on ") in event.when_text else said


def _start(event: Event) -> int:
    """Give the end of the trigger, or of the recipient that follows it at once."""
    end = event.trigger.end
    return next((r.end for r in event.recipients if r.code and end <= r.start <= end + 2), end)


def is_content(actor: Actor, event: Event) -> bool:
    """Tell whether a recipient is no actor but what is promised or said: unresolved words right behind the trigger."""
    return has_content(event) and actor.code is None and 0 <= actor.start - event.trigger.end <= 2


def _codes(event: Event) -> set[str | None]:
    return {actor.code for actor in event.actors}


def _trimmed(said: str) -> str:
    said = said.strip(MARKS)
    while said.endswith(LOOSE):
        said = said[: said.rindex(" ")].rstrip(MARKS)
    if len(said) <= LONGEST:
        return said
    return said[:LONGEST].rpartition(" ")[0].rstrip(MARKS) + " …"
