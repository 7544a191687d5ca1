"""A sheet as Markdown (CommonMark): headings, one list item a line, and what the numbers stand for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.render.sheet import Cited, Section, Sheet, SheetLine
from dragoman.render.text.lines import clean

SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
"""Signs that Markdown would read as its own."""


def markdown(sheet: Sheet) -> str:
    """Give a sheet as Markdown; whatever pages say is escaped. Figures, precedents and the marked text are left out."""
    return "\n".join(_blocks(sheet)).rstrip() + "\n"


def _blocks(sheet: Sheet) -> Iterator[str]:
    yield from (f"# {said(sheet.title)}", "")
    if sheet.about:
        yield from (f"*{said(' · '.join(sheet.about))}*", "")
    if sheet.warning:
        yield from (f"**{said(sheet.warning)}**", "")
    for sentence in sheet.lead:
        yield from (f"**{said(sentence.words)}**{numbers(sentence.citations)}", "")
    for section in sheet.sections:
        yield from (*_section(section), "")
    if sheet.tells_nothing():
        yield from (said(sheet.nothing), "")
    yield from (f"- {said(alarm.title)}: {said(alarm.headline)}" for alarm in sheet.alarms)
    yield from _citations(sheet.citations, shown_numbers(sheet))
    yield from (f"*{said(note)}*" for note in sheet.notes)


def shown_numbers(sheet: Sheet) -> set[int]:
    """Give the numbers that stand behind lines and notes, but for those of sections that give none."""
    shown = [line for section in sheet.sections if section.most.citations != 0 for line in section.lines]
    return {number for line in shown for number in line.numbers()}


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {said(section.heading)}", "")
    for line in section.lines:
        yield f"- {_line(line)}{numbers(line.citations[: section.most.citations])}"
        for note in line.notes:
            if not note.detail:
                yield f"  - {said(note.words)}"


def _line(line: SheetLine) -> str:
    parts = (
        f"{line.date}:" if line.date else "",
        said(line.words),
        f"*({said(line.tag)})*" if line.tag else "",
        f"— {said(line.holder)}" if line.holder else "",
        f"**{said(line.vouching.upper())}**" if line.vouching else "",
    )
    return " ".join(part for part in parts if part)


def _citations(citations: Iterable[Cited], shown: set[int]) -> Iterator[str]:
    found = [cited for cited in citations if cited.number in shown]
    if found:
        yield from ("## SENTENCES", "")
        yield from (f"- \\[{cited.number}\\] {said(cited.words)} {said(cited.origin)}" for cited in found)
        yield ""


def numbers(several: Sequence[int]) -> str:
    """Give the numbers behind words; their brackets are no link."""
    return "".join(f" \\[{number}\\]" for number in several)


def said(words: str) -> str:
    """Give words in one line, with the signs escaped that Markdown would read."""
    return SIGNS.sub(r"\\\1", " ".join(clean(words).split()))
