"""Write results line by line, whole or not at all, and keep bad rows aside in a file of their own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from dragoman.errors import OutputError
from dragoman.files import check_output, whole_file


class BadRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A row that could not be used: where it stands, why, and what it held."""

    file: str
    line: int
    reason: str
    row: str


class Results:
    """A file of results while it is written; `done` results were written, `rejected` rows set aside."""

    def __init__(self, file: BinaryIO) -> None:
        """Take the open file."""
        self._file = file
        self.bad: list[BadRow] = []
        self.done = 0

    @property
    def rejected(self) -> int:
        """How many rows were set aside."""
        return len(self.bad)

    def write(self, lines: Sequence[bytes]) -> None:
        """Write results, each a JSON object without its end of line."""
        self._file.writelines(line + b"\n" for line in lines)
        self.done += len(lines)

    def reject(self, error: Exception, file: str, line: int, row: bytes) -> None:
        """Set a row aside with the reason."""
        self.bad.append(bad_row(error, file, line, row))


@contextmanager
def results(output: Path, inputs: Sequence[Path]) -> Iterator[Results]:
    """Give what results are written to; `output` stands when the block has ended well, and else nothing of it.

    Bad rows go to `rejected_path(output)`; with none, no such file is left. Raises OutputError if either file cannot be
    written, is one of the inputs, or if a file of bad rows is in the way that dragoman did not write.
    """
    aside = rejected_path(output)
    for path in (output, aside):
        check_output(path, inputs)
    _check_ours(aside)
    with whole_file(output, inputs=inputs) as file:
        written = Results(file)
        yield written
        if written.bad:
            with whole_file(aside, inputs=inputs) as rejects:
                rejects.writelines(msgspec.json.encode(row) + b"\n" for row in written.bad)
        else:
            aside.unlink(missing_ok=True)


def rejected_path(output: Path) -> Path:
    """Give the file that bad rows go to: OUT.jsonl has OUT.rejected.jsonl."""
    return output.with_name(f"{output.stem}.rejected.jsonl")


def bad_row(error: Exception, file: str, line: int, row: bytes) -> BadRow:
    """Make the entry of a bad row."""
    return BadRow(file, line, str(error), row.decode("utf-8", "replace"))


def _check_ours(aside: Path) -> None:
    """Raise OutputError if there is a file under the name of the bad rows that holds something else."""
    if not aside.exists():
        return
    try:
        with aside.open("rb") as file:
            msgspec.json.decode(file.readline(), type=BadRow)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        raise OutputError(
            f"{aside}: bad rows would be written here, and the file holds something else; move it, or name another "
            "output"
        ) from None
