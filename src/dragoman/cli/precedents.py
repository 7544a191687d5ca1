"""`dragoman precedents A B`: which past courses the course of two states is like, step by step, and how weakly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.desk import db_option, open_record
from dragoman.cli.events import code_of
from dragoman.cli.output import console, print_json, write_page
from dragoman.cli.relations import ask, check_until
from dragoman.cli.treaties import LEDGER

if TYPE_CHECKING:
    from dragoman.precedents import Precedents


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
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="Most precedents of each sort.",
)
@LEDGER
@db_option
def precedents(
    a: str,
    b: str,
    until: str | None,
    as_json: bool,
    html_file: Path | None,
    most: int,
    ledger: Path | None,
    db: Path | None,
) -> None:
    """Say which past courses the course of two states is like: what is the same, what differs, what came next there."""
    check_until(until)
    found = likest_of(code_of(a, "A"), code_of(b, "B"), until, most, ledger, db)
    if html_file:
        _write_html(found, html_file)
    if as_json:
        print_json(found)
    elif not html_file:
        _print_text(found)
    for note in found.notes if as_json or html_file else ():
        click.echo(f"dragoman: {note}", err=True)


def likest_of(a: str, b: str, until: str | None, most: int, ledger: Path | None, db: Path | None) -> Precedents:
    """Give the precedents of two states among the named courses and those of all dyads on file."""
    from dragoman.ledger.book import open_ledger
    from dragoman.precedents import gather_all, named_courses, other_courses
    from dragoman.precedents import precedents as find
    from dragoman.settings import load_settings

    found = ask(a, b, until, ledger, db)
    book = open_ledger(ledger)
    path = db if db is not None else Path(load_settings()["db"])
    if path.exists():
        with open_record(path) as record:
            events, levels = gather_all(record, book)
        others = other_courses(book, events=events, levels=levels, until=until)
    else:
        others = other_courses(book, until=until)
    return find(found, [*named_courses(), *others], most=most, ledger=book)


def _print_text(found: Precedents) -> None:
    from dragoman.brief.precedents import print_precedents

    print_precedents(found, console())


def _write_html(found: Precedents, path: Path) -> None:
    from dragoman.brief.precedents import render

    page = render(found)
    write_page(page, path, "precedents")
