"""What the ledger holds: treaties with their parties and clauses, and when relations were opened or broken."""

from msgspec import Struct

from dragoman.model.treaty import Obligation

OBLIGATIONS: tuple[Obligation, ...] = ("defense", "offense", "neutrality", "nonaggression", "consultation")
"""ATOP's five kinds of obligation (Leeds et al. 2002, Alliance Treaty Obligations and Provisions)."""


NO_ATTACK = "no-attack"
"""The condition of a duty that an attack breaks, though ATOP counts it in none of its kinds."""


class Party(Struct, frozen=True, omit_defaults=True):
    """One spell of a state in a treaty. Dates are EDTF; a None falls back on the treaty's own date.

    `signed` is the signature (or the protocol or deposit of accession), `in_force` the day the treaty bound this state,
    `ended` the first day on which it no longer did, `how` says why. `ground` says why it was in force from the
    signature; `pending` that it was not in force yet when the tables were checked.
    """

    code: str
    signed: str | None = None
    in_force: str | None = None
    ended: str | None = None
    how: str | None = None
    source: str | None = None
    ground: str = ""
    pending: bool = False


class Clause(Struct, frozen=True, omit_defaults=True):
    """One duty of a treaty: who owes it to whom, when it falls due, what is to be done, on which conditions.

    An empty `owed_by` or `owed_to` means every party. `obligation` is None for a duty outside ATOP's five kinds.
    `begin` and `end` are None where the clause lived as long as the treaty.
    """

    article: str = ""
    obligation: Obligation | None = None
    owed_by: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    trigger: str = ""
    duty: str = ""
    conditions: tuple[str, ...] = ()
    begin: str | None = None
    end: str | None = None
    source: str | None = None


class Treaty(Struct, frozen=True, omit_defaults=True):
    """A treaty: name, kind, dates (EDTF), parties, clauses, and where all this can be checked.

    `ground` and `pending` are those of a `Party`. `term` is how long it was agreed for and how it is renewed
    ("P10Y/P5Y"); a `universal` treaty is open to every state, and left out of the yes or no of the five obligations.
    """

    id: str
    name: str
    kind: str
    signed: str
    in_force: str | None = None
    ended: str | None = None
    how: str | None = None
    parties: tuple[Party, ...] = ()
    clauses: tuple[Clause, ...] = ()
    source: str = ""
    ground: str = ""
    pending: bool = False
    term: str = ""
    universal: bool = False


class Coding(Struct, frozen=True):
    """A data set that was taken over whole: its name (the `source` of its treaties) and the ISO days that it covers."""

    name: str
    first: str
    last: str


class RelationFact(Struct, frozen=True):
    """Diplomatic relations of two states: established, broken, restored, recognised or raised, on a date (EDTF)."""

    a: str
    b: str
    what: str
    date: str
    source: str


class VisitFact(Struct, frozen=True, omit_defaults=True):
    """A visit on file: who went where, with the office as printed, and from when to when (ISO days)."""

    visitor: str
    host: str
    begin: str
    end: str
    person: str = ""
    office: str = ""
    place: str = ""
    occasion: str = ""
    source: str = ""


class War(Struct, frozen=True):
    """One front of a war: who attacked, or declared war on, whom; from and to (EDTF, no end while it lasts).

    `how` is attack, declaration, intervention, occupation, or clash where it is not agreed who began.
    """

    name: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    begin: str
    end: str | None
    how: str
    source: str

    @property
    def dyads(self) -> tuple[tuple[str, str], ...]:
        """Each who with each whom."""
        return tuple((one, other) for one in self.who for other in self.whom)


class Region(Struct, frozen=True):
    """A region that clauses name, and the codes of the states, territories and parts of states that lie in it."""

    key: str
    name: str
    holds: frozenset[str]
    begin: str | None
    end: str | None
