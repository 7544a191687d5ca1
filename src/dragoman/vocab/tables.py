"""One way to read the tables: CSV and YAML files under `vocab/data`, each error with its file and line.

A `Folder` is a place that tables are read from; `Row` is one row of a CSV table and `Entry` one entry of a YAML table,
whose cells and values are asked for by what they should hold. Raises VocabError throughout: what is wrong, where, and
what to do.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from msgspec import Struct

from dragoman.errors import VocabError

SHIPPED = files("dragoman.vocab").joinpath("data")
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""A partial ISO date: a year, a month of it or a day of that."""


class TablePlace(Struct, frozen=True):
    """A place in a table that an error names: "vocab/data/en/cues/modals.csv, line 3"."""

    where: str

    def wrong(self, what: str, to_do: str) -> VocabError:
        """Make the error that says what is wrong here and what to do."""
        return VocabError(f"{self.where}: {what}; {to_do}")

    def among(self, name: str, value: object, allowed: Collection[str]) -> str:
        """Give a value that must be one of some words; `name` is what it is called."""
        if not isinstance(value, str) or value not in allowed:
            words = ", ".join(sorted(word or "(empty)" for word in allowed))
            raise self.wrong(f"{name} is {value!r}", f"write one of {words}")
        return value


class Row(TablePlace, frozen=True):
    """One row of a CSV table: its cells by column."""

    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a cell as it stands."""
        return self.cells[column]

    def filled(self, column: str) -> str:
        """Give a cell that must not be empty."""
        if not self.cells[column].strip():
            raise self.wrong(f"there is no {column}", "write one")
        return self.cells[column]

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        """Give a cell that must be one of some words."""
        return self.among(column, self.cells[column], allowed)

    def known(self, column: str, codes: Collection[str], table: str) -> str:
        """Give a cell that must be one of the codes that another table has."""
        if self.cells[column] not in codes:
            raise self.wrong(f"{column} {self.cells[column]!r} does not stand in {table}", "mend it, or add it there")
        return self.cells[column]

    def date(self, column: str) -> str:
        """Give a cell that must be a partial ISO date or empty."""
        if self.cells[column] and not DATE.fullmatch(self.cells[column]):
            raise self.wrong(f"{column} {self.cells[column]!r} is no date", "write 1991, 1991-12 or 1991-12-26")
        return self.cells[column]

    def spell(self) -> None:
        """Check that `begin` and `end` are dates or empty, and that the end is not certainly before the beginning."""
        begin, end = self.date("begin"), self.date("end")
        shared = min(len(begin), len(end))
        if begin[:shared] > end[:shared]:
            raise self.wrong(f"the end {end} is before the beginning {begin}", "look both up again")

    def number(self, column: str) -> float:
        """Give a cell that must be a number."""
        try:
            return float(self.cells[column])
        except ValueError:
            raise self.wrong(f"{column} {self.cells[column]!r} is no number", "write one") from None

    def whole(self, column: str) -> int:
        """Give a cell that must be a whole number."""
        if not re.fullmatch(r"-?\d+", self.cells[column]):
            raise self.wrong(f"{column} {self.cells[column]!r} is no whole number", "write one")
        return int(self.cells[column])

    def pattern(self, column: str, flags: int = 0) -> re.Pattern[str]:
        """Give a cell that must be a regular expression."""
        try:
            return re.compile(self.cells[column], flags)
        except re.error as error:
            raise self.wrong(f"the pattern {self.cells[column]!r} cannot be read ({error})", "mend it") from error

    def shown(self, column: str) -> re.Pattern[str]:
        """Give a cell that must be a regular expression that matches the example of the row."""
        pattern = self.pattern(column)
        if not pattern.fullmatch(self.cells["example"]):
            raise self.wrong(f"the pattern does not match the example {self.cells['example']!r}", "mend one of them")
        return pattern

    def several(self, column: str, mark: str | None = None) -> tuple[str, ...]:
        """Give the parts of a cell, cut at `mark` (at blanks if there is none), the empty ones left out."""
        return tuple(part.strip() for part in self.cells[column].split(mark) if part.strip())


class Entry(TablePlace, frozen=True):
    """One entry of a YAML table: its values by key."""

    values: dict[str, Any]

    def text(self, key: str, what: str = "words") -> str:
        """Give a value that must be words."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{key} is {value!r}", f"write {what}, quoted")
        return value

    def texts(self, key: str) -> list[str]:
        """Give a value that must be a list of words; empty if there is no such key."""
        return word_list(self.values.get(key, []), f"{self.where}, {key}")

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """Give a value that must be one of some words."""
        return self.among(key, self.values.get(key), allowed)

    def pattern(self, text: str) -> re.Pattern[str]:
        """Give the regular expression that some text of the entry is. Raises VocabError if it is none."""
        try:
            return re.compile(text)
        except re.error as error:
            raise self.wrong(f"the pattern {text!r} cannot be read ({error})", "mend it") from error

    def only(self, keys: Collection[str], needed: Collection[str] = ()) -> None:
        """Check that there are no other keys than these, and that those needed are there."""
        if unknown := sorted(str(key) for key in self.values if key not in keys):
            raise self.wrong(f"unknown key {unknown}", "see FORMAT.md")
        if missing := sorted(set(needed) - set(self.values)):
            raise self.wrong(f"no key {missing}", "write it")


