"""The actor tables: states, names, organisations, offices and who held them; one tuple a row."""

import re
from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from dragoman.vocab.tables import Folder, Row, once


class Country(NamedTuple):
    """A state, former state or territory; `successor` is the state that follows or controls it."""

    code: str
    name: str
    begin: str
    end: str
    successor: str
    kind: str


class Name(NamedTuple):
    """Words that stand for a state; no code means that the words stand for none and hide shorter names in them."""

    alias: str
    code: str
    kind: str
    sector: str
    begin: str
    end: str
    guard: str
    example: str


class Organisation(NamedTuple):
    """An organisation or armed group; no country means that it is international."""

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    sector: str
    country: str
    guards: dict[str, str]


class SectorWord(NamedTuple):
    """A noun or modifier that tells the sector; `role` is head, weak or modifier."""

    word: str
    sector: str
    role: str


class Office(NamedTuple):
    """A title and the office it names."""

    title: str
    office: str
    sector: str


class Term(NamedTuple):
    """A stretch of time in which a person held an office; dates are partial ISO dates, no end means still in office."""

    code: str
    office: str
    person: str
    surname: str
    aliases: tuple[str, ...]
    begin: str
    end: str
    sector: str = ""


SECTORS = frozenset((
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO",
))  # fmt: skip
"""The sector codes of the PLOVER codebook, and IGO and NGO for international bodies."""

ROLES = ("head", "weak", "modifier", "thing")
STATE_KINDS = ("state", "former", "territory")
NAME_KINDS = ("country", "people", "capital", "seat", "place", "region", "short")
BODY_KINDS = (
    "IGO", "IMG", "NGO", "agency", "armed", "bank", "company", "gang", "government", "media", "military", "ministry",
    "movement", "parliament", "party", "police", "prison",
)  # fmt: skip
OFFICES = (
    "head_of_state", "head_of_government", "leader", "head", "foreign_minister", "defence_minister", "vice", "other",
)  # fmt: skip
PARTS = (
    "abroad", "article", "day", "end", "former", "joint", "leading", "opener", "placed", "preposition", "presiding",
    "sponsor", "state",
)  # fmt: skip
"""The parts that words play in reading noun phrases."""
PLAIN_GUARDS = ("", "person", "caps", "self", "acting", "hyphen", "generic")
GUARDS_WITH_WORDS = ("only", "cue", "not")
SOURCES = ("editors", "editors+archigos", "statedept-visits")
"""Where a term of office is from."""
_TERM = ("code", "office", "person", "surname", "aliases", "begin", "end")


