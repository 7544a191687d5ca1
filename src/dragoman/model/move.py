"""What moved: a change of a red line's status or of an alarm's band, with the sentences it stands on."""

from typing import Literal

from msgspec import Struct


class Cited(Struct, frozen=True, kw_only=True):
    """A sentence that a move stands on: the claim's id (None for an entry of the ledger), its document, the words."""

    claim: str | None
    document: str | None
    quote: str
    source: str | None = None


class Move(Struct, frozen=True, kw_only=True):
    """A change of a red line's status or of an alarm's band: what it was and is, on which day asked for, and why.

    `name` is that of the line, or of the dyad ("PRK-RUS"); `definition` is a hash of the line as it was written.
    """

    id: str
    kind: Literal["line", "alarm"]
    name: str
    definition: str
    before: str
    after: str
    day: str
    why: str
    sentences: tuple[Cited, ...] = ()
