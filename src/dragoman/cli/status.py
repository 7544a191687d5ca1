"""`dragoman status IN -o OUT`: how sure the word at an offset is."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.options import FILE, output_option
from dragoman.cli.output import say


@click.command()
@click.argument("source", type=FILE)
@output_option
def status(source: Path, output: Path) -> None:
    """Say how sure the word at an offset is.

    One line in: {"id","text","event":{"start","end"}}; one line out: {"id","status","polarity","certainty","tense",
    "factuality"}, factuality from -3 (surely not) to 3 (surely).
    """
    from dragoman.archive.results import rejected_path
    from dragoman.archive.words import assess_file
    from dragoman.desk import Desk

    done = assess_file(source, output, Desk().vocabulary)
    aside = f" in {rejected_path(output)}." if done.rejected else "."
    say(f"{done.done} words assessed, {done.rejected} set aside{aside}")
