"""The relations of two states as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from dragoman.brief.relations.axis import LEFT, RIGHT
from dragoman.brief.relations.bars import bars
from dragoman.brief.relations.dots import dots
from dragoman.brief.relations.ladder import ladder
from dragoman.brief.relations.proofs import origin_words, quote_words
from dragoman.brief.relations.sheet import Sheet
from dragoman.brief.templates import environment
from dragoman.brief.timeline import WIDTH


def render(sheet: Sheet) -> str:
    """Give the HTML of the relations of two states. Whatever pages and tables say is escaped."""
    return environment().get_template("relations/relations.html.j2").render(
        sheet=sheet, found=sheet.found, ladder=ladder(sheet), dots=dots(sheet), bars=bars(sheet),
        backs=_backs(sheet), origin=origin_words, quote=quote_words, WIDTH=WIDTH, LEFT=LEFT, RIGHT=RIGHT,
    )  # fmt: skip


def _backs(sheet: Sheet) -> dict[int, int]:
    """Give the first line that stands on each proof."""
    found: dict[int, int] = {}
    for section in sheet.sections:
        for line in section.lines:
            for number in (*line.passages, *(n for note in line.notes for n in note.passages)):
                found.setdefault(number, line.number)
    return found
