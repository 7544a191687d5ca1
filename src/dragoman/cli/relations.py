"""`dragoman relations A B`: the level over time, visits and meetings, treaties, the run of cooperation and conflict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.desk import db_option, db_path, record_if_there, red_lines
from dragoman.cli.events import code_of
from dragoman.cli.output import console, html_option, json_option, print_json, tell_notes, write_page
from dragoman.cli.treaties import LEDGER
from dragoman.errors import UsageError
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from dragoman.ledger.book import Ledger
    from dragoman.relations import Relations

until_option = click.option("--until", metavar="D", help="Only what had begun by D: 2024-06-19, 2024-06 or 2024.")


@click.command()
@click.argument("a")
@click.argument("b")
@until_option
@json_option
@html_option
@LEDGER
@db_option
def relations(
    a: str, b: str, until: str | None, as_json: bool, html_file: Path | None, ledger: Path | None, db: Path | None
) -> None:
    """Say how two states stand: level over time, visits and meetings, treaties, cooperation and conflict by month."""
    from dragoman.ledger.book import open_ledger

    check_until(until)
    one, other, book = code_of(a, "A"), code_of(b, "B"), open_ledger(ledger, shipped())
    found = ask(one, other, until, book, db)
    if html_file:
        _write_html(found, html_file, book, db)
    if as_json:
        print_json(found)
    elif not html_file:
        _print_text(found)
    if as_json or html_file:
        tell_notes(found.notes)


def check_until(until: str | None) -> None:
    """Raise UsageError unless `until` is None or an EDTF time that ends."""
    from dragoman.model.when import EdtfError, precision

    if until is None:
        return
    try:
        if precision(until) == "open":
            raise UsageError(f"--until: {until!r} does not end; write 2024-06-19, 2024-06 or 2024")
    except EdtfError as error:
        raise UsageError(f"--until: {error}") from error


def ask(a: str, b: str, until: str | None, book: Ledger, db: Path | None) -> Relations:
    """Give the relations of two states; where there is no record, the ledger answers alone and a note says so."""
    from dragoman.relations import derive, gather
    from dragoman.relations.sides import Sides

    sides = Sides(a, b, book.vocabulary)
    with record_if_there(db) as record:
        if record:
            events, levels = gather(record.snapshot(), sides)
            return derive(a, b, ledger=book, events=events, levels=levels, until=until)
    note = (
        f"there is no record at {db_path(db)}: the ledger answers alone; `dragoman add` makes one, --db names another"
    )
    return derive(a, b, ledger=book, until=until, notes=(note,))


def _print_text(found: Relations) -> None:
    from dragoman.render.relations import print_sheet, sheet

    print_sheet(sheet(found), console())


def _write_html(found: Relations, path: Path, book: Ledger, db: Path | None) -> None:
    from dragoman.desk.outlook import Desk, of_dyad
    from dragoman.render.relations import render, sheet

    with record_if_there(db) as record:
        found, outlook = of_dyad(found, Desk(red_lines()[0], book, record))
    page = render(sheet(found, outlook.standings if outlook else ()), outlook)
    write_page(page, path, "relations")
