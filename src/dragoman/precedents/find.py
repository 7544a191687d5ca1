"""Find the precedents of a course: the courses on file that it is likest, and how weak the likeness is."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from dragoman.ledger.book import Ledger
from dragoman.precedents.align import Aligner, Symbol, own_score, symbols
from dragoman.precedents.course import course_of
from dragoman.precedents.nouns import Alignment, Course, Precedent, Precedents, Step
from dragoman.relations.days import not_after, span
from dragoman.relations.nouns import Relations
from dragoman.vocab import Vocabulary
from dragoman.vocab.courses import CourseTables

MOST = 3
"""Precedents given of each sort unless asked for more."""


def precedents(found: Relations, others: Sequence[Course], *, ledger: Ledger, most: int = MOST) -> Precedents:
    """Give the precedents of some relations among `others`: at most `most` named ones, and as many of other dyads.

    What came after `until` of the relations is left out of all courses. `ledger` is that of `course_of`.
    """
    here = course_of(found, ledger=ledger)
    return likest(here, others, ledger.vocabulary, until=found.until, most=most, found=found)


def likest(
    here: Course,
    others: Sequence[Course],
    vocabulary: Vocabulary,
    *,
    until: str | None = None,
    most: int = MOST,
    found: Relations | None = None,
) -> Precedents:
    """Give the courses that a course is likest; `found` are the relations that it was read from, if any."""
    known = [cut for course in others if (cut := cut_off(course, until)).steps]
    search = _Search(here, known, vocabulary, own=found is None)
    likely = [search.precedent(course) for course in search.first(most)]
    return Precedents(
        here=here, until=until, named=tuple(entry for entry in likely if entry.course.origin == "named"),
        others=tuple(entry for entry in likely if entry.course.origin != "named"), on_file=len(known),
        citations=found.citations if found else (),
        notes=(*here.notes, *search.own_past(likely), *(found.notes if found else ())),
    )  # fmt: skip


def cut_off(course: Course, until: str | None) -> Course:
    """Give a course as far as it had come by `until`; if it went on, its outcome is left out too."""
    steps = tuple(step for step in course.steps if not_after(step.when, until))
    return course if len(steps) == len(course.steps) else replace(course, steps=steps, outcome="", ahead=())


class _Search:
    """Holds a course against those on file.

    A dyad's own past is no likeness: the same steps would be held against themselves. `own` lets it be one.
    """

    def __init__(self, here: Course, known: Sequence[Course], vocabulary: Vocabulary, *, own: bool) -> None:
        self.here, self.known, self.own, self.vocabulary = here, known, own, vocabulary
        self.tables, self.aligner = vocabulary.courses, Aligner(vocabulary.courses.costs)
        self.rivals = [course for course in known if course.origin == "named" or not self._is_same_dyad(course)]

    def _dyad(self, course: Course) -> tuple[str, str]:
        return self.vocabulary.treaties.dyad_of(course.a, course.b)

    def _is_same_dyad(self, course: Course) -> bool:
        return self._dyad(course) == self._dyad(self.here)

    def own_past(self, likely: Sequence[Precedent]) -> list[str]:
        """Say which named courses are the two states' own past, and were held against nothing but what came after."""
        shown = {entry.course.key for entry in likely}
        return [
            f"{course.name} is the past of the same two states: it is held against what came after it alone"
            + ("" if course.key in shown else ", and is not among the likest")
            for course in self.rivals
            if self._is_same_dyad(course) and not self.own
        ]

    def first(self, most: int) -> list[Course]:
        """Give the likest named courses and the likest of other dyads: by score, then by key.

        Those with fewer than `least_pairs` steps that are the same or alike are none.
        """
        scored = []
        for course in self.rivals:
            best = self._best(course)[0]
            if len(best.pairs) >= self.tables.rule("least_pairs"):
                scored.append((-best.score, course.key, course))
        ranked = [course for _, _, course in sorted(scored, key=lambda entry: entry[:2])]
        named = [course for course in ranked if course.origin == "named"]
        return named[:most] + [course for course in ranked if course.origin != "named"][:most]

    def _best(self, there: Course) -> tuple[Alignment, bool | None]:
        """Give the better of the two ways to give out the parts, and whether they are turned; None: no difference."""
        since, theirs = self._since(there), symbols(there)
        ways = (symbols(self.here, turned=turned, since=since) for turned in (False, True))
        plain, turned = (self.aligner.align(ours, theirs) for ours in ways)
        way = None if plain.score == turned.score else turned.score > plain.score
        return _moved(turned if way else plain, since), way

    def _since(self, there: Course) -> int:
        """Give the place of the first step here that may be held against a course: of its own dyad, after its end."""
        if self.own or not self._is_same_dyad(there):
            return 0
        last = max(days[1] for step in there.steps if (days := span(step.when)))
        spans = ((n, span(step.when)) for n, step in enumerate(self.here.steps))
        return next((n for n, days in spans if days and days[0] > last), len(self.here.steps))

    def precedent(self, there: Course) -> Precedent:
        """Give a course with all that tells how like it is."""
        here, since = self.here, self._since(there)
        best, turned = self._best(there)
        ours, others = [pair.here for pair in best.pairs], [pair.there for pair in best.pairs]
        as_like, pool, among = self._as_like(best, there)
        costs = self.tables.costs
        most = min(own_score(symbols(here, since=since), costs), own_score(symbols(there), costs))
        return Precedent(
            course=there, plays=None if turned is None else _plays(here, there, turned), score=best.score,
            most=most, pairs=best.pairs, here_only=_between(ours), there_only=_between(others),
            after_here=tuple(range(ours[-1] + 1, len(here.steps))),
            after_there=tuple(range(others[-1] + 1, len(there.steps))),
            days_here=days_between(here.steps[ours[0]], here.steps[ours[-1]]),
            days_there=days_between(there.steps[others[0]], there.steps[others[-1]]),
            as_like=as_like, pool=pool, among=among, left_out=since,
            grade=grade_of(best, most, as_like, pool, self.tables),
        )  # fmt: skip

    def _as_like(self, best: Alignment, there: Course) -> tuple[int, int, Literal["all", "told"]]:
        """Count the courses that are at least as like, among those of other dyads that could be: with enough steps.

        Where a pair is of a kind that treaties and relations do not tell of (a visit, a threat), courses of these alone
        could not be as like, and would make the likeness look rare: they do not count then.
        """
        told = self._in_detail(self.here.steps[pair.here] for pair in best.pairs)
        theirs, dyads = symbols(there), {self._dyad(self.here), self._dyad(there)}
        pool = [
            course
            for course in self.known
            if len(course.steps) >= len(best.pairs)
            and self._dyad(course) not in dyads
            and (not told or self._in_detail(course.steps))
        ]
        as_like = sum(1 for course in pool if self._reaches(course, theirs, best.score))
        return as_like, len(pool), "told" if told else "all"

    def _in_detail(self, steps: Iterable[Step]) -> bool:
        """Tell whether some step is of a kind that treaties and relations do not tell of."""
        return any(step.kind not in self.tables.ledger_kinds for step in steps)

    def _reaches(self, course: Course, theirs: tuple[Symbol, ...], score: float) -> bool:
        if own_score(symbols(course), self.tables.costs) < score:
            return False
        ways = (symbols(course, turned=turned) for turned in (False, True))
        return any(self.aligner.best_score(ours, theirs) >= score for ours in ways)


