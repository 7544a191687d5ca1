"""What a figure stands on: the one noun for a sentence on record or an entry of a table, with its source."""

from typing import Literal

from msgspec import Struct

from dragoman.model.document import Evidence, Head


class Citation(Struct, frozen=True, kw_only=True):
    """A sentence of a document, or an entry of the ledger, that something stands on.

    For a sentence `claim` is the id of the claim that was read from it, `start` and `end` are characters of the
    document (`document.text[start:end] == quote`), and `source` is who printed it.
    For an entry `quote` says it in words, and `source` names where it can be checked.
    `number` is its place in a list of citations, from 1; None outside of one.
    """

    number: int | None = None
    kind: Literal["sentence", "ledger"]
    quote: str
    claim: str | None = None
    document: Head | None = None
    start: int | None = None
    end: int | None = None
    source: str | None = None

    @property
    def place(self) -> tuple[object, ...]:
        """What two citations of one thing share: the place of the sentence; the words and source of the entry."""
        return (self.document.id, self.start, self.end) if self.document else (self.quote, self.source)


def cite(claim: str, document: Head, evidence: Evidence) -> Citation:
    """Give the citation of the sentence that a claim (its id) was read from."""
    return Citation(
        kind="sentence", quote=evidence.quote, claim=claim, document=document, start=evidence.start, end=evidence.end,
        source=document.source,
    )  # fmt: skip


def cite_entry(words: str, source: str) -> Citation:
    """Give the citation of an entry of the ledger: what it says in words, and where that can be checked."""
    return Citation(kind="ledger", quote=words, source=source)
