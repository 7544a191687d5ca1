"""The desk's record: one SQLite file, opened by command line and reading room alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError, UsageError
from dragoman.model.dates import checked_date
from dragoman.model.document import Head
from dragoman.model.move import Move
from dragoman.model.reading import Reading
from dragoman.record import claims, moves, queries
from dragoman.record.database import connect, told, transaction
from dragoman.record.derived import group_of, merge, rebuild
from dragoman.record.judging import RULE, Counterpart, judge_all, write_judgement
from dragoman.record.migrations import is_current, migrate
from dragoman.record.nouns import (
    ClaimKind,
    Filter,
    Group,
    Judgement,
    NotedMove,
    StoredClaim,
    StoredEvent,
    StoredValue,
)
from dragoman.record.pool import Snapshot
from dragoman.record.writer import Prepared, withdraw, write
from dragoman.vocab import Vocabulary


def now() -> str:
    """Give the time of day: UTC, seconds. It goes into times of reading and withdrawing, never into ids or order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Record:
    """An open record. Use it as a context manager, or call `close`; one record belongs to one thread at a time."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, vocabulary: Vocabulary, clock: Callable[[], str]
    ) -> None:
        """Hold an open connection; use `open`."""
        self._connection, self._clock = connection, clock
        self.path, self.vocabulary = path, vocabulary

    @classmethod
    def open(
        cls, path: str | Path, vocabulary: Vocabulary, *, create: bool = True, clock: Callable[[], str] = now
    ) -> Record:
        """Open the record at `path`, bring it up to date, and make it if there is none and `create` says so.

        `vocabulary` is the one that pages are read with: it knows the agencies, and its version is kept with each
        claim. `clock` gives the time of reading (UTC, ISO). Raises RecordError if there is no record, if it is locked,
        damaged, of another program or of a newer dragoman.
        """
        path = Path(path)
        if not create and not path.exists():
            raise RecordError(
                f"{path}: there is no record here; make one with `dragoman add`, or name another with --db"
            )
        connection = connect(path, mode="rwc" if create else "rw")
        try:
            if not is_current(connection, path):
                migrate(connection, path, fill=lambda filled: _fill(filled, vocabulary))
        except BaseException:
            connection.close()
            raise
        return cls(connection, path, vocabulary, clock)

    def __enter__(self) -> Record:
        """Give the record itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; the record cannot be used after that."""
        self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with told(self.path), transaction(self._connection):
            yield

    @contextmanager
    def _looking(self) -> Iterator[None]:
        """See one state of the record, whatever others write meanwhile."""
        with told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def add(self, reading: Reading) -> bool:
        """Store a page's reading, all or nothing; false if the record holds it (then only its last time moves).

        When `add` returns, the page is on the disk. Raises PageError if the reading cannot be stored, RecordError if
        the record cannot be used; the record is then as it was.
        """
        made = Prepared(reading, self.vocabulary)
        with self._writing():
            return write(self._connection, made, self._clock())

    def events(self, asked: Filter | None = None) -> list[StoredEvent]:
        """Give the events that fit, by time, each once however many documents tell of it.

        Raises EdtfError if a day of the filter is none.
        """
        with self._looking():
            return queries.find_events(self._connection, asked or Filter())

    def claim(self, claim: str) -> StoredClaim:
        """Give a claim by its id or the first six figures of it. Raises RecordError if there is none."""
        with self._looking():
            return claims.claim_of(self._connection, claim)

    def reading(self, document: str) -> Reading | None:
        """Give a document's reading as it was read last; None if the record does not hold the document."""
        with self._looking():
            return claims.reading_of(self._connection, document)

    def claims(self, kind: ClaimKind) -> list[StoredValue]:
        """Give all claims of one kind that stand, by document and place in it (`treaty`, `level`, `ordinal` …)."""
        with self._looking():
            return claims.standing_claims(self._connection, kind)

    def documents(self) -> list[Head]:
        """Give the heads of all documents, by date of publication, undated last."""
        with self._looking():
            return claims.all_heads(self._connection)

    def groups(self, *, least: int = 1) -> list[Group]:
        """Give the events as counted, by id, those that at least `least` claims tell of."""
        with self._looking():
            return queries.find_groups(self._connection, least)

    def judgements(self, item: str) -> tuple[Judgement, ...]:
        """Give the judgements that join a document or an event claim with others, standing or not."""
        with self._looking():
            return claims.judgements_of(self._connection, item)

    def withdraw(self, item: str, by: str, why: str, on: str | None = None) -> bool:
        """Withdraw a claim, a judgement or a withdrawal; false if that was done already. Nothing is erased.

        `on` is the day (ISO), today if left out. Raises UsageError if who or why is empty, DateError if the
        day is none, RecordError if nothing has that id.
        """
        _check_person(by, why)
        day = checked_date(on, "on", "day") or self._clock()[:10]
        with self._writing():
            return withdraw(self._connection, claims.known_id(self._connection, item), by, why, day) is not None

    def join(self, one: str, other: str, by: str, why: str) -> str:
        """Judge by hand that two event claims tell of one event; give the judgement's id, by which it is withdrawn.

        Raises UsageError if who or why is empty, RecordError if a claim is no event or does not stand.
        """
        _check_person(by, why)
        with self._writing():
            for claim in (one, other):
                if one == other or group_of(self._connection, "event", claim) is None:
                    raise RecordError(f"{claim!r} is no other event claim that stands; nothing was joined")
            judgement = write_judgement(self._connection, "event", one, Counterpart(other, 100, (why,)), by)
            merge(self._connection, "event", one, other)
            return judgement

    def rebuild(self) -> None:
        """Empty the derived tables and fill them again from what is kept; changes no answer."""
        with self._writing():
            rebuild(self._connection, self.vocabulary.agencies)

    def counts(self) -> dict[str, int]:
        """Give how many documents, readings, claims of each kind, withdrawals, judgements and events there are."""
        with self._looking():
            return claims.count_rows(self._connection)

    def snapshot(self) -> Snapshot:
        """Give what answers many questions on the record as it is; take a new one after it was written to."""
        return Snapshot(self._rows, self._among)

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with self._looking():
            return self._connection.execute(query, values).fetchall()

    def _among(self, claims: Sequence[int]) -> list[StoredEvent]:
        with self._looking():
            return queries.find_among(self._connection, claims)

    def last_moves(self) -> dict[tuple[str, str], Move]:
        """Give the last move of each red line and alarm, by kind and name."""
        with self._looking():
            return moves.last_moves(self._connection)

    def all_moves(self) -> list[NotedMove]:
        """Give all moves in the order in which they were noted."""
        with self._looking():
            return moves.all_moves(self._connection)

    def new_claims(self) -> frozenset[str]:
        """Give the claims that were read for the first time since the last look; none if nobody looked before."""
        with self._looking():
            return moves.new_claims(self._connection)

    def note_look(self, day: str, seen: Sequence[Move]) -> None:
        """Note a look as of an ISO day and the moves that it saw, with the time, all or none."""
        with self._writing():
            moves.write_look(self._connection, day, seen, self._clock())

    def unsent_moves(self, address: str) -> list[Move]:
        """Give the moves that were not yet sent to an address, oldest first."""
        with self._looking():
            return moves.unsent_moves(self._connection, address)

    def note_sent(self, sent: Sequence[Move], address: str) -> None:
        """Note that moves have reached an address, with the time."""
        with self._writing():
            moves.write_sent(self._connection, sent, address, self._clock())


def _fill(connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
    """Bring what is derived up to date after a change of shape."""
    rebuild(connection, vocabulary.agencies)
    judge_all(connection)


def _check_person(by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise UsageError("nobody is named who withdraws or joins, or no reason; say who and why: both are kept with it")
    if by.strip() == RULE:
        raise UsageError(f"{RULE!r} is what dragoman calls its own rules; give a person's name")
