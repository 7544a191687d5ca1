"""Lint the ledger's tables: every error with its file and line, none hidden behind another."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from dragoman.errors import InputError
from dragoman.model.ledger import NO_ATTACK, OBLIGATIONS
from dragoman.model.when import bounds
from dragoman.vocab.levels import CHANGES
from dragoman.vocab.lint_ends import lint_ends
from dragoman.vocab.tables import Row
from dragoman.vocab.treaties import COLUMNS, FROM_SIGNATURE, NOT_YET, UNCHECKED, UNIVERSAL, TreatyTables
from dragoman.vocab.treaty_text import CONDITIONS

KINDS = frozenset({"defense", "offense", "neutrality", "nonaggression", "consultation", "friendship"})
"""What a treaty mainly is; friendship where it binds to none of the others in the first place."""

CODE = re.compile("[A-Z]{3,5}")
PREFIXES = (
    "against:", "attacked:", "attacker:", "except:", "matter:", "number:", "only:", "region:", "through:",
)  # fmt: skip
"""Conditions in words of one's own, by what they begin with."""
OF_CODES = ("against", "attacked")
OF_REGIONS = ("region", "attacker")
BEGINNINGS = ("attack", "declaration", "intervention", "occupation", "clash")
"""How one side entered a war with the other; a clash where it is not agreed who began."""


def lint_treaties(tables: TreatyTables) -> Iterator[str]:
    """Yield every error: "file, line n: what is wrong; what to do". Raises VocabError if a table cannot be read."""
    checker = _Checker(tables)
    yield from checker.keyed()
    yield from checker.treaties()
    yield from checker.members()
    yield from checker.overlaps()
    yield from checker.clauses()
    yield from checker.relations()
    if tables.world is tables.folder:
        yield from checker.wars()
    yield from lint_ends(tables)


