"""Where a claim comes from: its passage, who read it when, who withdrew or joined it."""

import sqlite3

import msgspec

from dragoman.errors import RecordError
from dragoman.model.document import Evidence, Head
from dragoman.record.nouns import Judgement, StoredClaim, Withdrawal
from dragoman.record.views import event_of

LEAST_PREFIX = 6
"""Figures of an id that are enough to name it, if no other begins with them."""


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
    told_by, citations = event_of(connection, claim)
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
