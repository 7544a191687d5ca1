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

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.watch.nouns import (
    STATUSES,
    LedgerEntry,
    LineStatus,
    RedLine,
    Sighting,
    Standing,
    Transition,
    TreatyCondition,
    Withdrawn,
)
from dragoman.watch.sources import IndependentSources
from dragoman.watch.words import clear_words, status_words

LAST = "9999-12-31"
WEIGHING = {"crossed": "done", "reported": "done", "hinted": "hint", "conditional only": "condition"}
"""The weight of the sentences that hold a line in a status."""


def days_later(day: str, days: int) -> str:
    """Give the ISO day so many days later."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return LAST


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
        gone = (days_later(sighting.day, line.within + 1) for sighting in known if sighting.day)
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


class LineHistory:
    """A line as the days go by: what counts of what was told, of how many sources, and every transition."""

    def __init__(self, line: RedLine, ledger: Sequence[LedgerEntry]) -> None:
        """Begin with nothing told: clear."""
        self.line, self.ledger = line, ledger
        self.held: list[Sighting] = []
        self.sources = IndependentSources()
        self.status: LineStatus = "clear"
        self.told = self.against = 0
        self.borne = False
        self.transitions: list[Transition] = []
        self._weights: Counter[str] = Counter()
        self._roots: dict[str, set[str]] = {"done": set(), "against": set()}
        self._signed = any(isinstance(c, TreatyCondition) and c.binds == "signed" for c in line.conditions)

    def go_on(self, day: str, new: Sequence[Sighting]) -> None:
        """Take in what is told on a day, and note the transition if the status changes."""
        gone = [sighting for sighting in self.held if not self._lasts(sighting, day)] if self.line.within else []
        kept = [sighting for sighting in self.held if sighting not in gone] if gone else self.held
        fresh = [sighting for sighting in new if self._lasts(sighting, day)]
        merged = [self.sources.take(sighting.keys) for sighting in new]
        self.held = [*kept, *fresh] if gone else kept
        if not gone:
            self.held += fresh
        self._count(self.held if gone or any(merged) else fresh, anew=bool(gone) or any(merged))
        self.borne = self._weights["done"] > 0 and any(self._stands(entry, day) for entry in self.ledger)
        self.told = len(self._roots["done"]) + self.borne
        self.against = len(self._roots["against"])
        after = self._status()
        if after != self.status:
            self._transition(day, after, fresh, gone)

    def _count(self, sightings: Sequence[Sighting], *, anew: bool) -> None:
        """Count weights and sources; `anew` where a source turned out to be another, or something is gone."""
        if anew:
            self._weights.clear()
            self._roots = {"done": set(), "against": set()}
        for sighting in sightings:
            self._weights[sighting.weighs] += 1
            if sighting.weighs in self._roots:
                self._roots[sighting.weighs].add(self.sources.root(sighting.keys[0]))

    def _status(self) -> LineStatus:
        if self.told:
            return "crossed" if self.told >= self.line.sources + self.against else "reported"
        return "hinted" if self._weights["hint"] else "conditional only" if self._weights["condition"] else "clear"

    def _transition(self, day: str, after: LineStatus, fresh: Sequence[Sighting], gone: Sequence[Sighting]) -> None:
        rises = STATUSES.index(after) > STATUSES.index(self.status)
        weight = WEIGHING.get(after)
        bearing = [sighting for sighting in self.held if sighting.weighs == weight]
        moving = [s for s in fresh if s.weighs == (weight if rises else "against")]
        cited = moving or (() if rises else gone) or bearing
        hints = [sighting for sighting in self.held if sighting.weighs == "hint"]
        aged = bool(gone) and not rises
        why = status_words(after, self.line, hints, told=self.told, against=self.against, borne=self.borne, gone=aged)
        claims = tuple(dict.fromkeys(sighting.citation.claim or "" for sighting in cited))
        self.transitions.append(Transition(on=day, before=self.status, after=after, why=why, claims=claims))
        self.status = after

    def _lasts(self, sighting: Sighting, day: str) -> bool:
        """Tell whether a sentence still counts on a day."""
        return self.line.within is None or sighting.day is None or day <= days_later(sighting.day, self.line.within)

    def _stands(self, entry: LedgerEntry, day: str) -> bool:
        begins = entry.signed if self._signed else entry.in_force
        return begins is not None and begins <= day and (entry.until is None or day < entry.until)

    def ledger_says(self, day: str) -> list[LedgerEntry]:
        """Give the entries of the ledger that hold on a day."""
        return [entry for entry in self.ledger if self._stands(entry, day)]
