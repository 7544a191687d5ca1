"""Where the data of the vocabulary stand."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def data(*path: str) -> Traversable:
    """Give the file or folder at `path` under `vocab/data`: "world" or a language first."""
    return files("dragoman.vocab").joinpath("data", *path)
