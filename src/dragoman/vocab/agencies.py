"""News agencies and how papers credit them, as data (`agencies.csv`, `credits.csv`)."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.tables import data

KINDS = ("dateline", "text")


class Agency(Struct, frozen=True):
    """A name under which an agency is printed, the agency itself, and the country it sits in."""

    agency: str
    name: str
    country: str
    example: str


class CreditForm(Struct, frozen=True):
    """A way of crediting an agency: `dateline` covers the whole text, `text` its paragraph."""

    kind: Literal["dateline", "text"]
    pattern: re.Pattern[str]
    example: str


def table(name: str) -> list[tuple[int, dict[str, str]]]:
    """Give the rows of a table of `vocab/data/world/watch` with their line numbers."""
    text = (data("world", "watch") / name).read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines())
    return [(reader.line_num, row) for row in reader]


@cache
def agencies() -> tuple[Agency, ...]:
    """Give all names of agencies; raises VocabError if one stands twice."""
    found: dict[str, Agency] = {}
    for line, row in table("agencies.csv"):
        if row["name"] in found:
            raise VocabError(
                f"vocab/data/world/watch/agencies.csv, line {line}: {row['name']!r} stands twice; leave one"
            )
        found[row["name"]] = Agency(row["agency"], row["name"], row["country"], row["example"])
    return tuple(found.values())


@cache
def _by_name() -> dict[str, str]:
    return {agency.name.casefold(): agency.agency for agency in agencies()}


@cache
def credit_forms() -> tuple[CreditForm, ...]:
    """Give the ways of crediting; raises VocabError for a kind that is none or a pattern that is no pattern."""
    names = "|".join(re.escape(a.name) for a in sorted(agencies(), key=lambda a: -len(a.name)))
    found = []
    for line, row in table("credits.csv"):
        where = f"vocab/data/world/watch/credits.csv, line {line}"
        if row["kind"] not in KINDS:
            raise VocabError(f"{where}: no kind is called {row['kind']!r}; write one of {', '.join(KINDS)}")
        try:
            pattern = re.compile(row["pattern"].replace("{agency}", names), re.MULTILINE)
        except re.error as error:
            raise VocabError(f"{where}: the pattern cannot be read ({error}); mend it") from error
        found.append(CreditForm(row["kind"], pattern, row["example"]))  # type: ignore[arg-type]
    return tuple(found)


def agency_called(words: str) -> str | None:
    """Give the agency that some words name and nothing else ("Yonhap", "the Yonhap News Agency"); None if none."""
    words = words.strip(" ,;:")
    plain = re.sub(r"^(?:according to\s+)?(?:the\s+)?|\s+news agency$|\s+reports?$", "", words, flags=re.I)
    known = _by_name()
    return known.get(words.casefold()) or known.get(plain.casefold())


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(agency.name) for agency in agencies()))


def find_credits(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (start, kind, agency) for every credit in a text."""
    if not _any_name().search(text):
        return
    for form in credit_forms():
        for match in form.pattern.finditer(text):
            yield match.start("a"), form.kind, _by_name()[match["a"].casefold()]
