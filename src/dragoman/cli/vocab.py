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
    """Lint frames, classes, light verbs, treaties, courses and the tables of the watch.

    Every frame's example must yield an event by that frame.

    Exit status: 0 nothing found, 1 findings.
    """
    from dragoman.vocab.check import lint
    from dragoman.vocab.frames import frames

    found = lint()
    if examples:
        from dragoman.coding.coder import Coder
        from dragoman.coding.examples import failing_examples

        found += failing_examples(Coder())
    told = [f"{finding.where}: {finding.what}" for finding in found] + tables()
    for words in told:
        click.echo(words)
    click.echo(f"{len(frames())} frames, {len(told)} findings", err=True)
    sys.exit(1 if told else 0)


def tables() -> list[str]:
    """Give every error of the tables that have a lint of their own."""
    from dragoman.vocab.lint_courses import check as courses
    from dragoman.vocab.lint_treaties import check as treaties
    from dragoman.vocab.lint_watch import check as watch

    return [*treaties(), *courses(), *watch()]
