"""`dragoman treaties A B --on D`: what is in force between two states, clause by clause; reading, import and check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import FILE, json_option, ledger_option
from dragoman.cli.output import console, print_json, say

if TYPE_CHECKING:
    from dragoman.desk.treaties import TakenOver

PIPED_WIDTH = 80
"""Columns when the output does not go to a terminal."""


class PairGroup(click.Group):
    """A group whose first word may be a state: `treaties KOR USA` is `treaties between KOR USA`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `between` in front unless the first word is a command or a call for help."""
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["between", *args]
        return super().parse_args(ctx, args)


@click.group(cls=PairGroup)
def treaties() -> None:
    """Say what is in force between two states: dragoman treaties KOR USA --on 1953-12-01."""


@treaties.command("between")
@click.argument("a")
@click.argument("b")
@click.option("--on", metavar="DAY", help="The day, as 1953-12-01; without it, what has not ended.")
@json_option
@click.option("--strictly-in-force", "strictly", is_flag=True, help="Count from entry into force, not from signature.")
@ledger_option
def between_command(a: str, b: str, on: str | None, as_json: bool, strictly: bool, ledger: Path | None) -> None:
    """Say what A and B owe each other on a day, clause by clause, and what was before and since."""
    from dragoman.desk import Desk
    from dragoman.render.pages.treaties import treaties_sheet
    from dragoman.render.text import print_sheet

    desk = Desk(ledger=ledger)
    answer = desk.treaties(a, b, on=on, strictly=strictly)
    if as_json:
        print_json(answer, indent=1)
    else:
        print_sheet(treaties_sheet(answer, desk.vocabulary), console(PIPED_WIDTH))


@treaties.command("read")
@click.argument("source", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the claim as JSON, each clause with its sentence.")
def read_command(source: Path, as_json: bool) -> None:
    """Read a treaty's own text: parties, signature, terms, and who owes whom what by which article."""
    from dragoman.desk import Desk
    from dragoman.render.text.treaty_text import print_treaty

    desk = Desk.open()
    claim = desk.treaty(desk.read_file(source))
    if as_json:
        print_json(claim, indent=1)
    else:
        print_treaty(claim, console(PIPED_WIDTH))


@treaties.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@ledger_option
@click.pass_context
def check_command(context: click.Context, folder: Path | None, ledger: Path | None) -> None:
    """Lint the shipped treaty tables, or those in a FOLDER; exit status 1 if there is an error.

    With --ledger and ATOP in that file: list, as CSV, every stretch of days for which the two do not agree.
    """
    from dragoman.desk import Desk

    if ledger:
        for row in Desk(ledger=ledger).treaty_differences():
            click.echo(",".join(row))
        return
    found = Desk().treaty_findings(folder)
    for line in found:
        say(line)
    click.echo(f"{len(found)} errors in the treaty tables.")
    context.exit(1 if found else 0)


@treaties.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--parquet", is_flag=True, help="Write Parquet beside CSV; needs pyarrow.")
def export_command(folder: Path, parquet: bool) -> None:
    """Write the shipped ledger into a FOLDER as tidy tables: with codebook, version, citation and sources."""
    from dragoman.desk import Desk

    counts = Desk().export_treaties(folder, parquet=parquet)
    click.echo(f"{sum(counts.values())} rows in {len(counts)} tables into {folder}.")


@treaties.group("import")
def import_group() -> None:
    """Take treaties or visits from a table into a ledger file of one's own."""


into_option = click.option("--ledger", required=True, metavar="FILE", type=FILE, help="The ledger file to add to.")


@import_group.command("atop")
@click.argument("file", type=FILE)
@into_option
def import_atop(file: Path, ledger: Path) -> None:
    """Read ATOP's member file (.csv or .csv.gz) into a ledger file."""
    from dragoman.desk.treaties import take_atop

    _tell(take_atop(file, ledger), "treaties", ledger)


@import_group.command("visits")
@click.argument("file", type=FILE)
@into_option
def import_visits(file: Path, ledger: Path) -> None:
    """Read the State Department's visits or travels (.csv or .csv.gz) into a ledger file."""
    from dragoman.desk import Desk
    from dragoman.desk.treaties import take_visits

    _tell(take_visits(file, ledger, Desk().vocabulary), "visits", ledger)


def _tell(taken: TakenOver, what: str, ledger: Path) -> None:
    for line in taken.rejected:
        say(line)
    click.echo(f"{taken.count} {what} into {ledger}, {len(taken.rejected)} rows set aside.")


@import_group.command("tables")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@into_option
def import_tables(folder: Path, ledger: Path) -> None:
    """Read treaties of one's own, in tables like the shipped ones, into a ledger file; one error refuses all."""
    from dragoman.desk import Desk
    from dragoman.desk.treaties import take_tables

    taken = take_tables(folder, ledger, Desk().vocabulary)
    click.echo(f"{taken.count} treaties into {ledger}.")
