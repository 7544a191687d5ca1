"""The desk's file of red lines: TOML, held against a schema; every error names file, line and key.

    [[line]]
    name = "reactors"
    title = "Russia gives North Korea reactors for submarines"
      [[line.when]]
      who = ["RUS"]
      to = ["PRK"]
      act = "AID"
      words = ["submarine reactor"]

`docs/watch.md` tells what each key means; `example_text` gives a commented file.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from dragoman.errors import LinesError
from dragoman.model.identity import content_id
from dragoman.vocab import Vocabulary
from dragoman.watch.nouns import Condition, DeedCondition, LevelCondition, Lines, RedLine, TreatyCondition
from dragoman.watch.schema import ALARM, LINE, WHEN, Field, rung_called, whole_errors

NAME = "the shipped example"

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\s]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")

KeyPlace = tuple[str, tuple[int, ...], str]
"""A table's name ("line.when"), its number within each array above it (from 0), and a key ("" is the header)."""


def example_text() -> str:
    """Give the example: a commented file of red lines."""
    return (files("dragoman.watch") / "example.toml").read_text(encoding="utf-8")


def example_lines(vocabulary: Vocabulary) -> Lines:
    """Give the lines of the example."""
    return read_text(example_text(), NAME, vocabulary)


def read_lines(path: Path, vocabulary: Vocabulary) -> Lines:
    """Read the desk's file. Raises LinesError that tells all that is wrong, by file, line and key."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LinesError(f"{path}: cannot be read ({error.strerror}); check the path and its rights") from error
    except UnicodeDecodeError as error:
        raise LinesError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    return read_text(text, str(path), vocabulary)


def read_text(text: str, name: str, vocabulary: Vocabulary) -> Lines:
    """Read the lines of a file's text; `name` stands in the errors. Raises LinesError."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LinesError(f"{name}: not valid TOML: {error}; mend the file") from error
    places = places_of(text)
    errors = [_told(name, places, place, what) for place, what in _errors(raw, vocabulary)]
    if errors:
        raise LinesError("\n".join(errors))
    lines = tuple(_line(row, vocabulary) for row in raw["line"])
    return Lines(lines=lines, dyads=_dyads(raw, lines, vocabulary))


def _told(name: str, places: dict[KeyPlace, int], place: KeyPlace, what: str) -> str:
    """Say where an error stands: the line of the key, or else of its table."""
    table, index, key = place
    number = places.get(place) or places.get((table, index, "")) or places.get(("", (), table.partition(".")[0]))
    where = ", ".join(part for part in (f"line {number}" if number else "", f"key {key!r}" if key else "") if part)
    return f"{name}{f', {where}' if where else ''}: {what}"


