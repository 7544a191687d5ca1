"""English for courses and for how like they are. No number stands alone."""

from dragoman.precedents.nouns import Course, Precedent, Step
from dragoman.relations.days import span
from dragoman.render.dates import date_words
from dragoman.render.names import code_name, listed
from dragoman.vocab import shipped

POOLS = {"all": "on file", "told": "told in as much detail"}
"""Which courses the likeness was held against."""


def name_of(code: str) -> str:
    """Name a state without an article, as a label."""
    return code_name(code).removeprefix("the ")


def dyad_words(course: Course) -> str:
    """Name the two states of a course."""
    words = f"{code_name(course.a)} and {code_name(course.b)}"
    return words[0].upper() + words[1:]


def title_words(course: Course) -> str:
    """Name a course: its own name, or that of the dyad."""
    return course.name if course.origin == "named" else dyad_words(course)


def about_words(course: Course) -> str:
    """Say whose course it is, when it was, and what it was about."""
    years = years_words(course)
    if course.origin == "named":
        return f"{dyad_words(course)}, {years}: {course.about[:1].lower()}{course.about[1:]}"
    return f"out of the {'record and the ledger' if course.origin == 'record' else 'ledger'}, {years}"


def years_words(course: Course) -> str:
    """Give the years from the first step to the last."""
    days = [found for step in course.steps if (found := span(step.when))]
    first, last = str(days[0][0].year), str(max(day[1].year for day in days))
    return first if first == last else f"{first}–{last}"


def label(step: Step) -> str:
    """Name the kind of a step, and how many of them there are."""
    return shipped().courses.kinds[step.kind].label + (f" ×{step.count}" if step.count > 1 else "")


def step_words(step: Step) -> str:
    """Say what a step is: who acts, the kind, and what happened."""
    if step.by is None:
        return f"{label(step)}: {step.words}"
    times = f" (×{step.count})" if step.count > 1 else ""
    return f"{name_of(step.by)} {shipped().courses.kinds[step.kind].acts}{times}: {step.words}"


def span_words(days: int) -> str:
    """Say how long something took, as coarsely as is useful."""
    months = round(days / 30.44)
    if days < 14:
        return f"{days} day{'' if days == 1 else 's'}"
    if months < 2:
        return f"{round(days / 7)} weeks"
    return f"{months} months" if months < 24 else f"{round(days / 365.25)} years"


def same_words(found: Precedent, here: Course) -> str:
    """Say how many steps are the same, how many are alike, and how many have no partner within the stretch."""
    same = f"{found.same} of {_steps(len(here.steps) - found.left_out)} here and {len(found.course.steps)} there"
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


def grade_words(found: Precedent) -> str:
    """Give the grade with what it rests on, and what it is short of for the next."""
    reach = "reaches" if found.as_like == 1 else "reach"
    rate = f"{found.as_like} of {found.pool} other courses {POOLS[found.among]} {reach} that"
    share = f"{found.score / found.most:.0%} of the score of an identical course"
    return f"Likeness: {found.grade}{_short_of(found)}: {share}, {_steps(found.same)} the same; {rate}."


def _short_of(found: Precedent) -> str:
    """Say what is missing for the next higher grade."""
    names = [grade.grade for grade in shipped().courses.grades]
    at = names.index(found.grade)
    if not at:
        return ""
    better = shipped().courses.grades[at - 1]
    if found.pool < shipped().courses.rule("least_pool"):
        return " (too few courses to tell how common it is)"
    short = (
        (found.score < better.share * found.most, "too little of the score"),
        (found.same < better.same, "too few steps the same"),
        (found.as_like > better.rate * found.pool, "too common"),
    )
    return f" ({listed(words for missing, words in short if missing)} for “{better.grade}”)"


def part_words(found: Precedent) -> str:
    """Say who plays whose part."""
    if not found.plays:
        return "Which state plays which part makes no difference."
    (one, other), (two, another) = found.plays.items()
    return (
        f"{_cap(code_name(one))} plays the part of {code_name(other)}, {code_name(two)} that of {code_name(another)}."
    )


def since_words(found: Precedent, here: Course) -> str:
    """Say what was left aside at the beginning, and what has followed here since; empty if nothing."""
    parts = []
    if found.left_out:
        parts.append(f"{_steps(found.left_out)} here are of that course's own time, and are not held against it.")
    if found.after_here:
        last = here.steps[found.pairs[-1].here]
        parts.append(f"Here {_steps(len(found.after_here))} followed after {date_words(last.when)}.")
    return " ".join(parts)


def _steps(count: int) -> str:
    return f"{count} step{'' if count == 1 else 's'}"


def _cap(words: str) -> str:
    return words[:1].upper() + words[1:]
