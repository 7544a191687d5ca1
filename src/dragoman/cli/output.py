"""How commands answer: text at the terminal's width, JSON, one HTML file; notes and errors on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.render.sheet import Sheet

Form = Literal["markdown", "mail"]
"""What a sheet is printed as besides text and JSON."""

PIPED_WIDTH = 100
"""Columns when the output does not go to a terminal, so that it is the same everywhere."""


def console(piped: int = PIPED_WIDTH) -> Console:
    """Give a console on standard output: at the terminal's width, or plain and `piped` columns wide."""
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

    class Shown(Console):
        """Shows signs that a terminal would obey, out of a page or a ledger file, as spaces."""

        def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
            for segment in super().render(renderable, options):
                yield segment if segment.control else segment._replace(text=shown(segment.text))

    out = sys.stdout
    if out.isatty():
        return Shown(file=out)
    return Shown(file=out, width=piped, force_terminal=False, color_system=None)


def print_json(found: Any, indent: int = 2) -> None:
    """Print a struct, or plain data, as JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=indent).decode())


def shown(words: str) -> str:
    """Give words as a terminal can show them: signs that it would obey, as a file's name may hold, become spaces."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else " " for sign in words)


def say(words: str) -> None:
    """Say something on standard error, without signs that a terminal obeys; that it is full is no reason to stop."""
    with suppress(OSError):
        click.echo(shown(words), err=True)


def tell(note: str) -> None:
    """Tell what is worth knowing and stands in nobody's way."""
    say(f"dragoman: {note}")


def tell_error(error: object) -> None:
    """Tell an error: what happened, where; what to do. Several stand in several lines."""
    for line in str(error).splitlines():
        say(f"error: {line.removesuffix('.')}")


def tell_if_most(done: int, rejected: int, cause: str | None) -> bool:
    """Tell whether more rows were set aside than done; say so then, with the commonest cause, once."""
    if rejected > done:
        tell_error(f"most rows were set aside, {rejected} of {done + rejected}, as this one: {cause}")
    return rejected > done


def tell_misuse(error: click.ClickException) -> None:
    """Tell a call that click could not read, in the shape of all errors; a call of nothing gets the help."""
    context = getattr(error, "ctx", None)
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        say(error.format_message())
        return
    path = context.command_path if context else "dragoman"
    message = " ".join(error.format_message().split()).removesuffix(".")
    tell_error(f"{path}: {message[:1].lower()}{message[1:]}; see `{path} --help`")


def write_html(page: str, path: Path, what: str, inputs: Iterable[Path]) -> None:
    """Write an HTML page over none of the inputs, and say so on standard error. Raises OutputError."""
    from dragoman.files import whole_file

    with whole_file(path, inputs=inputs) as file:
        file.write(page.encode())
    say(f"{what} written to {path}")


def print_as(form: Form, sheets: Sequence[Sheet]) -> None:
    """Print sheets as Markdown or as the body of a mail."""
    from dragoman.render.html import mail_page
    from dragoman.render.markdown import markdown

    click.echo(mail_page(sheets) if form == "mail" else "\n".join(map(markdown, sheets)), nl=False)


def answer(
    found: Any, sheet: Callable[[], Sheet], *, as_json: bool, html_file: Path | None, inputs: Sequence[Path],
    page: Callable[[], Sheet] | None = None, form: Form | None = None,
) -> None:  # fmt: skip
    """Print what was found as JSON or as a sheet, or write the sheet as HTML; `page` is another one for the HTML.

    The notes that only the text has go beside JSON and HTML.
    """
    from dragoman.render.html import html_page
    from dragoman.render.text import print_sheet

    if html_file:
        written = (page or sheet)()
        write_html(html_page([written]), html_file, written.kind, inputs)
    if as_json:
        print_json(found)
    elif form:
        print_as(form, [sheet()])
    elif not html_file:
        print_sheet(sheet(), console())
    sys.stdout.flush()
    if as_json or html_file:
        for note in found.notes:
            tell(note)
