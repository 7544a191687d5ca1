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
    if answer["universal"]:
        console.print("and, open to every state:")
        console.print(_table(answer["universal"]))
    for label in ("before", "since"):
        for treaty in answer[label]:
            together = treaty["together"]
            until = together["until"] or "today"
            console.print(Text(f"{label}: {treaty['name']}, {together['from']} to {until}"))
    for fact in answer["relations"]:
        console.print(Text(f"relations: {fact['what']} {fact['date']} ({fact['as']})"))
    for war in answer["wars"]:
        sides = f"{' '.join(war['who'])} against {' '.join(war['whom'])}"
        console.print(Text(f"war: {war['name']}, {sides}, {war['begin']} to {war['end'] or 'today'}"))
    if later := checked_words(answer["on"], answer["checked"]):
        console.print(Text(later))


def force_words(in_force: bool | None) -> str:
    """Give what is said behind the signature of a treaty that is in force, is not yet, or of which that is not known.

    Where the day of entry into force is not on file, the signature stands in for it.
    """
    return {True: "", False: ", not yet in force", None: ", entry into force not on file"}[in_force]


def checked_words(on: str | None, checked: str) -> str | None:
    """Say that a day lies after the last to which the ledger was checked; None if it does not, or no day was asked."""
    return f"The ledger was checked to {checked}; this day is later." if on and on > checked else None


def _table(treaties: list[Cell]) -> Table:
    from rich.table import Table
    from rich.text import Text

    heads = ("treaty", "article", "who owes whom", "what", "when, and what is to be done")
    table = Table(*heads, box=None, padding=(0, 1))
    for treaty in treaties:
        head = f"{treaty['name']} ({treaty['dates']['signed']}{force_words(treaty['in_force'])})"
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
