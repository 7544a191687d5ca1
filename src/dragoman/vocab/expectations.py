"""What the example of a frame is to be coded as: who does it to whom, how sure, and when."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from dragoman.model.event import EVENT_TYPES, STATUSES, Status
from dragoman.model.when import EdtfError, parse
from dragoman.vocab.tables import Entry

SIDES = ("actors", "recipients")
EXPECTED = frozenset({*SIDES, "status", "when", "act", "mode"})
"""The keys of `expect`."""


class Expectation(Struct, frozen=True):
    """The codes of both sides, the status, the deed with its mode, and the date if the words tell one (EDTF)."""

    actors: frozenset[str]
    recipients: frozenset[str]
    status: Status
    act: str
    mode: str | None = None
    when: str | None = None

    def __str__(self) -> str:
        """Print in one line: "CONSULT/visit, planned, FRA to TCD, 2024-06-21"."""
        deed = f"{self.act}/{self.mode}" if self.mode else self.act
        actors, recipients = (" ".join(sorted(side)) or "nobody" for side in (self.actors, self.recipients))
        return ", ".join(filter(None, (deed, self.status, f"{actors} to {recipients}", self.when)))


def expectation(
    entry: Entry, act: str, mode: str | None, codes: Collection[str], modes: Collection[tuple[str, str]]
) -> Expectation:
    """Read `expect` of a frame's entry, whose `act` and `mode` hold where it names none.

    `codes` are those of all actors, `modes` those of the codebook by type. Raises VocabError for what cannot be.
    """
    values = entry.values.get("expect")
    if not isinstance(values, dict):
        raise entry.wrong(f"expect is {values!r}", "write actors, recipients and status")
    told = Entry(f"{entry.where}, expect", values)
    told.only(EXPECTED, needed=(*SIDES, "status"))
    actors, recipients = (frozenset(told.among(side, code, codes) for code in told.texts(side)) for side in SIDES)
    status: Status = told.one_of("status", STATUSES)  # type: ignore[assignment]
    if "act" in values:
        act = told.one_of("act", EVENT_TYPES)
    if "mode" in values:
        mode = told.one_of("mode", [found for kind, found in modes if kind == act and found])
    return Expectation(actors, recipients, status, act, mode, _when(told))


def _when(told: Entry) -> str | None:
    if "when" not in told.values:
        return None
    when = told.text("when", "an EDTF date")
    try:
        parse(when)
    except EdtfError as error:
        raise told.wrong(f"when is {when!r}", f"write an EDTF date: {error}") from error
    return when
