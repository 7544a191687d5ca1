"""One English sentence for one event, made from its codes; what is asked, said or refused in the page's own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import About, Event, Status
from dragoman.render.words.names import NOBODY, actor_words, listed, same_actor
from dragoman.render.words.own_words import has_content, is_content, own_words, runs_on, told_apart
from dragoman.vocab import Vocabulary
from dragoman.vocab.wording import VerbForms

MOST_TOPICS = 3
"""Topics named in a line; more would hide the deed."""


def event_words(event: Event, vocabulary: Vocabulary, others: Sequence[Event] = ()) -> str:
    """Say who did, will do, or did not do what to whom; `others` are the events of the same page.

    What was asked, threatened, said or refused is given in the page's own words, and so is how much or how many.
    """
    own = own_words(event, vocabulary, others) if has_content(event, vocabulary) else ""
    runs = _running(event, own, vocabulary)
    said = _clause(event, vocabulary, runs)
    placed = said + place_words(event, said)
    if runs or not own:
        return placed + ("" if own else _topics(event, said, vocabulary))
    return f"{placed}: “{own}”"


def _clause(event: Event, vocabulary: Vocabulary, runs: str = "") -> str:
    actors = actor_words(event.actors, vocabulary) or NOBODY
    verb = _verb(event, _phrase(event, vocabulary), are_many(event.actors))
    said = f"{actors} {verb} {runs or _object(event, vocabulary)}".rstrip()
    return f"it is denied that {said}" if event.status == "denied" else said


def _phrase(event: Event, vocabulary: Vocabulary) -> VerbForms:
    return vocabulary.wording.phrase_for(event.rule, event.act, event.event_mode)


def _running(event: Event, own: str, vocabulary: Vocabulary) -> str:
    """Give what follows the verb where the page's own words go on from it; empty where they do not."""
    running = _phrase(event, vocabulary).running
    if running is None or not own:
        return ""
    apart = told_apart(recipients(event, vocabulary), event)
    if not runs_on(own, bool(apart), vocabulary):
        return ""
    phrase = _phrase(event, vocabulary)
    whom = (people_words(apart, vocabulary) if phrase.them else "") or actor_words(apart, vocabulary)
    named = running.replace("{whom}", whom) if apart or "{whom}" not in running else ""
    return f"{named} {own}".strip()


def _object(event: Event, vocabulary: Vocabulary) -> str:
    """Give what follows the verb: people in the page's words, how many, or the names of the recipients."""
    phrase, whom = _phrase(event, vocabulary), recipients(event, vocabulary)
    names, number = actor_words(whom, vocabulary), quantity_words(event)
    if phrase.them and (them := people_words(whom, vocabulary)):
        return phrase.them.replace("{them}", them)
    if phrase.counted and number and (names or "{whom}" not in phrase.counted):
        return phrase.counted.replace("{number}", number).replace("{whom}", names)
    if whom and all(_is_thing(actor, vocabulary) for actor in whom):
        names = listed(actor.text for actor in whom)
    if event.event_mode == "visit" and event.place and len(whom) == 1 and event.place.name not in names:
        names = f"{event.place.name}, {names}"
    return phrase.after(names)


def people_words(whom: Sequence[Actor], vocabulary: Vocabulary) -> str:
    """Give the page's words for people ("eighteen Russian diplomats", "the French ambassador"); empty for a state."""
    words = vocabulary.wording.words
    dull = {*words["determiners"], *words["runs_on"], "and", "in", "on", "at"}
    texts = [" ".join(actor.text.split()) for actor in whom]
    people = [bool(actor.name) or any(w.islower() and w not in dull for w in actor.text.split()) for actor in whom]
    return listed(texts) if texts and all(people) else ""


def _is_thing(actor: Actor, vocabulary: Vocabulary) -> bool:
    """Tell whether unresolved words name a thing of the page ("the decision"), which needs no quotation marks."""
    return actor.code is None and actor.text.partition(" ")[0].lower() in vocabulary.wording.words["determiners"]


