"""What the record answers: events, counted once whoever tells of them; groups; readings as they were."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dragoman.model.citation import Citation, cite
from dragoman.model.document import Evidence, Head
from dragoman.model.event import Event
from dragoman.model.reading import Notice, Reading
from dragoman.record.asking import conditions
from dragoman.record.nouns import ClaimKind, Filter, Group, Rest, StoredEvent, StoredValue
from dragoman.record.rows import TYPES, document_from
from dragoman.record.writer import named

MANY = 500
"""Ids asked for at a time (SQLite allows 999 parameters in its oldest builds)."""


def find_events(connection: sqlite3.Connection, asked: Filter) -> list[StoredEvent]:
    """Give the events that fit, by time, undated last; of the claims of one event the first that fits stands for it."""
    return _stored(connection, _chosen(connection, asked))


def find_among(connection: sqlite3.Connection, claims: Sequence[int]) -> list[StoredEvent]:
    """Give the events of some claims (their numbers), by time, undated last; the first of them stands for the event."""
    query = "SELECT e.event, e.id FROM events e WHERE e.claim IN ({}) ORDER BY e.sort, e.id"
    chosen: dict[str, str] = {}
    for group, claim in connection.execute(query.format(",".join(map(str, claims)))):
        chosen.setdefault(group, claim)
    return _stored(connection, chosen)


def _stored(connection: sqlite3.Connection, chosen: dict[str, str]) -> list[StoredEvent]:
    """Give the events whose standing claims were `chosen`, with all that tells of them."""
    citations, told_by = _citations(connection, list(chosen)), _told_by(connection, list(chosen))
    values = _values(connection, list(chosen.values()))
    heads = {one.claim: one.document for found in citations.values() for one in found if one.document}
    return [
        StoredEvent(
            event=named(values[claim], claim),
            document=heads[claim],
            told_by=told_by[group],
            citations=tuple(citations[group]),
        )
        for group, claim in chosen.items()
    ]


def _chosen(connection: sqlite3.Connection, asked: Filter) -> dict[str, str]:
    """Give the claim that stands for each event, by event, in order of time; stops at the limit."""
    where, values = conditions(asked)
    query = f"SELECT e.event, e.id FROM events e WHERE {where} ORDER BY e.sort, e.id"
    chosen: dict[str, str] = {}
    for group, claim in connection.execute(query, values):
        if group not in chosen:
            if asked.limit is not None and len(chosen) >= asked.limit:
                break
            chosen[group] = claim
    return chosen


def _asked_in_parts(connection: sqlite3.Connection, query: str, ids: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Run a query that holds `IN ({})` over all ids, some hundred at a time."""
    for start in range(0, len(ids), MANY):
        part = ids[start : start + MANY]
        yield from connection.execute(query.format(",".join("?" * len(part))), part)


def _values(connection: sqlite3.Connection, claims: Sequence[str]) -> dict[str, Event]:
    decode = msgspec.json.Decoder(Event).decode
    rows = _asked_in_parts(connection, "SELECT id, value FROM claims WHERE id IN ({})", claims)
    return {claim: decode(value) for claim, value in rows}


def _citations(connection: sqlite3.Connection, groups: Sequence[str]) -> dict[str, list[Citation]]:
    """Give the sentences that tell of some events, by event, in the order in which they were published."""
    query = (
        'SELECT e.event, e.id, d.head, c.start, c."end", c.wording FROM events e '
        "JOIN documents d ON d.number = e.document JOIN claims c ON c.number = e.claim WHERE e.event IN ({}) "
        "ORDER BY d.published IS NULL, d.published, d.id, c.start, e.id"
    )
    decode = msgspec.json.Decoder(Head).decode
    heads: dict[str, Head] = {}
    found: dict[str, list[Citation]] = defaultdict(list)
    for group, claim, raw, start, end, wording in _asked_in_parts(connection, query, groups):
        if raw not in heads:
            heads[raw] = decode(raw)
        found[group].append(cite(claim, heads[raw], Evidence(start, end, wording)))
    return found


