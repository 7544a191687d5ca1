"""`dragoman code`: a table of stories in, a file of readings out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.errors import UsageError


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The .jsonl file to write.")
@click.option(
    "--layout", type=click.Choice(["documents"]), default="documents", show_default=True, help="Shape of a line."
)
@click.option("--jobs", type=click.IntRange(min=0), default=None, help="Processes; 0 is one a processor.")
def code(inputs: tuple[Path, ...], output: Path, layout: str, jobs: int | None) -> None:
    """Code stories (.jsonl or .csv: id, text, date, title, source, url, section) into events.

    Output stands in input order, a line per document. Bad rows are counted and kept aside in OUT.rejected.jsonl.
    """
    from dragoman.archive.local import code_files, rejected_path
    from dragoman.settings import load_settings

    _check(inputs, output)
    chosen = jobs if jobs is not None else load_settings()["jobs"]
    if sys.stderr.isatty():
        tally = _with_bar(list(inputs), output, chosen)
    else:
        tally = code_files(list(inputs), output, jobs=chosen)
    click.echo(f"{tally.documents} documents, {tally.events} events: {output}", err=True)
    if tally.rejected:
        click.echo(f"{tally.rejected} bad rows kept aside: {rejected_path(output)}", err=True)


def _check(inputs: tuple[Path, ...], output: Path) -> None:
    for path in inputs:
        if not path.is_file():
            raise UsageError(f"{path}: no such file; give .jsonl or .csv files")
    if output.suffix != ".jsonl":
        raise UsageError(f"{output}: `code` writes .jsonl so far; give the output that ending")
    if not output.parent.is_dir():
        raise UsageError(f"{output.parent}: no such folder; make it first")


def _with_bar(inputs: list[Path], output: Path, jobs: int):  # type: ignore[no-untyped-def]
    """Run with a progress bar by rows; the total is counted first (a pass over the lines, which is quick)."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from dragoman.archive.lines import rows
    from dragoman.archive.local import code_files

    total = sum(1 for path in inputs for _ in rows(path))
    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("coding", total=total)
        return code_files(inputs, output, jobs=jobs, tick=lambda n: bar.advance(task, n))
