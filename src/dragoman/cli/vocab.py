"""`dragoman vocab check`: lint the vocabulary and run its examples."""

from __future__ import annotations

import click

from dragoman.cli.output import say


@click.group()
def vocab() -> None:
    """Work on the vocabulary."""


@vocab.command()
@click.option("--examples/--no-examples", default=True, help="Run the frames' examples through the coder.")
@click.pass_context
def check(context: click.Context, examples: bool) -> None:
    """Lint all tables: each finding with its file and line or entry.

    Every frame's example must yield an event by that frame, as the frame expects; its counter-example, none.

    Exit status: 0 nothing found, 1 findings.
    """
    from dragoman.desk import Desk

    found = Desk().vocabulary_findings(examples=examples)
    for words in found:
        click.echo(words)
    say(f"{len(found)} findings")
    context.exit(1 if found else 0)
