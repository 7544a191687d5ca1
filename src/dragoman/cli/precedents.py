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
@click.option("--weak", is_flag=True, help="Show weak likenesses too; without it, only how many there are.")
@ledger_option
@db_option
def precedents(
    a: str,
    b: str,
    until: str | None,
    as_json: bool,
    html: Path | None,
    most: int,
    weak: bool,
    ledger: Path | None,
    db: Path | None,
) -> None:
    """Say which past courses the course of two states is like: what is the same, what differs, what came next there."""
    from dragoman.desk import Desk
    from dragoman.render.pages.precedents import precedents_sheet

    with Desk.open(db, ledger=ledger) as desk:
        found = desk.precedents(a, b, until=until, most=most)
        answer(
            found, lambda: precedents_sheet(found, desk.vocabulary, weak=weak), as_json=as_json, html_file=html,
            inputs=desk.on_file.files,
        )  # fmt: skip
