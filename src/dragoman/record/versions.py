"""Which coder and which vocabulary a claim comes from."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman import __version__

CODER = f"dragoman {__version__}"

DATA = (".csv", ".yaml", ".yml", ".txt", ".json")


@cache
def vocabulary_version() -> str:
    """Give the first 12 hex digits of a hash over the vocabulary's data files, their names and order."""
    digest = hashlib.sha256()
    for name, file in sorted(_data_files(files("dragoman.vocab"), "")):
        data = file.read_bytes()
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:12]


def _data_files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _data_files(item, f"{path}{item.name}/")
        elif item.name.endswith(DATA):
            yield f"{path}{item.name}", item
