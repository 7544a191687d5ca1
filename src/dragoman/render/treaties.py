"""What is in force between two states, for the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Cell = dict[str, Any]
"""A treaty or clause as `ledger.between` gives it."""


def print_between(answer: Cell, console: Console) -> None:
    """Print the answer of `ledger.between` as a table of clauses, the treaties before and since under it."""
    from rich.text import Text

    day = answer["on"] or "as far as the ledger knows"
    console.print(Text.assemble((f"{answer['a']} and {answer['b']}", "bold"), f", {day}"))
    console.print(_table(answer["in_force"]) if answer["in_force"] else "nothing in force")
    for label in ("before", "since"):
        for treaty in answer[label]:
            together = treaty["together"]
            until = together["until"] or "today"
            console.print(Text(f"{label}: {treaty['name']}, {together['from']} to {until}"))
    for fact in answer["relations"]:
        console.print(Text(f"relations: {fact['what']} {fact['date']} ({fact['as']})"))


def _table(treaties: list[Cell]) -> Table:
    from rich.table import Table
    from rich.text import Text

    heads = ("treaty", "article", "who owes whom", "what", "when, and what is to be done")
    table = Table(*heads, box=None, padding=(0, 1))
    for treaty in treaties:
        head = f"{treaty['name']} ({treaty['dates']['signed']}{'' if treaty['in_force'] else ', not yet in force'})"
        for number, clause in enumerate(merged(treaty["clauses"])):
            duty = Text(": ".join(part for part in (clause["trigger"], clause["duty"]) if part))
            if clause["conditions"]:
                duty.append(f" ({', '.join(clause['conditions'])})", "dim")
            cells = ("" if number else head, clause["article"], clause["who"], clause["obligation"] or "–")
            table.add_row(*(Text(cell or "") for cell in cells), duty)
    return table


def merged(clauses: list[Cell]) -> list[Cell]:
    """Put a duty that both owe each other on one line: `who` is "each other" or "A to B"."""
    lines: dict[str, Cell] = {}
    for clause in clauses:
        key = json.dumps({name: value for name, value in clause.items() if not name.startswith("owed")})
        who = f"{clause['owed_by']} to {clause['owed_to']}"
        lines[key] = {**clause, "who": "each other" if key in lines else who}
    return list(lines.values())
