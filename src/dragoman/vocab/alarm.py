"""The constants of the alarm of a dyad (`alarm.csv`): each a name, a value and a reason."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.event import EVENT_TYPES, Status
from dragoman.vocab.tables import data

WHERE = "vocab/data/world/watch/alarm.csv"
COLUMNS = ["name", "value", "reason"]
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


@cache
def constants() -> Constants:
    """Give the shipped constants; raises VocabError naming file and line."""
    return read((data("world", "watch") / "alarm.csv").read_text(encoding="utf-8"))


def read(text: str) -> Constants:
    """Read a table of constants; raises VocabError for a name, value or reason that will not do."""
    cells: dict[str, str] = {}
    for line, name, value in _rows(text):
        if name in cells:
            raise VocabError(f"{WHERE}, line {line}: {name} stands there twice; keep one")
        _check(line, name, value)
        cells[name] = value
    missing = sorted(_names() - set(cells))
    if missing:
        raise VocabError(f"{WHERE}: no row for {', '.join(missing)}; write one, with its reason")
    found = _constants(cells)
    for low, high in zip(found.bands, found.bands[1:], strict=False):
        if low.floor >= high.floor or low.spreads >= high.spreads or low.ceiling >= high.ceiling:
            raise VocabError(f"{WHERE}: the band {high.name} does not begin above {low.name}; raise it")
    return found


def _rows(text: str) -> Iterator[tuple[int, str, str]]:
    reader = csv.reader(text.splitlines())
    if next(reader, None) != COLUMNS:
        raise VocabError(f"{WHERE}, line 1: the columns are not {','.join(COLUMNS)}; write them so")
    for cells in reader:
        if len(cells) != len(COLUMNS):
            raise VocabError(f"{WHERE}, line {reader.line_num}: {len(cells)} cells, not 3; quote cells with a comma")
        if not cells[2].strip():
            raise VocabError(f"{WHERE}, line {reader.line_num}: {cells[0]} has no reason; say why it is {cells[1]}")
        yield reader.line_num, cells[0], cells[1]


def _names() -> set[str]:
    """Give the names that must stand in the table; more modes may stand under `comes_about`."""
    bands = {f"band.{band}.{what}" for band in BANDS[1:] for what in ("floor", "spreads", "ceiling")}
    return {*RANGES, *bands, *(f"weight.{status}" for status in get_args(Status)), "step_up.kinds", "comes_about.any"}


def _check(line: int, name: str, value: str) -> None:
    """Raise VocabError unless the name is known and the value fits it."""
    if name.startswith("comes_about.") or name == "step_up.kinds":
        wrong = [kind for kind in value.split() if kind not in EVENT_TYPES]
        if wrong or not value.split():
            raise VocabError(f"{WHERE}, line {line}: {name} is {value!r}; write event types of the codebook")
        return
    if name not in _names():
        raise VocabError(f"{WHERE}, line {line}: no constant is called {name!r}; see FORMAT.md")
    low, high = RANGES.get(name) or FAMILIES["weight" if name.startswith("weight.") else name.split(".")[-1]]
    try:
        fits = low <= _type(name)(value) <= high
    except ValueError:
        fits = False
    if not fits:
        kind = "whole number" if _type(name) is int else "number"
        raise VocabError(f"{WHERE}, line {line}: {name} is {value!r}; write a {kind} from {low:g} to {high:g}")


def _type(name: str) -> type[int] | type[float]:
    return int if Constants.__annotations__.get(name) is int else float


def _constants(cells: dict[str, str]) -> Constants:
    sizes = ("floor", "spreads", "ceiling")
    bands = tuple(BandRule(b, *(float(cells[f"band.{b}.{size}"]) for size in sizes)) for b in BANDS[1:])
    plain: dict[str, Any] = {name: _type(name)(cells[name]) for name in RANGES}
    return Constants(
        **plain, bands=bands, step_up=tuple(cells["step_up.kinds"].split()),
        weights={status: float(cells[f"weight.{status}"]) for status in get_args(Status)},
        comes_about={n.removeprefix("comes_about."): v for n, v in cells.items() if n.startswith("comes_about.")},
    )  # fmt: skip


@cache
def intensities() -> dict[tuple[str, str], float]:
    """Give the codebook's conflict-cooperation scores (`events/intensity.csv`) by type and mode ("" for the type)."""
    text = (data("en", "events") / "intensity.csv").read_text(encoding="utf-8")
    return {(row["type"], row["mode"]): float(row["score"]) for row in csv.DictReader(text.splitlines())}
