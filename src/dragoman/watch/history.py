"""The history of a red line: its status as the days go by, by the rule of `standing`."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.watch.nouns import STATUSES, LedgerEntry, LineStatus, RedLine, Sighting, Transition, TreatyCondition
from dragoman.watch.sources import IndependentSources
from dragoman.watch.words import status_words

LAST = "9999-12-31"
WEIGHING = {"crossed": "done", "reported": "done", "hinted": "hint", "conditional only": "condition"}
"""The weight of the sentences that hold a line in a status."""


def day_after(day: str, days: int) -> str:
    """Give the ISO day so many days later."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return LAST


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
        return self.line.within is None or sighting.day is None or day <= day_after(sighting.day, self.line.within)

    def _stands(self, entry: LedgerEntry, day: str) -> bool:
        begins = entry.signed if self._signed else entry.in_force
        return begins is not None and begins <= day and (entry.until is None or day < entry.until)

    def ledger_says(self, day: str) -> list[LedgerEntry]:
        """Give the entries of the ledger that hold on a day."""
        return [entry for entry in self.ledger if self._stands(entry, day)]
