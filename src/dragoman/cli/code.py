"""`dragoman code`: a table of stories in, a file of readings out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import FILE, output_option
from dragoman.cli.output import say
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.archive.local import Tally


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=FILE)
@output_option
@click.option(
    "--layout", type=click.Choice(["documents"]), default="documents", show_default=True, help="Shape of a line."
)
@click.option("--jobs", metavar="N", help="Processes, over the setting `jobs`; 0 is one a processor.")
def code(inputs: tuple[Path, ...], output: Path, layout: str, jobs: str | None) -> None:
    """Code stories (.jsonl or .csv: id, text, date, title, source, url, section) into events.

    Output stands in input order, a line per document. Bad rows are counted and kept aside in OUT.rejected.jsonl.
    """
    from dragoman.archive.local import code_files
    from dragoman.archive.results import rejected_path
    from dragoman.settings import checked, load_settings

    if output.suffix != ".jsonl":
        raise UsageError(f"{output}: `code` writes .jsonl so far; give the output that ending")
    chosen = load_settings().jobs if jobs is None else checked("jobs", jobs, "--jobs")
    run = _with_bar if sys.stderr.isatty() else code_files
    tally = run(inputs, output, jobs=chosen)
    say(f"{tally.documents} documents, {tally.events} events: {output}")
    if tally.rejected:
        say(f"{tally.rejected} bad rows kept aside: {rejected_path(output)}")


def _with_bar(inputs: tuple[Path, ...], output: Path, *, jobs: int) -> Tally:
    """Run with a progress bar by rows; the total is counted first (a pass over the lines, which is quick)."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from dragoman.archive.lines import check_table, rows
    from dragoman.archive.local import code_files

    for path in inputs:
        check_table(path)
    total = sum(1 for path in inputs for _ in rows(path))
    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("coding", total=total)
        return code_files(inputs, output, jobs=jobs, tick=lambda n: bar.advance(task, n))
