"""All that was read out of one document: the object that `brief --json` and `code` print."""

from msgspec import Struct

from dragoman.model.document import Document, Evidence
from dragoman.model.event import Event
from dragoman.model.time import Timex
from dragoman.model.treaty import Check, LevelClaim, OrdinalClaim, TreatyClaim


class Rejected(Struct, frozen=True):
    """A candidate that was not made a claim, and why."""

    reason: str
    evidence: Evidence


class Reading(Struct, frozen=True, kw_only=True):
    """A document and its claims. `notices` are plain sentences about what could not be read."""

    id: str
    document: Document
    events: tuple[Event, ...] = ()
    times: tuple[Timex, ...] = ()
    ordinals: tuple[OrdinalClaim, ...] = ()
    treaties: tuple[TreatyClaim, ...] = ()
    levels: tuple[LevelClaim, ...] = ()
    checks: tuple[Check, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notices: tuple[str, ...] = ()
