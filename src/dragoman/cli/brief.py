"""`dragoman brief`: pages in, a brief out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from dragoman.cli.output import console, print_json, write_page
from dragoman.errors import DragomanError, InputError, PageError, UsageError
from dragoman.model.reading import Reading
from dragoman.vocab import shipped

STANDARD_INPUT = "-"


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--date", "published", metavar="D", help="The page's date, over its own: 2024-06-19, 2024-06 or 2024.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON; a list for several pages.")
@click.option(
    "--html", "html_file", metavar="FILE", type=click.Path(path_type=Path), help="Write the brief as one HTML file."
)
@click.option(
    "--db", metavar="FILE", type=click.Path(path_type=Path), help="With --html: hold the page against this record too."
)
def brief(
    pages: tuple[str, ...], published: str | None, as_json: bool, html_file: Path | None, db: Path | None
) -> None:  # fmt: skip
    """Read pages (files, folders, - for standard input) and print the brief. Touches no database unless --db names one.

    The HTML shows the red lines that the page touches, the alarm of the states it is about, and precedents too.
    """
    check_date(published)
    if db and not html_file:
        raise UsageError("--db: only the HTML holds a page against the record; add --html FILE, or leave it out")
    run = Run(published)
    readings = run.read_all(pages)
    if as_json or html_file:
        found = list(readings)
        single = len(pages) == 1 and not Path(pages[0]).is_dir()
        if html_file and found:
            _write_html(found, html_file, db)
        if as_json and found:
            print_json(found[0] if single else found)
    else:
        _print_text(readings)
    run.close()


def check_date(published: str | None) -> None:
    """Raise UsageError unless `published` is None or an EDTF day, month or year."""
    from dragoman.model.when import EdtfError, precision

    if published is None:
        return
    try:
        fine = precision(published)
    except EdtfError as error:
        raise UsageError(f"--date: {error}") from error
    if fine not in ("day", "month", "year"):
        raise UsageError(f"--date: {published!r} is no day, month or year; write 2024-06-19, 2024-06 or 2024")


class Run:
    """One call of the command: which pages were read, which were not; tells what is bad on standard error."""

    def __init__(self, published: str | None) -> None:
        """Start with the date that overrules the pages' own, if one was given."""
        self.published = published
        self.read = 0
        self.bad = 0
        self.other = 0

    def read_all(self, pages: Sequence[str]) -> Iterator[Reading]:
        """Yield the reading of every page that can be read; a bad one is told, counted and passed over."""
        from dragoman import pipeline

        for name, raw in self._raw_pages(pages):
            try:
                document, notices = pipeline.read(raw, name=name, published=self.published)
                reading = pipeline.brief(document, notices)
            except (PageError, InputError) as error:
                self._tell(error)
                continue
            self.read += 1
            yield reading

    def close(self) -> None:
        """Tell what was passed over; exit with status 2 when nothing could be read."""
        if self.other:
            click.echo(f"dragoman: files in folders that are no pages, left alone: {self.other}", err=True)
        if self.bad and self.read:
            click.echo(f"dragoman: {self.bad} of {self.bad + self.read} pages could not be read", err=True)
        if not self.read:
            raise PageError("no page could be read; give text or HTML files, a folder of them, or - for standard input")

    def _raw_pages(self, pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        from dragoman.intake.decode import check_size
        from dragoman.intake.page import read_bytes
        from dragoman.settings import load_settings

        limit = load_settings()["max_page_mb"] * 1_000_000
        for path in self._paths(pages):
            try:
                if path is None:
                    raw = sys.stdin.buffer.read(limit + 1)
                    check_size(len(raw), name="standard input", max_bytes=limit)
                    yield "standard input", raw
                else:
                    yield str(path), read_bytes(path, max_bytes=limit)
            except PageError as error:
                self._tell(error)

    def _paths(self, pages: Sequence[str]) -> Iterator[Path | None]:
        """Yield the pages' paths, None for standard input; folders are walked."""
        from dragoman.intake import find_pages

        for page in pages:
            if page == STANDARD_INPUT:
                yield None
                continue
            try:
                yield from find_pages([Path(page)], other=self._note_other)
            except PageError as error:
                self._tell(error)
            except OSError as error:
                self._tell(
                    PageError(f"{error.filename}: cannot be read ({error.strerror}); check the path and its rights")
                )

    def _note_other(self, path: Path) -> None:
        self.other += 1

    def _tell(self, error: DragomanError) -> None:
        self.bad += 1
        click.echo(f"dragoman: {error}", err=True)


def _print_text(readings: Iterator[Reading]) -> None:
    """Print each brief as soon as it is read: at the terminal's width, or plain and 100 wide when piped."""
    from dragoman.render.arrange import arrange
    from dragoman.render.text import print_brief

    out = console()
    for number, reading in enumerate(readings):
        if number:
            out.print("\n" + "─" * out.width + "\n")
        print_brief(arrange(reading), out)


def _write_html(readings: list[Reading], path: Path, db: Path | None) -> None:
    from dragoman.cli.desk import open_record, red_lines
    from dragoman.desk.outlook import Desk, of_page
    from dragoman.ledger.book import shipped_ledger
    from dragoman.render.arrange import arrange
    from dragoman.render.html import render

    with open_record(db) if db else nullcontext() as record:
        desk = Desk(red_lines()[0], shipped_ledger(shipped()), record)
        outlooks = [of_page(reading, desk) for reading in readings]
    page = render([arrange(reading) for reading in readings], outlooks)
    write_page(page, path, "brief")
