"""Precedents in a terminal: the course here, then each precedent step beside step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.render.sheet import CourseSheet, PrecedentSheet, StepLine
from dragoman.render.text.lines import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

SIGNS = {"same": "=", "alike": "~", "next": ">", "lone": ""}
"""Before two steps that are the same, two that are alike, and what came next; no sign has no partner."""

MOST_ROWS = 24
"""Rows of a precedent that are printed, the last ones."""

MOST_CITATIONS = 4
"""Numbers behind a step; the JSON has all."""


def print_course(course: CourseSheet, console: Console) -> None:
    """Print a course and its precedents at the console's width."""
    from rich.text import Text

    for heading, steps in (("THE COURSE HERE", course.steps), ("TOLD AS COMING, NOT DONE", course.ahead)):
        if steps:
            console.print()
            console.print(Text(heading, "bold"))
            console.print(_grid([("", _cell(step)) for step in steps], console))
    if not course.steps:
        console.print("\nNeither record nor ledger knows of a step between the two.")
    if course.verdict:
        console.print(Text(f"\n{course.verdict}", "bold"))
    for heading, several in (("NAMED PRECEDENTS", course.named), ("OTHER STATES ON FILE", course.others)):
        for number, precedent in enumerate(several):
            console.print()
            if not number:
                console.print(Text(f"{heading}  (= the same, ~ alike, > what came next)", "bold"))
            _print_precedent(precedent, console)


def shown_numbers(course: CourseSheet) -> set[int]:
    """Give the numbers that are printed behind the steps of a course."""
    return {number for step in (*course.steps, *course.ahead) for number in step.citations[:MOST_CITATIONS]}


def _print_precedent(found: PrecedentSheet, console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    title = Text(clean(found.title), "bold").append(f"  {found.grade}", "italic")
    console.print(Padding(title, (0, 0, 0, 1), expand=False))
    console.print(Padding(Text(clean(found.about), "dim"), (0, 0, 0, 1), expand=False))
    if len(found.rows) > MOST_ROWS:
        console.print(Text(f" {len(found.rows) - MOST_ROWS} earlier rows: see --html or --json", "dim"))
    rows = [(SIGNS[row.kind], _cell(row.here), _cell(row.there)) for row in found.rows[-MOST_ROWS:]]
    console.print(_grid(rows, console))
    for words in _sentences(found):
        console.print(Padding(Text(clean(words)), (0, 0, 0, 1), expand=False))


def _sentences(found: PrecedentSheet) -> Iterator[str]:
    yield from found.sentences
    if found.next_left > 0:
        yield f"{found.next_left} more steps followed there."
    if found.outcome:
        yield f"In the end: {found.outcome}"


def _cell(step: StepLine | None) -> Text:
    from rich.text import Text

    if step is None:
        return Text()
    numbers = "".join(f"[{number}]" for number in step.citations[:MOST_CITATIONS])
    return Text(f"{step.date or 'no date'}  ", "dim").append(f"{clean(step.words)} {numbers}".rstrip(), "not dim")


def _grid(rows: Sequence[tuple[str, *tuple[Text, ...]]], console: Console) -> Table:
    """Draw rows of a sign and one or two columns of even width."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    columns = len(rows[0]) - 1
    for width in (2, *([(console.width - 2 - 2 * columns) // columns] * columns)):
        table.add_column(width=width, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
