"""Which rung a change of diplomatic relations leads to, as data (`changes.csv`)."""

import csv
from functools import cache
from importlib.resources import files

from dragoman.errors import VocabError
from dragoman.vocab.levels import rungs


@cache
def changes() -> dict[str, int | None]:
    """Give the rung of each change that `vocab/treaties/relations.csv` knows; None where it leads to no rung.

    Raises VocabError for a rung that is none.
    """
    text = (files("dragoman.vocab.levels") / "changes.csv").read_text(encoding="utf-8")
    found: dict[str, int | None] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        if row["rung"] and row["rung"] not in {str(rung.rung) for rung in rungs()}:
            raise VocabError(
                f"vocab/levels/changes.csv, line {number}: no rung {row['rung']!r}; write one of levels.yaml"
            )
        found[row["what"]] = int(row["rung"]) if row["rung"] else None
    return found
