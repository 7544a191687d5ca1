"""The derived tables: what stands, in the shape in which it is asked for. They can be dropped and rebuilt."""

import sqlite3

import msgspec

from dragoman.model.document import Head
from dragoman.model.event import Event
from dragoman.record.credits import credits_of
from dragoman.record.groups import group_all, merge_standing
from dragoman.record.judging import judge_event, judge_story
from dragoman.record.matching import deed_of, sentence_of, traits_of
from dragoman.record.rows import days_of, encoded
from dragoman.record.sketches import bands

UNDATED = "~"
"""Sorts behind every date."""


def put_document(connection: sqlite3.Connection, number: int, document: str, sketch: tuple[int, ...]) -> None:
    """Enter a document, as a story of its own so far."""
    connection.execute("INSERT INTO stories (document, id, story) VALUES (?, ?, ?)", (number, document, document))
    connection.executemany("INSERT OR IGNORE INTO bands (band, document) VALUES (?, ?)", [(b, number) for b in sketch])


def put_credits(connection: sqlite3.Connection, number: int, text: str, source: str | None) -> None:
    """Enter which agencies a document is taken from."""
    rows = [(number, *credit) for credit in credits_of(text, source)]
    connection.executemany('INSERT OR IGNORE INTO credits (document, start, "end", agency) VALUES (?, ?, ?, ?)', rows)


def put_event(connection: sqlite3.Connection, number: int, claim: str, document: int, event: Event) -> None:
    """Enter an event claim, as an event of its own so far."""
    first, last = days_of(event.when)
    traits = traits_of(event)
    connection.execute(
        "INSERT INTO events (claim, id, document, event, event_type, act, status, first, last, sort, deed, sentence, "
        "traits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, claim, document, claim, event.event_type, event.act, event.status, first, last,
            f"{first}/{last}" if first else UNDATED, deed_of(event), sentence_of(event), encoded(traits),
        ),
    )  # fmt: skip
    sides = [(a.code, number, side) for side in ("actor", "recipient") for a in getattr(event, f"{side}s") if a.code]
    connection.executemany("INSERT OR IGNORE INTO parties (code, claim, side) VALUES (?, ?, ?)", sides)


def take_event(connection: sqlite3.Connection, claim: str) -> None:
    """Take a withdrawn event claim out."""
    connection.execute("DELETE FROM parties WHERE claim = (SELECT claim FROM events WHERE id = ?)", (claim,))
    connection.execute("DELETE FROM events WHERE id = ?", (claim,))


def judge_claims(connection: sqlite3.Connection, claims: list[str]) -> None:
    """Group event claims that were just entered: by the judgements there are, then by the rule."""
    for claim in claims:
        merge_standing(connection, "event", claim)
        judge_event(connection, claim)


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty the derived tables and fill them from documents, claims, withdrawals and judgements."""
    for table in ("parties", "events", "stories", "bands", "credits"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    for number, document, text, head in connection.execute("SELECT number, id, text, head FROM documents").fetchall():
        put_document(connection, number, document, bands(text))
        put_credits(connection, number, text, msgspec.json.decode(head, type=Head).source)
    for number, claim, document, value in standing_events(connection):
        put_event(connection, number, claim, document, msgspec.json.decode(value, type=Event))
    group_all(connection, "story")
    group_all(connection, "event")


def judge_all(connection: sqlite3.Connection) -> None:
    """Judge all that is there, in the order in which it was added: for a record older than judgements."""
    for document, text in connection.execute("SELECT id, text FROM documents ORDER BY number").fetchall():
        judge_story(connection, document, text, bands(text))
    judge_claims(connection, [row[0] for row in connection.execute("SELECT id FROM events ORDER BY claim").fetchall()])


def standing_events(connection: sqlite3.Connection) -> list[tuple[int, str, int, str]]:
    """Give number, id, document's number and value of all event claims that are not withdrawn."""
    return connection.execute(
        "SELECT c.number, c.id, d.number, c.value FROM claims c JOIN documents d ON d.id = c.document "
        "WHERE c.kind = 'event' AND c.id NOT IN (SELECT target FROM withdrawn) ORDER BY c.number"
    ).fetchall()
