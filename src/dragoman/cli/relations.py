"""`dragoman relations A B`: the level over time, visits and meetings, treaties, the run of cooperation and conflict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.desk import db_option, open_record, record_if_there, red_lines
from dragoman.cli.events import code_of
from dragoman.cli.output import console, print_json, write_page
from dragoman.cli.treaties import LEDGER
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.relations import Relations

@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--until", metavar="D", help="Only what had begun by D: 2024-06-19, 2024-06 or 2024.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
@click.option(
    "--html",
    "html_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write it as one HTML file with charts.",
)
@LEDGER
@db_option
def relations(
    a: str, b: str, until: str | None, as_json: bool, html_file: Path | None, ledger: Path | None, db: Path | None
) -> None:
    """Say how two states stand: level over time, visits and meetings, treaties, cooperation and conflict by month."""
    check_until(until)
    found = ask(code_of(a, "A"), code_of(b, "B"), until, ledger, db)
    if html_file:
        _write_html(found, html_file, ledger, db)
    if as_json:
        print_json(found)
    elif not html_file:
        _print_text(found)
    for note in found.notes if as_json or html_file else ():
        click.echo(f"dragoman: {note}", err=True)


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


def ask(a: str, b: str, until: str | None, ledger: Path | None, db: Path | None) -> Relations:
    """Give the relations of two states; where there is no record, the ledger answers alone and a note says so."""
    from dragoman.ledger.book import open_ledger
    from dragoman.relations import derive, gather
    from dragoman.relations.sides import Sides
    from dragoman.settings import load_settings

    Sides(a, b)
    path = db if db is not None else Path(load_settings()["db"])
    book = open_ledger(ledger)
    if not path.exists():
        note = f"there is no record at {path}: the ledger answers alone; `dragoman add` makes one, --db names another"
        return derive(a, b, ledger=book, until=until, notes=(note,))
    with open_record(path) as record:
        events, levels = gather(record, a, b)
    return derive(a, b, ledger=book, events=events, levels=levels, until=until)


def _print_text(found: Relations) -> None:
    from dragoman.brief.relations import print_sheet, sheet

    print_sheet(sheet(found), console())


def _write_html(found: Relations, path: Path, ledger: Path | None, db: Path | None) -> None:
    from dragoman.brief.relations import render, sheet
    from dragoman.ledger.book import open_ledger
    from dragoman.outlook import Desk, of_dyad

    with record_if_there(db) as record:
        found, outlook = of_dyad(found, Desk(red_lines(), open_ledger(ledger), record))
    page = render(sheet(found, outlook.standings if outlook else ()), outlook)
    write_page(page, path, "relations")
