"""What there is to say of two states: citations, levels, encounters, treaties, the series of interactions."""

from typing import Literal

from msgspec import Struct

from dragoman.model.citation import Citation
from dragoman.model.event import Status

EncounterKind = Literal["visit", "meeting", "call"]
Origin = Literal["record", "relations", "treaty"]


class LevelObservation(Struct, frozen=True, kw_only=True):
    """One thing said of the level: a rung (None where the words name none), as printed, with status and dates (EDTF).

    `basis` says whether `when` was told or is the date of the page that speaks of the level as current;
    `until` is the first day on which a treaty no longer bound the two; `last` is when a level called current was last
    called so.
    """

    label: str
    status: Status
    origin: Origin
    rung: int | None = None
    when: str | None = None
    until: str | None = None
    last: str | None = None
    basis: Literal["told", "page", "none"] = "told"
    holder: str | None = None
    citations: tuple[int, ...] = ()


class LevelSpell(Struct, frozen=True, kw_only=True):
    """A stretch of time on one rung: from the day `begin` to before the day `end` (ISO), None while it lasts.

    `citations` are those of the observations that hold it there.
    """

    rung: int
    name: str
    begin: str
    end: str | None = None
    citations: tuple[int, ...] = ()


class Ordinal(Struct, frozen=True, kw_only=True):
    """Which one on file an encounter is, counted over the dyad, one person, or a pair of persons.

    `since` is the one before; `years` the difference of the calendar years, as papers count; `months` that of the
    calendar months, None where one of the two dates is no finer than a year.
    """

    of: Literal["dyad", "person", "persons"]
    who: str
    nth: int
    since: str | None = None
    years: int | None = None
    months: int | None = None


class Encounter(Struct, frozen=True, kw_only=True):
    """A visit, a meeting or a call, once however many tell of it.

    `people` are the persons named, by code; `others` are codes of third parties; `also` are coarser dates under which
    the same one is told; `announced` tells whether it was also told as planned. `counted` is false for what is only
    planned and for what has no date: then `ordinals` are what it would be, or none.
    """

    kind: EncounterKind
    status: Status
    when: str | None
    visitor: str | None = None
    host: str | None = None
    place: str | None = None
    people: dict[str, tuple[str, ...]]
    others: tuple[str, ...] = ()
    occasion: str | None = None
    also: tuple[str, ...] = ()
    announced: bool = False
    counted: bool = True
    told_by: int = 0
    ordinals: tuple[Ordinal, ...] = ()
    citations: tuple[int, ...] = ()


class SharedTreaty(Struct, frozen=True, kw_only=True):
    """A treaty between the two: its own dates (EDTF), the days on which it bound both (ISO), and what it obliges to.

    `alliance` tells whether it holds a clause of defense or offense between the two; `binds` whether it is signed only.
    """

    id: str
    name: str
    kind: str
    signed: str
    in_force: str | None
    ended: str | None
    how: str | None
    begin: str
    end: str | None
    binds: Literal["in force", "signed", "ended"]
    obligations: tuple[str, ...]
    alliance: bool
    citations: tuple[int, ...]


class SharedWar(Struct, frozen=True, kw_only=True):
    """A front on which the two fought each other: the war, who of the two began it (None: not agreed), EDTF dates.

    `how` is that of the ledger: attack, declaration, intervention, occupation, clash.
    """

    name: str
    by: str | None
    how: str
    begin: str
    end: str | None
    citations: tuple[int, ...]


class Interaction(Struct, frozen=True, kw_only=True):
    """An event between the two as the series counts it: once, with its PLOVER type and intensity (-10 to 10).

    `act` is what is done, whatever its status ("" where it is not known): an attack that is threatened is a THREATEN of
    the act ASSAULT. `told_by` is the number of independent documents that tell of it, `published` (EDTF) when the
    first of them did.
    """

    event_type: str
    mode: str | None
    status: Status
    when: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    intensity: float
    act: str = ""
    told_by: int = 1
    published: str | None = None
    citations: tuple[int, ...]


class IntensitySum(Struct, frozen=True):
    """How many events, and the sum of their intensities."""

    count: int = 0
    sum: float = 0.0


class Month(Struct, frozen=True, kw_only=True):
    """One month of the series. Only what is done is in the first three; all else stands apart, by status."""

    month: str
    cooperation: IntensitySum
    conflict: IntensitySum
    neutral: IntensitySum
    apart: dict[str, IntensitySum]
    interactions: tuple[Interaction, ...]


class Series(Struct, frozen=True, kw_only=True):
    """The series of cooperation and conflict: months with events in order, and what cannot be put into a month."""

    months: tuple[Month, ...]
    coarse: tuple[Interaction, ...]
    undated: tuple[Interaction, ...]

    @property
    def interactions(self) -> tuple[Interaction, ...]:
        """All interactions: those in months, then the coarse and the undated."""
        return (*(one for month in self.months for one in month.interactions), *self.coarse, *self.undated)


class Relations(Struct, frozen=True, kw_only=True):
    """All that record and ledger know of two states, up to the EDTF time `until` if one was given.

    `spells` is the level over time, `observations` all that was said of it, placed or not. `notes` are plain sentences
    about what was left out and why.
    """

    a: str
    b: str
    until: str | None
    spells: tuple[LevelSpell, ...]
    observations: tuple[LevelObservation, ...]
    encounters: tuple[Encounter, ...]
    treaties: tuple[SharedTreaty, ...]
    series: Series
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]
    wars: tuple[SharedWar, ...] = ()
