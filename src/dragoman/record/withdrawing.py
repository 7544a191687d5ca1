"""Withdraw a claim, a judgement, or an earlier withdrawal: a row more, never one less."""

import sqlite3

import msgspec

from dragoman.errors import RecordError
from dragoman.model.event import Event
from dragoman.model.identity import content_id
from dragoman.record.derived import judge_claims, put_event, take_event
from dragoman.record.groups import group_of, members, merge_standing, regroup


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
