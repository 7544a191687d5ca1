"""Put a reading into the record, one page in one transaction; withdraw what is there: a row more, never one less."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman import __version__
from dragoman.errors import PageError, RecordError
from dragoman.model.document import Basis, Document, Head
from dragoman.model.event import Event
from dragoman.model.identity import content_id
from dragoman.model.reading import Reading
from dragoman.record.derived import (
    group_of,
    members,
    merge_standing,
    put_credits,
    put_document,
    put_event,
    regroup,
    take_event,
)
from dragoman.record.judging import RULE, judge_claims, judge_story
from dragoman.record.matching import bands
from dragoman.record.nouns import Rest
from dragoman.record.rows import ClaimRow, claim_rows, credits_of, encoded
from dragoman.vocab import Vocabulary

CODER = f"dragoman {__version__}"
"""What a claim says that it was read by."""

BASES: tuple[Basis | None, ...] = (None, "inferred", "read", "given")
"""How a document's date is known, the surest last."""


class Prepared:
    """A reading made ready outside the transaction, so that the right to write is held briefly."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        """Make rows and sketch; raises PageError if a quote is not the slice of its text, or the text is no text."""
        try:
            reading.document.text.encode()
            self._prepare(reading, vocabulary)
        except UnicodeEncodeError as error:
            raise PageError(
                f"document {reading.document.id}, character {error.start}: half a character; nothing of this page was "
                "added: mend the page"
            ) from error

    def _prepare(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.document, self.versions = reading.document, (CODER, vocabulary.version)
        self.credits = credits_of(reading.document.text, reading.document.source, vocabulary.agencies)
        self.rows = list(claim_rows(reading))
        self.rest = encoded(Rest(id=reading.id, times=reading.times, notices=reading.notices))
        self.head = encoded(reading.document.head)
        self.bands = bands(reading.document.text)
        values = [row.value for row in self.rows]
        self.id = content_id(reading.document.id, self.head, self.rest, values, *self.versions)


def write(connection: sqlite3.Connection, made: Prepared, now: str) -> bool:
    """Store a reading inside a transaction; false if the document has one that counts for as much already.

    `now` is the time of reading (UTC). Of a document read anew, the claims that are no longer read are withdrawn.
    """
    known = connection.execute(
        "SELECT number, reading, text, head FROM documents WHERE id = ?", (made.document.id,)
    ).fetchone()
    if known is not None and known[2] != made.document.text:
        raise PageError(f"document {made.document.id}: the record holds another text under this id; nothing was added")
    if known is not None and not _counts_more(connection, made, known[1], known[3]):
        connection.execute("UPDATE readings SET last_read = max(last_read, ?) WHERE id = ?", (now, known[1]))
        return False
    number = _write_document(connection, made, known[0] if known else None)
    _write_reading(connection, made, now)
    ids = _write_claims(connection, made)
    if known is None:
        put_document(connection, number, made.document.id, made.bands)
        put_credits(connection, number, made.credits)
        judge_story(connection, made.document.id, made.document.text, made.bands)
    else:
        _reconcile(connection, made, set(ids), now[:10])
    _enter_events(connection, number, ids)
    return True


def _counts_more(connection: sqlite3.Connection, made: Prepared, reading: str, head: str) -> bool:
    """Tell whether a reading takes the place of the document's present one.

    Two files may hold one text (a page and its copy without a date). So that adding both again changes nothing, a
    date that is known worse does not count, and an earlier reading comes back only if a person gave its date.
    """
    if reading == made.id:
        return False
    ours, theirs = made.document.published_basis, msgspec.json.decode(head, type=Head).published_basis
    if BASES.index(ours) < BASES.index(theirs):
        return False
    return ours == "given" or not connection.execute("SELECT 1 FROM readings WHERE id = ?", (made.id,)).fetchone()


def _write_document(connection: sqlite3.Connection, made: Prepared, number: int | None) -> int:
    document: Document = made.document
    title, published = document.title or "", document.published
    if number is not None:
        connection.execute(
            "UPDATE documents SET title = ?, head = ?, published = ?, reading = ? WHERE number = ?",
            (title, made.head, published, made.id, number),
        )
        return number
    row = (document.id, title, document.text, made.head, published, made.id)
    written = connection.execute(
        "INSERT INTO documents (id, title, text, head, published, reading) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    assert written.lastrowid is not None
    return written.lastrowid


def _write_reading(connection: sqlite3.Connection, made: Prepared, now: str) -> None:
    connection.execute(
        "INSERT INTO readings (id, document, head, rest, coder, vocabulary, first_read, last_read) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET last_read = max(last_read, excluded.last_read)",
        (made.id, made.document.id, made.head, made.rest, *made.versions, now, now),
    )


def _write_claims(connection: sqlite3.Connection, made: Prepared) -> list[str]:
    """Store the claims that are new, and which reading holds which; give the ids of all of them."""
    places: Counter[str] = Counter()
    ids = []
    for row in made.rows:
        claim = _write_claim(connection, row, made.versions)
        ids.append(claim)
        connection.execute(
            "INSERT OR IGNORE INTO reading_claims VALUES (?, ?, ?, ?)", (made.id, row.kind, places[row.kind], claim)
        )
        places[row.kind] += 1
    return ids


def _write_claim(connection: sqlite3.Connection, row: ClaimRow, versions: tuple[str, str]) -> str:
    """Store a claim and give its id; one that is there keeps the id that it was stored under.

    An event's id leaves its status open: another value gets an id of its own.
    """
    there = connection.execute(
        "SELECT id FROM claims WHERE document = ? AND kind = ? AND value = ?", (row.document, row.kind, row.value)
    ).fetchone()
    if there is not None:
        return str(there[0])
    if connection.execute("SELECT 1 FROM claims WHERE id = ?", (row.id,)).fetchone():
        row = row._replace(id=content_id(row.id, row.value))
    connection.execute(
        'INSERT INTO claims (id, document, kind, value, wording, start, "end", happened, happened_first, '
        "happened_last, published, coder, vocabulary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, *versions),
    )
    return row.id


def _reconcile(connection: sqlite3.Connection, made: Prepared, ids: set[str], day: str) -> None:
    """Withdraw what an earlier reading of the document held and this one does not; take back where it is read again."""
    old = connection.execute(
        "SELECT c.id, w.id, w.who FROM claims c LEFT JOIN withdrawn w ON w.target = c.id WHERE c.document = ? "
        "ORDER BY c.id",
        (made.document.id,),
    ).fetchall()
    for claim, withdrawal, who in old:
        if claim not in ids and withdrawal is None:
            why = f"no longer read so ({', '.join(made.versions)}; reading {made.id})"
            withdraw(connection, claim, RULE, why, day)
        elif claim in ids and who == RULE:
            restore(connection, withdrawal, RULE, f"read so again (reading {made.id})", day)


def _enter_events(connection: sqlite3.Connection, document: int, ids: Sequence[str]) -> None:
    """Enter the event claims that are not in the derived tables yet, and judge them."""
    entered = []
    for claim in dict.fromkeys(ids):
        row = connection.execute(
            "SELECT number, value FROM claims WHERE id = ?1 AND kind = 'event' "
            "AND NOT EXISTS (SELECT 1 FROM events WHERE events.id = ?1) "
            "AND NOT EXISTS (SELECT 1 FROM withdrawn WHERE target = ?1)",
            (claim,),
        ).fetchone()
        if row is not None:
            put_event(connection, row[0], claim, document, msgspec.json.decode(row[1], type=Event))
            entered.append(claim)
    judge_claims(connection, entered)


def withdraw(connection: sqlite3.Connection, target: str, who: str, why: str, day: str) -> str | None:
    """Withdraw what has the id `target`; give the withdrawal's id, None if it was withdrawn already.

    Raises RecordError if nothing has that id, or if it is itself the taking back of a withdrawal.
    """
    kind = _kind_of(connection, target)
    if kind == "withdrawal":
        return restore(connection, target, who, why, day)
    if connection.execute("SELECT 1 FROM withdrawn WHERE target = ?", (target,)).fetchone():
        return None
    row = _write(connection, target, who, why, day)
    if kind == "event":
        _part_from_event(connection, target)
    elif kind == "judgement":
        _part_judged(connection, target)
    return row


def restore(connection: sqlite3.Connection, withdrawal: str, who: str, why: str, day: str) -> str | None:
    """Take a withdrawal back, so that its target stands again; None if that was done already."""
    target = connection.execute("SELECT target FROM withdrawals WHERE id = ?", (withdrawal,)).fetchone()[0]
    kind = _kind_of(connection, target)
    if kind == "withdrawal":
        raise RecordError(
            f"withdrawal {withdrawal}: it took a withdrawal back; withdraw the claim or judgement again instead"
        )
    if connection.execute("SELECT 1 FROM withdrawals WHERE target = ?", (withdrawal,)).fetchone():
        return None
    row = _write(connection, withdrawal, who, why, day)
    if kind == "event":
        _enter_again(connection, target)
    elif kind == "judgement":
        one, sort = connection.execute("SELECT one, kind FROM judgements WHERE id = ?", (target,)).fetchone()
        merge_standing(connection, sort, one)
    return row


def _write(connection: sqlite3.Connection, target: str, who: str, why: str, day: str) -> str:
    earlier = connection.execute("SELECT count(*) FROM withdrawals WHERE target = ?", (target,)).fetchone()[0]
    row = content_id("withdrawal", target, earlier, who, why, day)
    connection.execute(
        "INSERT INTO withdrawals (id, target, who, why, day) VALUES (?, ?, ?, ?, ?)", (row, target, who, why, day)
    )
    return row


def _kind_of(connection: sqlite3.Connection, target: str) -> str:
    """Say what has an id: the kind of the claim, `judgement` or `withdrawal`; raises RecordError if nothing has."""
    row = connection.execute(
        "SELECT kind FROM claims WHERE id = ?1 UNION ALL SELECT 'judgement' FROM judgements WHERE id = ?1 "
        "UNION ALL SELECT 'withdrawal' FROM withdrawals WHERE id = ?1",
        (target,),
    ).fetchone()
    if row is None:
        raise RecordError(
            f"nothing in the record has the id {target!r}; `dragoman events` and `dragoman show` print ids"
        )
    return str(row[0])


def _part_from_event(connection: sqlite3.Connection, claim: str) -> None:
    """Take a claim out of its event; the others are judged anew without it."""
    group = group_of(connection, "event", claim)
    if group is None:
        return
    others = [item for item in members(connection, "event", group) if item != claim]
    take_event(connection, claim)
    regroup(connection, "event", others)
    judge_claims(connection, others)


def _part_judged(connection: sqlite3.Connection, judgement: str) -> None:
    sort, one = connection.execute("SELECT kind, one FROM judgements WHERE id = ?", (judgement,)).fetchone()
    group = group_of(connection, sort, one)
    if group is not None:
        regroup(connection, sort, members(connection, sort, group))


def _enter_again(connection: sqlite3.Connection, claim: str) -> None:
    number, document, value = connection.execute(
        "SELECT c.number, d.number, c.value FROM claims c JOIN documents d ON d.id = c.document WHERE c.id = ?",
        (claim,),
    ).fetchone()
    put_event(connection, number, claim, document, msgspec.json.decode(value, type=Event))
    judge_claims(connection, [claim])
