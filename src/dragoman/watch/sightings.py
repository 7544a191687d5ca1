"""What is on record that bears on a red line: sentences with their weight, the ledger's entries, what was withdrawn."""

from collections.abc import Iterable, Iterator

from dragoman.ledger.book import Ledger, binds_from
from dragoman.model.document import Head
from dragoman.model.event import Holder, Status
from dragoman.model.ledger import Treaty
from dragoman.model.when import bounds
from dragoman.record.nouns import ClaimFilter, EventClaim, StoredLevel
from dragoman.record.pool import Pool
from dragoman.relations.days import span
from dragoman.vocab import Vocabulary
from dragoman.watch.matching import Bearing, Matcher
from dragoman.watch.nouns import (
    DeedCondition,
    LedgerEntry,
    LevelCondition,
    RedLine,
    Sighting,
    TreatyCondition,
    Withdrawn,
)
from dragoman.watch.sources import keys_of

ORDER = {"done": 0, "hint": 1, "condition": 2, "against": 3}
"""Of one sentence the weightiest reading counts; what speaks against a line is kept beside it."""


class Sightings:
    """What some claims tell of red lines."""

    def __init__(self, pool: Pool, vocabulary: Vocabulary) -> None:
        """Take where the claims are, and the vocabulary by which they are weighed."""
        self.pool, self.vocabulary, self.matcher = pool, vocabulary, Matcher(vocabulary)

    def of_line(self, line: RedLine) -> list[Sighting]:
        """Give the sentences that bear on a line, each once, in the order in which they were published."""
        found: dict[tuple[object, ...], tuple[tuple[bool, int], Sighting]] = {}
        for sighting, direct in self._all(line):
            if not _counts(line, sighting):
                continue
            key = (*sighting.citation.place, sighting.weighs == "against")
            rank = (not direct, ORDER[sighting.weighs])
            if key not in found or rank < found[key][0]:
                found[key] = (rank, sighting)
        return sorted((sighting for _, sighting in found.values()), key=_order)

    def withdrawn(self, line: RedLine) -> list[Withdrawn]:
        """Give the claims that would bear on a line if nobody had withdrawn them."""
        return [
            Withdrawn(citation=gone.citation, withdrawal=gone.withdrawal)
            for gone in self.pool.withdrawn()
            if any(self.matcher.bearing(condition, gone.event) for condition in line.conditions)
        ]

    def _all(self, line: RedLine) -> Iterator[tuple[Sighting, bool]]:
        for condition in line.conditions:
            if isinstance(condition, LevelCondition):
                yield from ((sighting, True) for sighting in self._of_levels(condition))
                continue
            for asked in self.filters(condition):
                for claim in self.pool.claims(asked):
                    bearing = self.matcher.bearing(condition, claim.event)
                    if bearing:
                        event = claim.event
                        yield self._sighting(claim, bearing, event.status, event.when, event.holder), bearing.direct

    def filters(self, condition: DeedCondition | TreatyCondition) -> list[ClaimFilter]:
        """Give what to ask the pool for: more than bears on the condition, never less.

        A sign of the deed may leave one of the two unnamed.
        """
        own = condition.acts if isinstance(condition, DeedCondition) else ("AGREE",)
        words = self.matcher.words_of(condition)
        parties = tuple(self._all_codes(codes) for codes in _sides(condition) if codes)
        asked = [ClaimFilter(acts=own, parties=parties, words=words)]
        others = tuple(act for act in self.matcher.acts_of(condition) if act not in own)
        narrow = not isinstance(condition, DeedCondition) or condition.words or condition.about
        if others and narrow:
            everybody = tuple(sorted({code for codes in parties for code in codes}))
            asked.append(ClaimFilter(acts=others, parties=(everybody,), words=words))
        return asked

    def _all_codes(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({known for code in codes for known in self.vocabulary.treaties.codes_of(code)}))

    def _of_levels(self, condition: LevelCondition) -> Iterator[Sighting]:
        dyad = self.vocabulary.treaties.dyad_of
        for level in self.pool.levels():
            claim = level.claim
            reached = claim.rung >= condition.rung if condition.way == "up" else claim.rung <= condition.rung
            weight = self.vocabulary.weights.of_status[claim.status]
            if reached and weight is not None and dyad(*claim.dyad) == dyad(*condition.between):
                name = self.vocabulary.levels.rungs[claim.rung].name
                bearing = Bearing(weight, claim.status, f"level “{claim.label}” ({name}), {claim.status}")
                yield self._sighting(level, bearing, claim.status, claim.when, claim.holder)

    def _sighting(
        self, told: EventClaim | StoredLevel, bearing: Bearing, status: Status, when: str | None, holder: Holder
    ) -> Sighting:
        days, known = span(when), _known(told.document)
        return Sighting(
            citation=told.citation, status=status, weighs=bearing.weight, word=bearing.word,
            holder=holder.text if holder.kind == "source" else None, agencies=told.agencies,
            keys=keys_of(holder, told.story, told.agencies, self.vocabulary.agencies), source=0,
            when=when if days else None, day=days[1].isoformat() if days else known, known=known, why=bearing.why,
        )  # fmt: skip


def _sides(condition: DeedCondition | TreatyCondition) -> list[tuple[str, ...]]:
    """Give the codes of each side that takes part."""
    if isinstance(condition, DeedCondition) and not condition.between:
        return [condition.who, condition.to]
    return [(code,) for code in condition.between]


def _known(document: Head) -> str | None:
    days = span(document.published)
    return days[0].isoformat() if days else None


def _since(line: RedLine) -> str:
    """Give the ISO day from which on something counts; one before all days if the line names none."""
    return bounds(line.since)[0].isoformat() if line.since else ""


def _counts(line: RedLine, sighting: Sighting) -> bool:
    """Tell whether a sentence speaks of the time that the line is about."""
    return sighting.day is None or sighting.day >= _since(line)


def _order(sighting: Sighting) -> tuple[str, str, int, str]:
    cited = sighting.citation
    return sighting.known or "~", cited.document.id if cited.document else "", cited.start or 0, cited.claim or ""


def entries_of(line: RedLine, ledger: Ledger, on: str) -> list[LedgerEntry]:
    """Give the ledger's treaties that oblige the two of a treaty condition to what it asks for, as of `on` (ISO)."""
    asked = (condition for condition in line.conditions if isinstance(condition, TreatyCondition))
    found = (
        _entry(condition, treaty, ledger, on) for condition in asked for treaty in ledger.history(*condition.between)
    )
    kept = (entry for entry in found if entry and _since(line) <= entry.signed <= on)
    return sorted(kept, key=lambda entry: (entry.signed, entry.citation.quote))


def _entry(condition: TreatyCondition, treaty: Treaty, ledger: Ledger, on: str) -> LedgerEntry | None:
    clauses = [clause for clause in treaty.clauses if clause.obligation == condition.treaty]
    spell = ledger.shared_spell(treaty, *condition.between)
    if not clauses or not spell:
        return None
    days = [binds_from(treaty, party) for state in condition.between for party in ledger.spells_of(treaty, state)]
    bound = None if None in days else max(day for day in days if day)
    in_force = bound if bound and bound <= on else None
    signed, until = spell[0], spell[1] if spell[1] <= on else None
    words = f"{treaty.name}: {condition.treaty}, signed {signed}"
    words += f", in force {in_force}" if in_force else ", not in force"
    words += f", ended {until}" if until else ""
    words += f"; article {clauses[0].article}" if clauses[0].article else ""
    return LedgerEntry(citation=ledger.cite(words, treaty.source), signed=signed, in_force=in_force, until=until)
