"""`dragoman treaties A B --on D`: what is in force between two states, clause by clause; import and check."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.treaty_text import read_treaty_command
from dragoman.errors import DragomanError, UsageError
from dragoman.vocab import shipped

LEDGER = click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A ledger file to read beside the shipped treaties.",
)

if TYPE_CHECKING:
    from dragoman.vocab.treaties import TreatyTables


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


def iso_day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Check that an option is an ISO day; raises BadParameter if not."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day. Write it as 1953-12-01.") from None


def state(code: str) -> str:
    """Check that a code names a state the ledger can know; raises UsageError if not."""

    if code.upper() not in shipped().treaties.states:
        raise UsageError(
            f"no state {code!r}. Write an ISO alpha-3 code, such as KOR, or of a former state, such as SUN."
        )
    return code.upper()


@treaties.command("between")
@click.argument("a")
@click.argument("b")
@click.option("--on", callback=iso_day, help="The day, as 1953-12-01; without it, what has not ended.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--strictly-in-force", is_flag=True, help="Count from entry into force, not from signature.")
@LEDGER
def between_command(
    a: str, b: str, on: str | None, as_json: bool, strictly_in_force: bool, ledger: Path | None
) -> None:
    """Say what A and B owe each other on a day, clause by clause, and what was before and since."""
    from dragoman.ledger.between import between
    from dragoman.ledger.book import open_ledger

    try:
        answer = between(state(a), state(b), on, ledger=open_ledger(ledger, shipped()), strictly=strictly_in_force)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        print_answer(answer)


def print_answer(answer: dict[str, Any]) -> None:
    """Print the answer as a table of clauses, with the treaties before and since under it."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    console.print(f"[bold]{answer['a']} and {answer['b']}[/bold], {answer['on'] or 'as far as the ledger knows'}")
    table = Table(
        "treaty", "article", "who owes whom", "what", "when, and what is to be done", box=None, padding=(0, 1)
    )
    for treaty in answer["in_force"] + answer["universal"]:
        for number, clause in enumerate(merged(treaty["clauses"])):
            head = f"{treaty['name']} ({treaty['dates']['signed']}{force_words(treaty['in_force'])})"
            conditions = f" [dim]({', '.join(clause['conditions'])})[/dim]" if clause["conditions"] else ""
            duty = ": ".join(part for part in (clause["trigger"], clause["duty"]) if part)
            table.add_row(
                head if not number else "",
                clause["article"],
                clause["who"],
                clause["obligation"] or "–",
                duty + conditions,
            )
    console.print(table if answer["in_force"] or answer["universal"] else "nothing in force")
    for label in ("before", "since"):
        for treaty in answer[label]:
            together = treaty["together"]
            console.print(
                f"{label}: {treaty['name']}, {together['from']} to {together['until'] or 'today'}", highlight=False
            )
    for fact in answer["relations"]:
        console.print(f"relations: {fact['what']} {fact['date']} ({fact['as']})", highlight=False)
    for war in answer["wars"]:
        sides = f"{' '.join(war['who'])} against {' '.join(war['whom'])}"
        console.print(f"war: {war['name']}, {sides}, {war['begin']} to {war['end'] or 'today'}", highlight=False)
    print_checked(answer["on"], answer["checked"])


def force_words(in_force: bool | None) -> str:
    """Say what is to be said behind the signature of a treaty that is in force, is not yet, or may be."""
    return {True: "", False: ", not yet in force", None: ", entry into force not on file"}[in_force]


def print_checked(on: str | None, checked: str) -> None:
    """Say that an answer lies after the last day to which the ledger was checked."""
    if on is None or on > checked:
        click.echo(f"The ledger was checked to {checked}{'; this day is later' if on else ''}.")


def merged(clauses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put a duty that both owe each other on one line: `who` is "each other" or "A to B"."""
    lines: dict[str, dict[str, Any]] = {}
    for clause in clauses:
        key = json.dumps({name: value for name, value in clause.items() if not name.startswith("owed")})
        who = f"{clause['owed_by']} to {clause['owed_to']}"
        lines[key] = {**clause, "who": "each other" if key in lines else who}
    return list(lines.values())


@treaties.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check_command(folder: Path | None) -> None:
    """Lint the shipped treaty tables, or those in a FOLDER; exit status 1 if there is an error."""
    errors = _errors(_tables(folder) if folder else shipped().treaties)
    for line in errors:
        click.echo(line, err=True)
    click.echo(f"{len(errors)} errors in the treaty tables.")
    if errors:
        raise click.exceptions.Exit(1)


def _tables(folder: Path) -> TreatyTables:
    from dragoman.vocab.tables import Folder
    from dragoman.vocab.treaties import TreatyTables

    return TreatyTables(Folder(folder, str(folder)), shipped().actors, shipped().treaties.folder)


def _errors(tables: TreatyTables) -> list[str]:
    from dragoman.vocab.lint_treaties import lint_treaties

    try:
        return list(lint_treaties(tables))
    except DragomanError as error:
        return [str(error)]


@treaties.group("import")
def import_group() -> None:
    """Take treaties or visits from a table into a ledger file of one's own."""


@import_group.command("atop")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--ledger", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The ledger file to add to."
)
def import_atop(file: Path, ledger: Path) -> None:
    """Read ATOP's member file (.csv or .csv.gz) into a ledger file."""
    from dragoman.ledger.atop import coding_of, read_atop
    from dragoman.ledger.store import add_to_file

    try:
        found, rejected = read_atop(file)
        add_to_file(ledger, treaties=found, codings=coding_of(found))
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    for line in rejected:
        click.echo(line, err=True)
    click.echo(f"{len(found)} treaties into {ledger}, {len(rejected)} rows set aside.")


@import_group.command("tables")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--ledger", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The ledger file to add to."
)
def import_tables(folder: Path, ledger: Path) -> None:
    """Read treaties of one's own, in tables like the shipped ones, into a ledger file; one error refuses all."""
    from dragoman.ledger.store import add_to_file

    tables = _tables(folder)
    errors = _errors(tables)
    if errors:
        raise click.ClickException("\n".join([*errors, f"{folder}: nothing was taken over. Mend these lines first."]))
    try:
        found = tables.treaties
        add_to_file(ledger, treaties=found)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{len(found)} treaties into {ledger}.")


@import_group.command("visits")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--ledger", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The ledger file to add to."
)
def import_visits(file: Path, ledger: Path) -> None:
    """Read the State Department's visits or travels (.csv or .csv.gz) into a ledger file."""
    from dragoman.ledger.store import add_to_file
    from dragoman.ledger.visits import read_visits

    try:
        found, rejected = read_visits(file, shipped())
        add_to_file(ledger, visits=found)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    for line in rejected:
        click.echo(line, err=True)
    click.echo(f"{len(found)} visits into {ledger}, {len(rejected)} rows set aside.")


treaties.add_command(read_treaty_command, "read")
