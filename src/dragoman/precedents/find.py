"""Find the precedents of a course: the courses on file that it is likest, and how weak the likeness is."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from dragoman.ledger.book import Ledger
from dragoman.precedents.align import Symbol, align, best_score, own_score, symbols
from dragoman.precedents.course import course_of
from dragoman.precedents.nouns import Alignment, Course, Pair, Precedent, Precedents, Step
from dragoman.precedents.others import dyad_of
from dragoman.relations.days import not_after, span
from dragoman.relations.nouns import Relations
from dragoman.vocab import shipped

MOST = 3
"""Precedents given of each sort unless asked for more."""


def precedents(
    found: Relations, others: Sequence[Course], *, most: int = MOST, ledger: Ledger | None = None
) -> Precedents:
    """Give the precedents of some relations among `others`: at most `most` named ones, and as many of other dyads.

    What came after `until` of the relations is left out of all courses. `ledger` is that of `course_of`.
    """
    here = course_of(found, ledger=ledger)
    return likest(here, others, until=found.until, most=most, found=found)


def likest(
    here: Course,
    others: Sequence[Course],
    *,
    until: str | None = None,
    most: int = MOST,
    found: Relations | None = None,
) -> Precedents:
    """Give the courses that a course is likest; `found` are the relations that it was read from, if any."""
    dyad = dyad_of(here.a, here.b)
    known = [cut for course in others if (cut := cut_off(course, until)).steps]
    rivals = [course for course in known if course.origin == "named" or dyad_of(course.a, course.b) != dyad]
    own = found is None
    likely = [_precedent(here, course, known, own) for course in _first(here, rivals, most, own)]
    return Precedents(
        here=here, until=until, named=tuple(entry for entry in likely if entry.course.origin == "named"),
        others=tuple(entry for entry in likely if entry.course.origin != "named"), on_file=len(known),
        citations=found.citations if found else (),
        notes=(*here.notes, *_own_past(here, likely, rivals, own), *(found.notes if found else ())),
    )  # fmt: skip


def _own_past(here: Course, likely: Sequence[Precedent], rivals: Sequence[Course], own: bool) -> list[str]:
    """Say which named courses are the two states' own past, and were held against nothing but what came after."""
    shown = {entry.course.key for entry in likely}
    mine = [course for course in rivals if dyad_of(course.a, course.b) == dyad_of(here.a, here.b) and not own]
    return [
        f"{course.name} is the past of the same two states: it is held against what came after it alone"
        + ("" if course.key in shown else ", and is not among the likest")
        for course in mine
    ]


def cut_off(course: Course, until: str | None) -> Course:
    """Give a course as far as it had come by `until`; if it went on, its outcome is left out too."""
    steps = tuple(step for step in course.steps if not_after(step.when, until))
    return course if len(steps) == len(course.steps) else replace(course, steps=steps, outcome="", ahead=())


def _first(here: Course, courses: Sequence[Course], most: int, own: bool) -> list[Course]:
    """Give the likest named courses and the likest of other dyads: by score, then by key.

    Those with fewer than `least_pairs` steps that are the same or alike are none.
    """
    scored = []
    for course in courses:
        best = _best(here, course, own)[0]
        if len(best.pairs) >= shipped().courses.rule("least_pairs"):
            scored.append((-best.score, course.key, course))
    ranked = [course for _, _, course in sorted(scored, key=lambda entry: entry[:2])]
    named = [course for course in ranked if course.origin == "named"]
    return named[:most] + [course for course in ranked if course.origin != "named"][:most]


def _best(here: Course, there: Course, own: bool) -> tuple[Alignment, bool | None]:
    """Give the better of the two ways to give out the parts, and whether they are turned; None if it is the same."""
    since, theirs = _since(here, there, own), symbols(there)
    plain, turned = (align(symbols(here, turned=way, since=since), theirs) for way in (False, True))
    way = None if plain.score == turned.score else turned.score > plain.score
    return _moved(turned if way else plain, since), way


