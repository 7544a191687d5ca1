"""Load the shipped tables into treaties and facts about relations. Raises TreatyError for a row that cannot be read."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from typing import get_args

from dragoman.errors import TreatyError
from dragoman.model.ledger import Clause, Party, RelationFact, Treaty
from dragoman.model.treaty import Obligation
from dragoman.vocab.state_lines import TABLES

COLUMNS = {
    "treaties.csv": ("id", "name", "kind", "signed", "in_force", "ended", "how", "parties", "source"),
    "members.csv": ("treaty", "party", "signed", "in_force", "ended", "how", "source"),
    "clauses.csv": (
        "treaty",
        "article",
        "obligation",
        "owed_by",
        "owed_to",
        "trigger",
        "duty",
        "conditions",
        "begin",
        "end",
    ),
    "relations.csv": ("a", "b", "what", "date", "source"),
    "sources.csv": ("key", "title"),
    "lines.csv": ("code", "line", "name", "begin", "end"),
}
"""The tables and their columns, as FORMAT.md explains them."""


def rows(name: str, folder: Traversable = TABLES) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row of a table with its line number. Raises TreatyError if a row has too many or too few cells."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    reader = csv.reader(lines)
    header = tuple(next(reader, ()))
    if header != COLUMNS[name]:
        raise TreatyError(f"{name}, line 1: the columns are {','.join(header)}. Write {','.join(COLUMNS[name])}.")
    for cells in reader:
        if len(cells) != len(header):
            raise TreatyError(
                f"{name}, line {reader.line_num}: {len(cells)} cells, not {len(header)}. Quote cells with a comma."
            )
        yield reader.line_num, dict(zip(header, cells, strict=True))


def party_of(row: dict[str, str]) -> Party:
    """Make a party's spell from a row of `members.csv`."""
    return Party(
        row["party"],
        row["signed"] or None,
        row["in_force"] or None,
        row["ended"] or None,
        row["how"] or None,
        row["source"],
    )


def clause_of(row: dict[str, str], place: str) -> Clause:
    """Make a clause from a row of `clauses.csv`; raises TreatyError naming `place` for an unknown obligation."""
    obligation = row["obligation"]
    if obligation and obligation not in get_args(Obligation):
        raise TreatyError(
            f"{place}: no obligation {obligation!r}. Write one of {', '.join(get_args(Obligation))}, or none."
        )
    return Clause(
        article=row["article"],
        obligation=obligation or None,  # type: ignore[arg-type]
        owed_by=tuple(row["owed_by"].split()),
        owed_to=tuple(row["owed_to"].split()),
        trigger=row["trigger"],
        duty=row["duty"],
        conditions=tuple(part for part in row["conditions"].split(";") if part),
        begin=row["begin"] or None,
        end=row["end"] or None,
    )


def load(folder: Traversable = TABLES) -> tuple[Treaty, ...]:
    """Read treaties, members and clauses of a folder. Raises TreatyError, by file and line, for an unreadable row."""
    members: defaultdict[str, list[Party]] = defaultdict(list)
    clauses: defaultdict[str, list[Clause]] = defaultdict(list)
    for _, row in rows("members.csv", folder):
        members[row["treaty"]].append(party_of(row))
    for number, row in rows("clauses.csv", folder):
        clauses[row["treaty"]].append(clause_of(row, f"clauses.csv, line {number}"))
    return tuple(_treaty(row, members, clauses) for _, row in rows("treaties.csv", folder))


def _treaty(row: dict[str, str], members: dict[str, list[Party]], clauses: dict[str, list[Clause]]) -> Treaty:
    parties = [Party(code) for code in row["parties"].split()]
    return Treaty(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        signed=row["signed"],
        in_force=row["in_force"] or None,
        ended=row["ended"] or None,
        how=row["how"] or None,
        parties=(*parties, *members.get(row["id"], ())),
        clauses=tuple(clauses.get(row["id"], ())),
        source=row["source"],
    )


@cache
def _titles() -> dict[str, str]:
    return {row["key"]: row["title"] for _, row in rows("sources.csv")}


def source_title(source: str) -> str:
    """Give the title of a source by its key, and the place in it ("UNTS 34:243"); other words stay as they are."""
    key, _, place = source.partition(" ")
    return ", ".join(part for part in (_titles().get(key, key), place) if part) if key in _titles() else source


@cache
def shipped_treaties() -> tuple[Treaty, ...]:
    """Give the treaties that come with dragoman."""
    return load()


@cache
def shipped_relations() -> tuple[RelationFact, ...]:
    """Give the facts about diplomatic relations that come with dragoman."""
    return tuple(RelationFact(**row) for _, row in rows("relations.csv"))
