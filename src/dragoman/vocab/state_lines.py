"""Which state carries on which: Russia the Soviet Union, Serbia Yugoslavia, Germany Prussia."""

import csv
from functools import cache

from dragoman.vocab.tables import data

TABLES = data("world", "treaties")


@cache
def _lines() -> dict[str, tuple[str, str]]:
    text = (TABLES / "lines.csv").read_text(encoding="utf-8")
    return {row["code"]: (row["line"], row["end"]) for row in csv.DictReader(text.splitlines())}


def line_of(code: str) -> str:
    """Give the code under which a state is looked up: that of the state that carries it on, else its own.

    The same line does not mean that a treaty went over: whether it did, and until when, stands with the treaty.
    """
    return _lines()[code][0] if code in _lines() else code


def code_on(code: str, on: str) -> str:
    """Give the code that a party has on the ISO day `on`: SUN until 1991-12-25, RUS after it."""
    line, end = _lines().get(code, (code, ""))
    return line if end and on > end else code
