"""What is on record that bears on a red line: sentences with their weight, the ledger's entries, what was withdrawn."""

from collections.abc import Iterable, Iterator

from dragoman.ledger.book import Ledger, binds_from
from dragoman.ledger.obligations import history, shared_spell
from dragoman.model.citation import cite_entry
from dragoman.model.document import Head
from dragoman.model.ledger import Treaty
from dragoman.model.when import bounds
from dragoman.record.nouns import Seen, SeenLevel, Sought
from dragoman.relations.days import span
from dragoman.relations.sides import codes_of
from dragoman.vocab import shipped
from dragoman.watch.matching import Bearing, acts_of, bearing, words_of
from dragoman.watch.nouns import (
    Condition,
    DeedCondition,
    LedgerEntry,
    LevelCondition,
    RedLine,
    Sighting,
    TreatyCondition,
    Withdrawn,
)
from dragoman.watch.pool import Pool
from dragoman.watch.sources import keys_of, seen_keys

ORDER = {"done": 0, "hint": 1, "condition": 2, "against": 3}
"""Of one sentence the weightiest reading counts; what speaks against a line is kept beside it."""


def sightings_of(line: RedLine, pool: Pool) -> list[Sighting]:
    """Give the sentences that bear on a line, each once, in the order in which they were published."""
    found: dict[tuple[object, ...], tuple[tuple[bool, int], Sighting]] = {}
    for sighting, direct in _all(line, pool):
        if not _counts(line, sighting):
            continue
        against = sighting.weighs == "against"
        key = (*sighting.citation.place, against)
        rank = (not direct, ORDER[sighting.weighs])
        if key not in found or rank < found[key][0]:
            found[key] = (rank, sighting)
    return sorted((sighting for _, sighting in found.values()), key=_order)


def _all(line: RedLine, pool: Pool) -> Iterator[tuple[Sighting, bool]]:
    for condition in line.conditions:
        if isinstance(condition, LevelCondition):
            yield from ((sighting, True) for sighting in _of_levels(condition, pool.levels()))
            continue
        for asked in sought(condition):
            for seen in pool.seen(asked):
                found = bearing(condition, seen.event)
                if found:
                    yield _of_event(seen, found), found.direct


def sought(condition: DeedCondition | TreatyCondition) -> list[Sought]:
    """Give what to ask the record for: more than bears on the condition, never less.

    A sign of the deed may leave one of the two unnamed.
    """
    own = condition.acts if isinstance(condition, DeedCondition) else ("AGREE",)
    words = words_of(condition)
    parties = tuple(_all_codes(codes) for codes in _sides(condition) if codes)
    asked = [Sought(acts=own, parties=parties, words=words)]
    others = tuple(act for act in acts_of(condition) if act not in own)
    narrow = not isinstance(condition, DeedCondition) or condition.words or condition.about
    if others and narrow:
        everybody = tuple(sorted({code for codes in parties for code in codes}))
        asked.append(Sought(acts=others, parties=(everybody,), words=words))
    return asked


def _sides(condition: DeedCondition | TreatyCondition) -> list[tuple[str, ...]]:
    """Give the codes of each side that takes part."""
    if isinstance(condition, DeedCondition) and not condition.between:
        return [condition.who, condition.to]
    return [(code,) for code in condition.between]


def _all_codes(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({known for code in codes for known in codes_of(code)}))


def _of_event(seen: Seen, found: Bearing) -> Sighting:
    event = seen.event
    return _sighting(
        seen=seen, status=event.status, when=event.when, bearing=found, keys=seen_keys(seen),
        holder=event.holder.text if event.holder.kind == "source" else None,
    )  # fmt: skip


def _sighting(*, seen: Seen | SeenLevel, bearing: Bearing, when: str | None, **values: object) -> Sighting:
    days, known = span(when), _known(seen.document)
    return Sighting(
        citation=seen.citation, weighs=bearing.weight, word=bearing.word, agencies=seen.agencies, source=0,
        when=when if days else None, day=days[1].isoformat() if days else known, known=known, why=bearing.why,
        **values,  # type: ignore[arg-type]
    )  # fmt: skip


