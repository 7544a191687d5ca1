"""`dragoman brief`: pages in, a brief out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import FILE, date_option
from dragoman.cli.output import console, print_json, tell_error, write_html
from dragoman.cli.pages import pages_argument, sources_of, tell_passed_over
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.desk import Desk
    from dragoman.model.reading import Reading


@click.command()
@pages_argument
@date_option
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON; a list for several pages.")
@click.option("--html", metavar="FILE", type=FILE, help="Write the brief as one HTML file.")
@click.option("--db", metavar="FILE", type=FILE, help="With --html: hold the page against this record too.")
def brief(pages: tuple[str, ...], published: str | None, as_json: bool, html: Path | None, db: Path | None) -> None:
    """Read pages (files, folders, - for standard input) and print the brief. Touches no database unless --db names one.

    The HTML shows the red lines that the page touches, the alarm of the states it is about, and precedents too.
    """
    from dragoman.desk import Desk
    from dragoman.files import check_output
    from dragoman.settings import load_settings

    if db and not html:
        raise UsageError("--db: only the HTML holds a page against the record; add --html FILE, or leave it out")
    with Desk(db, settings=load_settings()) as desk:
        read = desk.pages(sources_of(pages), published=published, tell=tell_error)
        if not as_json and not html:
            _print_text(read)
        else:
            if html:
                check_output(html, [*desk.on_file.files, *map(Path, pages)])
            found = list(read)
            if html and found:
                write_html(_page(found, desk), html, "brief", [*desk.on_file.files, *read.files])
            if as_json and found:
                print_json(found[0] if len(pages) == 1 and not Path(pages[0]).is_dir() else found)
    tell_passed_over(read)


def _print_text(readings: Iterable[Reading]) -> None:
    """Print each brief as soon as it is read: at the terminal's width, or plain and 100 wide when piped."""
    from dragoman.render.arrange import arrange
    from dragoman.render.text import print_brief

    out = console()
    for number, reading in enumerate(readings):
        if number:
            out.print("\n" + "─" * out.width + "\n")
        print_brief(arrange(reading), out)


def _page(readings: list[Reading], desk: Desk) -> str:
    from dragoman.render.arrange import arrange
    from dragoman.render.html import render

    return render([arrange(reading) for reading in readings], [desk.outlook(reading) for reading in readings])
