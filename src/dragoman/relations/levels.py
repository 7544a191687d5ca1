"""The level of a relationship over time.

What holds a level:
- the ledger's relations: established, restored and normalised lead to diplomatic relations, broken to none;
- a treaty with a clause of defense or offense between the two: alliance, from signature, while the clause binds;
- the level that states print, on record with status happened (from its date, up or down) or ongoing (it stands at
  the latest then, and lowers nothing).

The level of a day is the highest of these; after a break of relations it is "no relations" until they are restored.
Nothing expected, planned, sought or denied moves the line: it stands among the observations.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.ledger.book import LATEST, Ledger
from dragoman.model.event import DONE
from dragoman.record.nouns import StoredLevel
from dragoman.relations.citations import Citations, united
from dragoman.relations.days import not_after, span
from dragoman.relations.nouns import LevelObservation, LevelSpell
from dragoman.relations.sides import Sides
from dragoman.relations.treaties import alliance_spells
from dragoman.vocab.levels import Levels


def observations(
    sides: Sides, levels: Iterable[StoredLevel], ledger: Ledger, until: str | None, citations: Citations
) -> list[LevelObservation]:
    """Give all that is said of the level by the end of `until`, in order of time, the undated last."""
    found = [*_of_relations(sides, ledger, citations), *_of_treaties(sides, ledger, citations)]
    found += _told(levels, until, citations)
    return _once(sorted((said for said in found if said.status not in DONE or not_after(said.when, until)), key=_order))


def _of_relations(sides: Sides, ledger: Ledger, citations: Citations) -> Iterator[LevelObservation]:
    changes = sides.vocabulary.levels.changes
    for fact in ledger.relations_of(sides.a, sides.b):
        words = f"{fact.a} and {fact.b}: diplomatic relations {fact.what}, {fact.date}"
        yield LevelObservation(
            label=fact.what, status="happened", origin="relations", rung=changes.get(fact.what), when=fact.date,
            citations=citations.enter([ledger.cite(words, fact.source)]),
        )  # fmt: skip


def _of_treaties(sides: Sides, ledger: Ledger, citations: Citations) -> Iterator[LevelObservation]:
    for treaty in ledger.history(sides.a, sides.b):
        for begin, end in alliance_spells(sides, treaty, ledger):
            words = f"{treaty.name}: defense or offense between the two from {begin}" + (f" until {end}" if end else "")
            yield LevelObservation(
                label=treaty.name, status="happened", origin="treaty", rung=sides.vocabulary.levels.rungs[-1].rung,
                when=begin, until=end,
                citations=citations.enter([ledger.cite(words, treaty.source)]),
            )  # fmt: skip


def _told(levels: Iterable[StoredLevel], until: str | None, citations: Citations) -> list[LevelObservation]:
    """Give what documents say; the same rung of the same date and status, told by several, is one observation."""
    found: dict[tuple[object, ...], LevelObservation] = {}
    for stored in sorted(levels, key=lambda s: (s.document.published or "9999", s.document.id, s.claim.evidence.start)):
        if not not_after(stored.document.published, until):
            continue
        said = _observation(stored, citations)
        key = (said.rung, said.status, said.when, said.holder)
        known = found.get(key)
        found[key] = replace(known, citations=united(known.citations, said.citations)) if known else said
    return list(found.values())


def _observation(stored: StoredLevel, citations: Citations) -> LevelObservation:
    claim, published = stored.claim, stored.document.published
    told, paged = span(claim.when), span(published) if claim.status in DONE else None
    return LevelObservation(
        label=claim.label, status=claim.status, origin="record", rung=claim.rung,
        when=claim.when if told else published if paged else None,
        basis="told" if told else "page" if paged else "none",
        holder=claim.holder.text if claim.holder.kind == "source" else None,
        citations=citations.enter([stored.citation]),
    )  # fmt: skip


def _once(found: Sequence[LevelObservation]) -> list[LevelObservation]:
    """Put together what pages call the current level again and again, until relations or level change by a deed."""
    kept: list[list[LevelObservation]] = []
    places: dict[tuple[object, ...], list[LevelObservation]] = {}
    for said in found:
        if said.status == "happened" and said.origin != "treaty":
            places.clear()
        key = (said.rung, said.label.casefold(), said.holder)
        if said.status == "ongoing" and said.when and key in places:
            places[key].append(said)
            continue
        kept.append([said])
        if said.status == "ongoing" and said.when:
            places[key] = kept[-1]
    return [_one(same) for same in kept]


def _one(same: Sequence[LevelObservation]) -> LevelObservation:
    first, last = same[0], same[-1]
    if len(same) == 1:
        return first
    citations = united(*(said.citations for said in same))
    return replace(first, last=last.when if last.when != first.when else None, citations=citations)


def _order(said: LevelObservation) -> tuple[str, str, int, str]:
    days = span(said.when)
    return days[0].isoformat() if days else "~", said.origin, said.rung or 0, said.label


def spells(found: Sequence[LevelObservation], on: str | None, levels: Levels) -> list[LevelSpell]:
    """Draw observations, which come in order of time, together into the level over time, up to the ISO day `on`."""
    done = (said for said in found if said.status in DONE)
    placed = [(days[0].isoformat(), said) for said in done if (days := span(said.when))]
    changes = {day for day, _ in placed} | {said.until for _, said in placed if said.until}
    drawn: list[LevelSpell] = []
    state, at = _State(), 0
    for day in sorted(day for day in changes if day <= (on or LATEST)):
        while at < len(placed) and placed[at][0] <= day:
            state.take(placed[at][1])
            at += 1
        _draw(drawn, day, state.held(day), levels)
    return drawn


def _draw(drawn: list[LevelSpell], day: str, held: Sequence[LevelObservation], levels: Levels) -> None:
    """Go on with the line from a day on: on the same rung, on another, or not at all."""
    rung = max((said.rung for said in held if said.rung is not None), default=None)
    citations = united(*(said.citations for said in held if said.rung == rung))
    last = drawn[-1] if drawn and drawn[-1].end is None else None
    if last is not None and last.rung == rung:
        drawn[-1] = replace(last, citations=united(last.citations, citations))
        return
    if last is not None:
        drawn[-1] = replace(last, end=day)
    if rung is not None:
        drawn.append(LevelSpell(rung=rung, name=levels.rungs[rung].name, begin=day, citations=citations))


class _State:
    """What holds the level as the days go by."""

    def __init__(self) -> None:
        self.relations: LevelObservation | None = None
        self.printed: LevelObservation | None = None
        self.treaties: list[LevelObservation] = []

    def take(self, said: LevelObservation) -> None:
        """Take in the next observation; one without a rung moves nothing."""
        printed = self.printed
        if said.rung is None:
            return
        if said.origin == "treaty":
            self.treaties.append(said)
        elif said.origin == "relations":
            self.relations = said
            if said.rung == 0 or (printed is not None and printed.rung == 0):
                self.printed = None
        elif said.status == "happened" or printed is None or said.rung >= (printed.rung or 0):
            self.printed = said

    def held(self, day: str) -> list[LevelObservation]:
        """Give the observations that hold the level on a day; a break of relations holds it alone."""
        if self.relations is not None and self.relations.rung == 0 and self.printed is None:
            return [self.relations]
        if self.printed is not None and self.printed.rung == 0 and self.printed.status == "happened":
            return [self.printed]
        self.treaties = [said for said in self.treaties if said.until is None or day < said.until]
        return [said for said in (*self.treaties, self.relations, self.printed) if said is not None]
