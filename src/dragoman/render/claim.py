"""A claim for the terminal, with all that is known of where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.record import StoredClaim
from dragoman.render.line import one_line

if TYPE_CHECKING:
    from rich.console import Console

SAID_ELSEWHERE = {"id", "evidence"}
"""Parts of a claim's value that have lines of their own."""


def print_claim(claim: StoredClaim, console: Console) -> None:
    """Print a claim, a name and a line at a time."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for name, text in lines(claim):
        grid.add_row(Text(name), Text(one_line(text)))
    console.print(grid)


def lines(claim: StoredClaim) -> Iterator[tuple[str, str]]:
    """Yield what is known of a claim, a name and a line at a time."""
    yield claim.kind, claim.id + ("" if claim.stands else "   WITHDRAWN")
    yield "passage", f"“{claim.evidence.quote}”"
    for name, value in claim.value.items():
        if name not in SAID_ELSEWHERE and value not in (None, [], {}, ""):
            yield name.replace("_", " "), said(value)
    document = claim.document
    yield "document", f"{document.id}  {document.title or ''}"
    yield (
        "printed in",
        " · ".join(part for part in (document.source, *document.section, document.url) if part) or "not known",
    )
    yield "at", f"characters {claim.evidence.start} to {claim.evidence.end}"
    yield "published", f"{claim.published} ({document.published_basis})" if claim.published else "not known"
    yield "read", f"first {claim.first_read}, last {claim.last_read}"
    yield "read by", f"{claim.coder}, vocabulary {claim.vocabulary}"
    yield from _others(claim)


def _others(claim: StoredClaim) -> Iterator[tuple[str, str]]:
    if claim.told_by:
        yield "told by", f"{claim.told_by} independent documents" if claim.told_by > 1 else "one document"
    for cited in claim.citations:
        if cited.claim != claim.id and (head := cited.document):
            where = head.source or head.title or head.id
            yield "also told", f"{cited.claim}  {where}, {head.published or 'undated'}: “{cited.quote}”"
    for judgement in claim.judgements:
        other = judgement.other if judgement.one == claim.id else judgement.one
        gone = "" if judgement.stands else "   WITHDRAWN"
        reasons = "; ".join(judgement.reasons)
        yield (
            "same as",
            f"{other}, {judgement.score} of 100, judged by {judgement.who} ({judgement.id}): {reasons}{gone}",
        )
    for withdrawal in claim.withdrawals:
        name = "withdrawn" if withdrawal.target == claim.id else "taken back"
        yield name, f"{withdrawal.day} by {withdrawal.who} ({withdrawal.id}): {withdrawal.why}"


def said(value: Any) -> str:
    """Say a part of a claim in one line: people and things by their words, the rest as it is."""
    if isinstance(value, list):
        return "; ".join(said(item) for item in value)
    if isinstance(value, dict):
        name = value.get("name") or value.get("text") or value.get("kind")
        known = [str(value[key]) for key in ("code", "sector", "country", "obligation") if value.get(key)]
        return f"{name} ({', '.join(known)})" if known else str(name or "")
    return str(value)