def quantity_words(event: Event) -> str:
    """Give how much or how many in the page's words; empty where that counts who acts, who says so or a condition."""
    told = event.quantity
    if told is None or not (told.unit or told.of[:1].isalpha()):
        return ""
    spans = [(actor.start, actor.end) for actor in event.actors]
    spans += [(part.start or 0, part.end or 0) for part in (event.holder, event.condition) if part]
    outside = all(told.end <= start or end <= told.start for start, end in spans)
    if not outside:
        return ""
    said = " ".join(told.text.split())
    return said if not told.of or told.of.lower() in said.lower() else f"{said} of {told.of}"


def are_many(actors: Sequence[Actor]) -> bool:
    """Tell whether the verb stands in the plural: several actors, or one that only a plural noun names."""
    return len({(a.code, a.name, a.text if a.code is None else "") for a in actors}) > 1 or (
        len(actors) == 1 and actors[0].code is None and actors[0].text.endswith("s")
    )


def recipients(event: Event, vocabulary: Vocabulary) -> Sequence[Actor]:
    """Give the recipients that are neither the actors over again nor what is said."""
    found = [r for r in event.recipients if not any(same_actor(r, a) for a in event.actors)]
    return [r for r in found if not is_content(r, event, vocabulary)]


def _verb(event: Event, phrase: VerbForms, many: bool) -> str:
    """Give the verb in the form that the status asks for."""
    be, do, have = ("are", "do", "have") if many else ("is", "does", "has")
    if event.status in ("denied", "negated"):
        return _negative_verb(event, phrase, be, do)
    forms: dict[Status, str] = {
        "happened": f"{have} {phrase.participle}" if (event.when or "").endswith("/..") else phrase.past,
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
    return f", in {event.place.name}" if event.event_mode == "visit" else f" in {event.place.name}"


def _topics(event: Event, said: str, vocabulary: Vocabulary) -> str:
    """Name how much and what the event is about, in the page's words, where the sentence does not say it already."""
    dull = vocabulary.wording.words["dull_topics"]
    named = [quantity_words(event), *(topic.text for topic in _widest(event.about) if _is_telling(topic, dull))]
    shown: list[str] = []
    for topic in named:
        if topic and not any(topic.lower().split()[-1] in other.lower() for other in (said, *shown)):
            shown.append(topic)
    return f" ({', '.join(shown[:MOST_TOPICS])})" if shown else ""


def _is_telling(topic: About, dull: Collection[str]) -> bool:
    """Tell whether a topic says more than the verb did; a treaty does where it is named by more than a word."""
    return topic.kind not in dull and (topic.kind != "treaty" or " " in topic.text)


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
    first, space, rest = event.condition.text.strip(" ,\n").partition(" ")
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
    return f"the condition, as coded: {said}{place_words(event, said)}{_topics(event, said, vocabulary)}"


def wanted_words(events: Sequence[Event], vocabulary: Vocabulary, others: Sequence[Event] = ()) -> str:
    """Say what one side wants of the other: all requests of the same actors to the same recipients in one line."""
    first, several = events[0], [*events, *others]
    actors = actor_words(first.actors, vocabulary) or NOBODY
    verb = "want" if are_many(first.actors) else "wants"
    whom = actor_words(next((to for event in events if (to := recipients(event, vocabulary))), ()), vocabulary)
    own = own_words(first, vocabulary, several)
    if len(events) == 1 and own.startswith("to "):
        return " ".join(filter(None, (actors, verb, whom, own)))
    things = "; ".join(dict.fromkeys(_thing(event, vocabulary, several) for event in events))
    return f"{actors} {verb}{f' of {whom}' if whom else ''}: {things}"


def _thing(event: Event, vocabulary: Vocabulary, others: Sequence[Event]) -> str:
    """Name what is wanted by its kinds, and in the page's own words."""
    kinds = ", ".join(topic.kind.replace("_", " ") for topic in _widest(event.about))
    kinds = kinds or str(vocabulary.wording.words["wanted"].get(event.event_mode, "something"))
    said = own_words(event, vocabulary, others)
    return f"{kinds} (“{said}”)" if said else kinds
