"""Named courses of relations, the kinds of their steps, and how courses are compared; FORMAT.md explains the tables."""

from functools import cached_property

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.tables import Folder, Row
from dragoman.vocab.treaties import TreatyTables

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


SHARES = (("side", "one", "both"), ("side", "one", "other"), ("again", "step", ""), ("gap", "step", ""))
"""The rows of `costs.csv` that are no scores of kinds, in the order of the fields of `Costs`."""

RULES = ("run_days", "most_parties", "least_steps", "most_dyads", "least_pool", "least_pairs", "next_steps")
"""The rules of `rules.csv`."""


class CourseTables:
    """The tables of a folder `courses`. Raises VocabError naming file and line."""

    def __init__(self, folder: Folder, treaties: TreatyTables) -> None:
        """Take the folder, and the ledger's tables, whose sources are known here too."""
        self.folder, self.treaties = folder, treaties

    def rows(self, file: str) -> tuple[Row, ...]:
        """Give the rows of one of the tables."""
        return tuple(self.folder.rows(file, *COLUMNS[file]))

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kinds of steps by name, in the order of the table."""
        return {
            row["kind"]: Kind(
                kind=row.filled("kind"), tone=row["tone"], runs=row["runs"] == "yes", label=row["label"],
                acts=row["acts"], read_from=row.several("read_from"),
            )
            for row in self.rows("kinds.csv")
        }  # fmt: skip

    @cached_property
    def readings(self) -> dict[str, str]:
        """Which kind each thing of record and ledger is read as: {"interaction:AID": "aid", …}."""
        return {thing: kind.kind for kind in self.kinds.values() for thing in kind.read_from}

    @cached_property
    def ledger_kinds(self) -> frozenset[str]:
        """The kinds that the ledger tells of: treaties, diplomatic relations, wars."""
        told = ("relations:", "treaty:", "war:")
        return frozenset(kind for thing, kind in self.readings.items() if thing.startswith(told))

    @cached_property
    def costs(self) -> Costs:
        """The costs of an alignment; a share that is missing is an error."""
        same: dict[str, float] = {}
        alike: dict[tuple[str, str], float] = {}
        shares: dict[tuple[str, str, str], float] = {}
        for row in self.rows("costs.csv"):
            score, key = row.number("score"), (row["what"], row["a"], row["b"])
            if row["what"] == "same" and row["a"] and not row["b"]:
                same[row["a"]] = score
            elif row["what"] == "alike" and row["a"] and row["b"]:
                alike[row["a"], row["b"]] = alike[row["b"], row["a"]] = score
            elif key in SHARES:
                shares[key] = score
            else:
                raise row.wrong(f"there are no scores for {','.join(key)}", "see FORMAT.md")
        for key in SHARES:
            if key not in shares:
                raise VocabError(f"{self.folder.name}/costs.csv: no row {','.join(key)}; write one with its score")
        return Costs(same, alike, *(shares[key] for key in SHARES))

    @cached_property
    def grades(self) -> tuple[Grade, ...]:
        """The grades, the highest first."""
        found: list[Grade] = []
        for row in self.rows("grades.csv"):
            grade = Grade(row.filled("grade"), row.number("share"), row.whole("same"), row.number("rate"))
            if not (0 <= grade.share <= 1 and 0 <= grade.rate <= 1) or (found and grade.share >= found[-1].share):
                raise row.wrong("the grades do not fall, or a share or rate is not between 0 and 1", "mend it")
            found.append(grade)
        return tuple(found)

    @cached_property
    def _rules(self) -> dict[str, int]:
        found = {row.one_of("rule", RULES): row.whole("value") for row in self.rows("rules.csv")}
        if missing := sorted(set(RULES) - set(found)):
            where = f"{self.folder.name}/rules.csv"
            raise VocabError(f"{where}: no rule {', '.join(missing)}; write a row with its value and reason")
        return found

    def rule(self, name: str) -> int:
        """Give the number of a rule. Raises VocabError if there is none of that name."""
        if name not in RULES:
            raise VocabError(f"{self.folder.name}/rules.csv: no rule {name!r}; use one of {', '.join(RULES)}")
        return self._rules[name]

    @cached_property
    def source_titles(self) -> dict[str, str]:
        """The titles of the sources by their keys: those of the treaties, and those of this folder."""
        return self.treaties.source_titles | {row["key"]: row["title"] for row in self.rows("sources.csv")}

    def source_words(self, cell: str) -> str:
        """Give the source of a cell in words: title and place of each; several are parted by `;`."""
        parts = []
        for part in cell.split(";"):
            key, _, place = part.strip().partition(" ")
            parts.append(", ".join(filter(None, (self.source_titles.get(key, key), place))))
        return "; ".join(parts)
