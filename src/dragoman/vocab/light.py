"""Load the light verbs: verbs that lend an event noun a subject and say nothing themselves."""

import csv
from functools import cache

from dragoman.vocab.tables import data


@cache
def light_verbs() -> frozenset[str]:
    """Give the lemmas of `events/light_verbs.csv`, some with a preposition ("engage in")."""
    text = (data("en", "events") / "light_verbs.csv").read_text(encoding="utf-8")
    return frozenset(row["verb"] for row in csv.DictReader(text.splitlines()))
