"""The word lists of intake, read from `vocab/data/en/intake/`: what they hold is told in its FORMAT.md."""

import csv
from functools import cache

from dragoman.errors import VocabError
from dragoman.vocab.tables import data


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name` (a CSV file of `vocab/data/en/intake/`), a dict per row.

    Raises VocabError when a row has more or fewer cells than the header.
    """
    path = data("world" if name == "sources.csv" else "en", "intake", name)
    found = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for number, row in enumerate(found, start=2):
        if None in row or None in row.values():
            raise VocabError(
                f"vocab/data/en/intake/{name}, line {number}: wrong number of cells; give one cell per column"
            )
    return tuple(found)