def _since(here: Course, there: Course, own: bool) -> int:
    """Give the place of the first step here that may be held against a course: of the same two states, after its end.

    A dyad's own past is no likeness: the same steps would be held against themselves. `own` lets it be.
    """
    if own or dyad_of(here.a, here.b) != dyad_of(there.a, there.b):
        return 0
    last = max(days[1] for step in there.steps if (days := span(step.when)))
    return next(
        (n for n, step in enumerate(here.steps) if (days := span(step.when)) and days[0] > last), len(here.steps)
    )


def _precedent(here: Course, there: Course, known: Sequence[Course], own: bool) -> Precedent:
    best, turned = _best(here, there, own)
    since = _since(here, there, own)
    ours, others = [pair.here for pair in best.pairs], [pair.there for pair in best.pairs]
    as_like, pool, among = _as_like(best, here, there, known)
    most = min(own_score(symbols(here, since=since)), own_score(symbols(there)))
    return Precedent(
        course=there, plays=None if turned is None else _plays(here, there, turned), score=best.score,
        most=most, pairs=best.pairs, here_only=_between(ours), there_only=_between(others),
        after_here=tuple(range(ours[-1] + 1, len(here.steps))),
        after_there=tuple(range(others[-1] + 1, len(there.steps))),
        days_here=days_between(here.steps[ours[0]], here.steps[ours[-1]]),
        days_there=days_between(there.steps[others[0]], there.steps[others[-1]]),
        as_like=as_like, pool=pool, among=among, left_out=since, grade=grade_of(best, most, as_like, pool),
    )  # fmt: skip


def _between(places: Sequence[int]) -> tuple[int, ...]:
    """Give the places between the first and the last that are not among them."""
    return tuple(n for n in range(places[0], places[-1]) if n not in places)


def _moved(found: Alignment, since: int) -> Alignment:
    """Count the places here from the first step of the course."""
    pairs = (Pair(pair.here + since, pair.there, pair.same, pair.score) for pair in found.pairs)
    return Alignment(found.score, tuple(pairs))


def _plays(here: Course, there: Course, turned: bool) -> dict[str, str]:
    return {here.a: there.b if turned else there.a, here.b: there.a if turned else there.b}


def days_between(first: Step, last: Step) -> int:
    """Give the days from the beginning of one step to the beginning of another; a coarse date counts from its first."""
    one, other = span(first.when), span(last.when)
    return max(0, (other[0] - one[0]).days) if one and other else 0


def _as_like(
    best: Alignment, here: Course, there: Course, known: Sequence[Course]
) -> tuple[int, int, Literal["all", "told"]]:
    """Count the courses that are at least as like, among those of other dyads that could be: with enough steps.

    Where a pair is of a kind that treaties and relations do not tell of (a visit, a threat), courses of these alone
    could not be as like, and would make the likeness look rare: they do not count then.
    """
    told = _in_detail(here.steps[pair.here] for pair in best.pairs)
    theirs, dyads = symbols(there), {dyad_of(here.a, here.b), dyad_of(there.a, there.b)}
    pool = [
        course
        for course in known
        if len(course.steps) >= len(best.pairs)
        and dyad_of(course.a, course.b) not in dyads
        and (not told or _in_detail(course.steps))
    ]
    return sum(1 for course in pool if _reaches(course, theirs, best.score)), len(pool), "told" if told else "all"


def _in_detail(steps: Iterable[Step]) -> bool:
    """Tell whether some step is of a kind that treaties and relations do not tell of."""
    return any(step.kind not in shipped().courses.ledger_kinds for step in steps)


def _reaches(course: Course, theirs: tuple[Symbol, ...], score: float) -> bool:
    return own_score(symbols(course)) >= score and any(
        best_score(symbols(course, turned=way), theirs) >= score for way in (False, True)
    )


def grade_of(best: Alignment, most: float, as_like: int, pool: int) -> str:
    """Give the first grade of `grades.csv` whose conditions hold; the last where the pool is too small to tell."""
    same = sum(1 for pair in best.pairs if pair.same)
    share, rate = best.score / most if most else 0.0, as_like / pool if pool else 1.0
    if pool < shipped().courses.rule("least_pool"):
        return shipped().courses.grades[-1].grade
    return next(g.grade for g in shipped().courses.grades if share >= g.share and same >= g.same and rate <= g.rate)
