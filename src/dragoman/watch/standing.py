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

from dragoman.watch.history import LineHistory, day_after
from dragoman.watch.nouns import LedgerEntry, RedLine, Sighting, Standing, Withdrawn
from dragoman.watch.sources import IndependentSources
from dragoman.watch.words import clear_words


def stand(
    line: RedLine, sightings: Sequence[Sighting], on: str,
    *, withdrawn: Sequence[Withdrawn] = (), ledger: Sequence[LedgerEntry] = (),
) -> Standing:  # fmt: skip
    """Give how a line stands on the ISO day `on`, by what was published by then; undated pages count as of `on`."""
    known = [sighting for sighting in sightings if (sighting.known or on) <= on]
    history = LineHistory(line, ledger)
    told = _by_day(known, on)
    for day in _days(line, known, ledger, on):
        history.go_on(day, told.get(day, ()))
    last = history.transitions[-1] if history.transitions else None
    return Standing(
        name=line.name, line=line, status=history.status, since=last.on if last else None, told=history.told,
        against=history.against,
        needed=line.sources + history.against, why=last.why if last else clear_words(withdrawn),
        sightings=tuple(_numbered(history.held, history.sources)), withdrawn=tuple(withdrawn),
        ledger=tuple(ledger), transitions=tuple(history.transitions),
        notes=tuple(_notes(history, known, len(sightings) - len(known), on)),
    )  # fmt: skip


def _days(line: RedLine, known: Sequence[Sighting], ledger: Sequence[LedgerEntry], on: str) -> list[str]:
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


def _numbered(held: Iterable[Sighting], sources: IndependentSources) -> Iterable[Sighting]:
    """Number the independent sources from 1, in the order in which they spoke."""
    numbers: dict[str, int] = {}
    for sighting in held:
        root = sources.root(sighting.keys[0])
        yield replace(sighting, source=numbers.setdefault(root, len(numbers) + 1))


def _notes(history: LineHistory, known: Sequence[Sighting], later: int, on: str) -> Iterable[str]:
    """Say what does not count, and what the ledger says alone."""
    undated = sum(1 for sighting in known if sighting.known is None)
    old = len(known) - len(history.held)
    if undated:
        yield f"sentences on pages without a date: {undated}, taken as known on the day asked for"
    if old:
        yield f"sentences more than {history.line.within} days old, which do not count: {old}"
    if later:
        yield f"sentences published later, which do not count: {later}"
    says = history.ledger_says(on)
    if says and not history.borne:
        has = says[-1].citation.quote
        yield f"the ledger has it ({has}), and no sentence on record says so: the ledger alone moves nothing"
