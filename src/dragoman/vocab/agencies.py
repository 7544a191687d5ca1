"""News agencies and how papers credit them, as data (`agencies.csv`, `credits.csv`)."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, cast, get_args

from msgspec import Struct

from dragoman.vocab.actors import ActorTables
from dragoman.vocab.tables import Folder, Row, once

CreditKind = Literal["dateline", "text"]
KINDS: tuple[CreditKind, ...] = get_args(CreditKind)


class Agency(Struct, frozen=True):
    """A name under which an agency is printed, the agency itself, and the country it sits in."""

    agency: str
    name: str
    country: str
    example: str


class CreditForm(Struct, frozen=True):
    """A way of crediting an agency: `dateline` covers the whole text, `text` its paragraph."""

    kind: CreditKind
    pattern: re.Pattern[str]
    example: str


class Agencies:
    """The tables of agencies. Raises VocabError for a name that stands twice and a form that is none."""

    def __init__(self, folder: Folder, actors: ActorTables) -> None:
        """Take the folder `watch` of the world, and the actor tables: they know the states."""
        self.folder, self.actors = folder, actors

    @cached_property
    def all(self) -> tuple[Agency, ...]:
        """All names of agencies."""
        found: dict[str, Agency] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("agencies.csv", "agency", "name", "country", "example"):
            once(seen, row.filled("name"), row)
            row.known("country", self.actors.countries, "countries.csv")
            found[row["name"]] = Agency(row.filled("agency"), row["name"], row["country"], row.filled("example"))
        return tuple(found.values())

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {agency.name.casefold(): agency.agency for agency in self.all}

    @cached_property
    def forms(self) -> tuple[CreditForm, ...]:
        """The ways of crediting; `{agency}` in a pattern stands for any name."""
        names = "|".join(re.escape(a.name) for a in sorted(self.all, key=lambda a: -len(a.name)))
        found = []
        for row in self.folder.rows("credits.csv", "kind", "pattern", "example"):
            if "(?P<a>{agency})" not in row["pattern"]:
                raise row.wrong("the pattern names no agency", "write (?P<a>{agency}) where its name stands")
            filled = Row(row.where, row.cells | {"pattern": row["pattern"].replace("{agency}", names)})
            kind = row.one_of("kind", KINDS)
            found.append(CreditForm(cast(CreditKind, kind), filled.pattern("pattern", re.M), row.filled("example")))
        return tuple(found)

    def called(self, words: str) -> str | None:
        """Give the agency that some words name and nothing else ("Yonhap", "the Yonhap News Agency"); None if none."""
        words = words.strip(" ,;:")
        plain = re.sub(r"^(?:according to\s+)?(?:the\s+)?|\s+news agency$|\s+reports?$", "", words, flags=re.I)
        return self._by_name.get(words.casefold()) or self._by_name.get(plain.casefold())

    @cached_property
    def _any_name(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(agency.name) for agency in self.all))

    def credits(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield (start, kind, agency) for every credit in a text."""
        if not self._any_name.search(text):
            return
        for form in self.forms:
            for match in form.pattern.finditer(text):
                yield match.start("a"), form.kind, self._by_name[match["a"].casefold()]
