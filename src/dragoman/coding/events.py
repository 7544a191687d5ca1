"""A matched frame becomes an event: actors, status, holder, time, topics, and why."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.coding import codebook, gate
from dragoman.coding.about import contexts, topics
from dragoman.coding.context import Sentence, holder_of, known
from dragoman.coding.dating import Dated, date_event
from dragoman.coding.matching import Match
from dragoman.coding.place import place_of
from dragoman.coding.roles import Actors, answering, authorities, implied, role
from dragoman.coding.status import Assessment, assess
from dragoman.model.actor import Actor
from dragoman.model.document import Evidence, Mention, evidence_at
from dragoman.model.event import PAGE, Axes, Condition, Event, Holder

if TYPE_CHECKING:
    pass

FORMER = "ELI"
"""PLOVER's sector of former officials."""


@dataclass(frozen=True)
class Draft:
    """An event before ranking: the match, who, how sure and who says so."""

    match: Match
    actors: Actors
    recipients: Actors
    assessment: Assessment
    holder: Holder
    act: str
    mode: str | None
    note: str = ""


def draft(found: Match, sentence: Sentence) -> Draft | str:
    """Fill a frame's roles; a string says why no event came of it."""
    frame, predicate = found.frame, found.predicate
    actors = role(found, frame.actor, sentence)
    recipients = role(found, frame.recipient, sentence, actors)
    note = ""
    if not actors and frame.agentless:
        actors, note = authorities(found, sentence, recipients)
    reason = gate.rejection(frame, predicate, actors, recipients)
    if reason is not None and not (answering(frame) or frame.type == "AID" or _former(actors + recipients)):
        return reason
    assessment = assess(predicate.token, predicate.light)
    if not known(recipients):
        recipients = implied(found, sentence, actors, assessment.condition) or recipients
    actors, recipients = (_in_office(side, found, sentence, assessment) for side in (actors, recipients))
    holder = holder_of(sentence, assessment.speech)
    reason = reason and gate.rejection(frame, predicate, actors, recipients)
    reason = reason or _lacking(found, actors, recipients, assessment)
    if reason is not None:
        return reason
    assessment = replace_status(assessment, actors, holder, found, sentence)
    return _as_refusal(_as_request(Draft(found, actors, recipients, assessment, holder, frame.act, _mode(found), note)))


def _lacking(found: Match, actors: Actors, recipients: Actors, assessment: Assessment) -> str | None:
    """Say what a frame wants that is not there: a refusal, or a recipient (what is only planned needs none)."""
    frame = found.frame
    if frame.negated and not _refuses(assessment.axes, found.predicate.kind):
        return f"{frame.id} wants a refusal"
    planned = frame.type in codebook.COOPERATIVE and assessment.axes.status in codebook.AHEAD
    reached = recipients if frame.type in codebook.MATERIAL_CONFLICT else gate.parties(recipients)
    if frame.needs_recipient and not reached and not planned and not (frame.symmetric and len(actors) > 1):
        return f"{frame.id} needs a recipient, and none was found"
    return None


def _former(side: Actors) -> bool:
    """Say whether a named person is among the actors who is out of office on the page's date."""
    return any(a.sector == FORMER and a.name for a in side)


def _in_office(side: Actors, found: Match, sentence: Sentence, assessment: Assessment) -> Actors:
    """Give persons who are out of office on the page's date the office they held when the deed was done."""
    if not _former(side):
        return side
    when = date_event(found.predicate, sentence, assessment.axes)[0][0]
    return tuple(sentence.page.finder.at_time(a, when) for a in side)


def replace_status(
    assessment: Assessment, actors: Actors, holder: Holder, found: Match, sentence: Sentence
) -> Assessment:
    """Settle planned against expected: a future deed is planned if its own actor vouches for it or a day is set."""
    axes = assessment.axes
    if found.frame.status is not None and axes.status == "happened":
        axes = Axes(found.frame.status, axes.polarity, "underspecified", axes.tense)
    if axes.status == "expected" and axes.tense == "future" and assessment.by_modal:
        own = holder.kind == "source" and (holder.code is None or holder.code in {a.code for a in actors})
        if own or _scheduled(found, sentence, axes):
            axes = Axes("planned", axes.polarity, "probable", axes.tense)
    return assessment.with_axes(axes)


def _scheduled(found: Match, sentence: Sentence, axes: Axes) -> bool:
    return any(how and how.startswith("stated") for _, _, how in date_event(found.predicate, sentence, axes))


def _mode(found: Match) -> str | None:
    """Give the mode: the frame's own, or for requests and refusals that of their content."""
    if found.frame.type in ("REQUEST", "REJECT") and found.frame.mode is None:
        return codebook.content_mode(content_type(found))
    return found.frame.mode


def content_type(found: Match) -> str | None:
    """Give the event type read in the content of a speech act: its complement verb, or a noun in its objects."""
    from dragoman.vocab.frames import frames_by_trigger

    words = [found.content] if found.content is not None else []
    words += [t for slot in ("obj", "for") for t in found.predicate.slot(slot)]
    for word in words:
        for kind in ("verb", "noun"):
            group = frames_by_trigger().get((kind, word.lemma_.lower()))
            if group:
                return str(group[0].type)
    return None


def _as_request(drafted: Draft) -> Draft:
    """Turn "S said T must do it" into what it is by the codebook: a request of S to T."""
    axes, holder = drafted.assessment.axes, drafted.holder
    speaker = holder.code
    if axes.status != "urged" or speaker is None or drafted.act == "REQUEST" or not drafted.assessment.by_modal:
        return drafted
    if speaker in {a.code for a in drafted.actors} or holder.start is None or holder.end is None:
        return drafted
    asker = Actor(text=holder.text or "", start=holder.start, end=holder.end, code=speaker, sector="GOV")
    mode = codebook.content_mode(drafted.match.frame.type)
    assessment = drafted.assessment.with_axes(Axes("happened", "positive", "certain", "past"))
    return Draft(drafted.match, (asker,), drafted.actors, assessment, PAGE, "REQUEST", mode)


