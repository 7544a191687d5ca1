"""Find the pages in files and folders, in an order that is always the same."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import PageError

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".md"})
"""Files in a folder that are pages. A file named outright is always tried, whatever its suffix."""


def find_pages(paths: Sequence[Path], *, other: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Yield the pages among `paths`; folders are walked in sorted order, names that begin with a dot left alone.

    Files of other kinds found in a folder are handed to `other`, so that the caller can count and report them.
    Raises PageError for a path that does not exist.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path, other)
        elif path.exists():
            yield path
        else:
            raise PageError(f"{path}: no such file or folder; check the spelling")


def _walk(folder: Path, other: Callable[[Path], None] | None) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, other)
        elif path.is_file() and path.suffix.lower() in PAGE_SUFFIXES:
            yield path
        elif other is not None:
            other(path)
