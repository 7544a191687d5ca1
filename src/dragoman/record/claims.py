"""Claims as they are on record and where they come from: passage, reading, withdrawals, judgements; readings."""

import sqlite3
from typing import Any

import msgspec

from dragoman.errors import RecordError
from dragoman.model.document import Evidence, Head
from dragoman.model.reading import Notice, Reading
from dragoman.record.nouns import (
    ClaimKind,
    Judgement,
    Rest,
    StoredClaim,
    StoredValue,
    Withdrawal,
)
from dragoman.record.queries import citations_of
from dragoman.record.rows import KINDS, TYPES, document_from

LEAST_PREFIX = 6
"""Figures of an id that are enough to name it, if no other begins with them."""


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
