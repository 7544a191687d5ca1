"""One English sentence for one claim, made from its codes."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.event import About, Event, Holder, Status
from dragoman.model.treaty import Check, ClauseClaim, LevelClaim, OrdinalClaim, TreatyClaim
from dragoman.render.dates import date_words
from dragoman.render.names import NOBODY, actor_words, code_name, listed, same_actor
from dragoman.render.snippets import has_content, is_content, own_words
from dragoman.vocab import shipped
from dragoman.vocab.wording import VerbForms

MOST_TOPICS = 3
"""Topics named in a line; more would hide the deed."""

NTH = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

CONJUNCTIONS = (
    "if",
    "unless",
    "should",
    "once",
    "when",
    "until",
    "in",
    "were",
    "provided",
    "without",
    "as",
    "only",
    "had",
)
"""First words of a condition, which lose their capital inside a line."""


def event_words(event: Event, others: Sequence[Event] = ()) -> str:
    """Say who did, will do, or did not do what to whom; `others` are the events of the same page.

    What was asked, threatened, said or refused is given in the page's own words.
    """
    actors = actor_words(event.actors) or NOBODY
    said = _clause(event, actors, are_many(event.actors))
    return _with_object(event, said, others)


def _with_object(event: Event, said: str, others: Sequence[Event]) -> str:
    own = own_words(event, others) if has_content(event) else ""
    return said + _place(event, said) + (f": “{own}”" if own else _topics(event.about, said))


def are_many(actors: Sequence[Actor]) -> bool:
    """Tell whether the verb stands in the plural: several actors, or one that only a plural noun names."""
    return len({(a.code, a.name, a.text if a.code is None else "") for a in actors}) > 1 or (
        len(actors) == 1 and actors[0].code is None and actors[0].text.endswith("s")
    )


def _clause(event: Event, actors: str, many: bool) -> str:
    phrase = shipped().wording.phrase_for(event.rule, event.act, event.event_mode)
    rest = phrase.after(actor_words(recipients(event)))
    verb = _verb(event, phrase, many)
    if event.status == "denied":
        return f"it is denied that {actors} {verb} {rest}".rstrip()
    return f"{actors} {verb} {rest}".rstrip()


def recipients(event: Event) -> Sequence[Actor]:
    """Give the recipients that are neither the actors over again nor what is said."""
    found = [r for r in event.recipients if not any(same_actor(r, a) for a in event.actors)]
    return [r for r in found if not is_content(r, event)]


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


def _place(event: Event, said: str) -> str:
    if event.place is None or event.place.name in said:
        return ""
    return f", {event.place.name}" if event.event_mode == "visit" else f" in {event.place.name}"


def _topics(about: Sequence[About], said: str) -> str:
    """Name what the event is about, in the page's words, where the sentence does not say it already."""
    named = [topic.text for topic in _widest(about) if topic.text.lower() not in said.lower()]
    return f" ({', '.join(named[:MOST_TOPICS])})" if named else ""


def condition_words(event: Event, others: Sequence[Event] = ()) -> str:
    """Say the condition in the page's words, then the deed; of a deed that is itself the condition, say that."""
    if event.condition is None:
        return f"on a condition that was not read: {event_words(event, others)}"
    first, space, rest = event.condition.text.strip().rstrip(",").partition(" ")
    condition = (first.lower() if first.lower() in CONJUNCTIONS else first) + space + rest
    return (
        f"{condition}: {own_condition_words(event)}"
        if is_own_condition(event)
        else f"{condition}, {event_words(event, others)}"
    )


def is_own_condition(event: Event) -> bool:
    """Tell whether an event is the condition that others hang on."""
    return event.condition is not None and event.condition.start <= event.trigger.start < event.condition.end


def own_condition_words(event: Event) -> str:
    """Say what an event that is itself a condition was coded as."""
    return f"the condition, as coded: {_as_noun(event)}"


def _as_noun(event: Event) -> str:
    phrase = shipped().wording.phrase_for(event.rule, event.act, event.event_mode)
    said = f"{actor_words(event.actors) or NOBODY} {phrase.ing} {phrase.after(actor_words(recipients(event)))}".rstrip()
    return said + _place(event, said) + _topics(event.about, said)


