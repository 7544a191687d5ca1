"""What the record's documents say of the level of a relationship: the level claims that stand."""

import sqlite3

import msgspec
from msgspec import Struct

from dragoman.model.citation import Citation, cite
from dragoman.model.document import Head
from dragoman.model.treaty import LevelClaim
from dragoman.record.desk import Record

_ASKED = (
    # The order of the join is given: there are few levels among the claims, and no index on their kind.
    "SELECT DISTINCT c.id, c.value, d.head FROM reading_claims l CROSS JOIN claims c ON c.id = l.claim "
    "CROSS JOIN documents d ON d.id = c.document WHERE l.kind = 'level' AND d.reading = l.reading "
    "AND c.id NOT IN (SELECT target FROM withdrawn) ORDER BY c.id"
)


class StoredLevel(Struct, frozen=True, kw_only=True):
    """A level claim with the document it was read in."""

    id: str
    claim: LevelClaim
    document: Head

    @property
    def citation(self) -> Citation:
        """The sentence that names the level."""
        return cite(self.id, self.document, self.claim.evidence)


def levels_of(record: Record) -> list[StoredLevel]:
    """Give the level claims of the readings that count, those not withdrawn, by id. Raises RecordError."""
    with record._looking():
        return _read(record._connection)


def _read(connection: sqlite3.Connection) -> list[StoredLevel]:
    claim, head = msgspec.json.Decoder(LevelClaim), msgspec.json.Decoder(Head)
    return [
        StoredLevel(id=number, claim=claim.decode(value), document=head.decode(raw))
        for number, value, raw in connection.execute(_ASKED)
    ]
