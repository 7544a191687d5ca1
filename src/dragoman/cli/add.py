"""`dragoman add`: pages go into the desk's record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.desk import db_option, open_record, plain
from dragoman.errors import PageError
from dragoman.model.reading import Reading

if TYPE_CHECKING:
    from dragoman.record import Record


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--date", "published", metavar="D", help="The pages' date, over their own: 2024-06-19, 2024-06 or 2024.")
@db_option
def add(pages: tuple[str, ...], published: str | None, db: Path | None) -> None:
    """Put pages (files, folders, - for standard input) into the record. The same page twice changes nothing.

    A page is told as added when it is safe on the disk. Below it stands what the record says of its claims.
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
            for line in _checked(record, reading) if new else ():
                click.echo(f"       {line}")
    if run.read > 1:
        click.echo(f"{added} of {run.read} pages were new to {record.path}", err=True)
    run.close()


def _line(reading: Reading, new: bool) -> str:
    document = reading.document
    name = plain(document.title or document.text, 60)
    return f"{'added' if new else 'known'}  {document.id}  {len(reading.events):>3} events  {name}"


def _checked(record: Record, reading: Reading) -> Iterator[str]:
    """Say which counts and dates of a page agree with the record and which differ; what is new is not told."""
    from dragoman.relations.checks import dated_events, earlier_events_of, event_checks, ordinal_checks
    from dragoman.render.wording import check_words

    known = earlier_events_of(record, reading)
    counts, events = ordinal_checks(reading, known, record.vocabulary), event_checks(reading, known)
    told = [c for c in counts if c.verdict != "new"] + [c for c in events if c.verdict == "differs"]
    # What a page tells twice is said once.
    yield from dict.fromkeys(plain(check_words(check)) for check in told)
    agreeing = sum(1 for check in events if check.verdict == "agrees")
    if agreeing:
        yield f"{agreeing} of {len(dated_events(reading))} dated events are told by other documents too"
