"""What there is to say of courses: a course with its steps, and how like one is to another."""

from typing import Literal

from msgspec import Struct

from dragoman.model.citation import Citation

Origin = Literal["named", "ledger", "record"]
Grade = str


class Step(Struct, frozen=True, kw_only=True):
    """A step of a course: kind (of `kinds.csv`), when (EDTF), the side that acts (a code; None for both), in words.

    `count` tells how many of one kind were drawn together. `citations` are numbers of those of the relations that it
    was read from; `source` names where it can be looked up.
    """

    kind: str
    when: str
    by: str | None = None
    words: str
    count: int = 1
    citations: tuple[int, ...] = ()
    source: str = ""


class Course(Struct, frozen=True, kw_only=True):
    """The course of a dyad: what happened, step by step in order of time, and what is only told as coming.

    `origin` tells whether it is a named course of the vocabulary, or was read from the ledger, or from the record too.
    """

    key: str
    name: str
    a: str
    b: str
    origin: Origin
    steps: tuple[Step, ...]
    ahead: tuple[Step, ...] = ()
    about: str = ""
    outcome: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()


class Pair(Struct, frozen=True):
    """Two steps held against each other, by their places: `same`, or only alike; with what it adds to the score."""

    here: int
    there: int
    same: bool
    score: float


class Alignment(Struct, frozen=True):
    """The best local alignment of two courses: its score, and the pairs in order; empty if nothing is alike."""

    score: float
    pairs: tuple[Pair, ...]


class Precedent(Struct, frozen=True, kw_only=True):
    """A course that this one is like, with all that tells how far.

    `plays` says which state there plays the part of which here ({"RUS": "SUN"}); None where it makes no difference.
    `most` is the score that an identical course of the shorter of the two would reach. `here_only` and `there_only`
    are the places of the steps within the stretch that have no partner, `after_here` and `after_there` of those that
    follow it; `days_here` and `days_there` how long the stretch took. `as_like` counts the courses that are at least
    as like to this precedent, of the `pool` that could be: all on file, or those told in more than treaties.
    `left_out` counts the first steps here that were not held against it: it is the same dyad's own past.
    """

    course: Course
    plays: dict[str, str] | None
    score: float
    most: float
    pairs: tuple[Pair, ...]
    here_only: tuple[int, ...]
    there_only: tuple[int, ...]
    after_here: tuple[int, ...]
    after_there: tuple[int, ...]
    days_here: int
    days_there: int
    as_like: int
    pool: int
    among: Literal["all", "told"]
    grade: Grade
    left_out: int = 0

    @property
    def same(self) -> int:
        """Count the pairs that are the same."""
        return sum(1 for pair in self.pairs if pair.same)

    @property
    def alike(self) -> int:
        """Count the pairs that are only alike."""
        return len(self.pairs) - self.same


class Precedents(Struct, frozen=True, kw_only=True):
    """The course here, and the precedents: named ones and those of other dyads, the likest first.

    `on_file` is the number of courses that were looked at; `citations` are those of the course here.
    """

    here: Course
    until: str | None
    named: tuple[Precedent, ...]
    others: tuple[Precedent, ...]
    on_file: int
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]