def _known(document: Head) -> str | None:
    days = span(document.published)
    return days[0].isoformat() if days else None


def _of_levels(condition: LevelCondition, levels: Iterable[SeenLevel]) -> Iterator[Sighting]:
    pair = set(map(shipped().treaties.line_of, condition.between))
    for seen in levels:
        claim = seen.claim
        reached = claim.rung >= condition.rung if condition.way == "up" else claim.rung <= condition.rung
        weight = shipped().weights.of_status[claim.status]
        if set(map(shipped().treaties.line_of, claim.dyad)) != pair or not reached or weight is None:
            continue
        why = f"level “{claim.label}” ({shipped().levels.rungs[claim.rung].name}), {claim.status}"
        yield _sighting(
            seen=seen, status=claim.status, when=claim.when, bearing=Bearing(weight, claim.status, why),
            keys=keys_of(claim.holder, seen.story, seen.agencies),
            holder=claim.holder.text if claim.holder.kind == "source" else None,
        )  # fmt: skip


def _counts(line: RedLine, sighting: Sighting) -> bool:
    """Tell whether a sentence speaks of the time that the line is about."""
    return line.since is None or sighting.day is None or sighting.day >= bounds(line.since)[0].isoformat()


def _order(sighting: Sighting) -> tuple[str, str, int, str]:
    cited = sighting.citation
    return sighting.known or "~", cited.document.id if cited.document else "", cited.start or 0, cited.claim or ""


def withdrawn_of(line: RedLine, pool: Pool) -> list[Withdrawn]:
    """Give the claims that would bear on a line if nobody had withdrawn them."""
    found: dict[str, Withdrawn] = {}
    for gone in pool.gone():
        conditions: list[Condition] = [c for c in line.conditions if not isinstance(c, LevelCondition)]
        if any(bearing(condition, gone.event) for condition in conditions):
            found[gone.event.id] = Withdrawn(citation=gone.citation, withdrawal=gone.withdrawal)
    return list(found.values())


def entries_of(line: RedLine, ledger: Ledger, on: str) -> list[LedgerEntry]:
    """Give the ledger's treaties that oblige the two of a treaty condition to what it asks for, as of `on` (ISO)."""
    found = []
    for condition in line.conditions:
        if isinstance(condition, TreatyCondition):
            for treaty in history(*condition.between, ledger=ledger):
                entry = _entry(condition, treaty, on)
                if (
                    entry
                    and entry.signed <= on
                    and (line.since is None or entry.signed >= bounds(line.since)[0].isoformat())
                ):
                    found.append(entry)
    return sorted(found, key=lambda entry: (entry.signed, entry.citation.quote))


def _entry(condition: TreatyCondition, treaty: Treaty, on: str) -> LedgerEntry | None:
    clauses = [clause for clause in treaty.clauses if clause.obligation == condition.treaty]
    spell = shared_spell(treaty, *condition.between)
    if not clauses or not spell:
        return None
    pair = set(map(shipped().treaties.line_of, condition.between))
    days = [binds_from(treaty, party) for party in treaty.parties if shipped().treaties.line_of(party.code) in pair]
    bound = None if None in days else max(day for day in days if day)
    in_force = bound if bound and bound <= on else None
    signed, until = spell[0], spell[1] if spell[1] <= on else None
    words = f"{treaty.name}: {condition.treaty}, signed {signed}"
    words += f", in force {in_force}" if in_force else ", not in force"
    words += f", ended {until}" if until else ""
    words += f"; article {clauses[0].article}" if clauses[0].article else ""
    cited = cite_entry(words, shipped().treaties.source_title(treaty.source))
    return LedgerEntry(citation=cited, signed=signed, in_force=in_force, until=until)
