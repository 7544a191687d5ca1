"""`dragoman relations A B`: the level over time, visits and meetings, treaties, the run of cooperation and conflict."""

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
@ledger_option
@db_option
def relations(
    a: str, b: str, until: str | None, as_json: bool, html: Path | None, ledger: Path | None, db: Path | None
) -> None:
    """Say how two states stand: level over time, visits and meetings, treaties, cooperation and conflict by month."""
    from dragoman.desk import Desk
    from dragoman.render.pages.relations import relations_sheet
    from dragoman.render.sheet import Sheet

    with Desk.open(db, ledger=ledger) as desk:
        found = desk.relations(a, b, until=until)

        def page() -> Sheet:
            widened, outlook = desk.relations_outlook(found)
            return relations_sheet(widened, desk.vocabulary, outlook)

        answer(
            found, lambda: relations_sheet(found, desk.vocabulary), page=page, as_json=as_json, html_file=html,
            inputs=desk.on_file.files,
        )  # fmt: skip
