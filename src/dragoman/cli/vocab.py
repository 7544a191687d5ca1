"""`dragoman vocab check`: lint the vocabulary and run its examples."""

from __future__ import annotations

import sys

import click

from dragoman.errors import VocabError
from dragoman.vocab import Vocabulary, shipped


@click.group()
def vocab() -> None:
    """Work on the vocabulary."""


@vocab.command()
@click.option("--examples/--no-examples", default=True, help="Run the frames' examples through the coder.")
def check(examples: bool) -> None:
    """Lint all tables: each finding with its file and line or entry.

    Every frame's example must yield an event by that frame, as the frame expects; its counter-example, none.

    Exit status: 0 nothing found, 1 findings.
    """

    from dragoman.vocab.lint import lint

    told = lint(shipped())
    if examples:
        told += _examples(shipped())
    for words in dict.fromkeys(told):
        click.echo(words)
    click.echo(f"{len(dict.fromkeys(told))} findings", err=True)
    sys.exit(1 if told else 0)


def _examples(vocabulary: Vocabulary) -> list[str]:
    """Give the examples that fail; where a table cannot be read, why none was tried."""
    from dragoman.coding.coder import Coder
    from dragoman.coding.examples import failing_examples

    try:
        return failing_examples(Coder(vocabulary))
    except VocabError as error:
        return [str(error)]
