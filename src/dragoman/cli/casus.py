"""`dragoman casus --attack A:B --on D`: who is obliged to do what for whom when A attacks B."""

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.treaties import LEDGER, force_words, iso_day, print_checked, state
from dragoman.errors import DragomanError, UsageError
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from dragoman.ledger.book import Ledger
    from dragoman.ledger.casus import Casus


@click.command()
@click.option("--attack", required=True, metavar="A:B", help="Attacker and attacked, as PRK:KOR.")
@click.option("--on", required=True, callback=iso_day, help="The day, as 1953-12-01.")
@click.option("--at", metavar="CODE", help="Where the attack falls, as FLK; without it, the attacked state itself.")
@click.option(
    "--depth", default=2, show_default=True, type=click.IntRange(1, 6), help="How far to follow allies of allies."
)
@click.option("--json", "as_json", is_flag=True, help="Print duties, collisions and graph as JSON.")
@click.option("--dot", "as_dot", is_flag=True, help="Print the graph in DOT, for Graphviz.")
@LEDGER
def casus(attack: str, on: str, at: str | None, depth: int, as_json: bool, as_dot: bool, ledger: Path | None) -> None:
    """Say who is obliged to do what if A attacks B, by which clause, on which condition, and whose duties collide."""
    from dragoman.ledger.book import open_ledger
    from dragoman.ledger.casus import casus as work_out
    from dragoman.ledger.graph import dot

    try:
        attacker, attacked = pair(attack)
        book = open_ledger(ledger, shipped())
        case = work_out(attacker, attacked, on, at=place(at, book), depth=depth, ledger=book)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_dot:
        click.echo(dot(case), nl=False)
    elif as_json:
        click.echo(json.dumps(cell(case), ensure_ascii=False, indent=1))
    else:
        print_case(case)
        print_checked(on, book.checked)


def pair(attack: str) -> tuple[str, str]:
    """Read "A:B"; raises UsageError if these are not two states."""
    attacker, colon, attacked = attack.partition(":")
    if not colon or attacker.upper() == attacked.upper():
        raise UsageError(f"--attack {attack!r}: not two states. Write attacker and attacked, as PRK:KOR.")
    return state(attacker), state(attacked)


def place(code: str | None, ledger: "Ledger") -> str | None:
    """Check that a code can say where an attack falls; raises UsageError if not."""
    from dragoman.ledger.casus import places

    if code and code.upper() not in places(ledger):
        raise UsageError(f"no place {code!r}. Write the code of a state or a territory, such as FLK, or USA-HI.")
    return code and code.upper()


def cell(case: "Casus") -> dict[str, Any]:
    """Give the answer as a JSON object: duties, breaches, collisions, graph."""
    from dragoman.ledger.between import clause_cell
    from dragoman.ledger.graph import edge_cell, graph

    return {
        "attacker": case.attacker,
        "attacked": case.attacked,
        "on": case.on,
        "at": case.at,
        "depth": case.depth,
        "duties": [edge_cell(duty) for duty in case.duties],
        "breaches": [{"treaty": due.treaty.id, "name": due.treaty.name, **clause_cell(due)} for due in case.breaches],
        "collisions": [
            {"state": clash.state, "must": edge_cell(clash.duty), "but": edge_cell(clash.against)}
            for clash in case.collisions
        ],
        "graph": graph(case),
    }


def print_case(case: "Casus") -> None:
    """Print the duties by remove, then what the attack breaks, then the collisions."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(f"[bold]{case.attacker} attacks {case.attacked}[/bold], {case.on}")
    for depth in range(1, case.depth + 1):
        table = Table("who", "for", "what", "by which clause", "when, and on which condition", box=None, padding=(0, 1))
        rows: defaultdict[tuple[str, str, str, str], list[str]] = defaultdict(list)
        for duty in case.duties:
            if duty.depth == depth:
                clause, treaty = duty.due.clause, duty.due.treaty
                article = f", art. {clause.article}" if clause.article else ""
                when = "; ".join(part for part in (duty.depends, clause.trigger, *clause.conditions) if part)
                signed = f"{treaty.name} ({treaty.signed}{force_words(duty.due.in_force)}){article}"
                rows[signed, duty.due.owed_to, clause.obligation or "", when].append(duty.due.owed_by)
        for (signed, owed_to, obligation, when), owing in sorted(rows.items()):
            table.add_row(" ".join(owing), owed_to, obligation, signed, when)
        console.print("\n" + ("directly" if depth == 1 else f"at remove {depth}"), style="bold")
        console.print(table if table.row_count else "nobody")
    for due in case.breaches:
        console.print(
            f"the attack breaks: {due.treaty.name} ({due.treaty.signed}{force_words(due.in_force)}), "
            f"art. {due.clause.article or '–'}, owed by {due.owed_by} to {due.owed_to}",
            highlight=False,
        )
    for clash in case.collisions:
        must, but = (
            f"{d.due.clause.obligation} to {d.due.owed_to} ({d.due.treaty.name})" for d in (clash.duty, clash.against)
        )
        console.print(
            f"collision: {clash.state} owes {must}, but {but} {clash.against.depends}".rstrip(), highlight=False
        )
