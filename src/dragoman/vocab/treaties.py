"""The ledger's tables: treaties, members, clauses, diplomatic relations, wars, and which state carries on which."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple, cast

from dragoman.model.ledger import OBLIGATIONS, Clause, Party, Region, RelationFact, Treaty, War
from dragoman.model.treaty import Obligation
from dragoman.vocab.actors import ActorTables
from dragoman.vocab.tables import Folder, Row

COLUMNS = {
    "treaties.csv": (
        "id", "name", "kind", "scope", "signed", "in_force", "ground", "term", "ended", "how", "parties", "source",
    ),
    "members.csv": ("treaty", "party", "signed", "in_force", "ground", "ended", "how", "source"),
    "clauses.csv": (
        "treaty", "article", "obligation", "owed_by", "owed_to", "trigger", "duty", "conditions", "begin", "end",
    ),
    "relations.csv": ("a", "b", "what", "date", "source"),
    "wars.csv": ("war", "who", "whom", "begin", "end", "how", "source"),
    "regions.csv": ("region", "name", "holds", "begin", "end", "source"),
    "checked.csv": ("table", "checked"),
    "codebook.csv": ("table", "column", "type", "meaning"),
    "sources.csv": ("key", "title", "place"),
    "lines.csv": ("code", "line", "name", "begin", "end"),
}  # fmt: skip
"""The tables and their columns, as FORMAT.md explains them."""

FROM_SIGNATURE, NOT_YET = "signature", "not yet"
"""What `in_force` says where it is no day: that it is the day of signature, or that it had not come when checked."""

UNIVERSAL = "universal"
"""The scope of a treaty that is open to every state."""

UNCHECKED = "unchecked"
"""The source of a row for which nobody has named a place that can be opened."""


class Span(NamedTuple):
    """The EDTF dates between which a code can be a party (empty: no limit)."""

    begin: str
    end: str


class TreatyTables:
    """The tables of a folder `treaties`. Raises VocabError, by file and line, for a row that cannot be read."""

    def __init__(self, folder: Folder, actors: ActorTables, world: Folder | None = None) -> None:
        """Take the folder, the actor tables (they know the states), and where the facts of the world stand.

        `world` holds `lines.csv`, `wars.csv`, `regions.csv` and `checked.csv` where the folder itself does not.
        """
        self.folder, self.actors, self.world = folder, actors, world or folder

    def rows(self, file: str) -> tuple[Row, ...]:
        """Give the rows of one of the tables."""
        return tuple(self.folder.rows(file, *COLUMNS[file]))

    def world_rows(self, file: str) -> tuple[Row, ...]:
        """Give the rows of a table about the world."""
        return tuple(self.world.rows(file, *COLUMNS[file]))

    @cached_property
    def treaties(self) -> tuple[Treaty, ...]:
        """All treaties with their members and clauses."""
        members: defaultdict[str, list[Row]] = defaultdict(list)
        clauses: defaultdict[str, list[Clause]] = defaultdict(list)
        for row in self.rows("members.csv"):
            members[row["treaty"]].append(row)
        for row in self.rows("clauses.csv"):
            clauses[row["treaty"]].append(_clause(row))
        return tuple(_treaty(row, members[row["id"]], clauses[row["id"]]) for row in self.rows("treaties.csv"))

    @cached_property
    def relations(self) -> tuple[RelationFact, ...]:
        """All facts about diplomatic relations."""
        return tuple(RelationFact(**row.cells) for row in self.rows("relations.csv"))

    @cached_property
    def wars(self) -> tuple[War, ...]:
        """All wars between states, front by front."""
        return tuple(
            War(
                row["war"], row.several("who"), row.several("whom"), row["begin"], row["end"] or None, row["how"],
                row["source"],
            )
            for row in self.world_rows("wars.csv")
        )  # fmt: skip

    @cached_property
    def regions(self) -> dict[str, tuple[Region, ...]]:
        """The regions that clauses name, by key: a row each for what lay in them always and for a time."""
        found: defaultdict[str, tuple[Region, ...]] = defaultdict(tuple)
        for row in self.world_rows("regions.csv"):
            dates = (row["begin"] or None, row["end"] or None)
            found[row["region"]] += (Region(row["region"], row["name"], frozenset(row.several("holds")), *dates),)
        return dict(found)

    @cached_property
    def checked(self) -> dict[str, str]:
        """The last day to which each table was checked, by its name."""
        return {row["table"]: row["checked"] for row in self.world_rows("checked.csv")}

    @cached_property
    def source_titles(self) -> dict[str, str]:
        """The titles of the sources by their keys."""
        return {row["key"]: row["title"] for row in self.rows("sources.csv")}

    @cached_property
    def placed_sources(self) -> frozenset[str]:
        """The keys of sources in which a place has to be named: a volume and page, a number, a day."""
        return frozenset(row["key"] for row in self.rows("sources.csv") if row["place"])

    def source_title(self, source: str) -> str:
        """Give the titles of the sources of a row, and the places in them ("UNTS 34:243; ATOP 3180").

        A source whose key is not on file stays as it is; one without the place that it needs says so.
        """
        return "; ".join(map(self._one_title, source.split("; ")))

    def _one_title(self, source: str) -> str:
        key, _, place = source.partition(" ")
        if key not in self.source_titles:
            return source
        missing = "no place noted" if not place and key in self.placed_sources else ""
        return ", ".join(part for part in (self.source_titles[key], place or missing) if part)

    @cached_property
    def _lines(self) -> dict[str, Row]:
        return {row["code"]: row for row in self.world_rows("lines.csv")}

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


def _begins(row: Row, signed: str) -> tuple[str | None, str, bool]:
    """Give the day of entry into force, the ground where it is that of signature, and whether it had not come yet."""
    told = row["in_force"]
    if told == FROM_SIGNATURE:
        return signed, row["ground"], False
    return (None, "", True) if told == NOT_YET else (told or None, "", False)


def _party(row: Row, treaty: Row) -> Party:
    in_force, ground, pending = _begins(row, row["signed"] or treaty["signed"])
    return Party(
        code=row["party"], signed=row["signed"] or None, in_force=in_force, ended=row["ended"] or None,
        how=row["how"] or None, source=row["source"], ground=ground, pending=pending,
    )  # fmt: skip


def _clause(row: Row) -> Clause:
    obligation = row.one_of("obligation", ("", *OBLIGATIONS))
    return Clause(
        article=row["article"], obligation=cast(Obligation, obligation) if obligation else None,
        owed_by=row.several("owed_by"), owed_to=row.several("owed_to"), trigger=row["trigger"], duty=row["duty"],
        conditions=row.several("conditions", ";"), begin=row["begin"] or None, end=row["end"] or None,
    )  # fmt: skip


def _treaty(row: Row, members: list[Row], clauses: list[Clause]) -> Treaty:
    in_force, ground, pending = _begins(row, row["signed"])
    return Treaty(
        id=row["id"], name=row["name"], kind=row["kind"], signed=row["signed"], in_force=in_force,
        ended=row["ended"] or None, how=row["how"] or None, source=row["source"], ground=ground, pending=pending,
        term=row["term"], universal=row["scope"] == UNIVERSAL,
        parties=(*map(Party, row.several("parties")), *(_party(member, row) for member in members)),
        clauses=tuple(clauses),
    )  # fmt: skip
