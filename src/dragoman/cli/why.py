"""`dragoman why`: how each sentence of a page was coded, as the coder noted it, and what came to nothing."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import FILE, date_option


@click.command()
@click.argument("file", type=FILE)
@date_option
def why(file: Path, published: str | None) -> None:
    """Show how each sentence of FILE was coded: what was tried on which word, why it failed, and the events."""
    from dragoman.desk import Desk
    from dragoman.render.trace import trace_lines

    with Desk.open() as desk:
        for line in trace_lines(*desk.why(desk.read_file(file, published=published))):
            click.echo(line)
