"""The brief of one page: its lead, its sections in order, the lines of each by weight, and what was held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from dragoman.desk.outlook import Outlook
from dragoman.desk.selection import Selection, select
from dragoman.model.reading import Reading
from dragoman.model.when import EdtfError, bounds
from dragoman.render.charts.timeline import timeline
from dragoman.render.pages.brief_lines import BriefWriter
from dragoman.render.pages.lead import lead
from dragoman.render.pages.outlook import outlook_sheet
from dragoman.render.pages.source_text import marked_text
from dragoman.render.sheet import Appearance, Most, Section, Sheet, SheetLine, numbered
from dragoman.render.words import documents
from dragoman.render.words.names import code_name, label_name
from dragoman.render.words.people import introduce, introductions
from dragoman.vocab import Vocabulary
from dragoman.watch.words import counted

SECTIONS = (
    ("happened", "HAPPENED"),
    ("claimed", "CLAIMED, NOT TOLD AS FACT"),
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

HELD, UNCODED = "NOT SURE ENOUGH TO PRINT", "READ, NOT CODED"
"""Headings of what is no line: sentences whose reading is held back, and sentences that gave none."""

NEWEST_FIRST = ("earlier", "treaties", "levels")
AS_TOLD = ("conditional", "checks", "counts")


def brief_sheet(
    reading: Reading, vocabulary: Vocabulary, outlook: Outlook | None = None, selection: Selection | None = None,
    known: Collection[str] = (),
) -> Sheet:  # fmt: skip
    """Describe the brief of a reading, with what watch and precedents say of it. Same reading, same brief.

    `selection` says what is printed, by default what settings that nobody changed choose; `known` are the ids of events
    that are no news to the record.
    """
    writer = BriefWriter(reading, vocabulary, selection or select(reading, vocabulary), known)
    drafts = writer.drafts()
    sections = numbered(
        Section(key, heading, tuple(_in_order(key, _merged(drafts.get(key, []))))) for key, heading in SECTIONS
    )
    document, chart = reading.document, timeline(_lines(sections), reading.document.published)
    sections = _introduced(sections, reading, vocabulary)
    lines = _lines(sections)
    apart = _apart(writer, first=len(lines) + 1)
    quoted = _lines(apart)
    told = [documents.notice_words(one, vocabulary) for one in reading.notices if one.kind != "piece"]
    rejected = documents.rejected_words(reading.rejected)
    return Sheet(
        kind="brief", title=documents.title(document), about=documents.about(document), lead=lead(sections),
        warning=documents.warning(reading, vocabulary), figures=(chart,) if chart else (),
        sections=(*sections, *apart),
        nothing=UNSURE if writer.selection.held else NOTHING,
        text=marked_text(document, writer.passages, [*lines, *quoted]), citations=writer.passages.cited(),
        notes=(*told, *_notes(writer)), legend=legend(reading, lines, vocabulary),
        details=(*documents.details(document, vocabulary), *([rejected] if rejected else [])),
        pieces=tuple(documents.notice_words(one, vocabulary) for one in reading.notices if one.kind == "piece"),
        outlook=outlook_sheet(outlook, vocabulary) if outlook else None,
    )  # fmt: skip


NOTHING = "No event, treaty or level of relations was read on this page."
UNSURE = "Nothing was read on this page that is sure enough to print."
"""What a brief without a line says, and what it says where readings were held back."""


def brief_object(sheet: Sheet) -> dict[str, Any]:
    """Give what a brief says as plain data: its lead, and by section each line with the events that it stands on."""
    shown = ("number", "date", "words", "status", "vouching", "tag", "events", "citations")
    return {
        "lead": [{"words": one.words, "lines": one.lines, "citations": one.citations} for one in sheet.lead],
        "sections": [
            {
                "key": section.key,
                "heading": section.heading,
                "lines": [
                    {name: getattr(line, name) for name in shown}
                    | {"notes": [{"words": note.words, "citations": note.citations} for note in line.notes]}
                    for line in section.lines
                ],
            }
            for section in sheet.sections
        ],
        "sentences": [{"number": c.number, "words": c.words, "origin": c.origin} for c in sheet.citations],
        "notes": sheet.notes,
    }


def _notes(writer: BriefWriter) -> list[str]:
    """Say how many sentences' readings were held back, and from which confidence on lines are printed."""
    held, least = len(writer.selection.held), writer.selection.least
    told = [f"{counted(held, 'reading')} held back"] if held else []
    return [*told, f"lines are printed from a confidence of {least:.2f} on"] if least else told


