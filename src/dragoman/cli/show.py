"""`dragoman show`: a claim with its passage and all that is known of where it came from."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import db_option, json_option
from dragoman.cli.output import console, print_json


@click.command()
@click.argument("claim", metavar="ID")
@json_option
@db_option
def show(claim: str, as_json: bool, db: Path | None) -> None:
    """Print a claim by its id (or the first six figures of it): what it says, its sentence, where it comes from."""
    from dragoman.desk import Desk
    from dragoman.render.claim import print_claim

    with Desk.open(db) as desk:
        found = desk.claim(claim)
    if as_json:
        print_json(found)
    else:
        print_claim(found, console())
