"""`dragoman watch`: has a line been crossed, is a relationship in trouble? Exit status 1 when something moved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.desk import db_option, open_record, plain, red_lines
from dragoman.cli.output import console, html_option, json_option, print_json, tell_notes, write_page
from dragoman.cli.treaties import LEDGER
from dragoman.errors import DragomanError, LinesError, UsageError
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from dragoman.record import Record
    from dragoman.watch.nouns import Lines, Watch


@click.command()
@click.option("--init", is_flag=True, help="Write a commented example of a file of red lines, to begin with.")
@click.option(
    "--lines",
    "lines_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The red lines, over the setting `lines`.",
)
@click.option("--on", metavar="DAY", help="As known on that day (2024-06-19); nothing is noted.")
@click.option("--peek", is_flag=True, help="Only look: note nothing, send nothing; the same will have moved next time.")
@click.option("--moves", "show_moves", is_flag=True, help="Print every move that was ever noted, with time and reason.")
@json_option
@html_option
@LEDGER
@db_option
def watch(
    init: bool, lines_file: Path | None, on: str | None, peek: bool, show_moves: bool, as_json: bool,
    html_file: Path | None, ledger: Path | None, db: Path | None,
) -> None:  # fmt: skip
    """Say how the desk's red lines and alarms stand, by which sentences, and what moved since the last look.

    Exit status: 0 nothing moved, 1 something moved, 2 misuse.
    """
    settings = _settings()
    if init:
        write_example(lines_file or Path(settings["lines"]))
        return
    if show_moves:
        with open_record(db) as record:
            _print_moves(record, as_json)
        return
    check_day(on)
    lines, told = red_lines(lines_file)
    if told:
        tell_notes([told])
    with open_record(db) as record:
        found = _look(record, lines, ledger, on)
        show(found, as_json, html_file)
        if not peek and on is None:
            _note(record, found)
            _send(record, settings)
    sys.exit(1 if found.moves else 0)


def _settings() -> dict[str, Any]:
    from dragoman.settings import load_settings

    return load_settings()


def check_day(on: str | None) -> None:
    """Raise UsageError unless `on` is None or an ISO day."""
    from datetime import date

    try:
        if on is None or date.fromisoformat(on).isoformat() == on:
            return
    except ValueError:
        pass
    raise UsageError(f"--on: {on!r} is no day; write 2024-06-19")


def write_example(path: Path) -> None:
    """Write the commented example; raises LinesError if there is a file already or it cannot be written."""
    from dragoman.watch.lines import example_text

    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(example_text())
    except FileExistsError:
        raise LinesError(f"{path}: there is a file already; name another with --lines, or edit this one") from None
    except OSError as error:
        raise LinesError(f"{path}: cannot be written ({error.strerror}); check the folder and its rights") from error
    click.echo(f"an example of red lines was written to {path}: edit it, then call `dragoman watch`", err=True)


def _look(record: Record, lines: Lines, ledger: Path | None, on: str | None) -> Watch:
    from dragoman.ledger.book import open_ledger
    from dragoman.watch.look import look

    return look(record, lines, open_ledger(ledger, shipped()), on)


def show(found: Watch, as_json: bool, html_file: Path | None) -> None:
    """Print the watch, or write it."""
    if html_file:
        _write_html(found, html_file)
    if as_json:
        print_json(found)
    elif not html_file:
        from dragoman.render.watch import print_watch

        print_watch(found, console())
    sys.stdout.flush()
    if as_json or html_file:
        tell_notes(found.notes)


def _write_html(found: Watch, path: Path) -> None:
    from dragoman.render.watch import render

    page = render(found)
    write_page(page, path, "watch")


def _note(record: Record, found: Watch) -> None:
    if found.on:
        record.note_look(found.on, found.moves)


def _send(record: Record, settings: dict[str, Any]) -> None:
    """Send what was not sent yet. What cannot be sent is told, and keeps nothing else up: all else is done by now."""
    from dragoman.watch.webhook import check_address, send

    address = settings["webhook"]
    if not address:
        return
    try:
        check_address(address, settings["webhook_secret"])
        moves = record.unsent_moves(address)
        if moves:
            send(moves, address, settings["webhook_secret"], seconds=settings["webhook_seconds"])
            record.note_sent(moves, address)
            click.echo(f"dragoman: {len(moves)} moves sent to the webhook", err=True)
    except DragomanError as error:
        click.echo(f"dragoman: {error}", err=True)


def _print_moves(record: Record, as_json: bool) -> None:
    found = record.all_moves()
    if as_json:
        print_json(found)
        return
    for noted in found:
        move = noted.move
        click.echo(f"{noted.noticed}  {plain(move.name)}: {move.before} → {move.after} (as of {move.day})")
        click.echo(f"    {plain(move.why)}")
        for cited in move.citations:
            click.echo(f"    “{plain(cited.quote)}” {plain(cited.source or '')} {cited.claim or ''}".rstrip())
    click.echo(f"{len(found)} moves noted in {record.path}", err=True)
