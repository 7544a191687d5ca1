"""What pages are made of besides their text: furniture, sections, kinds; and the sources they come from."""

import re
from functools import cached_property

from dragoman.vocab.actors import ActorTables
from dragoman.vocab.expressions import read_expressions
from dragoman.vocab.tables import Folder, Row, once
from dragoman.vocab.word_search import holds

PLACES = ("whole", "start", "within")
ZONES = ("any", "edges")
ROLES = (
    "address", "advertisement", "author", "byline", "caption", "comment box", "comments heading", "cookies",
    "copyright", "correction", "credit", "icon", "link", "list heading", "log in", "navigation", "newsletter",
    "picture", "policy", "poll", "rule", "share", "tags", "tool",
)  # fmt: skip
"""What the furniture of pages is for."""
KINDS = ("editorial", "opinion", "news", "analysis", "interview", "treaty", "communique")
"""The kinds of pages."""
LINE_KINDS = ("treaty", "interview")
"""The kinds that the lines of a page tell."""
SHOWN_BY = ("section", "type", "title", "line")
"""Where words or patterns tell the kind of a page."""
APOSTROPHES = re.compile(r"['’‘`´]")
"""Signs that phrases may leave out ("dont have an account")."""
SOURCE_KINDS = ("newspaper", "agency", "broadcaster", "site", "magazine", "ministry", "institute", "organisation")


class IntakeTables:
    """The tables of `intake`, as rows; the room `intake` makes its patterns of them. Raises VocabError for bad rows."""

    def __init__(self, words: Folder, world: Folder, actors: ActorTables) -> None:
        """Take the folders `intake` of a language and of the world, and the actor tables: they know the states."""
        self.words, self.world, self.actors = words, world, actors

    @cached_property
    def clutter(self) -> tuple[Row, ...]:
        """Phrases that are furniture: phrase, place (whole, start, within), zone and role."""
        rows = self._filled(self.words, "clutter.csv", "phrase", "place", "zone", "role", "source", "example")
        for row in rows:
            row.one_of("place", PLACES)
            row.one_of("zone", ZONES)
            row.one_of("role", ROLES)
            if not holds(APOSTROPHES.sub("", row["example"]), [APOSTROPHES.sub("", row["phrase"])]):
                raise row.wrong(f"the example does not hold {row['phrase']!r}", "mend it")
        return rows

    def _filled(self, folder: Folder, file: str, *columns: str, empty: str = "") -> tuple[Row, ...]:
        """Give the rows of a table whose first column holds no word twice, and no other but `empty` an empty cell."""
        rows, seen = tuple(folder.rows(file, *columns)), dict[str, str]()
        for row in rows:
            once(seen, row[columns[0]], row)
            for column in columns:
                if column != empty:
                    row.filled(column)
        return rows

    @cached_property
    def patterns(self) -> tuple[Row, ...]:
        """Regular expressions of lines that are furniture: pattern, zone and role."""
        rows = self._filled(self.words, "patterns.csv", "pattern", "zone", "role", "source", "example")
        for row in rows:
            row.one_of("zone", ZONES)
            row.one_of("role", ROLES)
            row.shown("pattern")
        return rows

    @cached_property
    def expressions(self) -> dict[str, re.Pattern[str]]:
        """What else is looked for in the lines of a page, by name: dates, labels, where sentences end."""
        return read_expressions(self.words, "expressions.yaml")

    @cached_property
    def kinds(self) -> tuple[Row, ...]:
        """What tells the kind of a page: word or pattern, the kind, and where it is looked for."""
        rows = self._filled(self.words, "kinds.csv", "word", "kind", "where", "source", "example")
        for row in rows:
            where = row.one_of("where", SHOWN_BY)
            row.one_of("kind", LINE_KINDS if where == "line" else KINDS)
            if where in ("title", "line"):
                row.shown("word")
        return rows

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The names of sections on news sites."""
        rows = self._filled(self.words, "sections.csv", "section", "source", "example")
        return tuple(row["section"] for row in rows)

    @cached_property
    def months(self) -> dict[str, int]:
        """The numbers of the months by their names in other languages, as they stand in dates, in small letters."""
        rows = self._filled(self.world, "months.csv", "name", "number", "language", "example")
        for row in rows:
            if not 1 <= row.whole("number") <= 12 or row["name"] not in row["example"]:
                raise row.wrong(f"month {row['number']} with the example {row['example']!r}", "mend it")
            if not re.fullmatch("[a-z]{2}", row["language"]):
                raise row.wrong(f"language is {row['language']!r}", "write two small letters (ISO 639-1)")
        return {row["name"]: row.whole("number") for row in rows}

    @cached_property
    def sources(self) -> tuple[Row, ...]:
        """Newspapers, agencies, broadcasters and ministries: name, domain, country, kind, aliases."""
        columns = ("name", "domain", "country", "kind", "aliases", "source", "example")
        rows = self._filled(self.world, "sources.csv", *columns, empty="aliases")
        for row in rows:
            row.known("country", self.actors.countries, "countries.csv")
            row.one_of("kind", SOURCE_KINDS)
            if not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", row["domain"]):
                raise row.wrong(f"domain is {row['domain']!r}", "write it as example.org")
        return rows
