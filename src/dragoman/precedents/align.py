"""Local alignment of two courses: the likest stretch of the one and of the other.

The method is that of T. F. Smith and M. S. Waterman (J. Mol. Biol. 147, 1981), over typed steps.

Two steps are paired if they are of one kind or of kinds that are alike by `costs.csv`; a step within the stretch that
has no partner costs a share of its own score. What lies before and after the stretch costs nothing.
Where both courses only go on as before (a visit after a visit), a pair adds less.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dragoman.precedents.nouns import Alignment, Course, Pair
from dragoman.vocab import shipped
from dragoman.vocab.courses import Costs


class Symbol(NamedTuple):
    """A step as it is aligned: its kind, who acts, and whether the step before it is of the same kind.

    `side` is 0 for both, 1 for the first state of the course, 2 for the second.
    """

    kind: str
    side: int
    again: bool = False


def symbols(course: Course, *, turned: bool = False, since: int = 0) -> tuple[Symbol, ...]:
    """Give the steps of a course from a place on, as they are aligned; `turned` gives each state the other's part."""
    sides = {None: 0, course.a: 2 if turned else 1, course.b: 1 if turned else 2}
    steps = course.steps[since:]
    kinds = [None, *(step.kind for step in steps)]
    return tuple(Symbol(step.kind, sides[step.by], step.kind == kinds[n]) for n, step in enumerate(steps))


def pair_score(one: Symbol, other: Symbol, table: Costs) -> float:
    """Give what two steps add to the score if they are paired; 0 if they cannot be."""
    score = table.same[one.kind] if one.kind == other.kind else table.alike.get((one.kind, other.kind), 0.0)
    return score * _share(one.side, other.side, table) * (table.again if one.again and other.again else 1.0)


def _share(one: int, other: int, table: Costs) -> float:
    if one == other:
        return 1.0
    return table.half if 0 in (one, other) else table.across


def gap_price(step: Symbol, table: Costs) -> float:
    """Give what a step without a partner costs."""
    return table.gap * pair_score(step, step, table)


def own_score(steps: Sequence[Symbol], table: Costs | None = None) -> float:
    """Give what a course scores against itself."""
    return sum(pair_score(step, step, table or shipped().courses.costs) for step in steps)


def align(here: Sequence[Symbol], there: Sequence[Symbol], table: Costs | None = None) -> Alignment:
    """Give the best local alignment. Of several, the one that ends latest there, then latest here."""
    grid, prices = _filled(here, there, table or shipped().courses.costs), table or shipped().courses.costs
    score, j, i = max((value, j, i) for i, line in enumerate(grid) for j, value in enumerate(line))
    pairs: list[Pair] = []
    while score and grid[i][j] > 0:
        gain = pair_score(here[i - 1], there[j - 1], prices)
        if gain and grid[i][j] == grid[i - 1][j - 1] + gain:
            same = here[i - 1][:2] == there[j - 1][:2]
            pairs.append(Pair(i - 1, j - 1, same, gain))
            i, j = i - 1, j - 1
        elif grid[i][j] == grid[i - 1][j] - gap_price(here[i - 1], prices):
            i -= 1
        else:
            j -= 1
    return Alignment(score, tuple(reversed(pairs)))


def best_score(here: tuple[Symbol, ...], there: tuple[Symbol, ...], table: Costs | None = None) -> float:
    """Give the score of the best local alignment alone."""
    return max(max(line) for line in _filled(here, there, table or shipped().courses.costs))


def _filled(here: Sequence[Symbol], there: Sequence[Symbol], table: Costs) -> list[list[float]]:
    """Fill the grid: for each place here and there the best score of an alignment that ends at it."""
    gaps = [gap_price(other, table) for other in there]
    above = [0.0] * (len(there) + 1)
    grid = [above]
    for one in here:
        gap = gap_price(one, table)
        gains = (
            _gains(one, tuple(there))
            if table is shipped().courses.costs
            else [pair_score(one, other, table) for other in there]
        )
        line = [0.0]
        for j, gain in enumerate(gains):
            paired = above[j] + gain if gain else 0.0
            line.append(max(0.0, paired, above[j + 1] - gap, line[j] - gaps[j]))
        grid.append(line)
        above = line
    return grid


@lru_cache(maxsize=65536)
def _gains(one: Symbol, there: tuple[Symbol, ...]) -> list[float]:
    return [pair_score(one, other, shipped().courses.costs) for other in there]
