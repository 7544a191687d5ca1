"""What a page says of treaties and of the level of a relationship."""

from typing import Literal

from msgspec import Struct

from dragoman.model.document import Evidence
from dragoman.model.event import PAGE, Holder, Status

Obligation = Literal["defense", "offense", "neutrality", "nonaggression", "consultation"]


TermKind = Literal["in force", "duration", "renewal", "withdrawal", "ratification"]


class TermClaim(Struct, frozen=True, kw_only=True):
    """How long a treaty binds, as its own text says.

    `length` is an ISO 8601 duration ("P10Y": in force so long, renewed for so long, so much notice), "indefinite", or
    None; `date` is EDTF.
    """

    kind: TermKind
    length: str | None = None
    date: str | None = None
    article: str | None = None
    evidence: Evidence


class ClauseClaim(Struct, frozen=True, kw_only=True):
    """A clause as a page tells of it; `obligation` in ATOP's terms, dates as EDTF.

    The rest is read from a treaty's own text only: the article; who owes it to whom, as codes (every party to every
    other where both are empty); the conditions, in the words of the ledger
    (`vocab/data/world/treaties/FORMAT.md`). `through` names the treaty
    acceded to whose clause in the shipped tables this is: then trigger and duty are its words.
    """

    name: str
    obligation: Obligation | None = None
    trigger: str | None = None
    duty: str | None = None
    begun: str | None = None
    ended: str | None = None
    article: str | None = None
    owed_by: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    through: str | None = None
    evidence: Evidence


class TreatyClaim(Struct, frozen=True, kw_only=True):
    """A treaty as a page tells of it, or as its own text reads; `parties` are actor codes.

    `signed_at` (the place), `terms` and `accedes_to` (the treaty whose parties the parties of an accession protocol
    become) are read from a treaty's own text only.
    """

    name: str
    parties: tuple[str, ...]
    signed: str | None = None
    clauses: tuple[ClauseClaim, ...] = ()
    signed_at: str | None = None
    terms: tuple[TermClaim, ...] = ()
    accedes_to: str | None = None
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
