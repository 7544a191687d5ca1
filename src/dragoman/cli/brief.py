"""`dragoman brief`: pages in, a brief out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.options import FILE, date_option, mail_option, markdown_option, reader_option
from dragoman.cli.output import Form, console, print_as, print_json, tell_error, write_html
from dragoman.cli.pages import pages_argument, sources_of, tell_passed_over
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.desk import Desk
    from dragoman.desk.outlook import Outlook
    from dragoman.desk.pages import PageReadings
    from dragoman.model.reading import Readers, Reading
    from dragoman.render.sheet import Sheet


@click.command()
@pages_argument
@date_option
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the reading and what the brief says as JSON; several as a list.",
)
@markdown_option
@mail_option
@click.option("--html", metavar="FILE", type=FILE, help="Write the brief as one HTML file.")
@click.option("--db", metavar="FILE", type=FILE, help="With --html: hold the page against this record too.")
@reader_option
@click.pass_context
def brief(
    context: click.Context, pages: tuple[str, ...], published: str | None, as_json: bool, form: Form | None,
    html: Path | None, db: Path | None, reader: Readers | None,
) -> None:  # fmt: skip
    """Read pages (files, folders, - for standard input) and print the brief. Touches no database unless --db names one.

    The HTML shows the red lines that the page touches, the alarm of the states it is about, and precedents too.

    Exit status: 0 done, 1 some pages could not be read, 2 misuse, or none could.
    """
    from dragoman.desk import Desk
    from dragoman.files import check_output
    from dragoman.settings import load_settings

    if db and not html:
        raise UsageError("--db: only the HTML holds a page against the record; add --html FILE, or leave it out")
    if as_json and form:
        raise UsageError(f"--json and --{form} both go to standard output; give one of them")
    settings = load_settings()
    with Desk(db, settings=replace(settings, reader=reader or settings.reader)) as desk:
        read = desk.pages(sources_of(pages), published=published, tell=tell_error)
        if not as_json and not html and not form:
            _print_text(read, desk)
        else:
            if html:
                check_output(html, [*desk.on_file.files, *map(Path, pages)])
            found = list(read)
            if html and found:
                write_html(_page(found, read, desk), html, "brief", [*desk.on_file.files, *read.files])
            if form and found:
                print_as(form, _sheets(found, read, desk))
            if as_json and found:
                several = [_object(reading, desk) for reading in found]
                print_json(several[0] if len(pages) == 1 and not Path(pages[0]).is_dir() else several)
    context.exit(tell_passed_over(read))


def _sheets(found: list[Reading], readings: PageReadings, desk: Desk) -> list[Sheet]:
    """Give the brief of each page; one that cannot be described is told and passed over."""
    shown = []
    for reading in found:
        with readings.passing_over(reading):
            shown.append(_sheet(reading, desk))
    return shown


def _sheet(reading: Reading, desk: Desk, outlook: Outlook | None = None) -> Sheet:
    from dragoman.render.pages.brief import brief_sheet

    return brief_sheet(reading, desk.vocabulary, outlook, desk.selection(reading), desk.known(reading))


def _object(reading: Reading, desk: Desk) -> dict[str, Any]:
    """Give a reading as plain data, and as `brief` all that its page says."""
    from msgspec import to_builtins

    from dragoman.render.pages.brief import brief_object

    return {**to_builtins(reading), "brief": brief_object(_sheet(reading, desk))}


def _print_text(readings: PageReadings, desk: Desk) -> None:
    """Print each brief as soon as it is read: at the terminal's width, or plain and 100 wide when piped."""
    from dragoman.render.text import print_sheet

    out = console()
    for number, reading in enumerate(readings):
        if number:
            out.print("\n" + "─" * out.width + "\n")
        with readings.passing_over(reading):
            print_sheet(_sheet(reading, desk), out)


def _page(found: list[Reading], readings: PageReadings, desk: Desk) -> str:
    from dragoman.render.html import html_page

    shown = []
    for reading in found:
        with readings.passing_over(reading):
            shown.append(_sheet(reading, desk, desk.outlook(reading)))
    return html_page(shown)
