"""How a red line stands: a status that follows from what is on record, by one rule, and every change of it.

The rule, for the sentences known by a day (of the last `within` days, if the line says so):
- crossed: so many independent sources say that it was done as the line wants, and one more for each that denies it;
- reported: somebody says that it was done;
- hinted: somebody plans, expects, seeks it, or holds it possible;
- conditional only: it is only told on a condition;
- clear: nothing of this.
What speaks against a line can keep it from being crossed; it does not make a hint or a report go away.
An entry of the ledger counts as one source beside a sentence that says so; alone it moves nothing.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dragoman.watch.course import Course, day_after
from dragoman.watch.nouns import Entry, RedLine, Sighting, Standing, Withdrawn
from dragoman.watch.sources import Sources
from dragoman.watch.words import clear_words


def stand(
    line: RedLine, sightings: Sequence[Sighting], on: str,
    *, withdrawn: Sequence[Withdrawn] = (), ledger: Sequence[Entry] = (),
) -> Standing:  # fmt: skip
    """Give how a line stands on the ISO day `on`, by what was published by then; undated pages count as of `on`."""
    known = [sighting for sighting in sightings if (sighting.known or on) <= on]
    course = Course(line, ledger)
    told = _by_day(known, on)
    for day in _days(line, known, ledger, on):
        course.go_on(day, told.get(day, ()))
    last = course.turns[-1] if course.turns else None
    return Standing(
        name=line.name, line=line, status=course.status, since=last.on if last else None, told=course.told,
        against=course.against,
        needed=line.sources + course.against, why=last.why if last else clear_words(withdrawn),
        sightings=tuple(_numbered(course.held, course.sources)), withdrawn=tuple(withdrawn),
        ledger=tuple(ledger), turns=tuple(course.turns),
        notes=tuple(_notes(course, known, len(sightings) - len(known), on)),
    )  # fmt: skip


def _days(line: RedLine, known: Sequence[Sighting], ledger: Sequence[Entry], on: str) -> list[str]:
    """Give the days on which the status may change: something is told, grows old, or comes into force."""
    days = {sighting.known or on for sighting in known}
    if line.within is not None:
        gone = (day_after(sighting.day, line.within + 1) for sighting in known if sighting.day)
        days |= {day for day in gone if day <= on}
    if known:
        begun = (day for entry in ledger for day in (entry.signed, entry.in_force, entry.until) if day)
        days |= {day for day in begun if min(days) < day <= on}
    return sorted(days)


def _by_day(known: Sequence[Sighting], on: str) -> dict[str, list[Sighting]]:
    found: dict[str, list[Sighting]] = {}
    for sighting in known:
        found.setdefault(sighting.known or on, []).append(sighting)
    return found


def _numbered(held: Iterable[Sighting], sources: Sources) -> Iterable[Sighting]:
    """Number the independent sources from 1, in the order in which they spoke."""
    numbers: dict[str, int] = {}
    for sighting in held:
        root = sources.root(sighting.keys[0])
        yield replace(sighting, source=numbers.setdefault(root, len(numbers) + 1))


def _notes(course: Course, known: Sequence[Sighting], later: int, on: str) -> Iterable[str]:
    """Say what does not count, and what the ledger says alone."""
    undated = sum(1 for sighting in known if sighting.known is None)
    old = len(known) - len(course.held)
    if undated:
        yield f"sentences on pages without a date: {undated}, taken as known on the day asked for"
    if old:
        yield f"sentences more than {course.line.within} days old, which do not count: {old}"
    if later:
        yield f"sentences published later, which do not count: {later}"
    says = course.ledger_says(on)
    if says and not course.borne:
        has = says[-1].citation.quote
        yield f"the ledger has it ({has}), and no sentence on record says so: the ledger alone moves nothing"
