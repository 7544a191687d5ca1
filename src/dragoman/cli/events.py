"""`dragoman events`: ask the record for events."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from dragoman.cli.options import db_option
from dragoman.cli.output import console, print_json, tell
from dragoman.model.event import EVENT_TYPES, Status

TABLE_ROWS = 50
"""Most rows of the table unless `--limit` says otherwise; JSON has all."""

PIPED_WIDTH = 140
"""Columns of the table when it does not go to a terminal."""


@click.command()
@click.option("--actor", metavar="A", help="A takes part: a state or organisation by code or name.")
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
    from dragoman.desk import Desk
    from dragoman.desk.events import event_object
    from dragoman.record import Filter
    from dragoman.render.events import print_events

    if limit is None and not as_json:
        limit = TABLE_ROWS
    with Desk.open(db) as desk:
        found = desk.events(Filter(limit=limit, **asked))
    if as_json:
        print_json([event_object(stored) for stored in found.events])
    elif found.events:
        print_events(found.events, console(PIPED_WIDTH))
    else:
        tell("no event in the record fits")
    if found.more:
        tell(f"only the first {len(found.events)} events are shown; narrow the question or give --limit 0")
