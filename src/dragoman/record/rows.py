"""A reading as rows, and rows as a reading; which agency a stretch of its text is taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.errors import PageError
from dragoman.model.document import Document, Evidence, Head
from dragoman.model.event import Event
from dragoman.model.identity import content_id
from dragoman.model.reading import Reading, Rejected
from dragoman.model.treaty import Check, LevelClaim, OrdinalClaim, TreatyClaim
from dragoman.model.when import EdtfError, bounds
from dragoman.record.nouns import ClaimKind
from dragoman.vocab.agencies import Agencies

TYPES: dict[ClaimKind, tuple[str, type[Struct]]] = {
    "event": ("events", Event),
    "ordinal": ("ordinals", OrdinalClaim),
    "treaty": ("treaties", TreatyClaim),
    "level": ("levels", LevelClaim),
    "check": ("checks", Check),
    "rejected": ("rejected", Rejected),
}
"""Kind of claim: the field of a Reading that holds it, and its type."""

KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)


Credit = tuple[int, int, str]
"""First and last (excluded) character of the stretch, and the agency's name."""


class ClaimRow(NamedTuple):
    """A claim as stored, but for its versions."""

    id: str
    document: str
    kind: ClaimKind
    value: str
    wording: str
    start: int
    end: int
    happened: str | None
    first: str | None
    last: str | None
    published: str | None


def encoded(value: Any) -> str:
    """Give `value` as JSON text."""
    return msgspec.json.encode(value).decode()


def document_from(head: Head, text: str) -> Document:
    """Put a document together again."""
    return Document(text=text, **{name: getattr(head, name) for name in Head.__struct_fields__})


def event_from(value: str, claim: str) -> Event:
    """Give the event of a stored value, under the id of its claim."""
    event = msgspec.json.decode(value, type=Event)
    return event if event.id == claim else replace(event, id=claim)


def claim_rows(reading: Reading) -> Iterator[ClaimRow]:
    """Yield a row for every claim of a reading, kind by kind, in its order.

    Raises PageError if a claim's evidence is not the slice of the text that it says it is.
    """
    for kind, (field, _) in TYPES.items():
        for claim in getattr(reading, field):
            yield _row(reading.document, kind, claim)


def _row(document: Document, kind: ClaimKind, claim: Any) -> ClaimRow:
    evidence: Evidence = claim.evidence
    if document.text[evidence.start : evidence.end] != evidence.quote:
        raise PageError(
            f"document {document.id}, characters {evidence.start} to {evidence.end}: the text there is not the quote "
            f"of a claim ({kind}); nothing of this page was added: read it again and report the page if this stays so"
        )
    value = encoded(claim)
    happened = happened_of(claim)
    first, last = days_of(happened)
    return ClaimRow(
        id=claim.id if isinstance(claim, Event) else content_id(document.id, kind, value),
        document=document.id, kind=kind, value=value, wording=evidence.quote, start=evidence.start, end=evidence.end,
        happened=happened, first=first, last=last, published=document.published,
    )  # fmt: skip


def happened_of(claim: Any) -> str | None:
    """Give the time that a claim tells of: an event's or a level's, or the day a treaty was signed."""
    when = claim.signed if isinstance(claim, TreatyClaim) else getattr(claim, "when", None)
    return str(when) if when else None


def days_of(edtf: str | None) -> tuple[str | None, str | None]:
    """Give first and last day of an EDTF time as ISO dates; None for what is no EDTF (the value keeps its words)."""
    if edtf is None:
        return None, None
    try:
        first, last = bounds(edtf)
    except EdtfError:
        return None, None
    return first.isoformat(), last.isoformat()


def credits_of(text: str, source: str | None, agencies: Agencies) -> tuple[Credit, ...]:
    """Give the stretches of a document's text that an agency is credited with, in order.

    A dateline or an agency as the document's source covers all of it; a credit in the text ("Yonhap reported") covers
    its paragraph.
    """
    found = set()
    own = agencies.called(source) if source else None
    if own:
        found.add((0, len(text), own))
    for start, kind, agency in agencies.credits(text):
        found.add((0, len(text), agency) if kind == "dateline" else (*_paragraph(text, start), agency))
    whole = {agency for start, end, agency in found if (start, end) == (0, len(text))}
    return tuple(sorted(c for c in found if c[2] not in whole or (c[0], c[1]) == (0, len(text))))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def covering(credits: Iterable[Credit], start: int) -> tuple[str, ...]:
    """Give the agencies that the text at a character is taken from, by name."""
    return tuple(sorted({agency for first, last, agency in credits if first <= start < last}))
