"""Work out for a candidate what is worked out for all alike: how sure it is, who says so, who is implied."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import codebook, gate
from dragoman.coding.attribution import holder_of
from dragoman.coding.candidates import Actors, Candidate, Settled, known
from dragoman.coding.dating import date_event
from dragoman.coding.page import Sentence
from dragoman.coding.setting import elsewhere
from dragoman.coding.sides import answering, implied
from dragoman.coding.status import Assessment, assess
from dragoman.model.actor import Actor
from dragoman.model.event import PAGE, Axes

FORMER = "ELI"
"""PLOVER's sector of former officials."""


def settle(candidate: Candidate, sentence: Sentence) -> Settled | str:
    """Settle a candidate; a string says why no event came of it."""
    told = elsewhere(candidate, sentence)
    if told is not None:
        return told
    if candidate.proposal is not None:
        return _as_read(candidate, sentence)
    candidate = replace(candidate, mode=candidate.mode or _content_mode(candidate))
    reason = gate.rejection(candidate)
    if reason is not None and not (
        answering(candidate) or candidate.type == "AID" or _former(candidate.actors + candidate.recipients)
    ):
        return reason
    assessment = assess(candidate.predicate.token, candidate.predicate.light)
    if not known(candidate.recipients):
        found = implied(candidate, sentence, assessment.condition)
        candidate = replace(candidate, recipients=found or candidate.recipients)
    candidate = _in_office(candidate, sentence, assessment)
    holder = holder_of(candidate.word, assessment.speech, sentence)
    reason = reason and gate.rejection(candidate)
    reason = reason or _lacking(candidate, assessment)
    if reason is not None:
        return reason
    one = Settled(candidate, assessment, holder)
    return _as_refusal(_as_request(_with_status(one, sentence)))


def _as_read(candidate: Candidate, sentence: Sentence) -> Settled:
    """Settle what a trained reader proposed: it has weighed itself whether the deed is one, and who does it."""
    assessment = assess(candidate.predicate.token, candidate.predicate.light)
    candidate = _in_office(replace(candidate, mode=_likely_mode(candidate)), sentence, assessment)
    holder = holder_of(candidate.word, assessment.speech, sentence)
    return _with_status(Settled(candidate, assessment, holder), sentence)


def _likely_mode(candidate: Candidate) -> str | None:
    """Give the mode of the first frame of the deed's type that has its trigger; of a request, that of its content."""
    predicate = candidate.predicate
    frames = predicate.vocabulary.events.by_trigger.get((predicate.kind, predicate.lemma), ())
    return next((frame.mode for frame in frames if frame.type == candidate.type), None) or _content_mode(candidate)


def _lacking(candidate: Candidate, assessment: Assessment) -> str | None:
    """Say what a candidate wants that is not there: a refusal, or a recipient (what is only planned needs none)."""
    axes = assessment.axes
    if candidate.refused and not _refuses(axes, candidate.predicate.kind):
        return f"{candidate.rule} wants a refusal"
    planned = candidate.type in codebook.COOPERATIVE and axes.status in codebook.AHEAD
    recipients, words = candidate.recipients, candidate.predicate.vocabulary
    reached = recipients if candidate.type in codebook.MATERIAL_CONFLICT else gate.parties(recipients, words)
    together = candidate.symmetric and len(candidate.actors) > 1
    if candidate.needs_recipient and not reached and not planned and not together:
        return f"{candidate.rule} needs a recipient, and none was found"
    return None


def _former(side: Actors) -> bool:
    """Say whether a named person is among the actors who is out of office on the page's date."""
    return any(a.sector == FORMER and a.name for a in side)


def _in_office(candidate: Candidate, sentence: Sentence, assessment: Assessment) -> Candidate:
    """Give persons who are out of office on the page's date the office they held when the deed was done."""
    if not _former(candidate.actors + candidate.recipients):
        return candidate
    when = date_event(candidate.predicate, sentence, assessment.axes)[0].value

    def then(side: Actors) -> Actors:
        return tuple(sentence.page.finder.at_time(a, when) for a in side) if _former(side) else side

    return replace(candidate, actors=then(candidate.actors), recipients=then(candidate.recipients))


def _with_status(one: Settled, sentence: Sentence) -> Settled:
    """Settle planned against expected: a future deed is planned if its own actor vouches for it or a day is set."""
    candidate, axes = one.candidate, one.assessment.axes
    if candidate.status is not None and axes.status == "happened":
        axes = Axes(candidate.status, axes.polarity, "underspecified", axes.tense)
    if axes.status == "expected" and axes.tense == "future" and one.assessment.by_modal:
        codes = {a.code for a in candidate.actors}
        own = one.holder.kind == "source" and (one.holder.code is None or one.holder.code in codes)
        if own or _scheduled(candidate, sentence, axes):
            axes = Axes("planned", axes.polarity, "probable", axes.tense)
    return replace(one, assessment=one.assessment.with_axes(axes))


def _scheduled(candidate: Candidate, sentence: Sentence, axes: Axes) -> bool:
    dated = date_event(candidate.predicate, sentence, axes)
    return any(time.basis in ("stated", "governor") for time in dated)


def _content_mode(candidate: Candidate) -> str | None:
    """Give the mode of a request or refusal: that of its content."""
    if candidate.type in ("REQUEST", "REJECT"):
        return codebook.content_mode(content_type(candidate))
    return None


def content_type(candidate: Candidate) -> str | None:
    """Give the event type read in the content of a speech act: its complement verb, or a noun in its objects."""
    words = [candidate.content] if candidate.content is not None else []
    words += [t for slot in ("obj", "for") for t in candidate.predicate.slot(slot)]
    for word in words:
        for kind in ("verb", "noun"):
            group = candidate.predicate.vocabulary.events.by_trigger.get((kind, word.lemma_.lower()))
            if group:
                return group[0].type
    return None


def _as_request(one: Settled) -> Settled:
    """Turn "S said T must do it" into what it is by the codebook: a request of S to T."""
    axes, holder, candidate = one.assessment.axes, one.holder, one.candidate
    if axes.status != "urged" or holder.code is None or candidate.act == "REQUEST" or not one.assessment.by_modal:
        return one
    if holder.code in {a.code for a in candidate.actors} or holder.start is None or holder.end is None:
        return one
    asker = Actor(text=holder.text or "", start=holder.start, end=holder.end, code=holder.code, sector="GOV")
    asked = replace(
        candidate, act="REQUEST", mode=codebook.content_mode(candidate.type), actors=(asker,),
        recipients=candidate.actors, note="",
    )  # fmt: skip
    return Settled(asked, one.assessment.with_axes(Axes("happened", "positive", "certain", "past")), PAGE)


def _refuses(axes: Axes, kind: str) -> bool:
    """Say whether a negated word refuses: a verb for the future ("will not accept"), a noun always ("no plan to")."""
    return axes.polarity == "negative" and (axes.tense == "future" or kind == "noun")


def _as_refusal(one: Settled) -> Settled:
    """Turn "S will not do it" into what it is by the codebook: a refusal, and that has happened."""
    axes, candidate = one.assessment.axes, one.candidate
    if not candidate.refused and (
        candidate.act in ("REQUEST", "REJECT") or axes.status != "negated" or not codebook.refused(candidate.type, axes)
    ):
        return one
    mode = candidate.mode if candidate.refused else codebook.content_mode(candidate.type)
    refusal = replace(candidate, act="REJECT", mode=mode, note=f"{candidate.note}; refused")
    told = one.assessment.with_axes(Axes("happened", "positive", "certain", "present"))
    return replace(one, candidate=refusal, assessment=told)
