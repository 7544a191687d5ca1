"""The named courses of the vocabulary."""

from collections import defaultdict
from functools import cache
from importlib.resources.abc import Traversable

from dragoman.precedents.nouns import Course, Step
from dragoman.precedents.runs import drawn_together
from dragoman.vocab.courses import TABLES, rows, source_words


@cache
def named_courses() -> tuple[Course, ...]:
    """Give the courses that come with dragoman, in the order of their table."""
    return load_courses()


def load_courses(folder: Traversable = TABLES) -> tuple[Course, ...]:
    """Read the courses of a folder; runs are drawn together as in any course. Raises VocabError, by file and line."""
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for _, row in rows("steps.csv", folder):
        steps[row["course"]].append(
            Step(
                kind=row["kind"],
                when=row["when"],
                by=row["actor"] or None,
                words=row["words"],
                source=source_words(row["source"]),
            )
        )
    return tuple(_course(row, steps[row["id"]]) for _, row in rows("courses.csv", folder))


def _course(row: dict[str, str], steps: list[Step]) -> Course:
    return Course(
        key=row["id"], name=row["name"], a=row["a"], b=row["b"], origin="named", steps=tuple(drawn_together(steps)),
        about=row["about"], outcome=row["outcome"], source=source_words(row["source"]),
    )  # fmt: skip
