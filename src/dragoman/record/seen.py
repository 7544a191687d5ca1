"""Event claims one by one, with what tells whether their sources are independent: story, agency, holder."""

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import cached_property
from typing import Any

import msgspec

from dragoman.model.document import Head
from dragoman.model.event import Event
from dragoman.record.credits import Credit, covering
from dragoman.record.desk import Record
from dragoman.record.index import Index
from dragoman.record.judging import RULE
from dragoman.record.levels import levels_of
from dragoman.record.nouns import Gone, Seen, SeenLevel, Sought, StoredEvent, Withdrawal
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


class Snapshot:
    """Answers many questions on one record: index, heads, credits, levels and withdrawals are read once."""

    def __init__(self, record: Record) -> None:
        """Take an open record; one that is written to meanwhile needs a new Finder."""
        self._record = record
        self._heads: dict[str, Head] = {}

    def seen(self, sought: Sought) -> list[Seen]:
        """Give the event claims that stand and fit, in the order in which their documents were published."""
        decode = msgspec.json.Decoder(Event).decode
        fitting = self._index.fitting(sought)
        rows = self._rows(_SEEN.format(",".join(map(str, fitting))))
        found = []
        for claim, value, head, story, document in rows:
            event = named(decode(value), claim)
            agencies = self._agencies(document, event.evidence.start)
            found.append(Seen(event=event, document=self._head(head), story=story, agencies=agencies))
        return found

    def events(self, one: Collection[str], other: Collection[str]) -> list[StoredEvent]:
        """Give the events in which somebody of each of two sets of codes takes part, by time, undated last.

        They are the same that `Record.events` gives for one code of each.
        """
        claims = self._index.between(one, other)
        with self._record._looking():
            return find_among(self._record._connection, claims)

    def pairs(self) -> Counter[tuple[str, str]]:
        """Count the event claims in which two codes take part, on whichever side; a pair is in alphabetical order."""
        return self._index.pairs()

    def latest(self) -> str | None:
        """Give when the last document was published (EDTF), or else the last event was; None for neither."""
        ((published,),) = self._rows("SELECT max(published) FROM documents")
        ((first,),) = self._rows("SELECT max(first) FROM events")
        return str(published or first) if published or first else None

    def undated(self) -> int:
        """Give how many documents have no date."""
        ((count,),) = self._rows("SELECT count(*) FROM documents WHERE published IS NULL")
        return int(count)

    def levels(self) -> list[SeenLevel]:
        """Give the level claims that stand, by id."""
        return self._levels

    def gone(self) -> list[Gone]:
        """Give the event claims that people withdrew, in that order."""
        return self._gone

    @cached_property
    def _levels(self) -> list[SeenLevel]:
        stories = {document: (n, story) for n, document, story in self._rows("SELECT document, id, story FROM stories")}
        found = []
        for stored in levels_of(self._record):
            number, story = stories[stored.document.id]
            agencies = self._agencies(number, stored.claim.evidence.start)
            found.append(
                SeenLevel(id=stored.id, claim=stored.claim, document=stored.document, story=story, agencies=agencies)
            )
        return found

    @cached_property
    def _gone(self) -> list[Gone]:
        return [
            Gone(
                event=named(msgspec.json.decode(value, type=Event), claim),
                document=self._head(head),
                withdrawal=Withdrawal(id=key, target=target, who=who, why=why, day=day),
            )
            for claim, value, head, key, target, who, why, day in self._rows(_GONE, (RULE,))
        ]

    @cached_property
    def _credits(self) -> dict[int, tuple[Credit, ...]]:
        found: defaultdict[int, list[Credit]] = defaultdict(list)
        for document, start, end, agency in self._rows('SELECT document, start, "end", agency FROM credits'):
            found[document].append((start, end, agency))
        return {document: tuple(credits) for document, credits in found.items()}

    @cached_property
    def _index(self) -> Index:
        return Index(self._rows)

    def _agencies(self, document: int, start: int) -> tuple[str, ...]:
        """Give the agencies that a document's text at a character is taken from."""
        return tuple(sorted({*covering(self._credits.get(document, ()), start)}))

    def _head(self, raw: str) -> Head:
        if raw not in self._heads:
            self._heads[raw] = msgspec.json.decode(raw, type=Head)
        return self._heads[raw]

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with self._record._looking():
            return self._record._connection.execute(query, values).fetchall()
