"""The relations of two states as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from dragoman.desk.outlook import Outlook
from dragoman.render.axis import LEFT, RIGHT
from dragoman.render.citations import backs_of, origin_words, quote_words
from dragoman.render.outlook import panel_of
from dragoman.render.relations.bars import bars
from dragoman.render.relations.dots import dots
from dragoman.render.relations.ladder import ladder
from dragoman.render.relations.sheet import RelationsSheet
from dragoman.render.templates import environment
from dragoman.render.timeline import WIDTH


def render(sheet: RelationsSheet, outlook: Outlook | None = None) -> str:
    """Give the HTML of the relations of two states. Whatever pages and tables say is escaped.

    With an outlook, its charts stand there too: alarm, red lines over time, precedents.
    """
    return environment().get_template("relations/relations.html.j2").render(
        sheet=sheet, found=sheet.found, ladder=ladder(sheet), dots=dots(sheet), bars=bars(sheet),
        backs=backs_of(sheet.sections), origin=origin_words, quote=quote_words,
        panel=panel_of(outlook) if outlook else None,
        WIDTH=WIDTH, LEFT=LEFT, RIGHT=RIGHT,
    )  # fmt: skip