def wanted_words(events: Sequence[Event], others: Sequence[Event] = ()) -> str:
    """Say what one side wants of the other: all requests of the same actors to the same recipients in one line."""
    first = events[0]
    whom = actor_words(next((found for event in events if (found := recipients(event))), ()))
    things = "; ".join(dict.fromkeys(_thing(event, [*events, *others]) for event in events))
    verb = "want" if are_many(first.actors) else "wants"
    return f"{actor_words(first.actors) or NOBODY} {verb}{f' of {whom}' if whom else ''}: {things}"


def _thing(event: Event, others: Sequence[Event]) -> str:
    """Name what is wanted by its kinds, and in the page's own words."""
    kinds = ", ".join(topic.kind.replace("_", " ") for topic in _widest(event.about))
    kinds = kinds or str(shipped().wording.words["wanted"].get(event.event_mode, "something"))
    said = own_words(event, others)
    return f"{kinds} (“{said}”)" if said else kinds


def _widest(about: Sequence[About]) -> list[About]:
    """Leave out topics whose words stand inside the words of another."""
    return [
        a
        for a in about
        if not any(b is not a and b.start <= a.start and a.end <= b.end and a.text != b.text for b in about)
    ]


def holder_words(holder: Holder, status: Status | None, document: Document) -> str | None:
    """Name who vouches, where it is not the page; what is urged is somebody's, so there the page is named too."""
    if holder.kind == "source":
        return holder.text or (code_name(holder.code) if holder.code else "a source")
    return str(shipped().wording.words["kinds"].get(document.kind, "the page")) if status == "urged" else None


def ordinal_words(claim: OrdinalClaim) -> str:
    """Say what the page counts and how the recount came out."""
    earlier = listed(date_words(day) for day in claim.earlier) if claim.earlier else "none named"
    verdict = {True: "agrees", False: "differs", None: "not enough named to tell"}[claim.consistent]
    years = "year" if claim.interval_years == 1 else "years"
    gap = f"; {claim.interval_years} {years} apart" if claim.interval_years else ""
    why = f" ({claim.difference})" if claim.difference else ""
    nth = NTH[claim.ordinal] if 0 < claim.ordinal < len(NTH) else f"no. {claim.ordinal}"
    return f"counted as the {nth} {claim.what}; earlier: {earlier}{gap}: {verdict}{why}"


def treaty_words(claim: TreatyClaim) -> str:
    """Name a treaty and its parties."""
    parties = listed(code_name(code) for code in claim.parties)
    return f"{claim.name} ({parties})" if parties else claim.name


def clause_words(claim: ClauseClaim) -> str:
    """Say what a clause binds to, when, and how long."""
    label = f"clause “{claim.name}”" + (f", {claim.obligation}" if claim.obligation else "")
    trigger = f"if {claim.trigger.removeprefix('if ')}" if claim.trigger else ""
    duty = ", ".join(part for part in (trigger, claim.duty or "") if part)
    dates = [
        f"begun {date_words(claim.begun)}" if claim.begun else "",
        f"ended {date_words(claim.ended)}" if claim.ended else "",
    ]
    return "; ".join(part for part in (f"{label}: {duty}" if duty else label, *dates) if part)


def level_words(claim: LevelClaim) -> str:
    """Name the two sides, the rung as printed, and its status."""
    status = shipped().wording.words["rungs"][claim.status]
    return f"{listed(code_name(code) for code in claim.dyad)}: “{claim.label}” ({status})"


def check_words(check: Check) -> str:
    """Say how what the page claims stands to what it was held against."""
    against = f"; {check.against}" if check.against else ""
    how = f" ({check.how})" if check.how else ""
    return f"{check.verdict}: {check.claim}{against}{how}"


def when_found(event: Event) -> str:
    """Say how the time of an event was found: "dated stated with the event"; empty if it has none."""
    anchor = event.when_anchor.text if event.when_anchor else ""
    its_time = event.when_anchor.when if event.when_anchor else None
    told = {
        "stated": "stated with the event",
        "governor": f"stated with “{anchor}”, which governs it",
        "anchored": f"counted from “{anchor}”, which is dated {its_time}",
        "elsewhere": f"{its_time} in this sentence; the same event is dated {event.when} elsewhere",
        "previous sentence": "no time stated: that of the sentence before",
        "reported": "no time stated: reported on the page's date",
    }
    return f"dated {told[event.when_basis]}" if event.when and event.when_basis else ""
