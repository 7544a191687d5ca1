"""`dragoman precedents A B`: which past courses the course of two states is like, step by step, and how weakly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.desk import db_option, record_if_there
from dragoman.cli.events import code_of
from dragoman.cli.output import console, html_option, json_option, print_json, tell_notes, write_page
from dragoman.cli.relations import ask, check_until, until_option
from dragoman.cli.treaties import LEDGER
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from dragoman.precedents import Precedents


@click.command()
@click.argument("a")
@click.argument("b")
@until_option
@json_option
@html_option
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
    if as_json or html_file:
        tell_notes(found.notes)


def likest_of(a: str, b: str, until: str | None, most: int, ledger: Path | None, db: Path | None) -> Precedents:
    """Give the precedents of two states among the named courses and those of all dyads on file."""
    from dragoman.ledger.book import open_ledger
    from dragoman.precedents import gather_all, named_courses, other_courses
    from dragoman.precedents import precedents as find

    book = open_ledger(ledger, shipped())
    found = ask(a, b, until, book, db)
    with record_if_there(db) as record:
        events, levels = gather_all(record.snapshot() if record else None, book)
    others = other_courses(book, events=events, levels=levels, until=until)
    return find(found, [*named_courses(book.vocabulary), *others], most=most, ledger=book)


def _print_text(found: Precedents) -> None:
    from dragoman.render.precedents import print_precedents

    print_precedents(found, console())


def _write_html(found: Precedents, path: Path) -> None:
    from dragoman.render.precedents import render

    page = render(found)
    write_page(page, path, "precedents")