def _between(places: Sequence[int]) -> tuple[int, ...]:
    """Give the places between the first and the last that are not among them."""
    return tuple(n for n in range(places[0], places[-1]) if n not in places)


def _moved(found: Alignment, since: int) -> Alignment:
    """Count the places here from the first step of the course."""
    return Alignment(found.score, tuple(replace(pair, here=pair.here + since) for pair in found.pairs))


def _plays(here: Course, there: Course, turned: bool) -> dict[str, str]:
    return {here.a: there.b if turned else there.a, here.b: there.a if turned else there.b}


def days_between(first: Step, last: Step) -> int:
    """Give the days from the beginning of one step to the beginning of another; a coarse date counts from its first."""
    one, other = span(first.when), span(last.when)
    return max(0, (other[0] - one[0]).days) if one and other else 0


def grade_of(best: Alignment, most: float, as_like: int, pool: int, tables: CourseTables) -> str:
    """Give the first grade of `grades.csv` whose conditions hold; the last where the pool is too small to tell."""
    same = sum(1 for pair in best.pairs if pair.same)
    share, rate = best.score / most if most else 0.0, as_like / pool if pool else 1.0
    if pool < tables.rule("least_pool"):
        return tables.grades[-1].grade
    return next(g.grade for g in tables.grades if share >= g.share and same >= g.same and rate <= g.rate)
