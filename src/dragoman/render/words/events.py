"""One English sentence for one event, made from its codes; what is asked, said or refused in the page's own words."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import About, Event, Status
from dragoman.render.words.names import NOBODY, actor_words, same_actor
from dragoman.vocab import Vocabulary
from dragoman.vocab.wording import VerbForms

MOST_TOPICS = 3
"""Topics named in a line; more would hide the deed."""

LONGEST = 84
"""Characters of the page's own words; longer ones are cut at a word, for the whole sentence is a click away."""

MARKS = " ,.;:!?-–—\"'“”‘’\n\t"
"""Signs that are cut off at both ends of the page's own words."""


def event_words(event: Event, vocabulary: Vocabulary, others: Sequence[Event] = ()) -> str:
    """Say who did, will do, or did not do what to whom; `others` are the events of the same page.

    What was asked, threatened, said or refused is given in the page's own words.
    """
    said = _clause(event, vocabulary)
    own = own_words(event, vocabulary, others) if has_content(event, vocabulary) else ""
    return said + place_words(event, said) + (f": “{own}”" if own else _topics(event.about, said))


def _clause(event: Event, vocabulary: Vocabulary) -> str:
    actors = actor_words(event.actors, vocabulary) or NOBODY
    verb = _verb(event, _phrase(event, vocabulary), are_many(event.actors))
    said = f"{actors} {verb} {_object(event, vocabulary)}".rstrip()
    return f"it is denied that {said}" if event.status == "denied" else said


def _phrase(event: Event, vocabulary: Vocabulary) -> VerbForms:
    return vocabulary.wording.phrase_for(event.rule, event.act, event.event_mode)


def _object(event: Event, vocabulary: Vocabulary) -> str:
    """Give what follows the verb."""
    return _phrase(event, vocabulary).after(actor_words(recipients(event, vocabulary), vocabulary))


def are_many(actors: Sequence[Actor]) -> bool:
    """Tell whether the verb stands in the plural: several actors, or one that only a plural noun names."""
    return len({(a.code, a.name, a.text if a.code is None else "") for a in actors}) > 1 or (
        len(actors) == 1 and actors[0].code is None and actors[0].text.endswith("s")
    )


def recipients(event: Event, vocabulary: Vocabulary) -> Sequence[Actor]:
    """Give the recipients that are neither the actors over again nor what is said."""
    found = [r for r in event.recipients if not any(same_actor(r, a) for a in event.actors)]
    return [r for r in found if not _is_content(r, event, vocabulary)]


def _verb(event: Event, phrase: VerbForms, many: bool) -> str:
    """Give the verb in the form that the status asks for."""
    be, do = ("are", "do") if many else ("is", "does")
    if event.status in ("denied", "negated"):
        return _negative_verb(event, phrase, be, do)
    forms: dict[Status, str] = {
        "happened": phrase.past,
        "ongoing": f"{be} {phrase.ing}",
        "planned": f"{be} to {phrase.plain}",
        "expected": f"{be} expected to {phrase.plain}",
        "conditional": f"would {phrase.plain}",
        "sought": f"{'want' if many else 'wants'} to {phrase.plain}",
        "urged": f"should {phrase.plain}",
        "possible": f"may have {phrase.participle}" if event.tense == "past" else f"may {phrase.plain}",
    }
    return forms[event.status]


def _negative_verb(event: Event, phrase: VerbForms, be: str, do: str) -> str:
    if event.status == "denied":
        return {"future": f"will {phrase.plain}", "present": f"{be} {phrase.ing}"}.get(event.tense, phrase.past)
    return {"future": f"will not {phrase.plain}", "present": f"{do} not {phrase.plain}"}.get(
        event.tense, f"did not {phrase.plain}"
    )


def place_words(event: Event, said: str) -> str:
    """Name the place of an event behind what is `said` of it; empty where it has none, or is named already."""
    if event.place is None or event.place.name in said:
        return ""
    return f", {event.place.name}" if event.event_mode == "visit" else f" in {event.place.name}"


def _topics(about: Sequence[About], said: str) -> str:
    """Name what the event is about, in the page's words, where the sentence does not say it already."""
    named = [topic.text for topic in _widest(about) if topic.text.lower() not in said.lower()]
    return f" ({', '.join(named[:MOST_TOPICS])})" if named else ""


def _widest(about: Sequence[About]) -> list[About]:
    """Leave out topics whose words stand inside the words of another."""
    return [
        a
        for a in about
        if not any(b is not a and b.start <= a.start and a.end <= b.end and a.text != b.text for b in about)
    ]


def condition_words(event: Event, vocabulary: Vocabulary, others: Sequence[Event] = ()) -> str:
    """Say the condition in the page's words, then the deed; of a deed that is itself the condition, say that."""
    if event.condition is None:
        return f"on a condition that was not read: {event_words(event, vocabulary, others)}"
    first, space, rest = event.condition.text.strip().rstrip(",").partition(" ")
    lowered = first.lower() if first.lower() in vocabulary.wording.words["condition_heads"] else first
    if is_own_condition(event):
        return f"{lowered}{space}{rest}: {own_condition_words(event, vocabulary)}"
    return f"{lowered}{space}{rest}, {event_words(event, vocabulary, others)}"


def is_own_condition(event: Event) -> bool:
    """Tell whether an event is the condition that others hang on."""
    return event.condition is not None and event.condition.start <= event.trigger.start < event.condition.end


def own_condition_words(event: Event, vocabulary: Vocabulary) -> str:
    """Say what an event that is itself a condition was coded as."""
    actors = actor_words(event.actors, vocabulary) or NOBODY
    said = f"{actors} {_phrase(event, vocabulary).ing} {_object(event, vocabulary)}".rstrip()
    return f"the condition, as coded: {said}{place_words(event, said)}{_topics(event.about, said)}"


def wanted_words(events: Sequence[Event], vocabulary: Vocabulary, others: Sequence[Event] = ()) -> str:
    """Say what one side wants of the other: all requests of the same actors to the same recipients in one line."""
    first = events[0]
    whom = actor_words(next((to for event in events if (to := recipients(event, vocabulary))), ()), vocabulary)
    things = "; ".join(dict.fromkeys(_thing(event, vocabulary, [*events, *others]) for event in events))
    verb = "want" if are_many(first.actors) else "wants"
    return f"{actor_words(first.actors, vocabulary) or NOBODY} {verb}{f' of {whom}' if whom else ''}: {things}"


def _thing(event: Event, vocabulary: Vocabulary, others: Sequence[Event]) -> str:
    """Name what is wanted by its kinds, and in the page's own words."""
    kinds = ", ".join(topic.kind.replace("_", " ") for topic in _widest(event.about))
    kinds = kinds or str(vocabulary.wording.words["wanted"].get(event.event_mode, "something"))
    said = own_words(event, vocabulary, others)
    return f"{kinds} (“{said}”)" if said else kinds


def has_content(event: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether the substance of an event lies in what is asked, said or promised, not in the deed."""
    return not {event.act, event.rule}.isdisjoint(vocabulary.wording.words["content"])


def _is_content(actor: Actor, event: Event, vocabulary: Vocabulary) -> bool:
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
    said = _trimmed(" ".join(following.split()), vocabulary)
    return "" if event.when_text and _without_preposition(said, vocabulary) in event.when_text else said


def _content_start(event: Event) -> int:
    """Give the end of the trigger, or of the recipient that follows it at once."""
    end = event.trigger.end
    return next((r.end for r in event.recipients if r.code and end <= r.start <= end + 2), end)


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
