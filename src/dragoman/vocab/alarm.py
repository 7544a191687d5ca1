"""The constants of the alarm of a dyad (`alarm.csv`): each a name, a value and a reason."""

from typing import Any

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.vocab.tables import Folder, Row, once

FILE = "alarm.csv"
BANDS = ("calm", "watch", "concern", "alarm")
"""The bands from the lowest to the highest. The first has no rule: it is what lies below the others."""

RANGES: dict[str, tuple[float, float]] = {
    "half_life": (1, 3650), "told_growth": (0, 1), "told_most": (1, 10), "relief_share": (0, 1), "relief_most": (0, 1),
    "date_spread": (0, 366), "past_days": (30, 36525), "past_step": (1, 366), "past_least": (0, 3660),
    "spread_least": (0, 1), "chart_step": (1, 366), "ahead_most": (1, 3660), "open_half_lives": (0, 20),
}  # fmt: skip
"""Within which each number is sane; a value outside is a slip of the pen."""

FAMILIES: dict[str, tuple[float, float]] = {
    "weight": (0, 1), "floor": (0, 1000), "spreads": (0, 100), "ceiling": (1, 100000),
}  # fmt: skip
"""The same for the numbers that several names share: `weight.planned`, `band.watch.floor`."""


class BandRule(Struct, frozen=True):
    """When a band begins: so many spreads above the usual level, but not below the floor nor above the ceiling."""

    name: str
    floor: float
    spreads: float
    ceiling: float


class Constants(Struct, frozen=True, kw_only=True):
    """All numbers of the alarm, as `alarm.csv` gives reasons for them. Times in days, heights in points.

    `weights` by status; `bands` from watch to alarm; `step_up` are event types; `comes_about` tells by mode which
    event type a threat announces, "any" where the mode tells nothing.
    """

    half_life: float
    told_growth: float
    told_most: float
    relief_share: float
    relief_most: float
    date_spread: int
    past_days: int
    past_step: int
    past_least: int
    spread_least: float
    chart_step: int
    ahead_most: int
    open_half_lives: float
    weights: dict[str, float]
    bands: tuple[BandRule, ...]
    step_up: tuple[str, ...]
    comes_about: dict[str, str]


def read_constants(folder: Folder) -> Constants:
    """Read the constants of a folder `watch`; raises VocabError for a name, value or reason that will not do."""
    cells: dict[str, str] = {}
    seen: dict[str, str] = {}
    for row in folder.rows(FILE, "name", "value", "reason"):
        once(seen, row["name"], row)
        row.filled("reason")
        _check(row)
        cells[row["name"]] = row["value"]
    where = f"{folder.name}/{FILE}"
    if missing := sorted(_names() - set(cells)):
        raise VocabError(f"{where}: no row for {', '.join(missing)}; write one, with its reason")
    found = _constants(cells)
    for low, high in zip(found.bands, found.bands[1:], strict=False):
        if low.floor >= high.floor or low.spreads >= high.spreads or low.ceiling >= high.ceiling:
            raise VocabError(f"{where}: the band {high.name} does not begin above {low.name}; raise it")
    return found


def _names() -> set[str]:
    """Give the names that must stand in the table; more modes may stand under `comes_about`."""
    bands = {f"band.{band}.{what}" for band in BANDS[1:] for what in ("floor", "spreads", "ceiling")}
    return {*RANGES, *bands, *(f"weight.{status}" for status in STATUSES), "step_up.kinds", "comes_about.any"}


def _check(row: Row) -> None:
    """Raise VocabError unless the name is known and the value fits it."""
    name, value = row["name"], row["value"]
    if name.startswith("comes_about.") or name == "step_up.kinds":
        if not value.split() or set(value.split()) - set(EVENT_TYPES):
            raise row.wrong(f"{name} is {value!r}", "write event types of the codebook")
        return
    if name not in _names():
        raise row.wrong(f"no constant is called {name!r}", "see FORMAT.md")
    low, high = RANGES.get(name) or FAMILIES["weight" if name.startswith("weight.") else name.split(".")[-1]]
    found = row.whole("value") if _type(name) is int else row.number("value")
    if not low <= found <= high:
        kind = "whole number" if _type(name) is int else "number"
        raise row.wrong(f"{name} is {value!r}", f"write a {kind} from {low:g} to {high:g}")


def _type(name: str) -> type[int] | type[float]:
    return int if Constants.__annotations__.get(name) is int else float


def _constants(cells: dict[str, str]) -> Constants:
    sizes = ("floor", "spreads", "ceiling")
    bands = tuple(BandRule(b, *(float(cells[f"band.{b}.{size}"]) for size in sizes)) for b in BANDS[1:])
    plain: dict[str, Any] = {name: _type(name)(cells[name]) for name in RANGES}
    return Constants(
        **plain, bands=bands, step_up=tuple(cells["step_up.kinds"].split()),
        weights={status: float(cells[f"weight.{status}"]) for status in STATUSES},
        comes_about={n.removeprefix("comes_about."): v for n, v in cells.items() if n.startswith("comes_about.")},
    )  # fmt: skip
