"""What the watch saw last, and what it sees now: moves are added, never changed; deliveries say what was sent where."""

import sqlite3
from collections.abc import Sequence

import msgspec

from dragoman.model.citation import Citation
from dragoman.model.move import Move
from dragoman.record.nouns import NotedMove

_NEW = (
    "SELECT DISTINCT l.claim FROM readings r JOIN reading_claims l ON l.reading = r.id WHERE r.number > ?1 "
    "AND NOT EXISTS (SELECT 1 FROM reading_claims o JOIN readings q ON q.id = o.reading "
    "WHERE o.claim = l.claim AND q.number <= ?1)"
)
_COLUMNS = "id, kind, name, definition, before, after, day, why, sentences"


def last_moves(connection: sqlite3.Connection) -> dict[tuple[str, str], Move]:
    """Give the last move of each line and alarm, by kind and name."""
    query = f"SELECT {_COLUMNS} FROM moves WHERE number IN (SELECT max(number) FROM moves GROUP BY kind, name)"
    return {(move.kind, move.name): move for move in map(_move, connection.execute(query))}


def all_moves(connection: sqlite3.Connection) -> list[NotedMove]:
    """Give all moves in the order in which they were noted."""
    rows = connection.execute(f"SELECT noticed, {_COLUMNS} FROM moves ORDER BY number")
    return [NotedMove(move=_move(row), noticed=noticed) for noticed, *row in rows]


def write_look(connection: sqlite3.Connection, day: str, moves: Sequence[Move], noticed: str) -> None:
    """Note a look as of an ISO day and the moves that it saw, with the time."""
    connection.executemany(
        f"INSERT OR IGNORE INTO moves ({_COLUMNS}, noticed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*_row(move), noticed) for move in moves],
    )
    connection.execute(
        "INSERT INTO looks (reading, day, noticed) SELECT coalesce(max(number), 0), ?, ? FROM readings", (day, noticed)
    )


def new_claims(connection: sqlite3.Connection) -> frozenset[str]:
    """Give the claims that were read for the first time since the last look; none if nobody looked before."""
    last = connection.execute("SELECT reading FROM looks ORDER BY number DESC LIMIT 1").fetchone()
    return frozenset(row[0] for row in connection.execute(_NEW, last)) if last else frozenset()


def unsent_moves(connection: sqlite3.Connection, address: str) -> list[Move]:
    """Give the moves that were not yet sent to an address, oldest first."""
    there = "SELECT move FROM deliveries WHERE address = ?"
    query = f"SELECT {_COLUMNS} FROM moves WHERE id NOT IN ({there}) ORDER BY number"
    return [_move(row) for row in connection.execute(query, (address,))]


def write_sent(connection: sqlite3.Connection, moves: Sequence[Move], address: str, sent: str) -> None:
    """Note that moves have reached an address, with the time."""
    connection.executemany(
        "INSERT OR IGNORE INTO deliveries (move, address, sent) VALUES (?, ?, ?)",
        [(move.id, address, sent) for move in moves],
    )


def _row(move: Move) -> tuple[str, ...]:
    cited = msgspec.json.encode(move.citations).decode()
    return move.id, move.kind, move.name, move.definition, move.before, move.after, move.day, move.why, cited


def _move(row: Sequence[str]) -> Move:
    *values, cited = row
    fields = dict(zip(_COLUMNS.split(", ")[:-1], values, strict=True))
    return Move(**fields, citations=msgspec.json.decode(cited, type=tuple[Citation, ...]))  # type: ignore[arg-type]
