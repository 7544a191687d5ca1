"""Which time belongs to which event, and how that was decided."""

from __future__ import annotations

import re
from collections.abc import Hashable
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.coding.anchored import UNDATED, Dated, by_event, from_event, recalled
from dragoman.coding.page import Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model import when
from dragoman.model.event import Anchor, Axes, Event
from dragoman.model.time import Timex
from dragoman.syntax import trees
from dragoman.syntax.parsed import vocabulary_of
from dragoman.times.resolve import FAR, NEARBY

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.times.tense import Direction

AGAIN = re.compile(r"\s*(?:,|and(?: then)?(?: again)?|as well as|or)?\s*(?:and )?(?:again )?(?:in|on)?\s*")
"""What may stand between two times that are told of one verb."""

JOINED = re.compile(r"\s*(?:,|,?\s*and)\s+(?:again )?(?:in |on )?")
"""What stands between two times of one list."""

BESIDE = re.compile(r"\s+(?:(?:on|of|in|at)\s+)?(?:the\s+)?")
"""What stands between a noun and a date that belongs to it."""

STEPS = 8


def date_event(predicate: Predicate, sentence: Sentence, axes: Axes) -> list[Dated]:
    """Give the times of an event: several if coordinated dates hang on a plural noun ("visits in 2019 and 2023")."""
    hung = sentence.points()
    own = [t for t in hung if _bearer(t, sentence) in _carriers(predicate) and not _of_object(t, predicate, sentence)]
    own = _strung(own, hung, sentence)
    if own:
        chosen = (
            own if _several(predicate, own, sentence) else [min(own, key=lambda t: _distance(t, predicate, sentence))]
        )
        return [Dated(_on_its_side(t, sentence, axes), t.text, "stated") for t in chosen]
    anniversary = recalled(predicate, sentence)
    if anniversary is not None:
        return [anniversary]
    word = predicate.light or predicate.token
    aside = word.dep_ == "acl:relcl" and axes.tense == "past"  # "Chad, which had troops there": not of the same day
    for above in () if aside else trees.up(word):
        shared = [t for t in hung if _bearer(t, sentence) == above]
        if shared:
            strung = _strung(shared, hung, sentence)
            chosen = strung if predicate.kind == "noun" and _several(predicate, strung, sentence) else shared[:1]
            if not any(_of_the_plan(t, predicate, sentence, axes) for t in chosen):
                return [Dated(_on_its_side(t, sentence, axes), t.text, "governor", Anchor(above.text)) for t in chosen]
        if above.dep_ in ("ccomp", "acl:relcl", "parataxis"):
            break
    return [from_event(predicate, sentence) or by_event(predicate, sentence) or _undated(predicate, sentence, axes)]


def _on_its_side(timex: Timex, sentence: Sentence, axes: Axes) -> str | None:
    """Give a time without a year, or a weekday, on the side of the page's date on which its deed lies.

    What is ahead is not dated before the page, and what is done not after it. The page takes note of it. None where
    the time is that of something near at hand which the deed only speaks of: "invited them to a feast on March 12".
    """
    day = sentence.page.day_at(timex.start)
    if timex.edtf is None or day is None or sentence.page.document.published_basis == "inferred":
        return timex.edtf
    (first, last), (begin, end) = when.bounds(timex.edtf), when.bounds(day)
    side: Direction | None = "future" if axes.tense == "future" and last < begin else None
    if axes.status == "happened" and axes.tense == "past" and first > end:
        side = "past"
    turned = sentence.page.on_side(timex, side) if side else None
    if turned is None or turned.edtf is None or turned.edtf == timex.edtf:
        return timex.edtf
    if side == "past" and (begin - when.bounds(turned.edtf)[1]).days > FAR and (first - end).days < NEARBY:
        return None
    sentence.page.turned[timex.start, timex.end] = replace(turned, how=f"{turned.how}, by the deed that it dates")
    return turned.edtf


def _of_the_plan(timex: Timex, predicate: Predicate, sentence: Sentence, axes: Axes) -> bool:
    """Say whether a time before the page's date is that of the plan itself: "decided in May to send"."""
    day = sentence.page.day_at(timex.start)
    if axes.tense != "future" or day is None or timex.edtf is None or when.bounds(timex.edtf)[1] >= when.bounds(day)[0]:
        return False
    return timex.start < sentence.place(predicate.token)[0]


def refined(events: list[Event]) -> list[Event]:
    """Give a coarse date the finer one of the same event told elsewhere in the text (act, mode and sides alike).

    Events of the same sentence that share the coarse time share the finer one.
    """
    told: dict[Hashable, set[str]] = {}
    sharing: dict[Hashable, list[int]] = {}
    for place, event in enumerate(events):
        if event.when:
            told.setdefault(_deed(event), set()).add(event.when)
            sharing.setdefault(_telling(event), []).append(place)
    finer = {(deed, coarse): _only_finer(coarse, times) for deed, times in told.items() for coarse in times}
    out = list(events)
    for coarse in events:
        fine = finer.get((_deed(coarse), coarse.when or ""))
        if fine is None:
            continue
        by = Anchor(coarse.when_text or coarse.when or "", coarse.when)
        for place in sharing[_telling(coarse)]:
            if out[place].when == coarse.when:
                out[place] = replace(out[place], when=fine, when_basis="elsewhere", when_anchor=by)
    return out


