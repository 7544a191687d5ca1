"""The page of precedents: the course of two states, and each course that it is like, step beside step."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from dragoman.precedents.nouns import Course, Precedent, Precedents, Step
from dragoman.render.charts.precedents import Mark, columns_of, lanes
from dragoman.render.pages.citations import cited
from dragoman.render.sheet import CourseSheet, PrecedentSheet, Sheet, StepLine, StepRow
from dragoman.render.words import precedents as words
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import dyad_words
from dragoman.vocab import Vocabulary


def precedents_sheet(found: Precedents, vocabulary: Vocabulary, *, weak: bool = False) -> Sheet:
    """Describe the page of the precedents of two states; `weak` ones are shown only if asked for."""
    dyad = dyad_words(found.here.a, found.here.b, vocabulary)
    return Sheet(
        kind="precedents", title=f"{dyad}: precedents", headline=dyad,
        course=course_sheet(found, vocabulary, weak=weak),
        citations=cited(found.citations, course_numbers(found.here)), notes=found.notes,
    )  # fmt: skip


def course_sheet(found: Precedents, vocabulary: Vocabulary, *, weak: bool = False) -> CourseSheet:
    """Describe a course with its precedents, as a part of a page; of `weak` ones only how many there are, if not asked.

    A weak likeness foretells nothing, so no outcome is told for it.
    """
    weakest = vocabulary.courses.grades[-1].grade
    named, others = (
        [one for one in several if weak or one.grade != weakest] for several in (found.named, found.others)
    )
    left = len(found.named) + len(found.others) - len(named) - len(others)
    return CourseSheet(
        steps=tuple(_step(step, vocabulary) for step in found.here.steps),
        ahead=tuple(_step(step, vocabulary) for step in found.here.ahead),
        until=date_words(found.until),
        verdict=words.verdict_words([*named, *others], left, found.on_file, weakest),
        named=tuple(_precedent(one, found.here, vocabulary) for one in named),
        others=tuple(_precedent(one, found.here, vocabulary) for one in others),
        on_file=found.on_file,
        notes=found.here.notes,
    )


def course_numbers(here: Course) -> set[int]:
    """Give the numbers that the steps of a course stand on."""
    return {number for step in (*here.steps, *here.ahead) for number in step.citations}


def _step(step: Step, vocabulary: Vocabulary) -> StepLine:
    return StepLine(date_words(step.when), words.step_words(step, vocabulary), step.citations)


def _precedent(found: Precedent, here: Course, vocabulary: Vocabulary) -> PrecedentSheet:
    next_steps = int(vocabulary.courses.rule("next_steps"))
    columns, cut = columns_of(found, here, next_steps)
    said = (
        words.grade_words(found, vocabulary), words.same_words(found, here), words.pace_words(found, here),
        words.part_words(found, vocabulary), words.since_words(found, here),
    )  # fmt: skip
    return PrecedentSheet(
        title=words.title(found.course, vocabulary), grade=found.grade, about=words.about(found.course, vocabulary),
        rows=tuple(_rows(found, here, next_steps, vocabulary)), next_left=len(found.after_there) - next_steps,
        figure=lanes(columns, cut, here, found.course, vocabulary),
        drawn=tuple(
            StepRow(column.kind, _marked(column.here, vocabulary), _marked(column.there, vocabulary, cited=False))
            for column in columns
        ),
        sentences=tuple(sentence for sentence in said if sentence),
        outcome="" if found.grade == vocabulary.courses.grades[-1].grade else found.course.outcome,
        source=found.course.source,
    )  # fmt: skip


def _rows(found: Precedent, here: Course, next_steps: int, vocabulary: Vocabulary) -> Iterator[StepRow]:
    """Give the stretch step beside step, and what came next."""
    ours, theirs = (
        [replace(_step(step, vocabulary), citations=()) for step in course.steps] for course in (here, found.course)
    )
    for before, pair in zip([found.pairs[0], *found.pairs], found.pairs, strict=False):
        yield from (StepRow("lone", ours[n], None) for n in range(before.here + 1, pair.here))
        yield from (StepRow("lone", None, theirs[n]) for n in range(before.there + 1, pair.there))
        yield StepRow("same" if pair.same else "alike", ours[pair.here], theirs[pair.there])
    followed = zip_longest(found.after_here[:next_steps], found.after_there[:next_steps])
    for one, other in followed:
        yield StepRow("next", None if one is None else ours[one], None if other is None else theirs[other])


def _marked(mark: Mark | None, vocabulary: Vocabulary, *, cited: bool = True) -> StepLine | None:
    """Give the step of a mark in words, or all those that it counts; the step here with its first citation."""
    if mark is None:
        return None
    said = "; ".join(words.dated_step_words(step, vocabulary, coming=mark.coming) for step in mark.steps)
    return StepLine("", said, mark.only.citations[:1] if mark.only and cited else ())
