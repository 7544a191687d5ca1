"""Load the tables of the precedents; `FORMAT.md` explains them. Raises VocabError naming file and line."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.tables import data

TABLES = data("world", "courses")

COLUMNS = {
    "kinds.csv": ("kind", "tone", "runs", "label", "acts", "read_from", "example"),
    "costs.csv": ("what", "a", "b", "score", "reason"),
    "grades.csv": ("grade", "share", "same", "rate", "reason"),
    "rules.csv": ("rule", "value", "reason"),
    "courses.csv": ("id", "name", "a", "b", "from", "until", "about", "outcome", "source"),
    "steps.csv": ("course", "when", "kind", "actor", "words", "source"),
    "sources.csv": ("key", "title"),
}
"""The tables and their columns."""


class Kind(Struct, frozen=True):
    """A kind of step: whether it leads closer or apart, whether several are drawn together, and how it is named.

    `acts` is the verb for one side; `read_from` says what of record and ledger is one.
    """

    kind: str
    tone: str
    runs: bool
    label: str
    acts: str
    read_from: tuple[str, ...]


class Costs(Struct, frozen=True):
    """Scores: of a kind with itself, of two kinds that are alike (both ways round), and the shares.

    `half` and `across` are the share where one acts and both do, and where the other side acts; `again` the share where
    both steps follow one of their own kind; `gap` the share of its own score that a step without a partner costs.
    """

    same: dict[str, float]
    alike: dict[tuple[str, str], float]
    half: float
    across: float
    again: float
    gap: float


class Grade(Struct, frozen=True):
    """A grade of likeness and what it asks at least: share of the possible score, same steps; at most: the rate."""

    grade: str
    share: float
    same: int
    rate: float


def rows(name: str, folder: Traversable = TABLES) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row of a table with its line number. Raises VocabError for other columns or too many or few cells."""
    reader = csv.reader((folder / name).read_text(encoding="utf-8").splitlines())
    header = tuple(next(reader, ()))
    if header != COLUMNS[name]:
        raise VocabError(
            f"vocab/data/world/courses/{name}, line 1: the columns are {','.join(header)}; "
            f"write {','.join(COLUMNS[name])}"
        )
    for cells in reader:
        if len(cells) != len(header):
            raise VocabError(
                f"vocab/data/world/courses/{name}, line {reader.line_num}: {len(cells)} cells, not {len(header)}; "
                "quote cells with a comma"
            )
        yield reader.line_num, dict(zip(header, cells, strict=True))


def number(name: str, line: int, row: dict[str, str], column: str) -> float:
    """Give the number in a cell. Raises VocabError, naming file and line, if it is none."""
    try:
        return float(row[column])
    except ValueError:
        raise VocabError(
            f"vocab/data/world/courses/{name}, line {line}: {column} {row[column]!r} is no number; write one"
        ) from None


@cache
def kinds() -> dict[str, Kind]:
    """Give the kinds of steps by name, in the order of the table."""
    return {
        row["kind"]: Kind(
            kind=row["kind"], tone=row["tone"], runs=row["runs"] == "yes", label=row["label"], acts=row["acts"],
            read_from=tuple(row["read_from"].split()),
        )
        for _, row in rows("kinds.csv")
    }  # fmt: skip


@cache
def readings() -> dict[str, str]:
    """Give which kind each thing of record and ledger is read as: {"deed:AID": "aid", …}."""
    return {thing: kind.kind for kind in kinds().values() for thing in kind.read_from}


@cache
def ledger_kinds() -> frozenset[str]:
    """Give the kinds that treaties and diplomatic relations tell of."""
    return frozenset(kind for thing, kind in readings().items() if thing.startswith(("relations:", "bond:")))


def load_costs(folder: Traversable = TABLES) -> Costs:
    """Read the costs of a folder. Raises VocabError for a row that is not understood, or a share that is missing."""
    same: dict[str, float] = {}
    alike: dict[tuple[str, str], float] = {}
    shares: dict[tuple[str, str, str], float] = {}
    for line, row in rows("costs.csv", folder):
        score = number("costs.csv", line, row, "score")
        if row["what"] == "same":
            same[row["a"]] = score
        elif row["what"] == "alike":
            alike[row["a"], row["b"]] = alike[row["b"], row["a"]] = score
        else:
            shares[row["what"], row["a"], row["b"]] = score
    wanted = (("side", "one", "both"), ("side", "one", "other"), ("again", "step", ""), ("gap", "step", ""))
    try:
        half, across, again, gap = (shares[key] for key in wanted)
    except KeyError as error:
        missing = ",".join(error.args[0])
        raise VocabError(f"vocab/data/world/courses/costs.csv: no row {missing}; write one with its score") from None
    return Costs(same, alike, half, across, again, gap)


@cache
def costs() -> Costs:
    """Give the shipped costs."""
    return load_costs()


@cache
def grades() -> tuple[Grade, ...]:
    """Give the grades, the highest first."""
    return tuple(
        Grade(
            row["grade"], number("grades.csv", line, row, "share"), int(number("grades.csv", line, row, "same")),
            number("grades.csv", line, row, "rate"),
        )
        for line, row in rows("grades.csv")
    )  # fmt: skip


@cache
def rule(name: str) -> int:
    """Give the number of a rule. Raises VocabError if there is none of that name."""
    found = {row["rule"]: int(number("rules.csv", line, row, "value")) for line, row in rows("rules.csv")}
    if name not in found:
        raise VocabError(f"vocab/data/world/courses/rules.csv: no rule {name!r}; write a row with its value and reason")
    return found[name]


@cache
def source_titles() -> dict[str, str]:
    """Give the titles of the sources by their keys: those of this folder, and those of the treaties."""
    from dragoman.vocab.treaties import rows as treaty_rows

    own = {row["key"]: row["title"] for _, row in rows("sources.csv")}
    return {row["key"]: row["title"] for _, row in treaty_rows("sources.csv")} | own


def source_words(cell: str) -> str:
    """Give the source of a cell in words: title and place of each; several are parted by `;`."""
    parts = []
    for part in cell.split(";"):
        key, _, place = part.strip().partition(" ")
        parts.append(", ".join(filter(None, (source_titles().get(key, key), place))))
    return "; ".join(parts)
