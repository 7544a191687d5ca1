"""The relations of two states as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from dragoman.brief.axis import LEFT, RIGHT
from dragoman.brief.outlook import panel_of
from dragoman.brief.proofs import backs_of, origin_words, quote_words
from dragoman.brief.relations.bars import bars
from dragoman.brief.relations.dots import dots
from dragoman.brief.relations.ladder import ladder
from dragoman.brief.relations.sheet import Sheet
from dragoman.brief.templates import environment
from dragoman.brief.timeline import WIDTH
from dragoman.outlook import Outlook


def render(sheet: Sheet, outlook: Outlook | None = None) -> str:
    """Give the HTML of the relations of two states. Whatever pages and tables say is escaped.

    With an outlook, its charts stand there too: alarm, red lines over time, precedents.
    """
    return environment().get_template("relations/relations.html.j2").render(
        sheet=sheet, found=sheet.found, ladder=ladder(sheet), dots=dots(sheet), bars=bars(sheet),
        backs=backs_of(sheet.sections), origin=origin_words, quote=quote_words,
        panel=panel_of(outlook) if outlook else None,
        WIDTH=WIDTH, LEFT=LEFT, RIGHT=RIGHT,
    )  # fmt: skip
