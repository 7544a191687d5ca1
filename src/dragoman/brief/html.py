"""The brief as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dragoman.brief import timeline as drawing
from dragoman.brief.marks import Span, marked_paragraphs
from dragoman.brief.parts import Brief
from dragoman.brief.templates import CONTROLS as CONTROLS
from dragoman.brief.templates import environment
from dragoman.brief.timeline import Timeline, timeline


class View(Struct, frozen=True):
    """A brief with its marked text and its time line; `prefix` keeps the anchors of several briefs apart."""

    prefix: str
    brief: Brief
    paragraphs: list[list[Span]]
    timeline: Timeline | None
    statuses: list[str]


def render(briefs: Sequence[Brief]) -> str:
    """Give the HTML of one or several briefs. Whatever the pages say is escaped."""
    views = [_view(brief, f"p{number}-" if len(briefs) > 1 else "") for number, brief in enumerate(briefs, 1)]
    return environment().get_template("page.html.j2").render(views=views, drawing=drawing)


def _view(brief: Brief, prefix: str) -> View:
    paragraphs = marked_paragraphs(brief)
    statuses = list(dict.fromkeys(span.status for spans in paragraphs for span in spans if span.passage))
    return View(prefix, brief, paragraphs, timeline(brief), statuses)