def _errors(raw: dict[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[KeyPlace, str]]:
    """Yield all that is wrong, with its place."""
    for key in raw:
        if key not in ("line", "alarm"):
            yield ("", (), key), f"no key is called {key!r} here; known are [[line]] and [alarm]"
    rows = raw.get("line")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield ("line", (), ""), "there is no red line; write at least one [[line]]"
        return
    for number, row in enumerate(rows):
        yield from _table_errors("line", (number,), row, LINE, vocabulary)
        for at, when in enumerate(_whens(row)):
            if isinstance(when, dict):
                index = (number,) if isinstance(row["when"], dict) else (number, at)
                yield from _table_errors("line.when", index, when, WHEN, vocabulary)
    if isinstance(raw.get("alarm"), dict):
        yield from _table_errors("alarm", (), raw["alarm"], ALARM, vocabulary)
    elif "alarm" in raw:
        yield ("alarm", (), ""), 'wants a table: write [alarm] and below it dyads = [["RUS", "PRK"]]'
    for number, what in _doubles(rows):
        yield ("line", (number,), "name"), what


def _whens(row: dict[str, Any]) -> list[Any]:
    """Give the conditions of a line, written as [[line.when]] or as a single [line.when]."""
    when = row.get("when", [])
    return when if isinstance(when, list) else [when]


def _table_errors(
    table: str, index: tuple[int, ...], row: dict[str, Any], fields: dict[str, Field], vocabulary: Vocabulary
) -> Iterator[tuple[KeyPlace, str]]:
    for key, value in row.items():
        if key not in fields:
            yield (table, index, key), f"no key is called {key!r} here; known are {', '.join(fields)}"
            continue
        for what in fields[key].errors(value, vocabulary):
            yield (table, index, key), what
    for key, what in whole_errors(table, row, vocabulary):
        yield (table, index, key), what


def _doubles(rows: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    names = [row.get("name") for row in rows]
    for number, name in enumerate(names):
        if name is not None and name in names[:number]:
            yield number, f"two lines are called {name!r}; the record tells lines apart by their names: rename one"


def _line(row: dict[str, Any], vocabulary: Vocabulary) -> RedLine:
    line = RedLine(
        name=row["name"].strip(), title=row.get("title", row["name"]).strip(), response=row.get("response", "").strip(),
        owner=row.get("owner", "").strip(), sources=row.get("sources", 2), since=row.get("since"),
        within=row.get("within"), conditions=tuple(_condition(when, vocabulary) for when in _whens(row)),
    )  # fmt: skip
    # What is only shown (title, response, owner) does not make it another line.
    definition = content_id(line.name, line.sources, line.since, line.within, line.conditions)
    return replace(line, definition=definition)


def _condition(when: dict[str, Any], vocabulary: Vocabulary) -> Condition:
    def several(key: str) -> tuple[Any, ...]:
        value = when.get(key, ())
        return tuple(value) if isinstance(value, list) else (value,) if value != () else ()

    if "treaty" in when:
        return TreatyCondition(
            treaty=when["treaty"], between=several("between"), binds=when.get("binds", "in force"),
            words=several("words"),
        )  # fmt: skip
    if "level" in when:
        rung = rung_called(when["level"], vocabulary)
        assert rung is not None
        return LevelCondition(rung=rung, between=several("between"), way=when.get("way", "up"))
    return DeedCondition(
        acts=several("act"), modes=several("mode"), who=several("who"), to=several("to"), between=several("between"),
        about=several("about"), words=several("words"), statuses=several("status"),
    )  # fmt: skip


def _dyads(raw: dict[str, Any], lines: tuple[RedLine, ...], vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Give the dyads whose alarm is watched: those of [alarm], or else those that the lines name."""
    if "dyads" in raw.get("alarm", {}):
        return tuple((a, b) for a, b in raw["alarm"]["dyads"])
    states = vocabulary.treaties.states
    found: dict[frozenset[str], tuple[str, str]] = {}
    for pair in (pair for line in lines for condition in line.conditions for pair in _pairs(condition)):
        if states.keys() >= {*pair} and not vocabulary.treaties.is_same(*pair):
            found.setdefault(frozenset(pair), pair)
    return tuple(found.values())


def bears_on(line: RedLine, a: str, b: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is about two states: one of its conditions names both."""
    dyad = vocabulary.treaties.dyad_of
    return any(dyad(*pair) == dyad(a, b) for condition in line.conditions for pair in _pairs(condition))


def _pairs(condition: Condition) -> list[tuple[str, str]]:
    if condition.between:
        return [(condition.between[0], condition.between[1])]
    if isinstance(condition, DeedCondition):
        return [(one, other) for one in condition.who for other in condition.to]
    return []


def places_of(text: str) -> dict[KeyPlace, int]:
    """Give the line (from 1) of every key that stands on a line of its own under its table's header."""
    found: dict[KeyPlace, int] = {}
    counts: Counter[tuple[str, tuple[int, ...]]] = Counter()
    table = ""
    index: tuple[int, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table, index = header[2].replace(" ", ""), _index(header[2].replace(" ", ""), header[1] == "[[", counts)
            found.setdefault((table, index, ""), number)
        elif key:
            found.setdefault((table, index, key[1]), number)
    return found


def _index(table: str, is_array: bool, counts: Counter[tuple[str, tuple[int, ...]]]) -> tuple[int, ...]:
    """Count the tables of an array within the last table of the array above it."""
    above = table.rpartition(".")[0]
    outer: tuple[int, ...] = ()
    if above:
        at = max((key for key in counts if key[0] == above), key=lambda key: key[1] + (counts[key],), default=None)
        outer = (*at[1], counts[at] - 1) if at else ()
    if not is_array:
        return outer
    counts[table, outer] += 1
    return (*outer, counts[table, outer] - 1)
