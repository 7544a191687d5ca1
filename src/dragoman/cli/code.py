"""`dragoman code`: a table of stories in, a file of readings out."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dragoman.cli.options import FILE, output_option, reader_option
from dragoman.cli.output import say, tell, tell_if_most
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.archive.local import Tally
    from dragoman.archive.stories import Form
    from dragoman.model.reading import Readers


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=FILE)
@output_option
@click.option(
    "--layout", type=click.Choice(["documents"]), default="documents", show_default=True, help="Shape of a line."
)
@reader_option
@click.option("--jobs", metavar="N", help="Processes, over the setting `jobs`; 0 is one a processor.")
@click.option("--map", "pairs", multiple=True, metavar="FIELD=COLUMN", help="Which column holds what: text=Body.")
@click.option("--dates", type=click.Choice(["dmy", "mdy"]), help="What 05/06/2024 is, if no other row tells.")
@click.option("--encoding", metavar="NAME", help="What the tables are in, if it is not UTF-8.")
@click.pass_context
def code(
    context: click.Context, inputs: tuple[Path, ...], output: Path, layout: str, reader: Readers | None,
    jobs: str | None,
    pairs: tuple[str, ...], dates: Literal["dmy", "mdy"] | None, encoding: str | None,
) -> None:  # fmt: skip
    """Code stories (.jsonl or .csv: id, text, date, title, source, url, section) into events.

    Output stands in input order, a line per document. Bad rows are counted and kept aside in OUT.rejected.jsonl.

    Exit status: 0 done, 1 documents broke off or most rows were bad, 2 misuse.
    """
    from dragoman.archive.local import code_files
    from dragoman.archive.results import rejected_path
    from dragoman.settings import checked, load_settings

    if output.suffix != ".jsonl":
        raise UsageError(f"{output}: `code` writes .jsonl so far; give the output that ending")
    settings = load_settings()
    chosen = settings.jobs if jobs is None else checked("jobs", jobs, "--jobs")
    form = _form(pairs, dates, encoding)
    run = partial(
        code_files, inputs, output, jobs=chosen, seconds=settings.document_seconds, reader=reader or settings.reader,
        form=form, tell=tell,
    )  # fmt: skip
    tally = _with_bar(inputs, form, run) if sys.stderr.isatty() else run()
    say(f"{tally.documents} documents, {tally.events} events: {output}")
    if tally.rejected:
        say(f"{tally.rejected} bad rows kept aside: {rejected_path(output)}")
    most = tell_if_most(tally.documents, tally.rejected, tally.cause)
    if tally.faults:
        tell(f"{tally.faults} of the rows set aside broke off, took too long, or ended their process")
    context.exit(1 if most or tally.faults else 0)


def _form(pairs: tuple[str, ...], dates: str | None, encoding: str | None) -> Form:
    from dragoman.archive.stories import FIELDS, Form

    columns = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if field not in FIELDS or not equals or not column:
            raise UsageError(f"--map: {pair!r} is no field and column; write one of {', '.join(FIELDS)}, as text=Body")
        columns[field] = column
    try:
        "a".encode(encoding or "utf-8")
    except (LookupError, UnicodeError):
        raise UsageError(f"--encoding: {encoding!r} is none; write cp1252, cp1251, gb18030 or the like") from None
    return Form(encoding=encoding, columns=columns, day_first=None if dates is None else dates == "dmy")


def _with_bar(inputs: tuple[Path, ...], form: Form, run: partial[Tally]) -> Tally:
    """Run with a progress bar by rows; the total is counted first (a pass over the lines, which is quick)."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from dragoman.archive.lines import check_table, rows

    for path in inputs:
        check_table(path)
    total = sum(1 for path in inputs for _ in rows(path, form.encoding))
    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("coding", total=total)
        return run(tick=lambda n: bar.advance(task, n))