class Folder(Struct, frozen=True):
    """A folder of tables, and what it is called in messages."""

    place: Traversable
    name: str

    def __truediv__(self, part: str) -> Folder:
        """Give a folder or file below this one."""
        return Folder(self.place.joinpath(part), f"{self.name}/{part}")

    def files(self, ending: str) -> list[str]:
        """Give the names of the files with an ending, in order."""
        return sorted(entry.name for entry in self.place.iterdir() if entry.name.endswith(ending))

    def text(self, file: str) -> str:
        """Give what a file holds. Raises VocabError if it is not there."""
        try:
            return self.place.joinpath(file).read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            raise VocabError(f"{self.name}/{file}: there is no such file; put it there, or mend the name") from None

    def rows(self, file: str, *columns: str) -> Iterator[Row]:
        """Give the rows of a CSV table whose columns are these, in this order.

        Raises VocabError for other columns, and for a row with too many or too few cells.
        """
        reader = csv.reader(self.text(file).splitlines())
        where = f"{self.name}/{file}"
        head = next(reader, [])
        if tuple(head) != columns:
            raise VocabError(f"{where}, line 1: the columns are {','.join(head)}; write {','.join(columns)}")
        for cells in reader:
            if len(cells) != len(columns):
                told = f"{len(cells)} cells, not {len(columns)}"
                raise VocabError(f"{where}, line {reader.line_num}: {told}; quote cells with a comma")
            yield Row(f"{where}, line {reader.line_num}", dict(zip(columns, cells, strict=True)))

    def yaml(self, file: str) -> Any:
        """Give what a YAML file holds, read with libyaml where it is there: it is ten times as fast.

        Raises VocabError if it is not YAML.
        """
        try:
            return yaml.load(self.text(file), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.YAMLError as error:
            raise VocabError(f"{self.name}/{file}: not valid YAML: {error}; mend the file") from error

    def entries(self, file: str, name: str | None = None) -> list[Entry]:
        """Give the entries of a YAML table; each is called by its key `name`, or by its number.

        Raises VocabError if the file holds something else than a list of entries with keys.
        """
        table, found = self.yaml(file) or [], []
        if not isinstance(table, list):
            raise VocabError(f"{self.name}/{file}: no list of entries; begin each with a hyphen")
        for number, values in enumerate(table, 1):
            where = f"{self.name}/{file}, entry {number}"
            if not isinstance(values, dict):
                raise VocabError(f"{where}: {values!r} has no keys; write `key: value`")
            called = f"{self.name}/{file}, {name} {values.get(name)!r}" if name else where
            found.append(Entry(called, values))
        return found

    def lists(self, file: str) -> dict[str, list[str]]:
        """Give the lists of words of a YAML file by name. Raises VocabError for what is no list, or an empty one."""
        table = self.named(file)
        return {name: word_list(words, f"{self.name}/{file}, {name!r}", empty=False) for name, words in table.items()}

    def named(self, file: str) -> dict[str, Any]:
        """Give what a YAML file holds by name. Raises VocabError if it has no names."""
        table = self.yaml(file)
        if not isinstance(table, dict) or not all(isinstance(name, str) for name in table):
            raise VocabError(f'{self.name}/{file}: its entries have no names; write `"name": value`')
        return table


def word_list(words: Any, where: str, empty: bool = True) -> list[str]:
    """Give a list of words, which may be `empty`. Raises VocabError if it is none, or one of the words is no text."""
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise VocabError(f"{where}: {words!r} is no list of words; write one, each word quoted")
    if not words and not empty:
        raise VocabError(f"{where}: the list is empty; fill it, or leave it out")
    return words


def once(seen: dict[str, str], key: str, row: Row) -> None:
    """Take note of a key that may stand in a table only once. Raises VocabError if it stands there already."""
    if key in seen:
        raise row.wrong(f"{key!r} stands in {seen[key].rpartition(', ')[2]} too", "leave one")
    seen[key] = row.where
