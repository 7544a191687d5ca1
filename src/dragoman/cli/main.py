"""The command line. Each command is one file; a command's module is imported only when it is called."""

from __future__ import annotations

import importlib
import os
import signal
import sys

import click

from dragoman import __version__
from dragoman.cli.output import tell, tell_error, tell_misuse
from dragoman.cli.streams import end_output, ready_streams
from dragoman.errors import DragomanError

STOPPED = 128 + signal.SIGTERM
"""Exit status when the program is told to end, as shells give it."""

READ_NO_FURTHER = 0
"""Exit status when whoever reads the output has seen enough, as with `| head`."""

COMMANDS: dict[str, tuple[str, str]] = {
    "brief": ("dragoman.cli.brief", "Read pages and print the brief."),
    "code": ("dragoman.cli.code", "Code a table of stories into events."),
    "add": ("dragoman.cli.add", "Put pages into the record."),
    "events": ("dragoman.cli.events", "List the events of the record."),
    "show": ("dragoman.cli.show", "Print a claim and where it comes from."),
    "withdraw": ("dragoman.cli.withdraw", "Take a claim or judgement back, with who and why."),
    "actors": ("dragoman.cli.actors", "Resolve phrases to actors."),
    "status": ("dragoman.cli.status", "Say how sure the word at an offset is."),
    "vocab": ("dragoman.cli.vocab", "Check the vocabulary."),
    "why": ("dragoman.cli.why", "Show how each sentence of a page was coded."),
    "treaties": ("dragoman.cli.treaties", "Say what is in force between two states on a day."),
    "relations": ("dragoman.cli.relations", "Say how two states stand, over time."),
    "watch": ("dragoman.cli.watch", "Say which red lines and alarms moved."),
    "precedents": ("dragoman.cli.precedents", "Say which past courses the course of two states is like."),
    "casus": ("dragoman.cli.casus", "Say who is obliged to do what when one state attacks another."),
}
"""Name, module and one line of help. The module holds a click command with the name of the command."""


class LazyGroup(click.Group):
    """A group that knows its commands' names and help lines, and imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and give a command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def dragoman() -> None:
    """Read reports about relations between states and keep the record."""


def run() -> None:
    """Run the command line: exit status 0 done, 1 findings, 2 misuse or an error that was told."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # the parser's matrices are small: threads cost more than they bring
    signal.signal(signal.SIGTERM, _stop)
    ready_streams()
    status = _status()
    end_output()
    sys.exit(status)


def _stop(_signal: int, _frame: object) -> None:
    raise SystemExit(STOPPED)


def _status() -> int:
    """Call the command; tell what a user can cause as errors, and give the exit status."""
    output = sys.stdout
    try:
        status = dragoman.main(prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        tell_misuse(error)
    except (click.Abort, KeyboardInterrupt):
        tell("stopped")
        return 130
    except BrokenPipeError:
        return READ_NO_FURTHER
    except SystemExit as done:
        if done.code != 1:
            raise
        sys.stdout = output  # no command exits so: click and rich do when nobody reads, and click takes it away
        return READ_NO_FURTHER
    except DragomanError as error:
        tell_error(error)
    except OSError as error:
        where = error.filename or "standard output"
        tell_error(f"{where}: cannot be read or written ({error.strerror or error}); check it, its rights and its room")
    else:
        return status if isinstance(status, int) else 0
    return 2


if __name__ == "__main__":
    run()
