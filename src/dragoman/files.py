"""Files that are written whole or not at all, and never over what was read."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from dragoman.errors import OutputError


@contextmanager
def whole_file(path: Path, *, inputs: Iterable[Path] = (), new: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write; it takes the place of `path` when the block ends well, and else nothing is left of it.

    It is written in the same folder under a name that no other process has. `new` asks that there be no such file yet.
    Raises OutputError as `check_output` does, and when the disk does not take it: any OSError in the block counts as
    such.
    """
    target = check_output(path, inputs, new=new)
    part = target.with_name(f".{os.getpid()}-{token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except OSError as error:
        raise cannot(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def check_output(path: Path, inputs: Iterable[Path] = (), *, new: bool = False) -> Path:
    """Give the file behind `path`, links followed, if it may be written.

    Raises OutputError for a folder or a device, for a folder that is not there, for one of the `inputs`, whatever path
    or link leads to it, and, if it is to be `new`, for a file that is there.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise OutputError(f"{path}: is a folder; name a file")
        if not target.parent.is_dir():
            raise OutputError(f"{path}: cannot be written (no such folder); make {path.parent} first")
        if target.exists():
            _check_file(path, target, inputs, new)
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError
        raise cannot(path, error) from error
    return target


def _check_file(path: Path, target: Path, inputs: Iterable[Path], new: bool) -> None:
    if new:
        raise OutputError(f"{path}: there is a file already; name another, or edit this one")
    if not target.is_file():
        raise OutputError(f"{path}: is no file but a device or the like; name a file")
    if not os.access(target, os.W_OK):
        raise OutputError(f"{path}: cannot be written (no right to); name another file, or change its rights")
    if any(given.exists() and target.samefile(given) for given in inputs):
        raise OutputError(f"{path}: is one of the inputs, and would be lost; name another file")


def cannot(path: Path, error: Exception) -> OutputError:
    """Make the error that says why a file cannot be written."""
    why = getattr(error, "strerror", None) or error
    return OutputError(f"{path}: cannot be written ({why}); check the folder, its rights and room")
