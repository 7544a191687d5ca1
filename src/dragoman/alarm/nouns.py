"""What the alarm says: pressure and band, the parts it is made of, the past it is held against, what would change it.

Points are printed with one decimal, and what is printed adds up: interactions to their part, parts to the pressure.
"""

from typing import Literal

from msgspec import Struct

from dragoman.relations.nouns import Interaction

BandName = Literal["calm", "watch", "concern", "alarm"]


class Share(Struct, frozen=True, kw_only=True):
    """What an interaction adds: points = -intensity x weight x told x fresh x relief, rounded so that the part adds up.

    `weight` is that of the status, `told` that of the independent documents, `fresh` what time has left of it;
    `relief` is 1 for conflict, and for cooperation the share that is taken away.
    """

    interaction: Interaction
    points: float
    weight: float
    told: float
    fresh: float
    relief: float = 1.0


class PressurePart(Struct, frozen=True, kw_only=True):
    """The interactions of one PLOVER type with the points they add up to; or all cooperation ("relief", below zero).

    `faded` are interactions of it that are too long ago to show in the first decimal.
    """

    kind: str
    points: float
    shares: tuple[Share, ...]
    faded: int = 0


class Threshold(Struct, frozen=True):
    """The pressure at which a band begins on the day, and what decides it: the past, floor or ceiling."""

    band: BandName
    points: float
    by: Literal["past", "floor", "ceiling"]


class Norm(Struct, frozen=True, kw_only=True):
    """The dyad's own past: its usual level and spread (points), over so many points in time since `since` (ISO day).

    The three are None if there is too little past: then the thresholds are the floors.
    """

    usual: float | None = None
    spread: float | None = None
    since: str | None = None
    samples: int = 0
    thresholds: tuple[Threshold, ...]


class DailyPressure(Struct, frozen=True):
    """The pressure on an ISO day, as known then."""

    day: str
    points: float


class Fall(Struct, frozen=True):
    """The first day (ISO) with a lower band if nothing more happens, and which band that is."""

    day: str
    band: BandName


class Required(Struct, frozen=True, kw_only=True):
    """A kind of interaction that would bring the next band: so many, done on the day and told by one document each."""

    event_type: str
    intensity: float
    count: int


class Plan(Struct, frozen=True, kw_only=True):
    """A threat or plan on file, and what would become of it if it came about on the day, told by one document.

    `becomes` is the PLOVER type of what is announced, `intensity` its score; `enough` tells whether it alone would
    bring the next band, `pressure` what the pressure would be.
    """

    interaction: Interaction
    becomes: str
    intensity: float
    pressure: float
    enough: bool


class Rise(Struct, frozen=True, kw_only=True):
    """The way up: the next band, where it begins, the points missing, and what would bring it there.

    `together` tells whether all `plans` together would.
    """

    band: BandName
    threshold: float
    missing: float
    kinds: tuple[Required, ...]
    plans: tuple[Plan, ...]
    together: bool


class Alarm(Struct, frozen=True, kw_only=True):
    """How troubled a dyad is on an ISO day, held against its own past.

    `since` is the first day of the spell in this band (not before the first interaction on record), `longer` tells that
    it began before the days looked at. `past` is the pressure over time, oldest first, the last point being today.
    `apart` are interactions that count nothing: denied, or did not happen. `notes` are plain sentences about what was
    left out, and why.
    """

    a: str
    b: str
    on: str
    pressure: float
    band: BandName
    since: str
    longer: bool
    parts: tuple[PressurePart, ...]
    norm: Norm
    past: tuple[DailyPressure, ...]
    fall: Fall | None
    rise: Rise | None
    apart: tuple[Interaction, ...]
    notes: tuple[str, ...]
