"""`dragoman add`: pages go into the desk's record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import date_option, db_option, reader_option
from dragoman.cli.output import say, tell_error
from dragoman.cli.pages import pages_argument, sources_of, tell_passed_over

if TYPE_CHECKING:
    from dragoman.desk import Desk
    from dragoman.desk.adding import Added
    from dragoman.model.reading import Readers


@click.command()
@pages_argument
@date_option
@db_option
@reader_option
@click.pass_context
def add(
    context: click.Context, pages: tuple[str, ...], published: str | None, db: Path | None, reader: Readers | None
) -> None:
    """Put pages (files, folders, - for standard input) into the record. The same page twice changes nothing.

    A page is told as added when it is safe on the disk. Below it stands what the record says of its claims.

    Exit status: 0 done, 1 some pages could not be read, 2 misuse, or none could.
    """
    from dragoman.desk import Desk

    new = 0
    with Desk.open(db, reader=reader) as desk:
        read = desk.pages(sources_of(pages), published=published, tell=tell_error)
        for added in desk.add_pages(read):
            new += added.new
            for line in _lines(added, desk):
                click.echo(line)
        if read.read > 1:
            say(f"{new} of {read.read} pages were new to {desk.on_file.path}")
    context.exit(tell_passed_over(read))


def _lines(added: Added, desk: Desk) -> Iterator[str]:
    """Say what was added, and which of its counts and dates agree with the record and which differ."""
    from dragoman.render.text.lines import one_line
    from dragoman.render.words.claims import check_words

    document, count = added.reading.document, len(added.reading.events)
    name = one_line(document.title or document.text, 60)
    yield f"{'added' if added.new else 'known'}  {document.id}  {count:>3} events  {name}"
    # What a page tells twice is said once.
    for words in dict.fromkeys(one_line(check_words(check, desk.vocabulary)) for check in added.checks):
        yield f"       {words}"
    if added.agreeing:
        yield f"       {added.agreeing} of {added.dated} dated events are told by other documents too"
