"""Lint the tables of the precedents: every error with its file and line, none hidden behind another."""

import itertools
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from dragoman.errors import InputError, VocabError
from dragoman.model.event import EVENT_TYPES
from dragoman.model.when import bounds
from dragoman.vocab.courses import COLUMNS, TABLES, load_costs, rows, source_titles
from dragoman.vocab.lint_treaties import CHANGES, KINDS, known_states

TONES = frozenset({"closer", "apart", "neither"})
READ = frozenset(
    {f"relations:{what.replace(' ', '-')}" for what in CHANGES}
    | {f"bond:{kind}" for kind in KINDS - {"defense", "offense"}}
    | {"bond:alliance", "bond:ended", "level:up", "level:down"}
    | {"encounter:visit", "encounter:meeting", "encounter:call"}
    | {f"deed:{act}" for act in EVENT_TYPES if act != "CONSULT"}
)
"""All that a step can be read from; CONSULT is read as an encounter, a pact of defense or offense as an alliance."""

Row = tuple[int, dict[str, str]]


def check(folder: Traversable = TABLES) -> list[str]:
    """Give every error of the tables in `folder`: "file, line n: what is wrong; what to do"; empty if all is well."""
    try:
        tables = {name: list(rows(name, folder)) for name in COLUMNS}
        load_costs(folder)
    except (VocabError, FileNotFoundError) as error:
        return [str(error)]
    kinds = {row["kind"] for _, row in tables["kinds.csv"]}
    sources = {row["key"] for _, row in tables["sources.csv"]} | set(source_titles())
    return [
        *_check_kinds(tables["kinds.csv"]),
        *_check_costs(tables["costs.csv"], kinds),
        *_check_reasons(tables),
        *_check_courses(tables["courses.csv"], sources),
        *_check_steps(tables["steps.csv"], tables["courses.csv"], kinds, sources),
    ]


def _check_kinds(table: list[Row]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, row in table:
        place = f"kinds.csv, line {number}"
        if row["tone"] not in TONES or row["runs"] not in ("yes", "no"):
            yield f"{place}: tone {row['tone']!r}, runs {row['runs']!r}; write closer, apart or neither, and yes or no"
        for thing in (row["kind"], *row["read_from"].split()):
            if thing in seen:
                yield f"{place}: {thing!r} stands in line {seen[thing]} too; let each be read as one kind"
            seen[thing] = number
        for thing in set(row["read_from"].split()) - READ:
            yield f"{place}: nothing is read from {thing!r}; write one of {', '.join(sorted(READ))}"
        yield from (f"{place}: no {cell}; write it" for cell in ("label", "acts", "example") if not row[cell])
    for thing in sorted(READ - set(seen)):
        yield f"kinds.csv: {thing!r} is read as no kind; write it into read_from of one"


def _check_costs(table: list[Row], kinds: set[str]) -> Iterator[str]:
    own: dict[str, float] = {}
    for number, row in table:
        named = [row[side] for side in ("a", "b") if row[side]] if row["what"] in ("same", "alike") else []
        for kind in set(named) - kinds:
            yield f"costs.csv, line {number}: no kind {kind!r}; write one of kinds.csv"
        if row["what"] == "same":
            own[row["a"]] = float(row["score"])
    for kind in sorted(kinds - set(own)):
        yield f"costs.csv: {kind!r} has no score with itself; write a row same,{kind}"
    for number, row in table:
        if row["what"] == "alike" and float(row["score"]) >= max(own.get(row["a"], 0), own.get(row["b"], 0)):
            yield f"costs.csv, line {number}: two kinds score no less than one with itself; lower the score"


def _check_reasons(tables: dict[str, list[Row]]) -> Iterator[str]:
    for name in ("costs.csv", "grades.csv", "rules.csv"):
        for number, row in tables[name]:
            if not row["reason"]:
                yield f"{name}, line {number}: no reason; say why"


def _check_courses(table: list[Row], sources: set[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, row in table:
        place = f"courses.csv, line {number}"
        if row["id"] in seen:
            yield f"{place}: {row['id']!r} stands in line {seen[row['id']]} too; give each course its own id"
        seen[row["id"]] = number
        yield from (f"{place}: no {cell}; write it" for cell in ("name", "about", "outcome") if not row[cell])
        yield from _check_source(place, row["source"], sources)
        for code in (row["a"], row["b"]):
            if code not in known_states():
                yield f"{place}: no state {code!r}; write a code of countries.csv or lines.csv"


def _check_steps(table: list[Row], courses: list[Row], kinds: set[str], sources: set[str]) -> Iterator[str]:
    known = {row["id"]: row for _, row in courses}
    for number, row in table:
        place = f"steps.csv, line {number}"
        if row["course"] not in known:
            yield f"{place}: no course {row['course']!r}; write it into courses.csv first"
            continue
        course = known[row["course"]]
        if row["kind"] not in kinds:
            yield f"{place}: no kind {row['kind']!r}; write one of kinds.csv"
        if row["actor"] not in ("", course["a"], course["b"]):
            yield f"{place}: {row['actor']} is not one of {course['a']} and {course['b']}; name one, or none for both"
        if not row["words"]:
            yield f"{place}: no words; say in a few what happened"
        yield from _check_source(place, row["source"], sources)
        yield from _check_within(place, row, course)
    yield from _check_order(table)
    for course_id in sorted(set(known) - {row["course"] for _, row in table}):
        yield f"courses.csv: {course_id!r} has no steps; write them into steps.csv"


def _check_source(place: str, cell: str, sources: set[str]) -> Iterator[str]:
    for part in cell.split(";"):
        if part.strip().partition(" ")[0] not in sources:
            yield f"{place}: no source {part.strip()!r}; write a key of sources.csv"


def _check_within(place: str, row: dict[str, str], course: dict[str, str]) -> Iterator[str]:
    try:
        (first, last), begin, end = bounds(row["when"]), bounds(course["from"])[0], bounds(course["until"])[1]
    except InputError as error:
        yield f"{place}: {error}"
        return
    if first < begin or last > end:
        stretch = f"{course['from']} to {course['until']}"
        yield f"{place}: {row['when']} is not within the course, {stretch}; look both up again"


def _check_order(table: list[Row]) -> Iterator[str]:
    """Find steps that are certainly earlier than the one before them; coarse dates may stand on either side."""
    for (_, before), (number, row) in itertools.pairwise(table):
        try:
            backwards = before["course"] == row["course"] and bounds(row["when"])[1] < bounds(before["when"])[0]
        except InputError:
            continue
        if backwards:
            yield f"steps.csv, line {number}: {row['when']} is before {before['when']}; put the steps in order"
