"""Courses, and how like they are. No number stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.precedents.nouns import Course, Precedent, Step
from dragoman.relations.days import span
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import capital, code_name, dyad_words, label_name, listed
from dragoman.vocab import Vocabulary
from dragoman.watch.words import counted

POOLS = {"all": "on file", "told": "told in as much detail"}
"""Which courses the likeness was held against."""


def title(course: Course, vocabulary: Vocabulary) -> str:
    """Name a course: its own name, or that of the dyad."""
    return course.name if course.origin == "named" else dyad_words(course.a, course.b, vocabulary)


def about(course: Course, vocabulary: Vocabulary) -> str:
    """Say whose course it is, when it was, and what it was about."""
    years = years_words(course)
    if course.origin == "named":
        what = course.about[:1].lower() + course.about[1:]
        return f"{dyad_words(course.a, course.b, vocabulary)}, {years}: {what}"
    return f"out of the {'record and the ledger' if course.origin == 'record' else 'ledger'}, {years}"


def years_words(course: Course) -> str:
    """Give the years from the first step to the last."""
    days = [found for step in course.steps if (found := span(step.when))]
    first, last = str(days[0][0].year), str(max(day[1].year for day in days))
    return first if first == last else f"{first}–{last}"


def step_label(step: Step, vocabulary: Vocabulary) -> str:
    """Name the kind of a step, and how many of them there are."""
    return vocabulary.courses.kinds[step.kind].label + (f" ×{step.count}" if step.count > 1 else "")


def step_words(step: Step, vocabulary: Vocabulary) -> str:
    """Say what a step is: who acts, the kind, and what happened."""
    if step.by is None:
        return f"{step_label(step, vocabulary)}: {step.words}"
    times = f" (×{step.count})" if step.count > 1 else ""
    acts = vocabulary.courses.kinds[step.kind].acts
    return f"{label_name(step.by, vocabulary)} {acts}{times}: {step.words}"


def coming_words(step: Step, vocabulary: Vocabulary) -> str:
    """Say what is told as coming."""
    return f"told as coming: {step_words(step, vocabulary)}"


def dated_step_words(step: Step, vocabulary: Vocabulary, *, coming: bool = False) -> str:
    """Say when a step was and what it is; what is told as coming says so."""
    said = coming_words(step, vocabulary) if coming else step_words(step, vocabulary)
    return f"{date_words(step.when) or 'no date'}: {said}"


def span_words(days: int) -> str:
    """Say how long something took, as coarsely as is useful."""
    months = round(days / 30.44)
    if days < 14:
        return counted(days, "day")
    if months < 2:
        return f"{round(days / 7)} weeks"
    return f"{months} months" if months < 24 else f"{round(days / 365.25)} years"


def verdict_words(shown: Sequence[Precedent], left: int, on_file: int, weakest: str) -> str:
    """Say first how like any past course is: nothing where one is more than weakly like, else that none is."""
    if any(one.grade != weakest for one in shown):
        return ""
    if not shown and not left:
        return f"None of the {on_file} courses on file is like it."
    hidden = f": {counted(left, 'weak one')} left out (--weak shows them)" if left else ""
    return f"None of the {on_file} courses on file is more than weakly like it{hidden}."


def grade_words(found: Precedent, vocabulary: Vocabulary) -> str:
    """Give the grade with what it rests on, and what it is short of for the next."""
    reach = "reaches" if found.as_like == 1 else "reach"
    rate = f"{found.as_like} of {found.pool} other courses {POOLS[found.among]} {reach} that"
    share = f"{min(1.0, found.score / found.most):.0%} of the score of an identical course"
    same = counted(found.same, "step")
    return f"Likeness: {found.grade}{_short_of(found, vocabulary)}: {share}, {same} the same; {rate}."


def _short_of(found: Precedent, vocabulary: Vocabulary) -> str:
    """Say what is missing for the next higher grade."""
    grades = vocabulary.courses.grades
    at = [grade.grade for grade in grades].index(found.grade)
    if not at:
        return ""
    better = grades[at - 1]
    if found.pool < vocabulary.courses.rule("least_pool"):
        return " (too few courses to tell how common it is)"
    short = (
        (found.score < better.share * found.most, "too little of the score"),
        (found.same < better.same, "too few steps the same"),
        (found.as_like > better.rate * found.pool, "too common"),
    )
    return f" ({listed(words for missing, words in short if missing)} for “{better.grade}”)"


def same_words(found: Precedent, here: Course) -> str:
    """Say how many steps are the same, how many are alike, and how many have no partner within the stretch."""
    held = counted(len(here.steps) - found.left_out, "step")
    same = f"{found.same} of {held} here and {len(found.course.steps)} there"
    alike = f", {found.alike} more {'is' if found.alike == 1 else 'are'} alike" if found.alike else ""
    lone = [
        f"{len(places)} {where}" for places, where in ((found.here_only, "here"), (found.there_only, "there")) if places
    ]
    differ = f"; in between, {' and '.join(lone)} without a partner" if lone else "; nothing in between differs"
    return f"The same: {same}{alike}{differ}."


def pace_words(found: Precedent, here: Course) -> str:
    """Say how fast it went on both sides."""
    first, last = found.pairs[0], found.pairs[-1]
    if len(found.pairs) == 1:
        return "One step alone: there is no pace to compare."
    one = _years(here.steps[first.here], here.steps[last.here])
    other = _years(found.course.steps[first.there], found.course.steps[last.there])
    return f"Pace: {span_words(found.days_here)} here ({one}), {span_words(found.days_there)} there ({other})."


def _years(first: Step, last: Step) -> str:
    one, other = first.when[:4], last.when[:4]
    return f"in {one}" if one == other else f"{one} to {other}"


def part_words(found: Precedent, vocabulary: Vocabulary) -> str:
    """Say who plays whose part."""
    if not found.plays:
        return "Which state plays which part makes no difference."
    (one, other), (two, another) = ([code_name(code, vocabulary) for code in pair] for pair in found.plays.items())
    return f"{capital(one)} plays the part of {other}, {two} that of {another}."


def since_words(found: Precedent, here: Course) -> str:
    """Say what was left aside at the beginning, and what has followed here since; empty if nothing."""
    parts = []
    if found.left_out:
        left = counted(found.left_out, "step")
        parts.append(f"{left} here are of that course's own time, and are not held against it.")
    if found.after_here:
        followed, last = counted(len(found.after_here), "step"), here.steps[found.pairs[-1].here]
        parts.append(f"Here {followed} followed after {date_words(last.when)}.")
    return " ".join(parts)
