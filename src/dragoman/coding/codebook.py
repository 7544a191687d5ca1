"""The PLOVER codebook's own rules: what a deed is coded as when it is future, negated or asked for.

Source: PLOVER codebook (Open Event Data Alliance), chapter "Event Categories"; scores: its table "PLOVER
conflict-cooperation scores".
"""

from dragoman.model.event import Axes
from dragoman.vocab.events import Events

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
AHEAD = frozenset({"planned", "expected", "conditional", "possible"})
CONTENT_MODES = {
    "CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "AGREE": "assist",
    "RETREAT": "yield", "CONCEDE": "yield",
}  # fmt: skip
"""Mode of a REQUEST or REJECT by the type of what is asked or refused; anything else is `change`."""


def event_type(act: str, axes: Axes) -> str:
    """Give the codebook's type for a deed with this status.

    AGREE: "Cooperative actions of types CONSULT, SUPPORT, COOPERATE, and AID reported in future tense".
    CONCEDE: "Announcements of future retreats". THREATEN: a use or show of power that is announced, not done.
    ASSAULT: "successful and attempted". REQUEST: what is asked for or urged. REJECT: cooperation that is refused.
    """
    if axes.status == "sought" and act == "ASSAULT":
        return act
    if axes.status in ("sought", "urged"):
        return act if act in ("REQUEST", "AGREE", "ACCUSE", "THREATEN", "REJECT") else "REQUEST"
    if axes.polarity == "negative":
        return "REJECT" if refused(act, axes) else act
    if axes.status not in AHEAD or (axes.status == "possible" and axes.tense == "past"):
        return act
    if act in COOPERATIVE:
        return "AGREE"
    if act == "RETREAT":
        return "CONCEDE"
    return "THREATEN" if act in MATERIAL_CONFLICT else act


def refused(act: str, axes: Axes) -> bool:
    """Say whether a deed is refused: cooperation or a concession that will not come."""
    return axes.polarity == "negative" and axes.tense == "future" and act in COOPERATIVE | YIELDING | {"AGREE"}


def content_mode(content_type: str | None) -> str:
    """Give the REQUEST and REJECT mode for the type of the content (None: no event was read in it)."""
    return CONTENT_MODES.get(content_type or "", "change")


def intensity(events: Events, event_type: str, mode: str | None) -> float:
    """Give the PLOVER conflict-cooperation score, from -10 to +10, of a type and mode, or of the type alone."""
    scores = events.intensities
    return scores.get((event_type, mode or ""), scores[event_type, ""])
