"""A casus foederis for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.ledger.casus import Casus, Duty

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_casus(case: Casus, console: Console) -> None:
    """Print the duties by remove, then what the attack breaks, then the collisions."""
    from rich.text import Text

    console.print(Text.assemble((f"{case.attacker} attacks {case.attacked}", "bold"), f", {case.on}"))
    for depth in range(1, case.depth + 1):
        duties = [duty for duty in case.duties if duty.depth == depth]
        console.print(Text("\n" + ("directly" if depth == 1 else f"at remove {depth}"), "bold"))
        console.print(_table(duties) if duties else "nobody")
    for due in case.breaches:
        words = f"the attack breaks: {due.treaty.name} ({due.treaty.signed}), art. {due.clause.article or '–'}"
        console.print(Text(words))
    for clash in case.collisions:
        must, but = map(_owed, (clash.duty, clash.against))
        console.print(Text(f"collision: {clash.state} owes {must}, but {but} {clash.against.depends}".rstrip()))


def _table(duties: list[Duty]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table("who", "for", "what", "by which clause", "when, and on which condition", box=None, padding=(0, 1))
    for duty in duties:
        clause, treaty = duty.due.clause, duty.due.treaty
        article = f", art. {clause.article}" if clause.article else ""
        when = "; ".join(part for part in (duty.depends, clause.trigger, *clause.conditions) if part)
        signed = f"{treaty.name} ({treaty.signed}{'' if duty.due.in_force else ', not yet in force'}){article}"
        cells = (duty.due.owed_by, duty.due.owed_to, clause.obligation or "", signed, when)
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _owed(duty: Duty) -> str:
    return f"{duty.due.clause.obligation} to {duty.due.owed_to} ({duty.due.treaty.name})"
