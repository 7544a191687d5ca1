"""`dragoman actors IN -o OUT`: phrases (and dates) to actors."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import FILE, output_option
from dragoman.cli.output import say


@click.command()
@click.argument("source", type=FILE)
@output_option
def actors(source: Path, output: Path) -> None:
    """Resolve phrases to actors: {"id","text","date"?} a line in, {"id","country","sector","actors"} a line out."""
    from dragoman.archive.phrases import resolve_file
    from dragoman.archive.results import rejected_path
    from dragoman.desk import Desk

    done = resolve_file(source, output, Desk())
    aside = f" in {rejected_path(output)}." if done.rejected else "."
    say(f"{done.done} phrases resolved, {done.rejected} set aside{aside}")
