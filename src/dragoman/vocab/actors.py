"""Read the actor tables: one function a table, one tuple a row."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from typing import NamedTuple

from dragoman.errors import VocabError
from dragoman.vocab.tables import data


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


def _rows(table: Traversable, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Read a CSV table: give the cells of `columns` in that order, row by row.

    Raises VocabError if a column is missing or a row has too many or too few cells.
    """
    reader = csv.reader(table.read_text(encoding="utf-8").splitlines())
    head = next(reader, [])
    missing = sorted(set(columns) - set(head))
    if missing:
        raise VocabError(f"{table.name}, line 1: no column {missing}. Add it (FORMAT.md lists the columns).")
    places = [head.index(column) for column in columns]
    for row in reader:
        if len(row) != len(head):
            raise VocabError(f"{table.name}, line {reader.line_num}: {len(row)} cells, not {len(head)}. Quote commas.")
        yield [row[place] for place in places]


@cache
def countries() -> dict[str, Country]:
    """Give all states, former states and territories by code."""
    return {row[0]: Country(*row) for row in _rows(data("world", "actors", "countries.csv"), Country._fields)}


@cache
def names() -> tuple[Name, ...]:
    """Give all names of states, peoples, capitals, seats and places."""
    return tuple(Name(*row) for row in _rows(data("en", "actors", "names.csv"), Name._fields))


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give all organisations, armed groups, parties, agencies and media."""
    return tuple(
        _organisation(row) for row in _rows(data("world", "actors", "organisations.csv"), Organisation._fields)
    )


def _organisation(row: list[str]) -> Organisation:
    code, name, aliases, kind, sector, country, guarded = row
    guards = dict(cell.split("=", 1) for cell in guarded.split(";") if cell)
    return Organisation(code, name, _cells(aliases), kind, sector, country, guards)


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split("|") if cell.strip()) if text else ()


@cache
def sector_words() -> tuple[SectorWord, ...]:
    """Give all nouns and modifiers that tell a sector."""
    return tuple(SectorWord(*row) for row in _rows(data("en", "actors", "sectors.csv"), SectorWord._fields))


@cache
def offices() -> dict[str, Office]:
    """Give all titles by their lower-case form."""
    return {row[0]: Office(*row) for row in _rows(data("en", "actors", "offices.csv"), Office._fields)}


@cache
def common_words() -> dict[str, frozenset[str]]:
    """Give the words that make a name doubtful by kind: given names, and surnames that are common or are words."""
    kinds: dict[str, set[str]] = {"given": set(), "surname": set()}
    for word, kind in _rows(data("en", "actors", "common.csv"), ("word", "kind")):
        kinds[kind].add(word)
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def grammar(role: str) -> frozenset[str]:
    """Give the words that play a role in reading noun phrases: preposition, placed, former, sponsor … (FORMAT.md)."""
    return frozenset(word for word, own in _rows(data("en", "actors", "grammar.csv"), ("word", "role")) if own == role)


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Give the other spellings of a part of a name, by each of its spellings."""
    groups: dict[str, list[str]] = {}
    for spelling, first in _rows(data("en", "actors", "spellings.csv"), ("spelling", "of")):
        groups.setdefault(first, [first]).append(spelling)
    return {part: tuple(other for other in group if other != part) for group in groups.values() for part in group}


@cache
def terms() -> tuple[Term, ...]:
    """Give the terms of office of all tables in `leaders/`, and after them those of `figures.csv`."""
    folder = sorted(data("world", "actors", "leaders").iterdir(), key=lambda table: table.name)
    held = (row for table in folder if table.name.endswith(".csv") for row in _rows(table, _TERM))
    found = [
        Term(code, office, person, surname, _cells(aliases), begin, end)
        for code, office, person, surname, aliases, begin, end in held
        if person
    ]
    figures = _rows(data("world", "actors", "figures.csv"), ("code", "sector", *_TERM[2:]))
    for code, sector, person, surname, aliases, begin, end in figures:
        found.append(Term(code, "other", person, surname, _cells(aliases), begin, end, sector))
    return tuple(found)


_TERM = ("code", "office", "person", "surname", "aliases", "begin", "end")
