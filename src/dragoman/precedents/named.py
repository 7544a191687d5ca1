"""The named courses of the vocabulary."""

from collections import defaultdict

from dragoman.precedents.nouns import Course, Step
from dragoman.precedents.runs import drawn_together
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.courses import CourseTables
from dragoman.vocab.tables import Row


def named_courses() -> tuple[Course, ...]:
    """Give the courses that come with dragoman, in the order of their table."""
    return shipped().made(_named)


def _named(vocabulary: Vocabulary) -> tuple[Course, ...]:
    return load_courses(vocabulary.courses)


def load_courses(tables: CourseTables) -> tuple[Course, ...]:
    """Make the courses of some tables; runs are drawn together as in any course.

    Raises VocabError, by file and line.
    """
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for row in tables.rows("steps.csv"):
        source = tables.source_words(row["source"])
        step = Step(kind=row["kind"], when=row["when"], by=row["actor"] or None, words=row["words"], source=source)
        steps[row["course"]].append(step)
    return tuple(_course(tables, row, steps[row["id"]]) for row in tables.rows("courses.csv"))


def _course(tables: CourseTables, row: Row, steps: list[Step]) -> Course:
    return Course(
        key=row["id"], name=row["name"], a=row["a"], b=row["b"], origin="named", steps=tuple(drawn_together(steps)),
        about=row["about"], outcome=row["outcome"], source=tables.source_words(row["source"]),
    )  # fmt: skip
