"""Put a reading into the record: one page, one transaction."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from dragoman.errors import PageError
from dragoman.model.document import Basis, Document, Head
from dragoman.model.event import Event
from dragoman.model.identity import content_id
from dragoman.model.reading import Reading
from dragoman.record.derived import judge_claims, put_credits, put_document, put_event
from dragoman.record.judging import RULE, judge_story
from dragoman.record.nouns import Rest
from dragoman.record.rows import ClaimRow, claim_rows, encoded
from dragoman.record.sketches import bands
from dragoman.record.versions import CODER, vocabulary_version
from dragoman.record.withdrawing import restore, withdraw

BASES: tuple[Basis | None, ...] = (None, "inferred", "read", "given")
"""How a document's date is known, the surest last."""


class Prepared:
    """A reading made ready outside the transaction, so that the right to write is held briefly."""

    def __init__(self, reading: Reading) -> None:
        """Make rows and sketch; raises PageError if a quote is not the slice of its text, or the text is no text."""
        try:
            reading.document.text.encode()
            self._prepare(reading)
        except UnicodeEncodeError as error:
            raise PageError(
                f"document {reading.document.id}, character {error.start}: half a character; nothing of this page was "
                "added: mend the page"
            ) from error

    def _prepare(self, reading: Reading) -> None:
        self.document = reading.document
        self.rows = list(claim_rows(reading))
        self.rest = encoded(Rest(id=reading.id, times=reading.times, notices=reading.notices))
        self.head = encoded(reading.document.head)
        self.bands = bands(reading.document.text)
        self.id = content_id(reading.document.id, self.head, self.rest, [row.value for row in self.rows], *versions())


def versions() -> tuple[str, str]:
    """Give coder and vocabulary version."""
    return CODER, vocabulary_version()


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
        put_credits(connection, number, made.document.text, made.document.source)
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
        (made.id, made.document.id, made.head, made.rest, *versions(), now, now),
    )


def _write_claims(connection: sqlite3.Connection, made: Prepared) -> list[str]:
    """Store the claims that are new, and which reading holds which; give the ids of all of them."""
    places: Counter[str] = Counter()
    ids = []
    for row in made.rows:
        claim = _write_claim(connection, row)
        ids.append(claim)
        connection.execute(
            "INSERT OR IGNORE INTO reading_claims VALUES (?, ?, ?, ?)", (made.id, row.kind, places[row.kind], claim)
        )
        places[row.kind] += 1
    return ids


def _write_claim(connection: sqlite3.Connection, row: ClaimRow) -> str:
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
        (*row, *versions()),
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
            withdraw(connection, claim, RULE, f"no longer read so ({', '.join(versions())}; reading {made.id})", day)
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


def named(event: Event, claim: str) -> Event:
    """Give an event under the id of its claim."""
    return event if event.id == claim else replace(event, id=claim)
