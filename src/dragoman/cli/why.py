"""`dragoman why`: how each sentence of a page was coded, as the coder noted it, and what came to nothing."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.errors import UsageError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--date", "published", metavar="D", help="The page's date: 2024-06-19, 2024-06 or 2024.")
def why(file: Path, published: str | None) -> None:
    """Show how each sentence of FILE was coded: what was tried on which word, why it failed, and the events."""
    from dragoman.archive.lines import checked_date
    from dragoman.coding.coder import Coder
    from dragoman.intake.page import read_path
    from dragoman.model.trace import Trace
    from dragoman.render.pages.why import trace_lines
    from dragoman.vocab import shipped

    if not file.is_file():
        raise UsageError(f"{file}: no such file; give a page")
    document = read_path(file, published=checked_date(published, str(file)), vocabulary=shipped())
    trace = Trace(full=True)
    reading = Coder(shipped()).read(document, trace)
    for line in trace_lines(reading, trace):
        click.echo(line)
