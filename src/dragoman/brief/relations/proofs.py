"""Say what a proof is and where it comes from."""

import re

from dragoman.brief.dates import date_words
from dragoman.relations.nouns import Proof

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def quote_words(proof: Proof) -> str:
    """Give a sentence as it stands, and an entry of the ledger with its days in words."""
    if proof.kind == "sentence":
        return f"“{proof.quote}”"
    return _DAY.sub(lambda day: date_words(day[0]), proof.quote)


def origin_words(proof: Proof) -> str:
    """Name the document with its title and date, or the ledger's source."""
    if proof.document is None:
        return f"ledger: {proof.source}"
    head = proof.document
    title = f"“{head.title}”" if head.title else ""
    day = date_words(head.published) or "no date"
    return ", ".join(part for part in (head.source or "", title or f"document {head.id}", day) if part)
