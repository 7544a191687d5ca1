"""`dragoman withdraw`: take a claim or a judgement back, and say who, when and why."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import db_option


@click.command()
@click.argument("item", metavar="ID")
@click.option("--by", required=True, metavar="WHO", help="Who withdraws it.")
@click.option("--why", required=True, metavar="TEXT", help="Why.")
@click.option("--on", metavar="DAY", help="The day, as 2024-06-19; today if left out.")
@db_option
def withdraw(item: str, by: str, why: str, on: str | None, db: Path | None) -> None:
    """Withdraw a claim, a judgement that joins two, or an earlier withdrawal. Nothing is erased."""
    from dragoman.desk import Desk

    with Desk.open(db) as desk:
        done = desk.withdraw(item, by=by, why=why, on=on)
    click.echo(f"{item} is withdrawn" if done else f"{item} was withdrawn already; nothing changed")
