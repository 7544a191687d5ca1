"""`dragoman why`: how each sentence of a page was coded, and what was rejected."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.errors import UsageError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--date", "published", metavar="D", help="The page's date: 2024-06-19, 2024-06 or 2024.")
def why(file: Path, published: str | None) -> None:
    """Show how each sentence of FILE was coded: its parse, the triggers, the frames tried, why each failed."""
    from dragoman.archive.lines import checked_date
    from dragoman.coding.coder import Coder
    from dragoman.coding.explain import explain
    from dragoman.intake.page import read_path

    if not file.is_file():
        raise UsageError(f"{file}: no such file; give a page")
    document = read_path(file, published=checked_date(published, str(file)))
    for line in explain(document, Coder()):
        click.echo(line)
