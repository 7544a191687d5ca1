"""`dragoman precedents A B`: which past courses the course of two states is like, step by step, and how weakly."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import db_option, html_option, json_option, ledger_option, until_option
from dragoman.cli.output import answer


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
@ledger_option
@db_option
def precedents(
    a: str, b: str, until: str | None, as_json: bool, html: Path | None, most: int, ledger: Path | None, db: Path | None
) -> None:
    """Say which past courses the course of two states is like: what is the same, what differs, what came next there."""
    from dragoman.desk import Desk
    from dragoman.render.precedents import print_precedents, render

    with Desk.open(db, ledger=ledger) as desk:
        found = desk.precedents(a, b, until=until, most=most)
        answer(
            found, "precedents", text=lambda out: print_precedents(found, out), as_json=as_json,
            html=lambda: render(found), html_file=html, inputs=desk.on_file.files,
        )  # fmt: skip
