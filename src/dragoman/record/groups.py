"""The derived groups: which claims are one event, which documents one story, as the standing judgements have it."""

import sqlite3
from collections.abc import Iterable
from typing import Literal

Sort = Literal["story", "event"]

TABLES: dict[Sort, tuple[str, str]] = {"story": ("stories", "story"), "event": ("events", "event")}
"""Table and column that hold the group; a group is called by the least id in it."""


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
