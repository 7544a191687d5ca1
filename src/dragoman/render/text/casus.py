"""A casus foederis for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.ledger.casus import Casus, Duty
from dragoman.ledger.obligations import Due
from dragoman.render.treaties import checked_words, force_words

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
        words = f"the attack breaks: {_signed(due)}, owed by {due.owed_by} to {due.owed_to}"
        console.print(Text(words))
    for clash in case.collisions:
        must, but = map(_owed, (clash.duty, clash.against))
        console.print(Text(f"collision: {clash.state} owes {must}, but {but} {clash.against.depends}".rstrip()))
    if later := checked_words(case.on, case.checked):
        console.print(Text(later))


def _table(duties: list[Duty]) -> Table:
    """Give a row to each clause and to whom it is owed, treaty by treaty, with all who owe it."""
    from rich.table import Table
    from rich.text import Text

    table = Table("who", "for", "what", "by which clause", "when, and on which condition", box=None, padding=(0, 1))
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for duty in duties:
        clause = duty.due.clause
        when = "; ".join(part for part in (duty.depends, clause.trigger, *clause.conditions) if part)
        key = (duty.due.owed_to, clause.obligation or "", _signed(duty.due), when)
        rows.setdefault(key, []).append(duty.due.owed_by)
    for cells, owing in sorted(rows.items(), key=lambda found: (found[0][2], found[0])):
        table.add_row(*(Text(cell) for cell in (" ".join(owing), *cells)))
    return table


def _signed(due: Due) -> str:
    article = f", art. {due.clause.article}" if due.clause.article else ""
    return f"{due.treaty.name} ({due.treaty.signed}{force_words(due.in_force)}){article}"


def _owed(duty: Duty) -> str:
    return f"{duty.due.clause.obligation} to {duty.due.owed_to} ({duty.due.treaty.name})"
