"""The ledger's tables: treaties, members, clauses, diplomatic relations, and which state carries on which."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple, cast

from dragoman.model.ledger import OBLIGATIONS, Clause, Party, RelationFact, Treaty
from dragoman.model.treaty import Obligation
from dragoman.vocab.actors import ActorTables
from dragoman.vocab.tables import Folder, Row

COLUMNS = {
    "treaties.csv": ("id", "name", "kind", "signed", "in_force", "ended", "how", "parties", "source"),
    "members.csv": ("treaty", "party", "signed", "in_force", "ended", "how", "source"),
    "clauses.csv": (
        "treaty", "article", "obligation", "owed_by", "owed_to", "trigger", "duty", "conditions", "begin", "end",
    ),
    "relations.csv": ("a", "b", "what", "date", "source"),
    "sources.csv": ("key", "title"),
    "lines.csv": ("code", "line", "name", "begin", "end"),
}  # fmt: skip
"""The tables and their columns, as FORMAT.md explains them."""


class Span(NamedTuple):
    """The EDTF dates between which a code can be a party (empty: no limit)."""

    begin: str
    end: str


class TreatyTables:
    """The tables of a folder `treaties`. Raises VocabError, by file and line, for a row that cannot be read."""

    def __init__(self, folder: Folder, actors: ActorTables, lines: Folder | None = None) -> None:
        """Take the folder, the actor tables (they know the states), and where `lines.csv` stands if not there too."""
        self.folder, self.actors, self.lines = folder, actors, lines or folder

    def rows(self, file: str) -> tuple[Row, ...]:
        """Give the rows of one of the tables."""
        return tuple(self.folder.rows(file, *COLUMNS[file]))

    @cached_property
    def treaties(self) -> tuple[Treaty, ...]:
        """All treaties with their members and clauses."""
        members: defaultdict[str, list[Party]] = defaultdict(list)
        clauses: defaultdict[str, list[Clause]] = defaultdict(list)
        for row in self.rows("members.csv"):
            members[row["treaty"]].append(_party(row))
        for row in self.rows("clauses.csv"):
            clauses[row["treaty"]].append(_clause(row))
        return tuple(_treaty(row, members, clauses) for row in self.rows("treaties.csv"))

    @cached_property
    def relations(self) -> tuple[RelationFact, ...]:
        """All facts about diplomatic relations."""
        return tuple(RelationFact(**row.cells) for row in self.rows("relations.csv"))

    @cached_property
    def source_titles(self) -> dict[str, str]:
        """The titles of the sources by their keys."""
        return {row["key"]: row["title"] for row in self.rows("sources.csv")}

    def source_title(self, source: str) -> str:
        """Give the title of a source by its key, and the place in it ("UNTS 34:243"); other words stay as they are."""
        key, _, place = source.partition(" ")
        if key not in self.source_titles:
            return source
        return ", ".join(part for part in (self.source_titles[key], place) if part)

    @cached_property
    def _lines(self) -> dict[str, Row]:
        return {row["code"]: row for row in self.lines.rows("lines.csv", *COLUMNS["lines.csv"])}

    @cached_property
    def line_names(self) -> dict[str, str]:
        """What each state of `lines.csv` is called, by its code."""
        return {code: row["name"] for code, row in self._lines.items()}

    def line_of(self, code: str) -> str:
        """Give the code under which a state is looked up: that of the state that carries it on, else its own.

        Russia carries on the Soviet Union, Serbia Yugoslavia, Germany Prussia. The same line does not mean that a
        treaty went over: whether it did, and until when, stands with the treaty.
        """
        return self._lines[code]["line"] if code in self._lines else code

    def code_on(self, code: str, on: str) -> str:
        """Give the code that a party has on the ISO day `on`: SUN until 1991-12-25, RUS after it."""
        row = self._lines.get(code)
        return row["line"] if row is not None and row["end"] and on > row["end"] else code

    def is_same(self, a: str, b: str) -> bool:
        """Tell whether two codes are one state, or one carries the other on."""
        return self.line_of(a) == self.line_of(b)

    def dyad_of(self, a: str, b: str) -> tuple[str, str]:
        """Give the codes under which two states are looked up, in alphabetical order: Russia for the Soviet Union."""
        one, other = sorted((self.line_of(a), self.line_of(b)))
        return one, other

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for code in sorted(self.states):
            found[self.line_of(code)].append(code)
        return {line: tuple(codes) for line, codes in found.items()}

    def codes_of(self, state: str) -> tuple[str, ...]:
        """Give the codes under which a state and those it carries on are on record, in order."""
        return self._codes.get(self.line_of(state), (state,))

    @cached_property
    def states(self) -> dict[str, Span]:
        """Each code that can be a party, with the dates between which it was one."""
        known = {code: Span(state.begin, state.end) for code, state in self.actors.countries.items()}
        return known | {code: Span(row["begin"], row["end"]) for code, row in self._lines.items()}


def _party(row: Row) -> Party:
    dates = (row["signed"] or None, row["in_force"] or None, row["ended"] or None, row["how"] or None)
    return Party(row["party"], *dates, row["source"])


def _clause(row: Row) -> Clause:
    obligation = row.one_of("obligation", ("", *OBLIGATIONS))
    return Clause(
        article=row["article"], obligation=cast(Obligation, obligation) if obligation else None,
        owed_by=row.several("owed_by"), owed_to=row.several("owed_to"), trigger=row["trigger"], duty=row["duty"],
        conditions=row.several("conditions", ";"), begin=row["begin"] or None, end=row["end"] or None,
    )  # fmt: skip


def _treaty(row: Row, members: dict[str, list[Party]], clauses: dict[str, list[Clause]]) -> Treaty:
    return Treaty(
        id=row["id"], name=row["name"], kind=row["kind"], signed=row["signed"], in_force=row["in_force"] or None,
        ended=row["ended"] or None, how=row["how"] or None, source=row["source"],
        parties=(*map(Party, row.several("parties")), *members.get(row["id"], ())),
        clauses=tuple(clauses.get(row["id"], ())),
    )  # fmt: skip