def _told_by(connection: sqlite3.Connection, groups: Sequence[str]) -> dict[str, int]:
    query = (
        "SELECT e.event, count(DISTINCT s.story) FROM events e JOIN stories s ON s.document = e.document "
        "WHERE e.event IN ({}) GROUP BY e.event"
    )
    return dict(_asked_in_parts(connection, query, groups))


def event_of(connection: sqlite3.Connection, claim: str) -> tuple[int, tuple[Citation, ...]]:
    """Give how many independent documents tell of a claim's event, and the sentences; nothing if it does not stand."""
    row = connection.execute("SELECT event FROM events WHERE id = ?", (claim,)).fetchone()
    if row is None:
        return 0, ()
    return _told_by(connection, [row[0]])[row[0]], tuple(_citations(connection, [row[0]])[row[0]])


def find_groups(connection: sqlite3.Connection, least: int) -> list[Group]:
    """Give the events that at least so many claims tell of, by id."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for group, claim, document, story in connection.execute(
        "SELECT e.event, e.id, s.id, s.story FROM events e JOIN stories s ON s.document = e.document "
        "ORDER BY e.event, e.id"
    ):
        found[group].append((claim, document, story))
    return [
        Group(
            id=group,
            claims=tuple(claim for claim, _, _ in rows),
            documents=tuple(sorted({document for _, document, _ in rows})),
            told_by=len({story for _, _, story in rows}),
        )
        for group, rows in found.items()
        if len(rows) >= least
    ]


def reading_of(connection: sqlite3.Connection, document: str) -> Reading | None:
    """Give the reading of a document that counts, as it was read; None if the record does not hold the document."""
    row = connection.execute(
        "SELECT d.text, r.head, r.rest, r.id FROM documents d JOIN readings r ON r.id = d.reading WHERE d.id = ?",
        (document,),
    ).fetchone()
    if row is None:
        return None
    text, head, raw, reading = row
    rest = msgspec.json.decode(raw, type=Rest)
    claims: dict[str, list[Any]] = {field: [] for field, _ in TYPES.values()}
    for kind, value in connection.execute(
        "SELECT l.kind, c.value FROM reading_claims l JOIN claims c ON c.id = l.claim WHERE l.reading = ? "
        "ORDER BY l.kind, l.place",
        (reading,),
    ):
        field, shape = TYPES[kind]
        claims[field].append(msgspec.json.decode(value, type=shape))
    held = {field: tuple(values) for field, values in claims.items()}
    found = document_from(msgspec.json.decode(head, type=Head), text)
    return Reading(
        id=rest.id,
        document=found,
        times=rest.times,
        notices=tuple(Notice("told", n) if isinstance(n, str) else n for n in rest.notices),
        **held,
    )


def standing_claims(connection: sqlite3.Connection, kind: ClaimKind) -> list[StoredValue]:
    """Give all claims of a kind that are not withdrawn, by document and place in it."""
    rows = connection.execute(
        "SELECT c.id, c.value, d.head FROM claims c JOIN documents d ON d.id = c.document WHERE c.kind = ? "
        "AND c.id NOT IN (SELECT target FROM withdrawn) "
        "ORDER BY d.published IS NULL, d.published, d.id, c.start, c.id",
        (kind,),
    )
    value, head = msgspec.json.Decoder(TYPES[kind][1]).decode, msgspec.json.Decoder(Head).decode
    return [StoredValue(id=claim, claim=value(raw), document=head(page)) for claim, raw, page in rows]


def all_heads(connection: sqlite3.Connection) -> list[Head]:
    """Give the heads of all documents, by date of publication, undated last."""
    rows = connection.execute("SELECT head FROM documents ORDER BY published IS NULL, published, id")
    return [msgspec.json.decode(row[0], type=Head) for row in rows]
