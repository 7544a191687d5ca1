"""Lint the tables of the courses: every error with its file and line, none hidden behind another."""

import itertools
from collections.abc import Iterator

from dragoman.errors import InputError
from dragoman.model.event import EVENT_TYPES
from dragoman.model.when import bounds
from dragoman.vocab.courses import RULES, CourseTables
from dragoman.vocab.levels import CHANGES
from dragoman.vocab.lint_treaties import KINDS
from dragoman.vocab.tables import Row

TONES = frozenset({"closer", "apart", "neither"})
READ = frozenset(
    {f"relations:{what.replace(' ', '-')}" for what in CHANGES}
    | {f"treaty:{kind}" for kind in KINDS - {"defense", "offense"}}
    | {"treaty:alliance", "treaty:ended", "level:up", "level:down", "war:begun"}
    | {"encounter:visit", "encounter:meeting", "encounter:call"}
    | {f"interaction:{act}" for act in EVENT_TYPES if act != "CONSULT"}
)
"""All that a step can be read from; CONSULT is read as an encounter, a pact of defense or offense as an alliance."""


def lint_courses(tables: CourseTables) -> Iterator[str]:
    """Yield every error: "file, line n: what is wrong; what to do". Raises VocabError if a table cannot be read."""
    yield from _check_kinds(tables)
    yield from _check_costs(tables)
    yield from _check_numbers(tables)
    yield from _check_sources(tables)
    yield from _check_courses(tables)
    yield from _check_steps(tables)


def _check_kinds(tables: CourseTables) -> Iterator[str]:
    seen: dict[str, str] = {}
    for row in tables.rows("kinds.csv"):
        if row["tone"] not in TONES or row["runs"] not in ("yes", "no"):
            yield f"{row.where}: tone {row['tone']!r}, runs {row['runs']!r}; write closer, apart, neither; yes, no"
        for thing in (row["kind"], *row["read_from"].split()):
            if thing in seen:
                yield f"{row.where}: {thing!r} stands in {_line(seen[thing])} too; let each be read as one kind"
            seen[thing] = row.where
        for thing in set(row["read_from"].split()) - READ:
            yield f"{row.where}: nothing is read from {thing!r}; write one of {', '.join(sorted(READ))}"
        yield from (
            f"{row.where}: no {cell}; write it" for cell in ("label", "acts", "read_from", "example") if not row[cell]
        )
    for thing in sorted(READ - set(seen)):
        yield f"{tables.folder.name}/kinds.csv: {thing!r} is read as no kind; write it into read_from of one"


def _check_costs(tables: CourseTables) -> Iterator[str]:
    own = tables.costs.same
    for row in tables.rows("costs.csv"):
        named = [row[side] for side in ("a", "b") if row[side]] if row["what"] in ("same", "alike") else []
        for kind in set(named) - set(tables.kinds):
            yield f"{row.where}: no kind {kind!r}; write one of kinds.csv"
    for kind in sorted(set(tables.kinds) - set(own)):
        yield f"{tables.folder.name}/costs.csv: {kind!r} has no score with itself; write a row same,{kind}"
    for row in tables.rows("costs.csv"):
        if row["what"] == "alike" and row.number("score") >= max(own.get(row["a"], 0), own.get(row["b"], 0)):
            yield f"{row.where}: two kinds score no less than one with itself; lower the score"


def _check_numbers(tables: CourseTables) -> Iterator[str]:
    """Find rows without a reason. Raises VocabError for a grade or rule that cannot be read."""
    _ = tables.grades, tables.rule(RULES[0])
    for name in ("costs.csv", "grades.csv", "rules.csv"):
        for row in tables.rows(name):
            if not row["reason"]:
                yield f"{row.where}: no reason; say why"


def _check_sources(tables: CourseTables) -> Iterator[str]:
    seen: dict[str, str] = {}
    for row in tables.rows("sources.csv"):
        if row["key"] in seen:
            yield f"{row.where}: {row['key']!r} stands in {_line(seen[row['key']])} too; leave one"
        seen[row["key"]] = row.where
        yield from (f"{row.where}: no {cell}; write it" for cell in ("key", "title") if not row[cell])


def _check_courses(tables: CourseTables) -> Iterator[str]:
    seen: dict[str, str] = {}
    for row in tables.rows("courses.csv"):
        if row["id"] in seen:
            yield f"{row.where}: {row['id']!r} stands in {_line(seen[row['id']])} too; give each course its own id"
        seen[row["id"]] = row.where
        yield from (f"{row.where}: no {cell}; write it" for cell in ("id", "name", "about", "outcome") if not row[cell])
        yield from _check_source(row, tables)
        for code in (row["a"], row["b"]):
            if code not in tables.treaties.states:
                yield f"{row.where}: no state {code!r}; write a code of countries.csv or lines.csv"
        try:
            if bounds(row["until"])[1] < bounds(row["from"])[0]:
                yield f"{row.where}: until {row['until']} is before from {row['from']}; look both up again"
        except InputError as error:
            yield f"{row.where}: {error}"


def _check_steps(tables: CourseTables) -> Iterator[str]:
    known = {row["id"]: row for row in tables.rows("courses.csv")}
    for row in tables.rows("steps.csv"):
        if row["course"] not in known:
            yield f"{row.where}: no course {row['course']!r}; write it into courses.csv first"
            continue
        course = known[row["course"]]
        if row["kind"] not in tables.kinds:
            yield f"{row.where}: no kind {row['kind']!r}; write one of kinds.csv"
        if row["actor"] not in ("", course["a"], course["b"]):
            yield f"{row.where}: {row['actor']} is neither {course['a']} nor {course['b']}; name one, or none for both"
        if not row["words"]:
            yield f"{row.where}: no words; say in a few what happened"
        yield from _check_source(row, tables)
        yield from _check_within(row, course)
    yield from _check_order(tables)
    for course_id in sorted(set(known) - {row["course"] for row in tables.rows("steps.csv")}):
        yield f"{tables.folder.name}/courses.csv: {course_id!r} has no steps; write them into steps.csv"


def _line(where: str) -> str:
    return where.rpartition(", ")[2]


def _check_source(row: Row, tables: CourseTables) -> Iterator[str]:
    if not row["source"]:
        yield f"{row.where}: no source; write a key of sources.csv"
    for part in row.several("source", ";"):
        if part.partition(" ")[0] not in tables.source_titles:
            yield f"{row.where}: no source {part!r}; write a key of sources.csv"


def _check_within(row: Row, course: Row) -> Iterator[str]:
    try:
        (first, last), begin, end = bounds(row["when"]), bounds(course["from"])[0], bounds(course["until"])[1]
    except InputError as error:
        yield f"{row.where}: {error}"
        return
    if first < begin or last > end:
        stretch = f"{course['from']} to {course['until']}"
        yield f"{row.where}: {row['when']} is not within the course, {stretch}; look both up again"


def _check_order(tables: CourseTables) -> Iterator[str]:
    """Find steps that are certainly earlier than the one before them; coarse dates may stand on either side."""
    for before, row in itertools.pairwise(tables.rows("steps.csv")):
        try:
            backwards = before["course"] == row["course"] and bounds(row["when"])[1] < bounds(before["when"])[0]
        except InputError:
            continue
        if backwards:
            yield f"{row.where}: {row['when']} is before {before['when']}; put the steps in order"
