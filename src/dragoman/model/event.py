"""An event in PLOVER's terms, with its status, its holder and the sentence it stands in."""

from typing import Literal, get_args

from msgspec import Struct

from dragoman.model.actor import Actor
from dragoman.model.document import Evidence, Mention

Status = Literal[
    "happened", "ongoing", "planned", "expected", "conditional", "sought", "urged", "possible", "denied", "negated"
]
STATUSES: tuple[Status, ...] = get_args(Status)
DONE: frozenset[Status] = frozenset(("happened", "ongoing"))
"""What counts as done. All other statuses are never added up with these."""

AHEAD: frozenset[Status] = frozenset(("planned", "expected"))
"""Told as coming: by who will do it, or by somebody who foresees it."""

Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Tense = Literal["past", "present", "future", "none"]

MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Acts that two do together: both may stand among the actors, and it does not matter who is named first."""

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The 16 event types of the PLOVER codebook, in its order: verbal and material cooperation, then conflict."""


class Holder(Struct, frozen=True, omit_defaults=True):
    """Who vouches for a claim: the page itself, or a source that the text names."""

    kind: Literal["page", "source"]
    text: str | None = None
    start: int | None = None
    end: int | None = None
    code: str | None = None


PAGE = Holder("page")


class Axes(Struct, frozen=True):
    """How sure a claim is, on FactBank's axes, and the status read off them."""

    status: Status
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "past"


class About(Struct, frozen=True):
    """What an event is about: a kind from the vocabulary and the words it was read from."""

    kind: str
    text: str
    start: int
    end: int


class Place(Struct, frozen=True):
    """Where an event took place."""

    name: str
    country: str | None = None


class Quantity(Struct, frozen=True):
    """How much or how many: a number, its unit ("$", "tonne"; empty for things counted), of what, and the words."""

    number: float
    unit: str
    of: str
    text: str
    start: int
    end: int


class Condition(Struct, frozen=True):
    """What a conditional event hangs on: the words of the condition."""

    text: str
    start: int
    end: int


WhenBasis = Literal["stated", "governor", "anchored", "elsewhere", "previous sentence", "reported"]
"""How an event came by its time: stated with its own words; with a word that governs it; counted from or told against
another event; told more finely elsewhere in the text; that of the sentence before; not stated at all, so that the
page's own date only says when it was reported."""

ASSUMED: frozenset[WhenBasis] = frozenset(("previous sentence", "reported"))
"""The bases that no words of the event's own sentence hold up."""


class Anchor(Struct, frozen=True, omit_defaults=True):
    """What a time was found by: the words that govern it or that it is counted from, and their own time (EDTF)."""

    text: str
    when: str | None = None


class Event(Struct, frozen=True, kw_only=True):
    """One coded event. `act` is the deed; `event_type` follows the codebook to the letter.

    `when` is an EDTF string, `when_basis` says how it was found and `when_anchor` by what. `rank` 1 is what the
    sentence is mainly about. `confidence` is the share of such lines that are right; `rule` names the frame that
    fits, or "reader"; `proposers` who proposed it.
    """

    id: str
    event_type: str
    act: str
    event_mode: str | None
    auxiliary: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    status: Status
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    holder: Holder
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    when: str | None = None
    when_text: str | None = None
    when_basis: WhenBasis | None = None
    when_anchor: Anchor | None = None
    place: Place | None = None
    about: tuple[About, ...] = ()
    condition: Condition | None = None
    quantity: Quantity | None = None
    trigger: Mention
    evidence: Evidence
    rank: int
    confidence: float
    rule: str
    proposers: tuple[str, ...] = ("frames",)
    why: str
    intensity: float

    @property
    def done(self) -> bool:
        """Whether the event happened or goes on."""
        return self.status in DONE

    @property
    def when_stated(self) -> str | None:
        """The time of the event unless it was only assumed."""
        return None if self.when_basis in ASSUMED else self.when
