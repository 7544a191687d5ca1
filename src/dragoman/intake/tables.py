"""The word lists of intake, read from `vocab/intake/`: what they hold is told in its FORMAT.md."""

import csv
from functools import cache
from importlib.resources import files

from dragoman.errors import VocabError


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name` (a CSV file of `vocab/intake/`), a dict per row.

    Raises VocabError when a row has more or fewer cells than the header.
    """
    path = files("dragoman.vocab") / "intake" / name
    found = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for number, row in enumerate(found, start=2):
        if None in row or None in row.values():
            raise VocabError(f"vocab/intake/{name}, line {number}: wrong number of cells; give one cell per column")
    return tuple(found)
