"""The brief as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.brief import timeline as drawing
from dragoman.brief.marks import Span, marked_paragraphs
from dragoman.brief.parts import Brief
from dragoman.brief.timeline import Timeline, timeline

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What HTML forbids, and the signs that turn the direction of writing for all that follows."""


class View(Struct, frozen=True):
    """A brief with its marked text and its time line; `prefix` keeps the anchors of several briefs apart."""

    prefix: str
    brief: Brief
    paragraphs: list[list[Span]]
    timeline: Timeline | None
    statuses: list[str]


def render(briefs: Sequence[Brief]) -> str:
    """Give the HTML of one or several briefs. Whatever the pages say is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dragoman.brief", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    views = [_view(brief, f"p{number}-" if len(briefs) > 1 else "") for number, brief in enumerate(briefs, 1)]
    return environment.get_template("page.html.j2").render(views=views, drawing=drawing)


def _view(brief: Brief, prefix: str) -> View:
    paragraphs = marked_paragraphs(brief)
    statuses = list(dict.fromkeys(span.status for spans in paragraphs for span in spans if span.passage))
    return View(prefix, brief, paragraphs, timeline(brief), statuses)


def _shown(value: object) -> object:
    """Replace what must not stand in HTML; leave everything else to the escaping."""
    from markupsafe import Markup

    if isinstance(value, str) and not isinstance(value, Markup):
        return CONTROLS.sub("\ufffd", value)
    return value
