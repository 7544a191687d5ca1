"""What the commands share when they answer: text at the terminal's width, JSON, one HTML file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 100
"""Columns when the output does not go to a terminal, so that it is the same everywhere."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
html_option = click.option(
    "--html",
    "html_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write it as one HTML file with charts.",
)


def console() -> Console:
    """Give a console on standard output: at the terminal's width, or plain and PIPED_WIDTH wide when piped."""
    from rich.console import Console

    out = sys.stdout
    if out.isatty():
        return Console(file=out)
    return Console(file=out, width=PIPED_WIDTH, force_terminal=False, color_system=None)


def print_json(found: Any) -> None:
    """Print a struct, or a list of them, as JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())


def tell_notes(notes: Iterable[str]) -> None:
    """Say on standard error what a JSON or HTML answer notes about itself; the text has it in its place."""
    for note in notes:
        click.echo(f"dragoman: {note}", err=True)


def write_page(page: str, path: Path, what: str) -> None:
    """Write an HTML page and say so on standard error. Raises UsageError if it cannot be written."""
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"--html: {path} cannot be written ({error.strerror}); check the folder and its rights"
        ) from error
    click.echo(f"{what} written to {path}", err=True)