def _refuses(axes: Axes, kind: str) -> bool:
    """Say whether a negated word refuses: a verb for the future ("will not accept"), a noun always ("no plan to")."""
    return axes.polarity == "negative" and (axes.tense == "future" or kind == "noun")


def _as_refusal(drafted: Draft) -> Draft:
    """Turn "S will not do it" into what it is by the codebook: a refusal, and that has happened."""
    axes, frame = drafted.assessment.axes, drafted.match.frame
    if not frame.negated and (
        drafted.act in ("REQUEST", "REJECT") or axes.status != "negated" or not codebook.refused(frame.type, axes)
    ):
        return drafted
    assessment = drafted.assessment.with_axes(Axes("happened", "positive", "certain", "present"))
    mode = drafted.mode if frame.negated else codebook.content_mode(frame.type)
    note = f"{drafted.note}; refused"
    return dataclasses.replace(drafted, act="REJECT", mode=mode, assessment=assessment, note=note)


def finish(drafted: Draft, sentence: Sentence, rank: int) -> list[Event]:
    """Make the events of a draft: one, or one per date where a plural noun carries several."""
    dated = date_event(drafted.match.predicate, sentence, drafted.assessment.axes)
    return [_event(drafted, sentence, rank, when) for when in dated]


def _event(drafted: Draft, sentence: Sentence, rank: int, dated: Dated) -> Event:
    token, axes = drafted.match.predicate.token, drafted.assessment.axes
    text, offset = sentence.page.document.text, sentence.offset
    kind = event_type_of(drafted)
    start = token.idx + offset
    trigger = Mention(text[start : start + len(token)], start, start + len(token))
    when, when_text, when_how = dated
    lemmas = {t.lemma_.lower() for t in sentence.span}
    event = Event(
        id="", event_type=kind, act=drafted.act, event_mode=drafted.mode, auxiliary=auxiliary(axes),
        contexts=contexts(lemmas), status=axes.status,
        polarity=axes.polarity, certainty=axes.certainty, tense=axes.tense,
        holder=drafted.holder, actors=drafted.actors, recipients=drafted.recipients, when=when, when_text=when_text,
        when_how=when_how, place=place_of(drafted.match.predicate, sentence, drafted.mode),
        about=topics(drafted.match.content or token, sentence), condition=_condition(drafted, sentence),
        trigger=trigger, evidence=_evidence(text, sentence), rank=rank, confidence=confidence(drafted, when_how),
        rule=drafted.match.frame.id, why=why(drafted), intensity=codebook.intensity(kind, drafted.mode),
    )  # fmt: skip
    return replace(event, id=event_id(sentence.page.document.id, event))


def event_type_of(drafted: Draft) -> str:
    """Give the codebook's type: that of the frame, bent by the status."""
    if drafted.act in ("REQUEST", "REJECT"):
        return drafted.act
    return codebook.event_type(drafted.match.frame.type, drafted.assessment.axes)


def _evidence(text: str, sentence: Sentence) -> Evidence:
    return evidence_at(text, sentence.start, sentence.end)


def _condition(drafted: Draft, sentence: Sentence) -> Condition | None:
    clause = drafted.assessment.condition
    if clause is None or drafted.assessment.axes.status != "conditional":
        return None
    words = list(clause.subtree)
    start = words[0].idx + sentence.offset
    end = words[-1].idx + len(words[-1]) + sentence.offset
    text = sentence.page.document.text[start:end].rstrip(" ,")
    return Condition(text, start, start + len(text))


def auxiliary(axes: Axes) -> tuple[str, ...]:
    """Give PLOVER's auxiliary modes (historical is told by the date, so it is not given here)."""
    out = []
    if axes.tense == "future" and axes.status in ("planned", "expected"):
        out.append("future")
    if axes.status in ("conditional", "possible"):
        out.append("hypothetical")
    if axes.polarity == "negative":
        out.append("negation")
    return tuple(out)


def confidence(drafted: Draft, when_how: str | None) -> float:
    """Give a number between 0 and 1: less for nouns, unknown or missing sides, and a date that was only assumed."""
    value = 0.9
    value -= 0.1 * (drafted.match.predicate.kind != "verb")
    value -= 0.15 * (not known(drafted.actors))
    value -= 0.1 * (bool(drafted.match.frame.recipient) and not known(drafted.recipients))
    value -= 0.05 * (when_how is not None and when_how.startswith("no time"))
    return round(value, 2)


def why(drafted: Draft) -> str:
    """Say in one line how the event came about."""
    predicate = drafted.match.predicate
    shape = {"verb": "verb", "noun": "noun", "adj": "adjective"}[predicate.kind]
    leaning = f" with “{predicate.light.text}”" if predicate.light is not None else ""
    status = drafted.assessment
    told = f"{status.axes.status} by {status.why}{drafted.note}"
    return f"{shape} “{predicate.token.text}”{leaning} fits {drafted.match.frame.id}; {told}"


def event_id(document: str, event: Event) -> str:
    """Give an event's id: 16 hex digits of a hash of document, place, act, time and both sides."""
    sides = [[(a.code, a.start) for a in side] for side in (event.actors, event.recipients)]
    key = json.dumps([document, event.trigger.start, event.act, event.when, event.rule, sides], ensure_ascii=False)
    return hashlib.sha256(key.encode()).hexdigest()[:16]
