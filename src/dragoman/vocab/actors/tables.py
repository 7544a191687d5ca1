"""Read the actor tables: one function a table, one tuple a row."""

import csv
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from dragoman.errors import VocabError


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


def _folder() -> Traversable:
    return files("dragoman.vocab.actors")


def _rows(table: Traversable, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a CSV table. Raises VocabError if a column is missing or a row has too many or too few cells."""
    reader = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    missing = set(columns) - set(reader.fieldnames or ())
    if missing:
        raise VocabError(
            f"{table.name}, line 1: no column {', '.join(sorted(missing))}. Add it (FORMAT.md lists the columns)."
        )
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise VocabError(
                f"{table.name}, line {reader.line_num}: wrong number of cells. Quote cells that hold a comma."
            )
        rows.append(row)
    return rows


@cache
def countries() -> dict[str, Country]:
    """Give all states, former states and territories by code."""
    return {row["code"]: Country(**row) for row in _rows(_folder() / "countries.csv", Country._fields)}


@cache
def names() -> tuple[Name, ...]:
    """Give all names of states, peoples, capitals, seats and places."""
    return tuple(Name(**row) for row in _rows(_folder() / "names.csv", Name._fields))


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give all organisations, armed groups, parties, agencies and media."""
    return tuple(_organisation(row) for row in _rows(_folder() / "organisations.csv", Organisation._fields))


def _organisation(row: dict[str, str]) -> Organisation:
    guards = dict(cell.split("=", 1) for cell in row["guards"].split(";") if cell)
    aliases = tuple(cell for cell in row["aliases"].split("|") if cell)
    return Organisation(row["code"], row["name"], aliases, row["kind"], row["sector"], row["country"], guards)


@cache
def sector_words() -> tuple[SectorWord, ...]:
    """Give all nouns and modifiers that tell a sector."""
    return tuple(SectorWord(**row) for row in _rows(_folder() / "sectors.csv", SectorWord._fields))


@cache
def offices() -> dict[str, Office]:
    """Give all titles by their lower-case form."""
    return {row["title"]: Office(**row) for row in _rows(_folder() / "offices.csv", Office._fields)}


@cache
def common_words() -> dict[str, frozenset[str]]:
    """Give the words that make a name doubtful by kind: given names, and surnames that are common or are words."""
    kinds: dict[str, set[str]] = {"given": set(), "surname": set()}
    for row in _rows(_folder() / "common.csv", ("word", "kind")):
        kinds[row["kind"]].add(row["word"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def grammar(role: str) -> frozenset[str]:
    """Give the words that play a role in reading noun phrases: preposition, placed, former, sponsor … (FORMAT.md)."""
    return frozenset(row["word"] for row in _rows(_folder() / "grammar.csv", ("word", "role")) if row["role"] == role)


@cache
def terms() -> tuple[Term, ...]:
    """Give the terms of office of all tables in `leaders/`, in the order of the file names."""
    columns = ("code", "office", "person", "surname", "aliases", "begin", "end")
    tables = sorted((_folder() / "leaders").iterdir(), key=lambda table: table.name)
    return tuple(
        _term(row) for table in tables if table.name.endswith(".csv") for row in _rows(table, columns) if row["person"]
    )


def _term(row: dict[str, str]) -> Term:
    aliases = tuple(cell.strip() for cell in row["aliases"].split("|") if cell.strip())
    return Term(row["code"], row["office"], row["person"], row["surname"], aliases, row["begin"], row["end"])
