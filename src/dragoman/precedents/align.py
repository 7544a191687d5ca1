"""Local alignment of two courses: the likest stretch of the one and of the other.

The method is that of T. F. Smith and M. S. Waterman (J. Mol. Biol. 147, 1981), over typed steps.

Two steps are paired if they are of one kind or of kinds that are alike by `costs.csv`; a step within the stretch that
has no partner costs a share of its own score. What lies before and after the stretch costs nothing.
Where both courses only go on as before (a visit after a visit), a pair adds less.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.precedents.nouns import Alignment, Course, Pair
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


def own_score(steps: Sequence[Symbol], table: Costs) -> float:
    """Give what a course scores against itself."""
    return sum(pair_score(step, step, table) for step in steps)


class Aligner:
    """Aligns courses by a table of costs; what it has worked out for a course it keeps for the next."""

    def __init__(self, table: Costs) -> None:
        """Take the costs."""
        self.table = table
        self._known: dict[tuple[Symbol, tuple[Symbol, ...]], list[float]] = {}

    def align(self, here: Sequence[Symbol], there: Sequence[Symbol]) -> Alignment:
        """Give the best local alignment. Of several, the one that ends latest there, then latest here."""
        grid, table = self._filled(here, tuple(there)), self.table
        score, j, i = max((value, j, i) for i, line in enumerate(grid) for j, value in enumerate(line))
        pairs: list[Pair] = []
        while score and grid[i][j] > 0:
            gain = pair_score(here[i - 1], there[j - 1], table)
            if gain and grid[i][j] == grid[i - 1][j - 1] + gain:
                same = here[i - 1][:2] == there[j - 1][:2]
                pairs.append(Pair(i - 1, j - 1, same, gain))
                i, j = i - 1, j - 1
            elif grid[i][j] == grid[i - 1][j] - gap_price(here[i - 1], table):
                i -= 1
            else:
                j -= 1
        return Alignment(score, tuple(reversed(pairs)))

    def best_score(self, here: Sequence[Symbol], there: Sequence[Symbol]) -> float:
        """Give the score of the best local alignment alone."""
        return max(max(line) for line in self._filled(here, tuple(there)))

    def _filled(self, here: Sequence[Symbol], there: tuple[Symbol, ...]) -> list[list[float]]:
        """Fill the grid: for each place here and there the best score of an alignment that ends at it."""
        gaps = [gap_price(other, self.table) for other in there]
        above = [0.0] * (len(there) + 1)
        grid = [above]
        for one in here:
            gap, line = gap_price(one, self.table), [0.0]
            for j, gain in enumerate(self._gains(one, there)):
                paired = above[j] + gain if gain else 0.0
                line.append(max(0.0, paired, above[j + 1] - gap, line[j] - gaps[j]))
            grid.append(line)
            above = line
        return grid

    def _gains(self, one: Symbol, there: tuple[Symbol, ...]) -> list[float]:
        """Give what a step adds if it is paired with each step of a course."""
        if (one, there) not in self._known:
            self._known[one, there] = [pair_score(one, other, self.table) for other in there]
        return self._known[one, there]
