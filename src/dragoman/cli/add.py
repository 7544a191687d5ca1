"""`dragoman add`: pages go into the desk's record."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.desk import db_option, open_record, plain
from dragoman.errors import PageError
from dragoman.model.reading import Reading


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--date", "published", metavar="D", help="The pages' date, over their own: 2024-06-19, 2024-06 or 2024.")
@db_option
def add(pages: tuple[str, ...], published: str | None, db: Path | None) -> None:
    """Put pages (files, folders, - for standard input) into the record. The same page twice changes nothing.

    A page is told as added when it is safe on the disk.
    """
    from dragoman.cli.brief import Run, check_date

    check_date(published)
    run = Run(published)
    added = 0
    with open_record(db, create=True) as record:
        for reading in run.read_all(pages):
            try:
                new = record.add(reading)
            except PageError as error:
                click.echo(f"dragoman: {error}", err=True)
                run.read, run.bad = run.read - 1, run.bad + 1
                continue
            added += new
            click.echo(_line(reading, new))
    if run.read > 1:
        click.echo(f"{added} of {run.read} pages were new to {record.path}", err=True)
    run.close()


def _line(reading: Reading, new: bool) -> str:
    document = reading.document
    name = plain(document.title or document.text, 60)
    return f"{'added' if new else 'known'}  {document.id}  {len(reading.events):>3} events  {name}"
