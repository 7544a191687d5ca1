"""What a page says of treaties and of the level of a relationship."""

from typing import Literal

from msgspec import Struct

from dragoman.model.document import Evidence
from dragoman.model.event import PAGE, Holder, Status

Obligation = Literal["defense", "offense", "neutrality", "nonaggression", "consultation"]


class ClauseClaim(Struct, frozen=True, kw_only=True):
    """A clause as a page tells of it; `obligation` in ATOP's terms, dates as EDTF."""

    name: str
    obligation: Obligation | None = None
    trigger: str | None = None
    duty: str | None = None
    begun: str | None = None
    ended: str | None = None
    evidence: Evidence


class TreatyClaim(Struct, frozen=True, kw_only=True):
    """A treaty as a page tells of it; `parties` are actor codes."""

    name: str
    parties: tuple[str, ...]
    signed: str | None = None
    clauses: tuple[ClauseClaim, ...] = ()
    evidence: Evidence


class LevelClaim(Struct, frozen=True, kw_only=True):
    """A rung of a relationship as a page tells of it; `dyad` is sorted by code."""

    dyad: tuple[str, str]
    label: str
    rung: int
    status: Status
    when: str | None = None
    holder: Holder = PAGE
    evidence: Evidence


class OrdinalClaim(Struct, frozen=True, kw_only=True):
    """A count that the page states ("third meeting"), recounted from what the text names.

    `earlier` holds the EDTF dates of the earlier ones, `rule` says what was counted, `consistent` is None
    when the text does not name enough to tell.
    """

    ordinal: int
    what: str
    persons: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    interval_years: int | None = None
    consistent: bool | None = None
    difference: str | None = None
    rule: str = ""
    evidence: Evidence


class Check(Struct, frozen=True, kw_only=True):
    """What a page claims, held against record and ledger."""

    claim: str
    verdict: Literal["agrees", "differs", "new"]
    against: str | None = None
    how: str | None = None
    evidence: Evidence
