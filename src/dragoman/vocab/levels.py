"""The rungs of a relationship, and which rung a change of diplomatic relations leads to."""

import re
from functools import cached_property

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.tables import Entry, Folder, once

CHANGES = frozenset((
    "established", "broken", "interrupted", "restored", "normalised", "recognised", "charge d'affaires",
    "permanent missions",
))  # fmt: skip
"""What can happen to diplomatic relations; interrupted if nobody broke them off in form."""


class Rung(Struct, frozen=True):
    """One rung: its number (higher is closer), its name, the labels it is printed with, and an example."""

    rung: int
    name: str
    labels: tuple[str, ...]
    example: str


class Levels:
    """The tables of `levels`. Raises VocabError for rungs that are not in order, and for a rung that is none."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder `levels` of a language."""
        self.folder = folder

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """All rungs, lowest first."""
        return tuple(_rung(at, entry) for at, entry in enumerate(self.folder.entries("levels.yaml", "rung")))

    @cached_property
    def changes(self) -> dict[str, int | None]:
        """The rung that each change of the ledger's `relations.csv` leads to; None where it leads to none."""
        known = {"", *(str(rung.rung) for rung in self.rungs)}
        found: dict[str, int | None] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("changes.csv", "what", "rung", "example"):
            once(seen, row.one_of("what", CHANGES), row)
            row.filled("example")
            found[row["what"]] = int(row["rung"]) if row.one_of("rung", known) else None
        if missing := sorted(CHANGES - set(found)):
            raise VocabError(f"{self.folder.name}/changes.csv: no row for {', '.join(missing)}; write one")
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        labels = sorted((label for rung in self.rungs for label in rung.labels), key=len, reverse=True)
        return re.compile(r"\b(?:" + "|".join(labels) + r")\b", re.IGNORECASE)

    def find(self, text: str) -> list[tuple[int, int, Rung]]:
        """Give the levels that a text names as (start, end, rung), in order."""
        return [(match.start(), match.end(), self._rung_of(match[0])) for match in self._pattern.finditer(text)]

    def _rung_of(self, label: str) -> Rung:
        """Give the highest rung that is printed so."""
        return next(
            r for r in reversed(self.rungs) if any(re.fullmatch(known, label, re.IGNORECASE) for known in r.labels)
        )


def _rung(at: int, entry: Entry) -> Rung:
    """Make the rung that stands at a place of the table. Raises VocabError if it will not do."""
    keys = ("rung", "name", "labels", "example")
    entry.only(keys, keys)
    if entry.values["rung"] != at or isinstance(entry.values["rung"], bool):
        raise entry.wrong(f"the rung at place {at} is {entry.values['rung']!r}", "number them 0, 1, 2 … in order")
    rung = Rung(at, entry.text("name"), tuple(entry.texts("labels")), entry.text("example"))
    for label in rung.labels:
        entry.pattern(label)
    if not any(re.search(rf"\b(?:{label})\b", rung.example, re.IGNORECASE) for label in rung.labels):
        raise entry.wrong("no label of it stands in its example", "mend one of them")
    return rung
