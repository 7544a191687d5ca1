"""What an interaction weighs before time has taken from it, from which day it counts, and from which day it fades."""

import math
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from dragoman.model.event import DONE
from dragoman.relations.days import span
from dragoman.relations.nouns import Interaction
from dragoman.vocab.alarm import Constants

UNDATED = "without a date: counted nowhere, for it may be of any time"
COARSE = "dated no finer than over a month: counted nowhere, for it may be of any time"
NEUTRAL = "neither cooperation nor conflict (intensity 0)"


class Weighed(Struct, frozen=True):
    """A interaction with its points on the day it is freshest; above zero for conflict, below for cooperation.

    `known` and `fades` are ordinals of days: from when it counts, and from when it loses points.
    """

    interaction: Interaction
    points: float
    weight: float
    told: float
    known: int
    fades: int

    def fresh(self, day: int, half_life: float) -> float:
        """Give the share that time has left on a day."""
        return float(2.0 ** (-max(0, day - self.fades) / half_life))


def weigh_all(interactions: Iterable[Interaction], table: Constants) -> tuple[list[Weighed], Counter[str]]:
    """Weigh interactions; those that cannot be weighed are counted by reason."""
    found: list[Weighed] = []
    left: Counter[str] = Counter()
    for interaction in interactions:
        weighed = _weigh(interaction, table)
        if isinstance(weighed, str):
            left[weighed] += 1
        else:
            found.append(weighed)
    return found, left


def _weigh(interaction: Interaction, table: Constants) -> Weighed | str:
    if interaction.intensity == 0:
        return NEUTRAL
    days = _days(interaction, table)
    if isinstance(days, str):
        return days
    weight, told = table.weights[interaction.status], told_weight(interaction.told_by, table)
    return Weighed(interaction, -interaction.intensity * weight * told, weight, told, *days)


def told_weight(told_by: int, table: Constants) -> float:
    """Give what corroboration makes of an interaction: 1 for one document, more by each doubling, up to the most."""
    return min(table.told_most, 1.0 + table.told_growth * math.log2(max(told_by, 1)))


def _days(interaction: Interaction, table: Constants) -> tuple[int, int] | str:
    """Give from when an interaction counts and from when it fades; else why it is left out.

    What is done counts once it is told and begun, and fades from its last day, or from when it was told if that is
    earlier. What is not done counts once it is told, and fades from the last day of its date; without a fine date it is
    a saying of the day on which it was told. A page without a date is taken to tell of something on its last day.
    """
    told, when = span(interaction.published), span(interaction.when)
    page = told[1].toordinal() if told else None
    fine = when is not None and (when[1] - when[0]).days < table.date_spread
    if interaction.status not in DONE and not fine:
        return (page, page) if page is not None else UNDATED if when is None else COARSE
    if when is None:
        return UNDATED
    if not fine:
        return COARSE
    first, last = when[0].toordinal(), when[1].toordinal()
    if interaction.status in DONE:
        known = max(first, page if page is not None else last)
        return known, min(known, last)
    return (page if page is not None else last), last
