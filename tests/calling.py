"""Call the command line in this process, as `dragoman WORDS…` does."""

import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from typing import Any, NamedTuple
from unittest.mock import patch

import msgspec

from dragoman.cli.main import run


class Told(NamedTuple):
    """What a call gave: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as data."""
        return msgspec.json.decode(self.out)


def call(*words: object, stdin: bytes = b"") -> Told:
    """Run the command line with these words."""
    before = signal.getsignal(signal.SIGTERM)
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    given = TextIOWrapper(BytesIO(stdin), encoding="utf-8")
    status = 0
    try:
        with (
            patch.object(sys, "argv", ["dragoman", *map(str, words)]), patch.object(sys, "stdin", given),
            redirect_stdout(out), redirect_stderr(err),
        ):  # fmt: skip
            run()
    except SystemExit as done:
        status = int(done.code or 0)
    finally:
        signal.signal(signal.SIGTERM, before)
    return Told(status, _text(out), _text(err))


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode()
