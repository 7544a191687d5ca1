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
    from dragoman.render.relations import print_sheet, render, sheet

    with Desk.open(db, ledger=ledger) as desk:
        found = desk.relations(a, b, until=until)

        def page() -> str:
            widened, outlook = desk.relations_outlook(found)
            return render(sheet(widened, outlook.standings if outlook else ()), outlook)

        answer(
            found, "relations", text=lambda out: print_sheet(sheet(found), out), as_json=as_json, html=page,
            html_file=html, inputs=desk.on_file.files,
        )  # fmt: skip
