"""Arrange a reading as a brief: which claim stands in which section, in which order, on which passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.model.event import Event
from dragoman.model.reading import Reading
from dragoman.model.when import EdtfError, bounds
from dragoman.render import wording
from dragoman.render.dates import date_words
from dragoman.render.head import legend, notice_words, notices, subtitle, title, warning
from dragoman.render.names import actor_words
from dragoman.render.parts import Brief, BriefLine, BriefNote, Section
from dragoman.render.passages import Passages

SECTIONS = (
    ("happened", "HAPPENED"),
    ("planned", "PLANNED"),
    ("expected", "EXPECTED"),
    ("conditional", "ON A CONDITION"),
    ("sought", "SOUGHT AND URGED"),
    ("possible", "POSSIBLE OR ALLEGED"),
    ("denied", "DENIED"),
    ("negated", "DID NOT HAPPEN"),
    ("treaties", "TREATIES"),
    ("levels", "LEVELS OF RELATIONS"),
    ("counts", "COUNTS"),
    ("earlier", "EARLIER"),
    ("checks", "CHECKS"),
)
"""Key and heading of each section, in the order of the brief."""

SHARED = {"ongoing": "happened", "urged": "sought"}
"""Statuses that stand in another status's section."""

NEWS_DAYS = 365
"""What ended longer than this before the page's date is no news and goes to EARLIER."""

NEWEST_FIRST = ("happened", "earlier", "negated", "denied", "treaties", "levels")


def arrange(reading: Reading) -> Brief:
    """Make the brief of a reading. Gives the same brief for the same reading."""
    passages = Passages(reading)
    drafts = _drafts(reading, passages)
    sections, number = [], 1
    for key, heading in SECTIONS:
        lines = _merged(_in_order(key, drafts.get(key, [])))
        if lines:
            sections.append(
                Section(key, heading, tuple(replace(line, number=number + n) for n, line in enumerate(lines)))
            )
            number += len(lines)
    document = reading.document
    return Brief(
        document=document,
        title=title(document),
        subtitle=subtitle(document),
        warning=warning(reading),
        sections=tuple(sections),
        passages=passages.all,
        legend=legend(reading, [line for section in sections for line in section.lines]),
        notices=notices(reading),
        pieces=tuple(notice_words(notice) for notice in reading.notices if notice.kind == "piece"),
    )


def _drafts(reading: Reading, passages: Passages) -> dict[str, list[BriefLine]]:
    """Make the lines of every section, not yet ordered."""
    drafts: dict[str, list[BriefLine]] = {}
    hung = _hung_ordinals(reading, passages)
    for events in grouped(reading.events):
        line = _event_line(events, reading, passages)
        conditions = [
            BriefNote(wording.own_condition_words(event), passages.number(event.evidence)) for event in events[1:]
        ]
        notes = (*conditions,) if events[0].status == "conditional" else ()
        notes += tuple(note for event in events for note in hung.pop(event.id, ()))
        drafts.setdefault(section_of(events[0], reading.document.published), []).append(replace(line, notes=notes))
    drafts["counts"] = [_line(note.words, note.passages) for notes in hung.values() for note in notes]
    drafts["treaties"] = _treaty_lines(reading, passages)
    drafts["levels"] = [
        _line(
            wording.level_words(claim), passages.number(claim.evidence), when=claim.when, status=claim.status,
            holder=wording.holder_words(claim.holder, claim.status, reading.document), actors=claim.dyad,
        )
        for claim in reading.levels
    ]  # fmt: skip
    drafts["checks"] = [_line(wording.check_words(check), passages.number(check.evidence)) for check in reading.checks]
    return drafts


def section_of(event: Event, published: str | None) -> str:
    """Give the key of the section in which an event stands, for a page of that date."""
    key = SHARED.get(event.status, event.status)
    if key == "happened" and event.when and published and _is_old(event.when, published):
        return "earlier"
    return key


def _is_old(when: str, published: str) -> bool:
    try:
        return bounds(when)[1] < bounds(published)[0] - timedelta(days=NEWS_DAYS)
    except (EdtfError, OverflowError):
        return False


