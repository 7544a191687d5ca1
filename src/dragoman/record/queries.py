"""Which events the record holds, counted once whoever tells of them.

What the user typed only ever stands in parameters, and words in FTS5's own quotes.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dragoman.model.citation import Citation, cite
from dragoman.model.document import Evidence, Head
from dragoman.model.when import bounds
from dragoman.record.derived import UNDATED
from dragoman.record.nouns import (
    Filter,
    Group,
    StoredEvent,
)
from dragoman.record.rows import event_from

MANY = 500
"""Ids asked for at a time (SQLite allows 999 parameters in its oldest builds)."""

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")


def search_terms(words: str) -> str | None:
    """Give an FTS5 query for documents that hold all `words`; what stands in double quotes stands together.

    Gives None if there is no word in it. Signs are no operators: `NEAR(`, `*`, `-` and `"` ask nothing.
    """
    parts = (" ".join(_WORD.findall(phrase or word)) for phrase, word in _PART.findall(words))
    quoted = [f'"{part}"' for part in parts if part]
    return " AND ".join(quoted) or None


def conditions(asked: Filter) -> tuple[str, list[str]]:
    """Give what stands behind WHERE (over `events e`) and its parameters.

    Raises EdtfError if `since` or `until` is no EDTF time.
    """
    found = list(_conditions(asked))
    where = " AND ".join(f"({clause})" for clause, _ in found) or "1"
    return where, [value for _, values in found for value in values]


def _conditions(asked: Filter) -> Iterator[tuple[str, list[str]]]:
    takes_part = "e.claim IN (SELECT claim FROM parties WHERE code = ?{})"
    if asked.actor is not None:
        yield takes_part.format(" AND side = 'actor'" if asked.acting else ""), [asked.actor]
    if asked.other is not None:
        yield takes_part.format(""), [asked.other]
    if asked.event_type is not None:
        yield "e.event_type = ?", [asked.event_type]
    if asked.status is not None:
        yield "e.status = ?", [asked.status]
    if asked.since is not None:
        yield "e.last >= ?", [bounds(asked.since)[0].isoformat()]
    if asked.until is not None:
        # `sort` begins with the first day; `~` stands behind every sign that may follow it.
        yield "e.sort < ?", [bounds(asked.until)[1].isoformat() + UNDATED]
    if asked.search is not None:
        terms = search_terms(asked.search)
        if terms is None:
            yield "0", []
        else:
            yield "e.document IN (SELECT rowid FROM search WHERE search MATCH ?)", [terms]


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
            event=event_from(values[claim], claim),
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


def _values(connection: sqlite3.Connection, claims: Sequence[str]) -> dict[str, str]:
    return dict(_asked_in_parts(connection, "SELECT id, value FROM claims WHERE id IN ({})", claims))


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


def citations_of(connection: sqlite3.Connection, claim: str) -> tuple[int, tuple[Citation, ...]]:
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
