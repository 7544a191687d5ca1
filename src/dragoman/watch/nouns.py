"""The nouns of the watch: a red line as the desk writes it, what was seen of it, how it stands."""

from typing import Literal

from msgspec import Struct

from dragoman.alarm import Alarm
from dragoman.model.citation import Citation
from dragoman.model.event import Status
from dragoman.model.move import Move
from dragoman.model.treaty import Obligation
from dragoman.record.nouns import Withdrawal
from dragoman.vocab.weights import Weight

LineStatus = Literal["clear", "conditional only", "hinted", "reported", "crossed"]
STATUSES: tuple[LineStatus, ...] = ("clear", "conditional only", "hinted", "reported", "crossed")
"""From nothing known to done and borne out."""


class DeedCondition(Struct, frozen=True, kw_only=True):
    """A deed: of one of `acts` (PLOVER types), by one of `who` to one of `to`, or between two (`between`).

    `about` are topics, `words` stand in the sentence: one of each is enough. `statuses` are those that count.
    """

    acts: tuple[str, ...]
    modes: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()


class TreatyCondition(Struct, frozen=True, kw_only=True):
    """A treaty that obliges two states to something comes to bind them: from its entry into force, or its signature."""

    treaty: Obligation
    between: tuple[str, str]
    binds: Literal["in force", "signed"] = "in force"
    words: tuple[str, ...] = ()


class LevelCondition(Struct, frozen=True, kw_only=True):
    """The level of two states reaches a rung from below (`up`: this rung or a higher one) or from above (`down`)."""

    rung: int
    between: tuple[str, str]
    way: Literal["up", "down"] = "up"


Condition = DeedCondition | TreatyCondition | LevelCondition


class RedLine(Struct, frozen=True, kw_only=True):
    """A red line: what would cross it (one condition is enough), what then, and who answers for it.

    `sources` is the number of independent sources that make it crossed. Only what happened on or after the EDTF time
    `since`, and at most `within` days before the day asked for, counts. `definition` is a hash of all this.
    """

    name: str
    title: str
    conditions: tuple[Condition, ...]
    response: str = ""
    owner: str = ""
    sources: int = 2
    since: str | None = None
    within: int | None = None
    definition: str = ""


class Lines(Struct, frozen=True, kw_only=True):
    """The desk's file: the lines, and the dyads whose alarm is watched."""

    lines: tuple[RedLine, ...]
    dyads: tuple[tuple[str, str], ...] = ()


class Sighting(Struct, frozen=True, kw_only=True):
    """A sentence that bears on a line, and what it weighs.

    `day` (ISO) is when the deed was or, where that is not told, when the page was published; `known` when it was
    published; None where neither is known. `source` numbers the independent sources of a line from 1; `holder` names
    who vouches, `agencies` who is credited. `word` is what it is told as, `why` says what was read and how it counts.
    """

    citation: Citation
    status: Status
    weighs: Weight
    word: str
    holder: str | None
    agencies: tuple[str, ...]
    keys: tuple[str, ...]
    source: int
    when: str | None
    day: str | None
    known: str | None
    why: str


class Withdrawn(Struct, frozen=True, kw_only=True):
    """A sentence that bore on a line until somebody withdrew the claim: it counts no more, and is shown."""

    citation: Citation
    withdrawal: Withdrawal


class LedgerEntry(Struct, frozen=True, kw_only=True):
    """What the ledger says of a treaty condition: the treaty with its source, its days of signature and force (ISO)."""

    citation: Citation
    signed: str
    in_force: str | None
    until: str | None


class Transition(Struct, frozen=True, kw_only=True):
    """A change of a line's status as the evidence came in: on which day, from what to what, why, by which claims."""

    on: str
    before: LineStatus
    after: LineStatus
    why: str
    claims: tuple[str, ...]


class Standing(Struct, frozen=True, kw_only=True):
    """How a line stands: `told` sources say that it was done, `against` that it was not; `needed` make it crossed."""

    name: str
    line: RedLine
    status: LineStatus
    since: str | None
    told: int
    against: int
    needed: int
    why: str
    sightings: tuple[Sighting, ...]
    withdrawn: tuple[Withdrawn, ...]
    ledger: tuple[LedgerEntry, ...]
    transitions: tuple[Transition, ...]
    notes: tuple[str, ...] = ()


class Watch(Struct, frozen=True, kw_only=True):
    """The desk's lines and alarms on a day (ISO, None where nothing is on record), and what moved since last time.

    `citations` are the sentences and entries of lines and alarms; the alarms give their numbers. `new` are the claims
    of the lines that were read since the last look; `asked` tells that the day was asked for: then nothing was
    compared.
    """

    on: str | None
    lines: tuple[Standing, ...]
    alarms: tuple[Alarm, ...]
    citations: tuple[Citation, ...] = ()
    moves: tuple[Move, ...] = ()
    new: tuple[str, ...] = ()
    asked: bool = False
    notes: tuple[str, ...] = ()
