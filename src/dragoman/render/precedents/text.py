"""Precedents for the terminal: the course here, then each precedent step beside step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from dragoman.precedents.nouns import Course, Precedent, Precedents, Step
from dragoman.render.citations import origin_words, quote_words
from dragoman.render.dates import date_words
from dragoman.render.precedents import wording
from dragoman.render.text import clean
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

SIGNS = {True: "=", False: "~"}
"""Before two steps that are the same, and two that are alike; `>` is what came next, no sign has no partner."""

MOST_ROWS = 24
"""Rows of a precedent that are printed, the last ones."""

MOST_REFS = 4
"""Numbers behind a step; the JSON has all."""


def print_precedents(found: Precedents, console: Console) -> None:
    """Print the precedents at the console's width."""
    from rich.text import Text

    console.print(Text(clean(f"{wording.dyad_words(found.here)}: precedents"), "bold"))
    _print_course(found.here, console)
    for heading, several in (("NAMED PRECEDENTS", found.named), ("OTHER STATES ON FILE", found.others)):
        for number, entry in enumerate(several):
            console.print()
            if not number:
                console.print(Text(f"{heading}  (= the same, ~ alike, > what came next)", "bold"))
            _print_precedent(entry, found.here, console)
    if not found.named and not found.others:
        console.print(f"\nNone of the {found.on_file} courses on file is like it.")
    _print_citations(found, console)
    for note in found.notes:
        console.print(Text(clean(note), "dim"))


def _print_course(here: Course, console: Console) -> None:
    from rich.text import Text

    for heading, steps in (("THE COURSE HERE", here.steps), ("TOLD AS COMING, NOT DONE", here.ahead)):
        if steps:
            console.print()
            console.print(Text(heading, "bold"))
            console.print(_grid([("", _cell(step, refs=True)) for step in steps], console))
    if not here.steps:
        console.print("\nNeither record nor ledger knows of a step between the two.")


def _print_precedent(found: Precedent, here: Course, console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    title = Text(clean(wording.title_words(found.course)), "bold").append(f"  {found.grade}", "italic")
    console.print(Padding(title, (0, 0, 0, 1), expand=False))
    console.print(Padding(Text(clean(wording.about_words(found.course)), "dim"), (0, 0, 0, 1), expand=False))
    rows = list(_beside(found, here))
    if len(rows) > MOST_ROWS:
        console.print(Text(f" {len(rows) - MOST_ROWS} earlier rows: see --html or --json", "dim"))
    console.print(_grid(rows[-MOST_ROWS:], console))
    for words in _said(found, here):
        console.print(Padding(Text(clean(words)), (0, 0, 0, 1), expand=False))


def _beside(found: Precedent, here: Course) -> Iterator[tuple[str, Text, Text]]:
    """Give the stretch step beside step, and what came next: sign, here, there."""
    from rich.text import Text

    ours, theirs, none = here.steps, found.course.steps, Text()
    for number, pair in enumerate(found.pairs):
        before = found.pairs[number - 1] if number else pair
        yield from (("", _cell(ours[n]), none) for n in range(before.here + 1, pair.here))
        yield from (("", none, _cell(theirs[n])) for n in range(before.there + 1, pair.there))
        yield SIGNS[pair.same], _cell(ours[pair.here]), _cell(theirs[pair.there])
    above = [_cell(ours[n]) for n in found.after_here[: shipped().courses.rule("next_steps")]]
    below = [_cell(theirs[n]) for n in found.after_there[: shipped().courses.rule("next_steps")]]
    for one, other in zip_longest(above, below, fillvalue=none):
        yield ">", one, other


def _said(found: Precedent, here: Course) -> Iterator[str]:
    yield wording.grade_words(found)
    yield wording.same_words(found, here)
    yield wording.pace_words(found, here)
    yield wording.part_words(found)
    rest = len(found.after_there) - shipped().courses.rule("next_steps")
    yield from filter(
        None, [wording.since_words(found, here), f"{rest} more steps followed there." if rest > 0 else ""]
    )
    if found.course.outcome:
        yield f"In the end: {found.course.outcome}"


def _cell(step: Step, *, refs: bool = False) -> Text:
    from rich.text import Text

    numbers = "".join(f"[{number}]" for number in step.citations[:MOST_REFS]) if refs else ""
    date = date_words(step.when) or "no date"
    return Text(f"{date}  ", "dim").append(f"{clean(wording.step_words(step))} {numbers}".rstrip(), "not dim")


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


def _print_citations(found: Precedents, console: Console) -> None:
    """Print what the numbers of the course here stand for."""
    from rich.text import Text

    used = {number for step in (*found.here.steps, *found.here.ahead) for number in step.citations[:MOST_REFS]}
    shown = [citation for citation in found.citations if citation.number in used]
    if shown:
        console.print()
    for citation in shown:
        words = Text(f" [{citation.number}] ", "bold").append(clean(quote_words(citation)), "not bold")
        console.print(words.append(f"  {clean(origin_words(citation))}", "not bold dim"))
