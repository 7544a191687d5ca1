"""What the record gives: stored events, claims, judgements, withdrawals, and the documents they come from."""

from typing import Any, Literal

from msgspec import Struct

from dragoman.model.citation import Citation, cite
from dragoman.model.document import Evidence, Head
from dragoman.model.event import Event
from dragoman.model.move import Move
from dragoman.model.reading import Notice
from dragoman.model.time import Timex
from dragoman.model.treaty import LevelClaim

ClaimKind = Literal["event", "ordinal", "treaty", "level", "check", "rejected"]


class Rest(Struct, frozen=True, kw_only=True):
    """What a reading holds besides document and claims."""

    id: str
    times: tuple[Timex, ...] = ()
    notices: tuple[Notice | str, ...] = ()
    """Records of versions before 0.2 hold sentences."""


class StoredEvent(Struct, frozen=True, kw_only=True):
    """An event with all that tells of it.

    `event` is the claim that stands for it, `document` where that was read, `told_by` the number of independent
    documents (near copies of one story count once), `citations` the sentences that tell of it, this one's among them.
    """

    event: Event
    document: Head
    told_by: int
    citations: tuple[Citation, ...]

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all claims of the event."""
        return frozenset(citation.claim for citation in self.citations if citation.claim)


class Withdrawal(Struct, frozen=True, kw_only=True):
    """Who withdrew what, why, and on which day (ISO); `target` is a claim, a judgement or a withdrawal."""

    id: str
    target: str
    who: str
    why: str
    day: str
    stands: bool = True


class Judgement(Struct, frozen=True, kw_only=True):
    """That two documents tell one story, or two claims one event: score (0 to 100), reasons, and who judged."""

    id: str
    kind: Literal["story", "event"]
    one: str
    other: str
    score: int
    reasons: tuple[str, ...]
    who: str
    stands: bool = True


class StoredClaim(Struct, frozen=True, kw_only=True):
    """A claim with its passage and all that is known of where it came from.

    `value` is the claim as plain data, `told_by` and `citations` are given for events that stand. Times of reading are
    UTC; `stands` is false once it is withdrawn.
    """

    id: str
    kind: ClaimKind
    value: dict[str, Any]
    evidence: Evidence
    document: Head
    happened: str | None
    published: str | None
    first_read: str
    last_read: str
    coder: str
    vocabulary: str
    stands: bool
    withdrawals: tuple[Withdrawal, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    told_by: int = 0
    citations: tuple[Citation, ...] = ()


class StoredValue(Struct, frozen=True, kw_only=True):
    """A claim of any kind as the thing it is (OrdinalClaim, TreatyClaim …), with its id and document."""

    id: str
    claim: Any
    document: Head


class Group(Struct, frozen=True, kw_only=True):
    """An event as counted: its id (the least of its claims'), its claims, its documents, and the independent ones."""

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    told_by: int


class Filter(Struct, frozen=True, kw_only=True):
    """Which events: None asks nothing. Codes are those of `Actor.code`.

    `actor` takes part, on whichever side unless `acting` asks that it acts; `other` takes part too. `since` and `until`
    are EDTF: an event fits that may lie in these days; one without a date does not. `search` are words that the
    document holds, in any order; words in double quotes stand together. `limit` is the most events given.
    """

    actor: str | None = None
    other: str | None = None
    acting: bool = False
    event_type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    search: str | None = None
    limit: int | None = None


class ClaimFilter(Struct, frozen=True, kw_only=True):
    """Which event claims: of one of `acts`, and of each set of codes in `parties` somebody takes part, on any side.

    The sentence holds one of `words` (`dragoman.vocab.word_search.holds`); any will do if there are none.
    """

    acts: tuple[str, ...]
    parties: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()


class EventClaim(Struct, frozen=True, kw_only=True):
    """An event as one document tells it, with the story that this tells (near copies are one) and agencies credited."""

    event: Event
    document: Head
    story: str
    agencies: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """The sentence that tells of the event."""
        return cite(self.event.id, self.document, self.event.evidence)


class StoredLevel(Struct, frozen=True, kw_only=True):
    """A level as one document names it, with the story that this tells, and the agencies credited."""

    id: str
    claim: LevelClaim
    document: Head
    story: str
    agencies: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """The sentence that names the level."""
        return cite(self.id, self.document, self.claim.evidence)


class WithdrawnClaim(Struct, frozen=True, kw_only=True):
    """An event claim that a person withdrew."""

    event: Event
    document: Head
    withdrawal: Withdrawal

    @property
    def citation(self) -> Citation:
        """The sentence that told of the event."""
        return cite(self.event.id, self.document, self.event.evidence)


class NotedMove(Struct, frozen=True, kw_only=True):
    """A move as it was noted, with the time (UTC) at which that was."""

    move: Move
    noticed: str
