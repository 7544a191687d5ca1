"""Claims one by one, with what tells whether their sources are independent: of a record, or of readings beside it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import Any, Protocol

import msgspec

from dragoman.model.citation import cite
from dragoman.model.document import Head
from dragoman.model.event import Event
from dragoman.model.identity import content_id
from dragoman.model.reading import Reading
from dragoman.model.treaty import LevelClaim
from dragoman.record.judging import RULE
from dragoman.record.nouns import ClaimFilter, EventClaim, StoredEvent, StoredLevel, Withdrawal, WithdrawnClaim
from dragoman.record.queries import MANY
from dragoman.record.rows import Credit, covering, credits_of, encoded, event_from
from dragoman.vocab.agencies import Agencies
from dragoman.vocab.word_search import holds

Rows = Callable[..., list[tuple[Any, ...]]]
"""Gives the rows that a query (with a tuple of its parameters, if it has any) answers."""

_CLAIMS = (
    "SELECT e.id, c.value, d.head, s.story, e.document FROM events e JOIN claims c ON c.number = e.claim "
    "JOIN documents d ON d.number = e.document JOIN stories s ON s.document = e.document WHERE e.claim IN ({}) "
    "ORDER BY d.published IS NULL, d.published, d.id, c.start, e.id"
)
_LEVELS = (
    # The order of the join is given: there are few levels among the claims, and no index on their kind.
    "SELECT DISTINCT c.id, c.value, d.head, s.story, d.number FROM reading_claims l CROSS JOIN claims c "
    "ON c.id = l.claim CROSS JOIN documents d ON d.id = c.document CROSS JOIN stories s ON s.document = d.number "
    "WHERE l.kind = 'level' AND d.reading = l.reading AND c.id NOT IN (SELECT target FROM withdrawn) ORDER BY c.id"
)
_WITHDRAWN = (
    "SELECT c.id, c.value, d.head, w.id, w.target, v.who, v.why, v.day FROM withdrawn w "
    "JOIN withdrawals v ON v.id = w.id JOIN claims c ON c.id = w.target JOIN documents d ON d.id = c.document "
    "WHERE c.kind = 'event' AND w.who <> ? ORDER BY v.number"
)


class Pool(Protocol):
    """Where claims are: the snapshot of a record, pages that are not on record, or several such together."""

    def claims(self, wanted: ClaimFilter) -> Sequence[EventClaim]:
        """Give the event claims that fit, in the order in which their documents were published."""

    def events(self, one: Collection[str], other: Collection[str]) -> Sequence[StoredEvent]:
        """Give the events in which somebody of each of two sets of codes takes part, each once."""

    def levels(self) -> Sequence[StoredLevel]:
        """Give the level claims."""

    def withdrawn(self) -> Sequence[WithdrawnClaim]:
        """Give the event claims that people withdrew."""


class Snapshot:
    """Answers many questions on one record: acts, parties, credits, levels and withdrawals are read once."""

    def __init__(self, rows: Rows, among: Callable[[Sequence[int]], list[StoredEvent]]) -> None:
        """Take what answers queries of a record, and what gives the events of some claims (their numbers).

        `Record.snapshot` gives one; when the record is written to, a new one is needed.
        """
        self._rows, self._among = rows, among
        self._heads: dict[str, Head] = {}
        self._parties: dict[str, frozenset[int]] = {}
        self._unions: dict[tuple[str, ...], frozenset[int]] = {}
        self._wordings: dict[int, str] = {}

    def claims(self, wanted: ClaimFilter) -> list[EventClaim]:
        """Give the event claims that stand and fit, in the order in which their documents were published."""
        numbers = ",".join(map(str, self._fitting(wanted)))
        found = []
        for claim, value, head, story, document in self._rows(_CLAIMS.format(numbers)):
            event = event_from(value, claim)
            agencies = self._agencies(document, event.evidence.start)
            found.append(EventClaim(event=event, document=self._head(head), story=story, agencies=agencies))
        return found

    def events(self, one: Collection[str], other: Collection[str]) -> list[StoredEvent]:
        """Give the events in which somebody of each of two sets of codes takes part, by time, undated last.

        They are the same that `Record.events` gives for one code of each.
        """
        return self._among(sorted(self._with(one) & self._with(other)))

    def levels(self) -> list[StoredLevel]:
        """Give the level claims of the readings that count, those not withdrawn, by id."""
        return self._levels

    def withdrawn(self) -> list[WithdrawnClaim]:
        """Give the event claims that people withdrew, in that order."""
        return self._withdrawn

    def pairs(self) -> Counter[tuple[str, str]]:
        """Count the event claims in which two codes take part, on whichever side; a pair is in alphabetical order."""
        codes: defaultdict[int, set[str]] = defaultdict(set)
        for claim, code in self._rows("SELECT claim, code FROM parties"):
            codes[claim].add(code)
        return Counter(pair for known in codes.values() for pair in combinations(sorted(known), 2))

    def latest(self) -> str | None:
        """Give when the last document was published (EDTF), or else the last event was; None for neither."""
        ((published,),) = self._rows("SELECT max(published) FROM documents")
        ((first,),) = self._rows("SELECT max(first) FROM events")
        return str(published or first) if published or first else None

    def undated(self) -> int:
        """Give how many documents have no date."""
        ((count,),) = self._rows("SELECT count(*) FROM documents WHERE published IS NULL")
        return int(count)

    @cached_property
    def _levels(self) -> list[StoredLevel]:
        found = []
        for claim, value, head, story, document in self._rows(_LEVELS):
            level = msgspec.json.decode(value, type=LevelClaim)
            agencies = self._agencies(document, level.evidence.start)
            found.append(StoredLevel(id=claim, claim=level, document=self._head(head), story=story, agencies=agencies))
        return found

    @cached_property
    def _withdrawn(self) -> list[WithdrawnClaim]:
        return [
            WithdrawnClaim(
                event=event_from(value, claim), document=self._head(head),
                withdrawal=Withdrawal(id=key, target=target, who=who, why=why, day=day),
            )
            for claim, value, head, key, target, who, why, day in self._rows(_WITHDRAWN, (RULE,))
        ]  # fmt: skip

    @cached_property
    def _credits(self) -> dict[int, list[Credit]]:
        found: defaultdict[int, list[Credit]] = defaultdict(list)
        for document, start, end, agency in self._rows('SELECT document, start, "end", agency FROM credits'):
            found[document].append((start, end, agency))
        return dict(found)

    @cached_property
    def _acts(self) -> dict[str, frozenset[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for claim, act in self._rows("SELECT claim, act FROM events"):
            found[act].append(claim)
        return {act: frozenset(claims) for act, claims in found.items()}

    def _fitting(self, wanted: ClaimFilter) -> list[int]:
        """Give the numbers of the claims that fit, in order."""
        found = self._of_acts(wanted.acts).intersection(*(self._with(codes) for codes in wanted.parties))
        if wanted.words:
            self._read(found)
            found = frozenset(claim for claim in found if holds(self._wordings[claim], wanted.words))
        return sorted(found)

    def _of_acts(self, acts: tuple[str, ...]) -> frozenset[int]:
        if acts not in self._unions:
            self._unions[acts] = frozenset[int]().union(*(self._acts.get(act, ()) for act in acts))
        return self._unions[acts]

    def _with(self, codes: Collection[str]) -> frozenset[int]:
        """Give the claims in which somebody of a set of codes takes part."""
        for code in codes:
            if code not in self._parties:
                rows = self._rows("SELECT claim FROM parties WHERE code = ?", (code,))
                self._parties[code] = frozenset([row[0] for row in rows])
        sets = [self._parties[code] for code in codes]
        return sets[0] if len(sets) == 1 else frozenset[int]().union(*sets)

    def _read(self, claims: Collection[int]) -> None:
        """Read the sentences of claims that were not read yet."""
        missing = [claim for claim in claims if claim not in self._wordings]
        for start in range(0, len(missing), MANY):
            numbers = ",".join(map(str, missing[start : start + MANY]))
            self._wordings.update(self._rows(f"SELECT number, wording FROM claims WHERE number IN ({numbers})"))

    def _agencies(self, document: int, start: int) -> tuple[str, ...]:
        return covering(self._credits.get(document, ()), start)

    def _head(self, raw: str) -> Head:
        if raw not in self._heads:
            self._heads[raw] = msgspec.json.decode(raw, type=Head)
        return self._heads[raw]


class Pages:
    """Readings as a pool: each is a story of its own, nothing is withdrawn; ids are those that a record would give."""

    def __init__(self, readings: Iterable[Reading], agencies: Agencies) -> None:
        """Take the readings; undated ones come last. The agencies tell whose text a page is."""
        ordered = sorted(readings, key=lambda reading: (reading.document.published or "~", reading.document.id))
        self._pages = [(r, credits_of(r.document.text, r.document.source, agencies)) for r in ordered]

    def claims(self, wanted: ClaimFilter) -> list[EventClaim]:
        """Give the event claims that fit."""
        found = []
        for reading, credits in self._pages:
            head = reading.document.head
            for event in reading.events:
                fits = event.act in wanted.acts and all(_has_party(event, codes) for codes in wanted.parties)
                if fits and (not wanted.words or holds(event.evidence.quote, wanted.words)):
                    names = covering(credits, event.evidence.start)
                    found.append(EventClaim(event=event, document=head, story=head.id, agencies=names))
        return found

    def events(self, one: Collection[str], other: Collection[str]) -> list[StoredEvent]:
        """Give each event claim in which somebody of each of two sets of codes takes part as an event of its own."""
        found = []
        for reading, _ in self._pages:
            head = reading.document.head
            for event in reading.events:
                if _has_party(event, one) and _has_party(event, other):
                    cited = (cite(event.id, head, event.evidence),)
                    found.append(StoredEvent(event=event, document=head, told_by=1, citations=cited))
        return found

    def levels(self) -> list[StoredLevel]:
        """Give the level claims."""
        found = []
        for reading, credits in self._pages:
            head = reading.document.head
            for claim in reading.levels:
                key, names = content_id(head.id, "level", encoded(claim)), covering(credits, claim.evidence.start)
                found.append(StoredLevel(id=key, claim=claim, document=head, story=head.id, agencies=names))
        return found

    def withdrawn(self) -> list[WithdrawnClaim]:
        """Give nothing."""
        return []


class Together:
    """Several pools as one; what is in several counts as in the first."""

    def __init__(self, *pools: Pool) -> None:
        """Take the pools."""
        self._pools = pools

    def claims(self, wanted: ClaimFilter) -> list[EventClaim]:
        """Give the event claims that fit, each once."""
        found = {claim.event.id: claim for pool in reversed(self._pools) for claim in pool.claims(wanted)}
        return sorted(found.values(), key=lambda c: (c.document.published or "~", c.document.id, c.event.id))

    def events(self, one: Collection[str], other: Collection[str]) -> list[StoredEvent]:
        """Give the events, those of the first pool first, then what the next ones have besides."""
        found: list[StoredEvent] = []
        known: set[str] = set()
        for pool in self._pools:
            new = [stored for stored in pool.events(one, other) if known.isdisjoint(stored.claims)]
            known.update(claim for stored in new for claim in stored.claims)
            found += new
        return found

    def levels(self) -> list[StoredLevel]:
        """Give the level claims, each once."""
        found = {level.id: level for pool in reversed(self._pools) for level in pool.levels()}
        return [found[key] for key in sorted(found)]

    def withdrawn(self) -> list[WithdrawnClaim]:
        """Give the event claims that people withdrew."""
        return [gone for pool in self._pools for gone in pool.withdrawn()]


def _has_party(event: Event, codes: Collection[str]) -> bool:
    return any(actor.code in codes for actor in (*event.actors, *event.recipients) if actor.code)
