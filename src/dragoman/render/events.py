"""Events for the terminal: a table where there is room for one, and in a narrow terminal a block an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.model.actor import Actor
from dragoman.record import StoredEvent
from dragoman.render.line import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

OTHER_COLUMNS = 92
"""Columns that all but the passage take when nothing is folded; the passage gets the rest."""

LEAST_PASSAGE = 24
"""Columns of the passage under which a table is of no use."""

ROOMY = 140
"""Columns from which on a table is drawn whatever stands in it; many sides are folded then."""

DATE = 10
"""Columns of a day; a longer time stands in two lines of a block."""

PASSAGE_LINES = 2
"""Lines that a passage may take in a block."""


def print_events(found: Sequence[StoredEvent], console: Console) -> None:
    """Print events at the console's width: a table if nothing in it need be folded, or where the width is ROOMY."""
    table = _table(found, max(console.width - OTHER_COLUMNS, LEAST_PASSAGE))
    needed = console.measure(table, options=console.options.update_width(10 * ROOMY)).maximum
    console.print(table if needed <= console.width or console.width >= ROOMY else _blocks(found, console.width))


def _table(found: Iterable[StoredEvent], passage: int) -> Table:
    """Draw events as a table, a line for most; passages are cut to so many characters."""
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False)
    for head in ("when", "event", "status", "who", "whom"):
        table.add_column(head, no_wrap=head == "when", overflow="fold")
    table.add_column("passage", no_wrap=True)
    table.add_column("told by", justify="right")
    table.add_column("id", no_wrap=True)
    for stored in found:
        event = stored.event
        cells = (
            event.when or "", _kind(stored), event.status, _names(event.actors), _names(event.recipients),
            one_line(event.evidence.quote, passage), str(stored.told_by), event.id,
        )  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _blocks(found: Iterable[StoredEvent], width: int) -> Table:
    """Draw each event as its date and, beside it, a few lines: what and who, the passage, how many tell of it."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    room = PASSAGE_LINES * max(width - DATE - 4, 20)
    for stored in found:
        event = stored.event
        sides = " → ".join(filter(None, (_names(event.actors), _names(event.recipients))))
        told = f"told by {stored.told_by} documents" if stored.told_by > 1 else "told by one document"
        lines = (
            f"{_kind(stored)}, {event.status}: {sides}",
            f"“{one_line(event.evidence.quote, room)}”",
            f"{told}, {event.id}",
        )
        when = event.when or ""
        when = when if len(when) <= DATE else when.replace("/", "/\n")
        grid.add_row(Text(when), Text("\n".join(lines)))
        grid.add_row()
    return grid


def _kind(stored: StoredEvent) -> str:
    return " ".join(filter(None, (stored.event.event_type, stored.event.event_mode)))


def _names(side: tuple[Actor, ...]) -> str:
    return ", ".join(dict.fromkeys(actor.code or one_line(actor.text, 20) for actor in side))
