"""Which rung a change of diplomatic relations leads to, as data (`changes.csv`)."""

import csv
from functools import cache

from dragoman.errors import VocabError
from dragoman.vocab.levels import rungs
from dragoman.vocab.tables import data


@cache
def changes() -> dict[str, int | None]:
    """Give the rung of each change in `vocab/data/world/treaties/relations.csv`; None where it leads to no rung.

    Raises VocabError for a rung that is none.
    """
    text = (data("en", "levels") / "changes.csv").read_text(encoding="utf-8")
    found: dict[str, int | None] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        if row["rung"] and row["rung"] not in {str(rung.rung) for rung in rungs()}:
            raise VocabError(
                f"vocab/data/en/levels/changes.csv, line {number}: no rung {row['rung']!r}; write one of levels.yaml"
            )
        found[row["what"]] = int(row["rung"]) if row["rung"] else None
    return found
