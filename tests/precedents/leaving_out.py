"""Cut each named course off before its last steps, and see which named courses it is then likest.

Then hold each whole named course against every other, and count the grades.
Run as `python -m tests.precedents.leaving_out`; the figures stand in docs/precedents.md.
"""

from collections import Counter

from msgspec.structs import replace

from dragoman.ledger.book import shipped_ledger
from dragoman.precedents import Course, Precedents, named_courses, other_courses
from dragoman.precedents.find import likest
from dragoman.vocab import shipped

LEFT_OUT = 3
"""Steps cut off."""


def cut(course: Course, left_out: int = LEFT_OUT) -> Course:
    """Give a course without its last steps."""
    return replace(course, steps=course.steps[:-left_out])


def found_for(course: Course, others: list[Course]) -> Precedents:
    """Give the two named courses that a cut course is likest."""
    return likest(cut(course), others, shipped(), most=2)


def main() -> None:
    """Print a line for each named course: does it find itself, and what is next."""
    others = [*named_courses(shipped()), *other_courses(shipped_ledger(shipped()))]
    for course in named_courses(shipped()):
        first, second = found_for(course, others).named
        print(
            f"{course.key:24} first {first.course.key:24} next {second.course.key:24} score {second.score:g} of "
            f"{second.most:g}, {second.same} same and {second.alike} alike of {len(course.steps) - LEFT_OUT}, "
            f"as like {second.as_like} of {second.pool}, {second.grade}"
        )
    grades: Counter[str] = Counter()
    pairs = 0
    for course in named_courses(shipped()):
        rest = [other for other in others if other.key != course.key]
        named = likest(course, rest, shipped(), most=len(rest)).named
        grades.update(entry.grade for entry in named)
        pairs += len(named_courses(shipped())) - 1
    print(f"{pairs} pairs of different named courses: {dict(sorted(grades.items()))}, the rest with too little alike")


if __name__ == "__main__":
    main()
