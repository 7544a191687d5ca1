"""`dragoman events`: ask the record for events."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from dragoman.cli.desk import db_option, open_record, plain
from dragoman.errors import UsageError
from dragoman.model.event import EVENT_TYPES, Status
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from rich.table import Table

    from dragoman.model.actor import Actor
    from dragoman.record import Filter, StoredEvent

TABLE_ROWS = 50
"""Most rows of the table unless `--limit` says otherwise; JSON has all."""

PIPED_WIDTH = 140
"""Columns of the table when it does not go to a terminal."""


OTHER_COLUMNS = 92
"""Columns that all but the passage take when nothing is folded; the passage gets the rest."""


@click.command()
@click.option("--actor", metavar="A", help="A takes part: a code (RUS) or a state's name.")
@click.option("--with", "other", metavar="B", help="B takes part too.")
@click.option("--acting", is_flag=True, help="Only events in which the --actor itself acts.")
@click.option(
    "--type", "event_type", metavar="T", type=click.Choice(EVENT_TYPES, case_sensitive=False), help="PLOVER event type."
)
@click.option("--status", type=click.Choice(get_args(Status)), metavar="S", help="happened, planned, sought …")
@click.option("--since", metavar="D", help="On or after D: 2024-06-19, 2024-06 or 2024.")
@click.option("--until", metavar="D", help="On or before D.")
@click.option("--search", metavar="WORDS", help='Words that the document holds; "words in quotes" stand together.')
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help=f"Most events; 0 is all. The table has {TABLE_ROWS}."
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@db_option
def events(as_json: bool, limit: int | None, db: Path | None, **asked: Any) -> None:
    """List the events of the record, by time; what several documents tell of is one event."""
    with open_record(db) as record:
        most = limit if limit is not None else None if as_json else TABLE_ROWS
        found = record.events(_filter(asked, most + 1 if most else None))
    shown = found[:most] if most else found
    if as_json:
        _print_json(shown)
    else:
        _print_table(shown)
    if len(found) > len(shown):
        click.echo(
            f"dragoman: only the first {len(shown)} events are shown; narrow the question or give --limit 0", err=True
        )


def _filter(asked: dict[str, Any], limit: int | None) -> Filter:
    from dragoman.model.when import EdtfError, bounds
    from dragoman.record import Filter

    for option in ("since", "until"):
        try:
            if asked[option] is not None:
                bounds(asked[option])
        except EdtfError as error:
            raise UsageError(f"--{option}: {error}") from error
    for option, name in (("actor", "actor"), ("other", "with")):
        if asked[option] is not None:
            asked[option] = code_of(asked[option], f"--{name}")
    if asked["acting"] and asked["actor"] is None:
        raise UsageError("--acting asks who acts: give --actor too")
    return Filter(limit=limit, **asked)


def code_of(name: str, option: str) -> str:
    """Give the code of a state or organisation named by code or by name. Raises UsageError if none is known."""

    codes = {*shipped().actors.countries, *(o.code for o in shipped().actors.organisations)}
    if name.strip().upper() in codes:
        return name.strip().upper()
    wanted = name.strip().casefold()
    for country in shipped().actors.countries.values():
        if country.name.casefold() == wanted:
            return country.code
    for organisation in shipped().actors.organisations:
        if wanted in (organisation.name.casefold(), *(alias.casefold() for alias in organisation.aliases)):
            return organisation.code
    rows = [row for row in shipped().actors.names if row.alias.casefold() == wanted and row.code]
    # A name that has passed from state to state means the one that bears it now.
    found = {row.code for row in rows if not row.end} or {row.code for row in rows}
    if len(found) == 1:
        return found.pop()
    what = f"{name!r} may be any of {', '.join(sorted(found))}" if found else f"nothing is known by the name {name!r}"
    raise UsageError(f"{option}: {what}; give a code, as RUS or NATO")


def as_object(stored: StoredEvent) -> dict[str, Any]:
    """Give a stored event as plain data: the event, then its document, who else tells of it, and how many."""
    import msgspec

    rest = {"document": stored.document, "told_by": stored.told_by, "citations": stored.citations}
    built: dict[str, Any] = msgspec.to_builtins(stored.event) | msgspec.to_builtins(rest)
    return built


def _print_json(found: list[StoredEvent]) -> None:
    import msgspec

    encoded = msgspec.json.encode([as_object(stored) for stored in found])
    click.echo(msgspec.json.format(encoded, indent=2).decode())


def _print_table(found: list[StoredEvent]) -> None:
    from rich.console import Console

    if not found:
        click.echo("dragoman: no event in the record fits", err=True)
        return
    out = sys.stdout
    console = Console(file=out) if out.isatty() else Console(file=out, width=PIPED_WIDTH, color_system=None)
    console.print(table_of(found, max(console.width - OTHER_COLUMNS, 24)))


def table_of(found: list[StoredEvent], passage: int) -> Table:
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
        kind = event.event_type + (f" {event.event_mode}" if event.event_mode else "")
        cells = (
            event.when or "", kind, event.status, _names(event.actors), _names(event.recipients),
            plain(event.evidence.quote, passage), str(stored.told_by), event.id,
        )  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _names(side: tuple[Actor, ...]) -> str:
    return ", ".join(dict.fromkeys(actor.code or plain(actor.text, 20) for actor in side))
