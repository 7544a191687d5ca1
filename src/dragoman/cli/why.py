"""`dragoman why`: how each sentence of a page was coded, as the coder noted it, and what came to nothing."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import FILE, date_option, reader_option
from dragoman.model.reading import Readers


@click.command()
@click.argument("file", type=FILE)
@date_option
@reader_option
def why(file: Path, published: str | None, reader: Readers | None) -> None:
    """Show how each sentence of FILE was coded: what was tried on which word, why it failed, and the events.

    Below each event stands who proposed it, the probability of each decision, and the annotated texts it is most like.
    """
    from dragoman.desk import Desk
    from dragoman.render.pages.why import trace_lines

    with Desk.open(reader=reader) as desk:
        for line in trace_lines(*desk.why(desk.read_file(file, published=published))):
            click.echo(line)