class ActorTables:
    """The tables of actors: words of a language, facts of the world. Raises VocabError for a row that will not do."""

    def __init__(self, words: Folder, world: Folder) -> None:
        """Take the folders `actors` of a language and of the world."""
        self.words, self.world = words, world

    @cached_property
    def countries(self) -> dict[str, Country]:
        """All states, former states and territories by code."""
        seen: dict[str, str] = {}
        rows = list(self.world.rows("countries.csv", *Country._fields))
        codes = {row["code"] for row in rows}
        for row in rows:
            once(seen, row["code"], row)
            if not re.fullmatch("[A-Z]{3}", row["code"]):
                raise row.wrong(f"code is {row['code']!r}", "write three capital letters")
            row.filled("name")
            row.spell()
            row.one_of("kind", STATE_KINDS)
            row.known("successor", {"", *codes}, "this table")
        return {row["code"]: Country(**row.cells) for row in rows}

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All names of states, peoples, capitals, seats and places."""
        rows = list(self.words.rows("names.csv", *Name._fields))
        for row in rows:
            row.filled("alias")
            if row.one_of("kind", NAME_KINDS) != "region" or row["code"]:
                row.known("code", self.countries, "countries.csv")
            row.one_of("sector", {"", *SECTORS})
            row.spell()
            self._check_guard(row, row["guard"])
        return tuple(Name(**row.cells) for row in rows)

    def _check_guard(self, row: Row, guard: str) -> None:
        """Raise VocabError unless a guard is one that FORMAT.md tells of."""
        for part in guard.split("&"):
            kind, _, words = part.partition(":")
            if part not in PLAIN_GUARDS and not (kind in GUARDS_WITH_WORDS and words):
                raise row.wrong(f"there is no guard {part!r}", "see FORMAT.md")
            if unknown := set(words.split(";")) - set(self.countries) if kind == "only" else ():
                raise row.wrong(f"the guard names {sorted(unknown)}, no codes of countries.csv", "mend it")

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """All organisations, armed groups, parties, agencies and media."""
        seen: dict[str, str] = {}
        rows = list(self.world.rows("organisations.csv", *Organisation._fields))
        for row in rows:
            once(seen, row.filled("code"), row)
            row.filled("name")
            row.one_of("kind", BODY_KINDS)
            row.one_of("sector", SECTORS)
            row.known("country", {"", *self.countries}, "countries.csv")
        return tuple(map(self._organisation, rows))

    def _organisation(self, row: Row) -> Organisation:
        aliases, guards = row.several("aliases", "|"), {}
        for cell in row.several("guards", ";"):
            alias, mark, guards[alias] = cell.partition("=")
            if not mark or alias not in (row["name"], *aliases):
                raise row.wrong(f"guards hold {cell!r}", "write name=guard, with one of the names")
            self._check_guard(row, guards[alias])
        return Organisation(row["code"], row["name"], aliases, row["kind"], row["sector"], row["country"], guards)

    @cached_property
    def sector_words(self) -> tuple[SectorWord, ...]:
        """All nouns and modifiers that tell a sector."""
        rows, seen = list(self.words.rows("sectors.csv", *SectorWord._fields)), dict[str, str]()
        for row in rows:
            once(seen, f"{row.filled('word')}, {row.one_of('role', ROLES)}", row)
            row.one_of("sector", {"", *SECTORS} if row["role"] == "weak" else SECTORS)
        return tuple(SectorWord(**row.cells) for row in rows)

    @cached_property
    def offices(self) -> dict[str, Office]:
        """All titles by their lower-case form."""
        rows, seen = list(self.words.rows("offices.csv", *Office._fields)), dict[str, str]()
        for row in rows:
            once(seen, row.filled("title"), row)
            row.one_of("office", OFFICES)
            row.one_of("sector", {"", *SECTORS})
        return {row["title"]: Office(**row.cells) for row in rows}

    @cached_property
    def common_words(self) -> dict[str, frozenset[str]]:
        """The words that make a name doubtful by kind: given names, and surnames that are common or are words."""
        kinds: dict[str, set[str]] = {"given": set(), "surname": set()}
        for row in self.words.rows("common.csv", "word", "kind"):
            kinds[row.one_of("kind", kinds)].add(row.filled("word"))
        return {kind: frozenset(words) for kind, words in kinds.items()}

    @cached_property
    def _parts(self) -> dict[str, frozenset[str]]:
        parts: dict[str, set[str]] = {}
        for row in self.words.rows("grammar.csv", "word", "role"):
            parts.setdefault(row.one_of("role", PARTS), set()).add(row.filled("word"))
        return {role: frozenset(words) for role, words in parts.items()}

    def grammar(self, role: str) -> frozenset[str]:
        """Give the words that play a role in reading noun phrases: preposition, placed, former … (FORMAT.md)."""
        return self._parts[role]

    @cached_property
    def regions(self) -> dict[str, str]:
        """The state of each region that is told behind a town, by its name and its short forms ("Texas", "Tex.")."""
        found: dict[str, str] = {}
        for row in self.words.rows("regions.csv", "region", "short", "code"):
            row.known("code", self.countries, "countries.csv")
            found |= dict.fromkeys((row.filled("region"), *row.several("short", "|")), row["code"])
        return found

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The other spellings of a part of a name, by each of its spellings."""
        groups: dict[str, list[str]] = {}
        for row in self.words.rows("spellings.csv", "spelling", "of"):
            groups.setdefault(row["of"], [row.filled("of")]).append(row.filled("spelling"))
        return {part: tuple(o for o in group if o != part) for group in groups.values() for part in group}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms of office of all tables in `leaders/`, and after them those of `figures.csv`."""
        folder, codes = self.world / "leaders", {*self.countries, *(body.code for body in self.organisations)}
        found = []
        for file in folder.files(".csv"):
            for row in folder.rows(file, *_TERM, "source", "note"):
                row.filled("surname")
                row.one_of("source", SOURCES)
                found.append(_term(row, codes, row.one_of("office", OFFICES)))
        for row in self.world.rows("figures.csv", "code", "sector", *_TERM[2:]):
            found.append(_term(row, codes, "other", row.one_of("sector", SECTORS)))
        return tuple(found)


def _term(row: Row, codes: Collection[str], office: str, sector: str = "") -> Term:
    row.known("code", codes, "countries.csv or organisations.csv")
    row.filled("begin")
    row.spell()
    told = (row.filled("person"), row["surname"], row.several("aliases", "|"), row["begin"], row["end"])
    return Term(row["code"], office, *told, sector)
