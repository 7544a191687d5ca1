"""The brief as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct

from dragoman.desk.outlook import Outlook
from dragoman.render import timeline as drawing
from dragoman.render.citations import backs_of, origin_words, quote_words
from dragoman.render.marks import MarkedSpan, marked_paragraphs
from dragoman.render.outlook import Panel, panel_of
from dragoman.render.parts import Brief
from dragoman.render.templates import environment
from dragoman.render.timeline import Timeline, timeline


class View(Struct, frozen=True):
    """A brief with its marked text and its time line; `prefix` keeps the anchors of several briefs apart.

    `panel` is what the watch and the precedents say of it, `backs` the line that stands on each of its citations.
    """

    prefix: str
    brief: Brief
    paragraphs: list[list[MarkedSpan]]
    timeline: Timeline | None
    statuses: list[str]
    panel: Panel | None = None
    backs: dict[int, int] = {}


def render(briefs: Sequence[Brief], outlooks: Sequence[Outlook | None] = ()) -> str:
    """Give the HTML of one or several briefs. Whatever the pages say is escaped.

    `outlooks` are those of the briefs in order (none at all, or one each): red lines, alarms, precedents.
    """
    views = [
        _view(brief, f"p{number}-" if len(briefs) > 1 else "", outlook)
        for number, (brief, outlook) in enumerate(zip_longest(briefs, outlooks), 1)
    ]
    return (
        environment()
        .get_template("page.html.j2")
        .render(views=views, drawing=drawing, origin=origin_words, quote=quote_words)
    )


def _view(brief: Brief, prefix: str, outlook: Outlook | None) -> View:
    panel = panel_of(outlook) if outlook else None
    paragraphs = marked_paragraphs(brief)
    statuses = list(dict.fromkeys(span.status for spans in paragraphs for span in spans if span.passage))
    backs = backs_of(panel.sections) if panel else {}
    return View(prefix, brief, paragraphs, timeline(brief), statuses, panel, backs)
