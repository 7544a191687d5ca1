"""`dragoman vocab check`: lint the vocabulary and run its examples."""

from __future__ import annotations

import sys

import click


@click.group()
def vocab() -> None:
    """Work on the vocabulary."""


@vocab.command()
@click.option("--examples/--no-examples", default=True, help="Run each frame's example through the coder.")
def check(examples: bool) -> None:
    """Lint the frames, classes and light verbs; every example must yield an event by its own frame.

    Exit status: 0 nothing found, 1 findings.
    """
    from dragoman.vocab.check import lint
    from dragoman.vocab.frames import frames

    found = lint()
    if examples:
        from dragoman.coding.coder import Coder
        from dragoman.coding.examples import failing_examples

        found += failing_examples(Coder())
    for finding in found:
        click.echo(f"{finding.where}: {finding.what}")
    click.echo(f"{len(frames())} frames, {len(found)} findings", err=True)
    sys.exit(1 if found else 0)
