"""`dragoman casus --attack A:B --on D`: who is obliged to do what for whom when A attacks B."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import ledger_option
from dragoman.cli.output import console, print_json
from dragoman.errors import UsageError


@click.command()
@click.option("--attack", required=True, metavar="A:B", help="Attacker and attacked, as PRK:KOR.")
@click.option("--on", required=True, metavar="DAY", help="The day, as 1953-12-01.")
@click.option("--at", metavar="CODE", help="Where the attack falls, as FLK; without it, the attacked state itself.")
@click.option(
    "--depth", default=2, show_default=True, type=click.IntRange(1, 6), help="How far to follow allies of allies."
)
@click.option("--json", "as_json", is_flag=True, help="Print duties, collisions and graph as JSON.")
@click.option("--dot", "as_dot", is_flag=True, help="Print the graph in DOT, for Graphviz.")
@click.option("--all", "every", is_flag=True, help="Print the duties of allies of allies too.")
@ledger_option
def casus(
    attack: str, on: str, at: str | None, depth: int, as_json: bool, as_dot: bool, every: bool, ledger: Path | None
) -> None:
    """Say who is obliged to do what if A attacks B, by which clause, on which condition, and whose duties collide."""
    from dragoman.desk import Desk
    from dragoman.desk.treaties import casus_object
    from dragoman.ledger.graph import dot
    from dragoman.render.pages.casus import casus_sheet
    from dragoman.render.text import print_sheet

    attacker, colon, attacked = attack.partition(":")
    if not colon:
        raise UsageError(f"--attack: {attack!r} are not two states; write attacker and attacked, as PRK:KOR")
    desk = Desk(ledger=ledger)
    case = desk.casus(attacker, attacked, on=on, at=at, depth=depth)
    if as_dot:
        click.echo(dot(case), nl=False)
    elif as_json:
        print_json(casus_object(case), indent=1)
    else:
        print_sheet(casus_sheet(case, desk.vocabulary, every=every), console(80))
