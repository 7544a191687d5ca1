"""The derived tables: what stands, in the shape in which it is asked for. They can be dropped and rebuilt.

The groups say which claims are one event and which documents one story, as the standing judgements have it.
"""

import sqlite3
from collections.abc import Iterable
from typing import Literal

import msgspec

from dragoman.model.document import Head
from dragoman.model.event import Event
from dragoman.record.matching import bands, deed_of, sentence_of, traits_of
from dragoman.record.rows import Credit, credits_of, days_of, encoded
from dragoman.vocab.agencies import Agencies

Sort = Literal["story", "event"]

TABLES: dict[Sort, tuple[str, str]] = {"story": ("stories", "story"), "event": ("events", "event")}
"""Table and column that hold the group; a group is called by the least id in it."""

UNDATED = "~"
"""Sorts behind every date."""


def put_document(connection: sqlite3.Connection, number: int, document: str, sketch: tuple[int, ...]) -> None:
    """Enter a document, as a story of its own so far."""
    connection.execute("INSERT INTO stories (document, id, story) VALUES (?, ?, ?)", (number, document, document))
    connection.executemany("INSERT OR IGNORE INTO bands (band, document) VALUES (?, ?)", [(b, number) for b in sketch])


def put_credits(connection: sqlite3.Connection, number: int, credits: Iterable[Credit]) -> None:
    """Enter which agencies a document is taken from."""
    rows = [(number, *credit) for credit in credits]
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


def rebuild(connection: sqlite3.Connection, agencies: Agencies) -> None:
    """Empty the derived tables and fill them from documents, claims, withdrawals and judgements."""
    for table in ("parties", "events", "stories", "bands", "credits"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    for number, document, text, head in connection.execute("SELECT number, id, text, head FROM documents").fetchall():
        put_document(connection, number, document, bands(text))
        source = msgspec.json.decode(head, type=Head).source
        put_credits(connection, number, credits_of(text, source, agencies))
    for number, claim, document, value in standing_events(connection):
        put_event(connection, number, claim, document, msgspec.json.decode(value, type=Event))
    group_all(connection, "story")
    group_all(connection, "event")


def standing_events(connection: sqlite3.Connection) -> list[tuple[int, str, int, str]]:
    """Give number, id, document's number and value of all event claims that are not withdrawn."""
    return connection.execute(
        "SELECT c.number, c.id, d.number, c.value FROM claims c JOIN documents d ON d.id = c.document "
        "WHERE c.kind = 'event' AND c.id NOT IN (SELECT target FROM withdrawn) ORDER BY c.number"
    ).fetchall()


def group_of(connection: sqlite3.Connection, sort: Sort, item: str) -> str | None:
    """Give the group of a document or an event claim; None if there is none that stands."""
    table, column = TABLES[sort]
    row = connection.execute(f"SELECT {column} FROM {table} WHERE id = ?", (item,)).fetchone()
    return str(row[0]) if row else None


def merge(connection: sqlite3.Connection, sort: Sort, one: str, other: str) -> None:
    """Make one group of the groups of two items; nothing happens if one of them does not stand."""
    table, column = TABLES[sort]
    left, right = group_of(connection, sort, one), group_of(connection, sort, other)
    if left is None or right is None or left == right:
        return
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (min(left, right), max(left, right)))


def regroup(connection: sqlite3.Connection, sort: Sort, items: Iterable[str]) -> None:
    """Group `items` anew by the judgements that stand between them."""
    table, column = TABLES[sort]
    found = sorted(items)
    connection.executemany(f"UPDATE {table} SET {column} = id WHERE id = ?", [(item,) for item in found])
    for item in found:
        merge_standing(connection, sort, item)


def merge_standing(connection: sqlite3.Connection, sort: Sort, item: str) -> None:
    """Join an item's group with those it is judged to belong to."""
    pairs = connection.execute(
        "SELECT one, other FROM standing_judgements WHERE kind = ?1 AND one = ?2 "
        "UNION SELECT one, other FROM standing_judgements WHERE kind = ?1 AND other = ?2",
        (sort, item),
    ).fetchall()
    for one, other in pairs:
        merge(connection, sort, one, other)


def members(connection: sqlite3.Connection, sort: Sort, group: str) -> list[str]:
    """Give the ids of a group's items, in order."""
    table, column = TABLES[sort]
    return [row[0] for row in connection.execute(f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id", (group,))]


def parted(connection: sqlite3.Connection, sort: Sort, one: str, other: str) -> bool:
    """Tell whether somebody withdrew a judgement between members of two groups: a rule must not join these again."""
    table, column = TABLES[sort]
    query = (
        f"SELECT 1 FROM {table} a JOIN judgements j ON j.one = a.id AND j.kind = '{sort}' "
        f"JOIN withdrawn w ON w.target = j.id JOIN {table} b ON b.id = j.other "
        f"WHERE a.{column} = ? AND b.{column} = ? LIMIT 1"
    )
    return any(connection.execute(query, pair).fetchone() for pair in ((one, other), (other, one)))


def group_all(connection: sqlite3.Connection, sort: Sort) -> None:
    """Group everything anew: union-find over all judgements that stand."""
    table, column = TABLES[sort]
    leader = {row[0]: row[0] for row in connection.execute(f"SELECT id FROM {table}")}

    def find(item: str) -> str:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for one, other in connection.execute("SELECT one, other FROM standing_judgements WHERE kind = ?", (sort,)):
        if one in leader and other in leader:
            left, right = find(one), find(other)
            leader[max(left, right)] = min(left, right)
    moved = [(find(item), item) for item in leader if find(item) != item]
    connection.executemany(f"UPDATE {table} SET {column} = ? WHERE id = ?", moved)
