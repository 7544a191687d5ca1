"""Where the keys of a TOML file stand: the parser of the standard library tells lines of syntax errors only."""

import re
from collections import Counter

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\s]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")

Place = tuple[str, tuple[int, ...], str]
"""A table's name ("line.when"), its number within each array above it (from 0), and a key ("" is the header)."""


def places_of(text: str) -> dict[Place, int]:
    """Give the line (from 1) of every key that stands on a line of its own under its table's header."""
    found: dict[Place, int] = {}
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
