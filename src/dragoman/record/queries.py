"""What the record answers: events, counted once whoever tells of them; claims and where they come from; readings.

What the user typed only ever stands in parameters, and words in FTS5's own quotes.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dragoman.errors import RecordError
from dragoman.model.citation import Citation, cite
from dragoman.model.document import Evidence, Head
from dragoman.model.reading import Notice, Reading
from dragoman.model.when import bounds
from dragoman.record.derived import UNDATED
from dragoman.record.nouns import (
    ClaimKind,
    Filter,
    Group,
    Judgement,
    Rest,
    StoredClaim,
    StoredEvent,
    StoredValue,
    Withdrawal,
)
from dragoman.record.rows import KINDS, TYPES, document_from, event_from

LEAST_PREFIX = 6
"""Figures of an id that are enough to name it, if no other begins with them."""

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


def known_id(connection: sqlite3.Connection, item: str) -> str:
    """Give the full id of a claim, judgement or withdrawal; the latter two are named in full. Raises RecordError."""
    query = "SELECT 1 FROM judgements WHERE id = ?1 UNION ALL SELECT 1 FROM withdrawals WHERE id = ?1"
    return item if connection.execute(query, (item,)).fetchone() else full_id(connection, item)


def full_id(connection: sqlite3.Connection, start: str) -> str:
    """Give the claim's id that begins with `start`. Raises RecordError if none does, or several do."""
    if connection.execute("SELECT 1 FROM claims WHERE id = ?", (start,)).fetchone():
        return start
    found = []
    if len(start) >= LEAST_PREFIX and start.isalnum():
        query = "SELECT id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
        found = [row[0] for row in connection.execute(query, (start, start + "~"))]
    if len(found) == 1:
        return str(found[0])
    what = "several claims have ids that begin with" if found else "no claim in the record has the id"
    raise RecordError(f"{what} {start!r}; `dragoman events` prints ids")


def claim_of(connection: sqlite3.Connection, start: str) -> StoredClaim:
    """Give a claim by its id (or the first figures of it), withdrawn or not. Raises RecordError if there is none."""
    claim = full_id(connection, start)
    row = connection.execute(
        'SELECT c.kind, c.value, c.start, c."end", c.wording, d.head, c.happened, c.published, c.coder, c.vocabulary, '
        "min(r.first_read), max(r.last_read), c.id IN (SELECT target FROM withdrawn) "
        "FROM claims c JOIN documents d ON d.id = c.document JOIN reading_claims l ON l.claim = c.id "
        "JOIN readings r ON r.id = l.reading WHERE c.id = ?",
        (claim,),
    ).fetchone()
    kind, value, start_at, end_at, wording, head, happened, published, coder, vocabulary, first, last, gone = row
    told_by, citations = citations_of(connection, claim)
    return StoredClaim(
        id=claim, kind=kind, value=msgspec.json.decode(value) | ({"id": claim} if kind == "event" else {}),
        evidence=Evidence(start_at, end_at, wording), document=msgspec.json.decode(head, type=Head),
        happened=happened, published=published, first_read=first, last_read=last, coder=coder, vocabulary=vocabulary,
        stands=not gone, withdrawals=withdrawals_of(connection, claim), judgements=judgements_of(connection, claim),
        told_by=told_by, citations=citations,
    )  # fmt: skip


def withdrawals_of(connection: sqlite3.Connection, target: str) -> tuple[Withdrawal, ...]:
    """Give the withdrawals of something, in order, and after each the one that took it back."""
    rows = connection.execute(
        "SELECT w.id, w.target, w.who, w.why, w.day, w.id NOT IN (SELECT target FROM withdrawals) FROM withdrawals w "
        "WHERE w.target = ?1 OR w.target IN (SELECT id FROM withdrawals WHERE target = ?1) ORDER BY w.number",
        (target,),
    )
    return tuple(Withdrawal(id=i, target=t, who=who, why=why, day=d, stands=bool(s)) for i, t, who, why, d, s in rows)


def judgements_of(connection: sqlite3.Connection, item: str) -> tuple[Judgement, ...]:
    """Give the judgements that join a claim or a document with others, standing or not, by id."""
    rows = connection.execute(
        "SELECT id, kind, one, other, score, reasons, who, id NOT IN (SELECT target FROM withdrawn) "
        "FROM judgements WHERE one = ?1 OR other = ?1 ORDER BY id",
        (item,),
    )
    return tuple(
        Judgement(
            id=judgement, kind=kind, one=one, other=other, score=points,
            reasons=tuple(msgspec.json.decode(reasons)), who=who, stands=bool(stands),
        )
        for judgement, kind, one, other, points, reasons, who, stands in rows
    )  # fmt: skip


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Count documents, readings, withdrawals, judgements, claims of each kind, and events."""
    tables = ("documents", "readings", "withdrawals", "judgements")
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    kinds = connection.execute("SELECT kind, count(*) FROM claims GROUP BY kind ORDER BY kind")
    found |= dict.fromkeys(KINDS, 0) | dict(kinds)
    found["events"] = connection.execute("SELECT count(DISTINCT event) FROM events").fetchone()[0]
    return found
