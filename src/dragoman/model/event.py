"""An event in PLOVER's terms, with its status, its holder and the sentence it stands in."""

from typing import Literal

from msgspec import Struct

from dragoman.model.actor import Actor
from dragoman.model.document import Evidence, Mention

Status = Literal[
    "happened", "ongoing", "planned", "expected", "conditional", "sought", "urged", "possible", "denied", "negated"
]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Tense = Literal["past", "present", "future", "none"]

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


class Condition(Struct, frozen=True):
    """What a conditional event hangs on: the words of the condition."""

    text: str
    start: int
    end: int


class Event(Struct, frozen=True, kw_only=True):
    """One coded event. `act` is the deed; `event_type` follows the codebook to the letter.

    `when` is an EDTF string; `when_how` says how the time was found. `rank` 1 is what the sentence is mainly about.
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
    when_how: str | None = None
    place: Place | None = None
    about: tuple[About, ...] = ()
    condition: Condition | None = None
    trigger: Mention
    evidence: Evidence
    rank: int
    confidence: float
    rule: str
    why: str
    intensity: float