def grouped(events: Sequence[Event]) -> list[list[Event]]:
    """Put together what makes one line: the wishes of one side towards another, and a deed with the deed it hangs on.

    A wish whose addressee was not read joins one of the same side in the same sentence.
    """
    groups: list[list[Event]] = []
    for event in sorted(events, key=wording.is_own_condition):
        group = next((g for g in groups if _belongs(event, g[0])), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return groups


def _belongs(event: Event, first: Event) -> bool:
    if event.status != first.status or event.holder.text != first.holder.text:
        return False
    if event.status == "conditional":
        return wording.is_own_condition(event) and event.condition == first.condition
    if event.status != "sought" or (event.act, first.act) != ("REQUEST", "REQUEST") or event.when != first.when:
        return False
    whom, same = actor_words(wording.recipients(event)), event.evidence == first.evidence
    return actor_words(event.actors) == actor_words(first.actors) and (
        whom == actor_words(wording.recipients(first)) or (not whom and same)
    )


def _event_line(events: Sequence[Event], reading: Reading, passages: Passages) -> BriefLine:
    first = events[0]
    if first.status == "conditional":
        words = wording.condition_words(first, reading.events)
    elif first.status == "sought" and first.act == "REQUEST":
        words = wording.wanted_words(events, reading.events)
    else:
        words = wording.event_words(first, reading.events)
    found = dict.fromkeys(n for event in events for n in passages.number(event.evidence))
    codes = dict.fromkeys(a.code for event in events for a in (*event.actors, *event.recipients) if a.code)
    return _line(
        words, tuple(found), when=first.when, status=first.status,
        holder=wording.holder_words(first.holder, first.status, reading.document),
        tag="ongoing" if first.status == "ongoing" else None,
        triggers=tuple(event.trigger for event in events), actors=tuple(codes), why=_why(first),
    )  # fmt: skip


def _why(event: Event) -> str:
    found = wording.when_found(event)
    return f"{event.why}; {found}" if found else event.why


def _line(words: str, passages: tuple[int, ...], **more: object) -> BriefLine:
    when = more.get("when")
    return BriefLine(number=0, words=words, passages=passages, date=date_words(str(when)) if when else "", **more)  # type: ignore[arg-type]


def _treaty_lines(reading: Reading, passages: Passages) -> list[BriefLine]:
    lines = []
    for claim in reading.treaties:
        clauses = tuple(BriefNote(wording.clause_words(c), passages.number(c.evidence)) for c in claim.clauses)
        words = wording.treaty_words(claim)
        lines.append(
            _line(words, passages.number(claim.evidence), when=claim.signed, notes=clauses, actors=claim.parties)
        )
    return lines


def _hung_ordinals(reading: Reading, passages: Passages) -> dict[str, list[BriefNote]]:
    """Give the recounts by the id of the event that is counted in the same passage; others by their own place."""
    hung: dict[str, list[BriefNote]] = {}
    for claim in reading.ordinals:
        number = passages.number(claim.evidence)
        near = [e for e in reading.events if passages.number(e.evidence) == number]
        event = next((e for e in near if claim.what.lower() in (e.event_mode, e.trigger.text.lower())), None)
        event = event or next((e for e in near if e.act == "CONSULT"), None)
        place = event.id if event else f"@{claim.evidence.start}"
        hung.setdefault(place, []).append(BriefNote(wording.ordinal_words(claim), number))
    return hung


def _in_order(key: str, lines: list[BriefLine]) -> list[BriefLine]:
    """Put the dated first: news and history newest first, what is ahead soonest first; the rest as in the text."""
    dated = [line for line in lines if _day(line) is not None]
    rest = [line for line in lines if _day(line) is None]
    dated.sort(key=_first_day, reverse=key in NEWEST_FIRST)
    return lines if key in ("conditional", "checks") else dated + rest


def _first_day(line: BriefLine) -> date:
    return _day(line) or date.min


def _day(line: BriefLine) -> date | None:
    try:
        first = bounds(line.when)[0] if line.when else date.min
    except EdtfError:
        return None
    return None if first == date.min else first


def _merged(lines: Iterable[BriefLine]) -> list[BriefLine]:
    """Join lines that say the same thing of the same date, one perhaps with the place: one line, several passages."""
    merged: list[BriefLine] = []
    for line in lines:
        at = next((n for n, kept in enumerate(merged) if _same(kept, line)), None)
        if at is None:
            merged.append(line)
        else:
            merged[at] = _joined(merged[at], line)
    return merged


def _same(a: BriefLine, b: BriefLine) -> bool:
    if (a.date, a.holder, a.status) != (b.date, b.holder, b.status):
        return False
    short, long = sorted((a.words, b.words), key=len)
    return long == short or long.startswith((f"{short}, ", f"{short} in "))


def _joined(a: BriefLine, b: BriefLine) -> BriefLine:
    return replace(
        a,
        words=max(a.words, b.words, key=len),
        passages=tuple(dict.fromkeys(a.passages + b.passages)),
        notes=a.notes + b.notes,
        triggers=a.triggers + b.triggers,
    )