def _lines(sections: Sequence[Section]) -> list[SheetLine]:
    return [line for section in sections for line in section.lines]


def _introduced(sections: Sequence[Section], reading: Reading, vocabulary: Vocabulary) -> tuple[Section, ...]:
    """Name people with office and state where a line names them first."""
    pending = introductions(reading.events, vocabulary)
    return tuple(
        replace(section, lines=tuple(replace(line, words=introduce(line.words, pending)) for line in section.lines))
        for section in sections
    )


def _apart(writer: BriefWriter, first: int) -> tuple[Section, ...]:
    """Give the sentences that are no lines, with how many they are; they are quoted in full, so need no number."""
    parts = (("held", HELD, writer.held()), ("uncoded", UNCODED, writer.uncoded()))
    return numbered(
        (
            Section(key, f"{heading} ({len(lines)})", tuple(lines), most=Most(citations=0))
            for key, heading, lines in parts
        ),
        first,
    )


def _in_order(key: str, lines: list[SheetLine]) -> list[SheetLine]:
    """Put the weightiest first, what is between the same sides together; history newest first; the rest as told."""
    if key in AS_TOLD:
        return lines
    if key in NEWEST_FIRST:
        dated = [(day, line) for line in lines if (day := _day(line))]
        dated.sort(key=lambda pair: pair[0], reverse=True)
        return [*(line for _, line in dated), *(line for line in lines if not _day(line))]
    heaviest: dict[frozenset[str], float] = {}
    for line in lines:
        matter = frozenset(line.actors)
        heaviest[matter] = max(heaviest.get(matter, 0.0), line.weight)
    order = list(heaviest)
    return sorted(
        lines,
        key=lambda line: (
            -heaviest[frozenset(line.actors)], order.index(frozenset(line.actors)), -line.weight,
        ),
    )  # fmt: skip


def _day(line: SheetLine) -> date | None:
    """Give the first day of a line's time; None where it has none, or where that is open."""
    try:
        first = bounds(line.when)[0] if line.when else date.min
    except EdtfError:
        return None
    return None if first == date.min else first


def _merged(lines: Iterable[SheetLine]) -> list[SheetLine]:
    """Join lines that say the same thing of the same date: one line, several passages."""
    merged: dict[tuple[object, ...], SheetLine] = {}
    for line in lines:
        key = (line.words, line.date, line.vouching, line.status)
        merged[key] = _joined(merged[key], line) if key in merged else line
    return list(merged.values())


def _joined(a: SheetLine, b: SheetLine) -> SheetLine:
    return replace(
        a,
        citations=tuple(sorted({*a.citations, *b.citations})),
        notes=a.notes + b.notes,
        triggers=a.triggers + b.triggers,
        events=a.events + b.events,
        weight=max(a.weight, b.weight),
    )


def legend(reading: Reading, lines: Sequence[SheetLine], vocabulary: Vocabulary) -> tuple[Appearance, ...]:
    """List who appears in the lines: most lines first, then by code."""
    counts = Counter(code for line in lines for code in dict.fromkeys(line.actors))
    people: dict[str, dict[str, None]] = {}
    for event in reading.events:
        for actor in (*event.actors, *event.recipients):
            if actor.code and actor.name and actor.name != label_name(actor.code, vocabulary):
                people.setdefault(actor.code, {})[actor.name] = None
    return tuple(
        Appearance(code, code_name(code, vocabulary), tuple(people.get(code, ())), count)
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