class _Checker:
    """The tables with what one needs to know of another."""

    def __init__(self, tables: TreatyTables) -> None:
        self.tables = tables
        self.sources = set(tables.source_titles)
        self.by_id = {row["id"]: row for row in tables.rows("treaties.csv")}

    def keyed(self) -> Iterator[str]:
        """Find keys that stand twice, and what must be filled and is not."""
        lines = self.tables.world_rows("lines.csv")
        columns: tuple[str, ...]
        for rows, columns in (
            (self.tables.world_rows("wars.csv"), ("war", "who", "whom", "begin")),
            (self.tables.world_rows("regions.csv"), ("region", "name", "holds")),
            (self.tables.world_rows("codebook.csv"), ("table", "column", "type", "meaning")),
        ):
            yield from (f"{row.where}: no {cell}. Write it." for row in rows for cell in columns if not row[cell])
        for rows, key, columns in (
            (self.tables.rows("treaties.csv"), "id", ("id", "name")),
            (self.tables.rows("sources.csv"), "key", ("key", "title")),
            (self.tables.world_rows("checked.csv"), "table", ("table", "checked")),
            (lines, "code", ("code", "line", "name", "begin", "end")),
        ):
            seen: dict[str, str] = {}
            for row in rows:
                if row[key] in seen:
                    yield f"{row.where}: {row[key]!r} stands in {seen[row[key]]} too. Give each its own {key}."
                seen[row[key]] = row.where.rpartition(", ")[2]
                yield from (f"{row.where}: no {cell}. Write it." for cell in columns if not row[cell])
        for row in self.tables.world_rows("checked.csv"):
            yield from self._dates(row, "checked")
            if row["table"] not in COLUMNS:
                yield f"{row.where}: no table {row['table']!r}. Write the name of a table of this folder."
        for row in lines:
            yield from self._dates(row, "begin", "end")
            if not CODE.fullmatch(row["code"]):
                yield f"{row.where}: the code is {row['code']!r}. Write three capital letters, or four or five."
            if row["line"] not in self.tables.states:
                yield f"{row.where}: no state {row['line']!r}. Write a code of countries.csv or lines.csv."

    def treaties(self) -> Iterator[str]:
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        joined = {member["treaty"] for member in self.tables.rows("members.csv")}
        for clause in self.tables.rows("clauses.csv"):
            kinds[clause["treaty"]].add(clause["obligation"])
        for row in self.tables.rows("treaties.csv"):
            if row["kind"] not in KINDS:
                yield f"{row.where}: no kind {row['kind']!r}. Write one of {', '.join(sorted(KINDS))}."
            elif row["kind"] != "friendship" and row["kind"] not in kinds[row["id"]]:
                yield f"{row.where}: kind {row['kind']}, and no clause of it. Write the clause, or another kind."
            if row["scope"] not in ("", UNIVERSAL):
                yield f"{row.where}: no scope {row['scope']!r}. Write {UNIVERSAL}, or nothing."
            if not row["signed"]:
                yield f"{row.where}: no date of signature. Write one, as exactly as it is known."
            if not row["parties"] and row["id"] not in joined:
                yield f"{row.where}: no parties. Write them here, or each with its dates into members.csv."
            yield from self._spell(row)
            for code in row.several("parties"):
                yield from self._party(row, code, row["signed"])

    def members(self) -> Iterator[str]:
        for row in self.tables.rows("members.csv"):
            if row["treaty"] not in self.by_id:
                yield f"{row.where}: no treaty {row['treaty']!r}. Write it into treaties.csv first."
                continue
            yield from self._spell(row)
            yield from self._party(row, row["party"], row["signed"] or self.by_id[row["treaty"]]["signed"])

    def _spell(self, row: Row) -> Iterator[str]:
        """Find what is wrong in the dates of a treaty or of one party's spell in it, and in its sources."""
        if bool(row["ended"]) != bool(row["how"]):
            yield f"{row.where}: `ended` and `how` go together. Write both or none."
        if (row["in_force"] == FROM_SIGNATURE) != bool(row["ground"]):
            yield f"{row.where}: `{FROM_SIGNATURE}` and its `ground` go together. Write both or none."
        words = row["in_force"] in (FROM_SIGNATURE, NOT_YET)
        yield from self._dates(row, "signed", *(() if words else ("in_force",)), "ended")
        yield from self._source(row)

    def clauses(self) -> Iterator[str]:
        parties = {key: set(map(self.tables.line_of, row.several("parties"))) for key, row in self.by_id.items()}
        for member in self.tables.rows("members.csv"):
            parties.setdefault(member["treaty"], set()).add(self.tables.line_of(member["party"]))
        for row in self.tables.rows("clauses.csv"):
            if row["treaty"] not in self.by_id:
                yield f"{row.where}: no treaty {row['treaty']!r}. Write it into treaties.csv first."
                continue
            if row["obligation"] not in ("", *OBLIGATIONS):
                allowed = ", ".join(OBLIGATIONS)
                yield f"{row.where}: no obligation {row['obligation']!r}. Write one of {allowed}, or none."
            if not row["duty"]:
                yield f"{row.where}: no duty. Say in a few words what is to be done."
            yield from self._dates(row, "begin", "end")
            for code in f"{row['owed_by']} {row['owed_to']}".split():
                if self.tables.line_of(code) not in parties[row["treaty"]]:
                    yield f"{row.where}: {code} is no party of {row['treaty']}. Name parties only."
            for condition in row.several("conditions", ";"):
                yield from self._condition(row, condition)

    def _condition(self, row: Row, condition: str) -> Iterator[str]:
        prefix, _, value = condition.partition(":")
        if condition not in (*CONDITIONS, NO_ATTACK) and (f"{prefix}:" not in PREFIXES or not value):
            allowed = ", ".join([*sorted(CONDITIONS), NO_ATTACK, *(f"{start}…" for start in PREFIXES)])
            yield f"{row.where}: no condition {condition!r}. Write one of {allowed}."
        if prefix == "number" and not value.isdigit():
            yield f"{row.where}: {condition!r} has no number. Write one behind the colon."
        if prefix in OF_REGIONS and value not in self.tables.regions:
            yield f"{row.where}: no region {value!r}. Write a key of regions.csv."
        if prefix == "through" and value not in self.by_id:
            yield f"{row.where}: no treaty {value!r} in {condition!r}. Write the id of one of treaties.csv."
        for code in value.split() if prefix in OF_CODES else ():
            if code not in self.tables.states:
                told = f"no state {code!r} in {condition!r}"
                yield f"{row.where}: {told}. Write one of countries.csv or lines.csv."

    def relations(self) -> Iterator[str]:
        for row in self.tables.rows("relations.csv"):
            if row["a"] == row["b"]:
                yield f"{row.where}: {row['a']} stands on both sides. Name two states."
            if not row["date"]:
                yield f"{row.where}: no date. Write one, as exactly as it is known."
            if row["what"] not in CHANGES:
                yield f"{row.where}: no change {row['what']!r}. Write one of {', '.join(sorted(CHANGES))}."
            yield from self._dates(row, "date")
            yield from self._source(row)
            for code in (row["a"], row["b"]):
                yield from self._party(row, code, row["date"])

    def wars(self) -> Iterator[str]:
        for row in self.tables.world_rows("wars.csv"):
            if row["how"] not in BEGINNINGS:
                yield f"{row.where}: no beginning {row['how']!r}. Write one of {', '.join(BEGINNINGS)}."
            yield from self._dates(row, "begin", "end")
            yield from self._source(row)
            for code in (*row.several("who"), *row.several("whom")):
                yield from self._party(row, code, row["begin"])
        for row in self.tables.world_rows("regions.csv"):
            yield from self._dates(row, "begin", "end")
            yield from self._source(row)
            for code in row.several("holds"):
                if code.partition("-")[0] not in self.tables.states:
                    yield f"{row.where}: no state {code!r}. Write a code of countries.csv or lines.csv."

    def _source(self, row: Row) -> Iterator[str]:
        cited = row["source"].split("; ")
        for source in cited:
            if source.partition(" ")[0] not in self.sources:
                yield f"{row.where}: no source {source!r}. Write a key of sources.csv."
        if all(source in self.tables.placed_sources for source in cited):
            yield f"{row.where}: no place in {row['source']!r}. Write where to look it up, or {UNCHECKED} behind it."

    def _dates(self, row: Row, *keys: str) -> Iterator[str]:
        days = []
        for key in keys:
            try:
                if row[key]:
                    days.append((key, *bounds(row[key])))
            except InputError as error:
                yield f"{row.where}, {key}: {error}"
        for (earlier, first, _), (later, _, last) in itertools.pairwise(days):
            if last < first:
                yield f"{row.where}: {later} {row[later]} is before {earlier} {row[earlier]}. Look both up again."

    def _party(self, row: Row, code: str, date: str) -> Iterator[str]:
        if code not in self.tables.states:
            yield f"{row.where}: no state {code!r}. Write a code of countries.csv or lines.csv."
            return
        begin, end = self.tables.states[code]
        try:
            (first, last), early, late = bounds(date), begin and bounds(begin)[0], end and bounds(end)[1]
        except InputError:
            return
        if (early and last < early) or (late and first > late):
            lived = f"{begin or '…'} to {end or '…'}"
            yield f"{row.where}: {code} was no state on {date} ({lived}). Write the code it had then."

    def overlaps(self) -> Iterator[str]:
        spells: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
        for row in self.tables.rows("treaties.csv"):
            for code in row.several("parties"):
                spells[row["id"], self.tables.line_of(code)].append((row["signed"], row["ended"] or "9999", row.where))
        for row in self.tables.rows("members.csv"):
            treaty = self.by_id.get(row["treaty"])
            if treaty:
                begin, end = row["signed"] or treaty["signed"], row["ended"] or treaty["ended"] or "9999"
                spells[row["treaty"], self.tables.line_of(row["party"])].append((begin, end, row.where))
        for (key, code), found in spells.items():
            found.sort()
            for (_, end, place), (begin, _, other) in itertools.pairwise(found):
                if begin < end:
                    yield f"{other}: {code} is in {key} already ({place}, until {end}). Let the spells not overlap."
