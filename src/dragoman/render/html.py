"""Sheets as one HTML page: no script, no font or picture from elsewhere; whatever pages and tables say is escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.render.charts.svg import number
from dragoman.render.markdown import shown_numbers
from dragoman.render.sheet import Sheet
from dragoman.watch.words import counted

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("page.css", "charts.css", "alarm.css", "precedents.css")
"""The style sheets of every page, in their order."""

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What HTML forbids, and the signs that turn the direction of writing for all that follows."""


def html_page(sheets: Sequence[Sheet], linked: str | None = None) -> str:
    """Give the HTML of a sheet, or of several briefs in one page.

    The styles stand in the page, so that it is whole as a file; a server gives with `linked` the address of the folder
    at which it serves `style_sheets()`, and sends the policy of the page itself.
    """
    prefixes = [f"p{at}-" if len(sheets) > 1 else "" for at in range(1, len(sheets) + 1)]
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            sheets=list(zip(prefixes, sheets, strict=True)),
            window=_window(sheets),
            styles=style_sheets(),
            linked=linked,
        )
    )


def mail_page(sheets: Sequence[Sheet]) -> str:
    """Give sheets as the HTML body of a mail: styles in the tags, no figure, no link, nothing that is fetched."""
    found = environment().get_template("mail.html.j2")
    return found.render(sheets=sheets, window=_window(sheets), shown_numbers=shown_numbers)


def _window(sheets: Sequence[Sheet]) -> str:
    return f"{len(sheets)} briefs" if len(sheets) > 1 else sheets[0].window or sheets[0].title


@cache
def style_sheets() -> dict[str, str]:
    """Give the style sheets of every page by the names of their files."""
    return {name: (files("dragoman.render") / "assets" / name).read_text(encoding="utf-8") for name in STYLES}


@cache
def environment() -> Environment:
    """Give the environment that all pages are written in: everything is escaped, nothing undefined is passed over."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("dragoman.render"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["measure"] = lambda value: value if isinstance(value, str) else number(value)
    found.filters["counted"] = counted
    return found


def shown(value: object) -> object:
    """Replace what must not stand in HTML; leave everything else to the escaping."""
    from markupsafe import Markup

    if isinstance(value, str) and not isinstance(value, Markup):
        return CONTROLS.sub("\ufffd", value)
    return value
