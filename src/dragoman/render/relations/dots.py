"""Visits, meetings and calls as dots in rows, each with its number on file; the gaps between them in words."""

from datetime import date

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.nouns import Encounter, Relations
from dragoman.render.axis import LETTER, Axis, axis_of, first_of
from dragoman.render.names import code_name
from dragoman.render.relations import wording
from dragoman.render.relations.sheet import RelationsSheet
from dragoman.render.timeline import Tick

TOP, ROW, RISE = 8.0, 34.0, 16.0
RADIUS, CLOSE = 8.0, 17.0
MANY = 60
"""More dots than this in a row are drawn small and without numbers."""

SMALL, SMALL_RISE = 3.0, 5.0
MOST_NAME = 33
"""Letters of a row's name."""


class EncounterDot(Struct, frozen=True):
    """An encounter: its place, its number ("" where there is none or no room), hollow if it is only planned."""

    x: float
    y: float
    radius: float
    number: str
    hollow: bool
    line: int
    words: str


class EncounterRow(Struct, frozen=True):
    """A row of dots with its name; `gaps` stand on the line between two dots."""

    name: str
    y: float
    dots: tuple[EncounterDot, ...]
    gaps: tuple[Tick, ...]


class Dots(Struct, frozen=True):
    """The drawing; `undated` encounters are not in it."""

    rows: tuple[EncounterRow, ...]
    ticks: tuple[Tick, ...]
    foot: float
    height: float
    undated: int


def dots(sheet: RelationsSheet) -> Dots | None:
    """Draw the encounters that have a date; None if none has."""
    found = sheet.found
    dated = [(n, e, day) for n, e in enumerate(found.encounters) if (day := first_of(e.when))]
    if not dated:
        return None
    axis = axis_of([day for _, _, day in dated])
    rows: list[EncounterRow] = []
    y = TOP
    for name, kind, visitor in _rows(found):
        mine = [entry for entry in dated if (entry[1].kind, entry[1].visitor) == (kind, visitor)]
        if mine:
            rows.append(_row(axis, sheet, name, y, mine))
            y = rows[-1].y + RADIUS + 4
    return Dots(
        rows=tuple(rows), ticks=axis.ticks(), foot=y + 6, height=y + 28, undated=len(found.encounters) - len(dated)
    )


def _rows(found: Relations) -> list[tuple[str, str, str | None]]:
    names = {code: code_name(code).removeprefix("the ") for code in (found.a, found.b)}
    ways = [(found.a, found.b), (found.b, found.a)]
    visits: list[tuple[str, str, str | None]] = [
        (f"{names[one]} → {names[other]}", "visit", one) for one, other in ways
    ]
    return [*visits, ("visits, not told whose", "visit", None), ("meetings", "meeting", None), ("calls", "call", None)]


def _row(
    axis: Axis, sheet: RelationsSheet, name: str, top: float, mine: list[tuple[int, Encounter, date]]
) -> EncounterRow:
    small = len(mine) > MANY
    radius, rise = (SMALL, SMALL_RISE) if small else (RADIUS, RISE)
    stack: list[tuple[float, int, int, Encounter]] = []
    for number, encounter, day in mine:
        x = axis.at(day)
        taken = {height for left, height, _, _ in stack if x - left < (2 * radius + 1)}
        height = next(h for h in range(len(mine) + 1) if h not in taken)
        stack.append((x, height, number, encounter))
    y = top + ROW / 2 + rise * max(height for _, height, _, _ in stack)
    drawn = [
        EncounterDot(
            x, y - rise * height, radius, "" if small else _number(encounter), encounter.status not in DONE,
            sheet.places["met", number], wording.encounter_words(encounter, sheet.found),
        )
        for x, height, number, encounter in stack
    ]  # fmt: skip
    name = name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…"
    return EncounterRow(name, y, tuple(drawn), tuple(_gaps(stack)))


def _number(encounter: Encounter) -> str:
    dyad = next((ordinal for ordinal in encounter.ordinals if ordinal.of == "dyad"), None)
    return str(dyad.nth) if dyad else ""


def _gaps(stack: list[tuple[float, int, int, Encounter]]) -> list[Tick]:
    """Label the gap before each dot with its length where there is room for it."""
    found: list[Tick] = []
    before = 0.0
    for x, _, _, encounter in stack:
        dyad = next((ordinal for ordinal in encounter.ordinals if ordinal.of == "dyad"), None)
        label = wording.gap_words(dyad) if dyad and dyad.since else ""
        if label and LETTER * len(label) + 2 * RADIUS + 10 < x - before:
            found.append(Tick((before + x) / 2, label))
        before = x if encounter.counted else before
    return found
