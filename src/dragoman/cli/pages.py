"""What `brief` and `add` share: pages named on the command line, and what is said of those that were passed over."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.output import tell
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.desk.pages import PageReadings, Source

STANDARD_INPUT = "-"

pages_argument = click.argument("pages", nargs=-1, required=True, metavar="PAGE...")


def sources_of(pages: Sequence[str]) -> list[Source]:
    """Give the files and folders that were named, and standard input for `-`. Raises UsageError if that is
    closed, or a name empty.
    """
    if "" in pages:
        raise UsageError("the name of a page is empty; give a file, a folder, or - for standard input")
    return [_standard_input() if page == STANDARD_INPUT else Path(page) for page in pages]


def _standard_input() -> Source:
    if sys.stdin is None:
        raise UsageError("standard input is closed; give a page as a file")
    return "standard input", sys.stdin.buffer


def tell_passed_over(pages: PageReadings) -> None:
    """Say what was passed over. Raises PageError when nothing could be read."""
    if pages.other:
        tell(f"files in folders that are no pages, left alone: {pages.other}")
    if pages.bad and pages.read:
        tell(f"{pages.bad} of {pages.bad + pages.read} pages could not be read")
    pages.check()
