"""Standard output and standard error when they are closed, full, or cannot show every sign."""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO, cast


def ready_streams() -> None:
    """Let nothing that is written to standard output or error raise but an OSError that says what is wrong.

    A closed output becomes one that nothing can be written to (and its number is not given to another file), a closed
    standard error one that takes all. Signs that the encoding does not have are written as their numbers.
    """
    if sys.stdout is None:
        sys.stdout = cast(TextIO, os.fdopen(os.open(os.devnull, os.O_RDONLY), "w"))
    if sys.stderr is None:
        sys.stderr = cast(TextIO, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def end_output() -> None:
    """Flush standard output; what it does not take is dropped, or Python would complain of it once more at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
