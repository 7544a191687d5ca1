"""`dragoman watch`: has a line been crossed, is a relationship in trouble? Exit status 1 when something moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import FILE, db_option, html_option, json_option, ledger_option, mail_option, markdown_option
from dragoman.cli.output import Form, answer, print_json, say, tell, tell_error
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.desk import Desk


@click.command()
@click.option("--init", is_flag=True, help="Write a commented example of a file of red lines, to begin with.")
@click.option("--lines", metavar="FILE", type=FILE, help="The red lines, over the setting `lines`.")
@click.option("--on", metavar="DAY", help="As known on that day (2024-06-19); nothing is noted.")
@click.option("--peek", is_flag=True, help="Only look: note nothing, send nothing; the same will have moved next time.")
@click.option("--moves", "show_moves", is_flag=True, help="Print every move that was ever noted, with time and reason.")
@json_option
@markdown_option
@mail_option
@html_option
@ledger_option
@db_option
@click.pass_context
def watch(
    context: click.Context, init: bool, lines: Path | None, on: str | None, peek: bool, show_moves: bool, as_json: bool,
    form: Form | None,
    html: Path | None, ledger: Path | None, db: Path | None,
) -> None:  # fmt: skip
    """Say how the desk's red lines and alarms stand, by which sentences, and what moved since the last look.

    Exit status: 0 nothing moved, 1 something moved, 2 misuse.
    """
    from dragoman.desk import Desk
    from dragoman.render.pages.watch import watch_sheet

    with Desk.open(db, ledger=ledger, lines=lines) as desk:
        if init:
            path = desk.write_lines()
            say(f"an example of red lines was written to {path}: edit it, then call `dragoman watch`")
            return
        if show_moves:
            _print_moves(desk, as_json)
            return
        found = desk.watch(on)
        if desk.on_file.lines_note:
            tell(desk.on_file.lines_note)
        answer(
            found, lambda: watch_sheet(found, desk.vocabulary), as_json=as_json, html_file=html,
            inputs=desk.on_file.files, form=form,
        )  # fmt: skip
        if not peek and on is None:
            desk.note(found)
            _send(desk)
    context.exit(1 if found.moves else 0)


def _send(desk: Desk) -> None:
    """Send what was not sent yet. What cannot be sent is told, and keeps nothing else up: all else is done by now."""
    try:
        sent = desk.send_moves()
    except DragomanError as error:
        tell_error(error)
        return
    if sent:
        tell(f"{sent} moves sent to the webhook")


def _print_moves(desk: Desk, as_json: bool) -> None:
    from dragoman.render.text.moves import move_lines

    found = desk.moves()
    if as_json:
        print_json(found)
        return
    for line in move_lines(found):
        click.echo(line)
    say(f"{len(found)} moves noted in {desk.on_file.path}")
