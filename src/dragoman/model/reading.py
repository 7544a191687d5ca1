"""All that was read out of one document: the object that `brief --json` and `code` print."""

from typing import Literal, get_args

from msgspec import Struct

from dragoman.model.document import Document, Evidence
from dragoman.model.event import Event
from dragoman.model.time import Timex
from dragoman.model.treaty import Check, LevelClaim, OrdinalClaim, TreatyClaim

NoticeKind = Literal[
    "bad bytes", "guessed encoding", "no running text", "lines alone", "other language", "furniture", "piece", "told"
]
"""What a notice is about: bytes that were no text; an encoding that was guessed; HTML without running text; a main part
found by its lines alone; another language; how many pieces were set aside; one such piece; words of an older version.
"""


Readers = Literal["both", "frames"]
"""Who reads events: the frames and the trained reader, or the frames alone."""

READERS: tuple[Readers, ...] = get_args(Readers)


class Notice(Struct, frozen=True, omit_defaults=True):
    """Something about a page that its reader should know; the wording is made where it is printed.

    `words` is what it is about (an encoding, a language, the piece set aside), `number` how many pieces or which byte,
    `line` where a piece stood on the page (from 1), `role` what it was taken for.
    """

    kind: NoticeKind
    words: str = ""
    number: int | None = None
    line: int | None = None
    role: str | None = None


class Rejected(Struct, frozen=True):
    """A candidate that was not made a claim, and why."""

    reason: str
    evidence: Evidence


class Reading(Struct, frozen=True, kw_only=True):
    """A document and its claims. `notices` tell what was set aside or guessed."""

    id: str
    document: Document
    events: tuple[Event, ...] = ()
    times: tuple[Timex, ...] = ()
    ordinals: tuple[OrdinalClaim, ...] = ()
    treaties: tuple[TreatyClaim, ...] = ()
    levels: tuple[LevelClaim, ...] = ()
    checks: tuple[Check, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notices: tuple[Notice, ...] = ()