def _deed(event: Event) -> Hashable:
    """Give what two tellings of one event have alike: act, mode and sides."""
    sides = (frozenset(a.code for a in side) for side in (event.actors, event.recipients))
    return event.act, event.event_mode, *sides


def _telling(event: Event) -> Hashable:
    """Give what events share that one sentence dates by the same words."""
    return event.when, event.evidence.start, event.when_text


def _only_finer(coarse: str, times: set[str]) -> str | None:
    """Give the one time that lies within a coarse one; None if there is none, or several."""
    if when.precision(coarse) == "day":
        return None
    finer = [fine for fine in times if fine != coarse and when.refines(fine, coarse)]
    return finer[0] if len(finer) == 1 else None


def _strung(own: list[Timex], hung: list[Timex], sentence: Sentence) -> list[Timex]:
    """Add the times strung to those of the event ("in April 2019 and September 2023"), wherever the parser put them."""
    text, out = sentence.page.document.text, list(own)
    for timex in hung:
        if out and timex not in out and JOINED.fullmatch(text[out[-1].end : timex.start]):
            out.append(timex)
    return out


def _several(predicate: Predicate, own: list[Timex], sentence: Sentence) -> bool:
    """Say whether each of the times is that of a deed of its own: a plural noun, or "in May and again in June"."""
    if len(own) < 2:
        return False
    if predicate.kind == "noun":
        return predicate.token.tag_ in ("NNS", "NNPS", "DT")
    text = sentence.page.document.text
    return all(AGAIN.fullmatch(text[a.end : b.start]) for a, b in pairwise(own))


def _carriers(predicate: Predicate) -> set[Token]:
    """Give the words on which a time may hang to count as the event's own."""
    out = {predicate.token}
    if predicate.light is not None:
        out.add(predicate.light)
    if predicate.kind != "noun":
        out.update(predicate.slot("obj"))
    return out


def _of_object(timex: Timex, predicate: Predicate, sentence: Sentence) -> bool:
    """Say whether a date is that of the deed spoken of: "condemned the raid on 17 May". A weekday is the verb's."""
    if predicate.kind != "verb" or predicate.token.lemma_ not in predicate.vocabulary.grammar["verbs about a deed"]:
        return False
    near = timex.text.lower().rsplit(None, 1)[-1]
    times = predicate.vocabulary.times.classes
    if near in times["WEEKDAYFULL"] or near in predicate.vocabulary.grammar["days"]:
        return False
    ends = [sentence.place(noun)[1] for noun in predicate.slot("obj") if _event_noun(noun)]
    return any(BESIDE.fullmatch(sentence.page.text[end : timex.start]) for end in ends)


def _bearer(timex: Timex, sentence: Sentence) -> Token | None:
    """Give the word that a time expression hangs on: the nearest verb, adjective or event noun above it."""
    token = sentence.token_at(timex.start, timex.end)
    if token is None:
        return None
    spans = [(t.start, t.end) for t in sentence.points()]
    for _ in range(STEPS):
        token = token.head
        place = token.idx + sentence.offset
        inside = any(start <= place < end for start, end in spans)
        if not inside and (token.pos_ in ("VERB", "AUX", "ADJ") or _event_noun(token)):
            return token
    return token


def _event_noun(token: Token) -> bool:
    """Say whether a noun can bear a date: it names an event, or stands for one ("earlier ones")."""
    return ("noun", token.lemma_.lower()) in vocabulary_of(token).events.by_trigger or token.lower_ == "ones"


def _distance(timex: Timex, predicate: Predicate, sentence: Sentence) -> int:
    return abs(timex.start - (predicate.token.idx + sentence.offset))


def _undated(predicate: Predicate, sentence: Sentence, axes: Axes) -> Dated:
    """Date an event without a stated time: by the sentence before in its paragraph, else, in news, by the page.

    What is told aside, in a relative clause or as over before ("had broken ties"), was done by then, not on the day.
    """
    document, word = sentence.page.document, predicate.light or predicate.token
    if axes.status != "happened" or axes.tense not in ("past", "present"):
        return UNDATED
    day = sentence.page.day_at(sentence.start)
    if axes.tense == "past" and _told_aside(word):
        return Dated(f"../{day}", None, "reported") if document.kind == "news" and day else UNDATED
    before = _told_before(sentence)
    if before is not None and word.tag_ == "VBD" and not trees.children(word, "advcl"):
        return Dated(before.when, None, "previous sentence")
    if document.kind == "news" and day:
        return Dated(day, None, "reported")
    return UNDATED


def _told_aside(word: Token) -> bool:
    """Say whether a verb stands in a relative clause in the past tense, or in the past perfect."""
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in trees.kids(word)):
        return True
    return word.dep_ == "acl:relcl" and word.tag_ == "VBD"


def _told_before(sentence: Sentence) -> Event | None:
    """Give the last dated deed of the sentences before, if it stands in the same paragraph and was done."""
    text = sentence.page.document.text
    for event in reversed(sentence.page.events):
        if event.evidence.start < sentence.start and event.id not in sentence.page.asides:
            near = "\n\n" not in text[event.evidence.end : sentence.start]
            dated = event.when_basis in ("stated", "governor", "previous sentence")
            return event if near and dated and event.status == "happened" else None
    return None
