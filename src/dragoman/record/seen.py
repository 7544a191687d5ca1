"""Event claims one by one, with what tells whether their sources are independent: story, agency, holder."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection

import msgspec

from dragoman.model.event import Event
from dragoman.record.credits import Credit, covering
from dragoman.record.desk import Record
from dragoman.record.index import Index
from dragoman.record.judging import RULE
from dragoman.record.levels import levels_of
from dragoman.record.nouns import Gone, Head, Seen, SeenLevel, Sought, StoredEvent, Withdrawal
from dragoman.record.views import find_among
from dragoman.record.writer import named

_SEEN = (
    "SELECT e.id, c.value, d.head, s.story, e.document FROM events e JOIN claims c ON c.number = e.claim "
    "JOIN documents d ON d.number = e.document JOIN stories s ON s.document = e.document WHERE e.claim IN ({}) "
    "ORDER BY d.published IS NULL, d.published, d.id, c.start, e.id"
)
_GONE = (
    "SELECT c.id, c.value, d.head, w.id, w.target, v.who, v.why, v.day FROM withdrawn w "
    "JOIN withdrawals v ON v.id = w.id JOIN claims c ON c.id = w.target JOIN documents d ON d.id = c.document "
    "WHERE c.kind = 'event' AND w.who <> ? ORDER BY v.number"
)


class Finder:
    """Answers many questions on one record: heads and credits are read once."""

    def __init__(self, record: Record) -> None:
        """Take an open record; one that is written to meanwhile needs a new Finder."""
        self._record = record
        self._known_levels: list[SeenLevel] | None = None
        self._heads: dict[str, Head] = {}
        self._credits: dict[int, tuple[Credit, ...]] | None = None
        self._known: Index | None = None

    def seen(self, sought: Sought) -> list[Seen]:
        """Give the event claims that stand and fit, in the order in which their documents were published."""
        decode = msgspec.json.Decoder(Event).decode
        with self._record._looking():
            connection = self._record._connection
            credits = self._all_credits(connection)
            fitting = self._index(connection).fitting(sought)
            rows = connection.execute(_SEEN.format(",".join(map(str, fitting)))).fetchall()
        found = []
        for claim, value, head, story, document in rows:
            event = named(decode(value), claim)
            names = covering(credits.get(document, ()), event.evidence.start)
            found.append(Seen(event=event, document=self._head(head), story=story, agencies=tuple(sorted({*names}))))
        return found

    def events(self, one: Collection[str], other: Collection[str]) -> list[StoredEvent]:
        """Give the events in which somebody of each of two sets of codes takes part, by time, undated last.

        They are the same that `Record.events` gives for one code of each.
        """
        with self._record._looking():
            connection = self._record._connection
            return find_among(connection, self._index(connection).between(one, other))

    def pairs(self) -> Counter[tuple[str, str]]:
        """Count the event claims in which two codes take part, on whichever side; a pair is in alphabetical order."""
        with self._record._looking():
            return self._index(self._record._connection).pairs()

    def latest(self) -> str | None:
        """Give when the last document was published (EDTF), or else the last event was; None for neither."""
        with self._record._looking():
            connection = self._record._connection
            published = connection.execute("SELECT max(published) FROM documents").fetchone()[0]
            first = connection.execute("SELECT max(first) FROM events").fetchone()[0]
        return str(published or first) if published or first else None

    def undated(self) -> int:
        """Give how many documents have no date."""
        with self._record._looking():
            query = "SELECT count(*) FROM documents WHERE published IS NULL"
            return int(self._record._connection.execute(query).fetchone()[0])

    def levels(self) -> list[SeenLevel]:
        """Give the level claims that stand, by id."""
        if self._known_levels is None:
            self._known_levels = self._read_levels()
        return self._known_levels

    def _read_levels(self) -> list[SeenLevel]:
        with self._record._looking():
            connection = self._record._connection
            credits = self._all_credits(connection)
            stories = {d: (n, s) for n, d, s in connection.execute("SELECT document, id, story FROM stories")}
        found = []
        for stored in levels_of(self._record):
            number, story = stories[stored.document.id]
            names = covering(credits.get(number, ()), stored.claim.evidence.start)
            agencies = tuple(sorted({*names}))
            found.append(
                SeenLevel(id=stored.id, claim=stored.claim, document=stored.document, story=story, agencies=agencies)
            )
        return found

    def gone(self) -> list[Gone]:
        """Give the event claims that people withdrew, in that order."""
        with self._record._looking():
            rows = self._record._connection.execute(_GONE, (RULE,)).fetchall()
        return [
            Gone(
                event=named(msgspec.json.decode(value, type=Event), claim),
                document=self._head(head),
                withdrawal=Withdrawal(id=key, target=target, who=who, why=why, day=day),
            )
            for claim, value, head, key, target, who, why, day in rows
        ]

    def _index(self, connection: sqlite3.Connection) -> Index:
        if self._known is None:
            self._known = Index(connection)
        return self._known

    def _head(self, raw: str) -> Head:
        if raw not in self._heads:
            self._heads[raw] = msgspec.json.decode(raw, type=Head)
        return self._heads[raw]

    def _all_credits(self, connection: sqlite3.Connection) -> dict[int, tuple[Credit, ...]]:
        if self._credits is None:
            found: defaultdict[int, list[Credit]] = defaultdict(list)
            for document, *credit in connection.execute('SELECT document, start, "end", agency FROM credits'):
                found[document].append((credit[0], credit[1], credit[2]))
            self._credits = {document: tuple(credits) for document, credits in found.items()}
        return self._credits

