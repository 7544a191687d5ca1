"""Where the watch looks: a record, or readings that are not on record (a page alone)."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from dragoman.model.identity import content_id
from dragoman.model.reading import Reading
from dragoman.record.credits import covering, credits_of
from dragoman.record.nouns import Gone, Seen, SeenLevel, Sought
from dragoman.record.rows import encoded
from dragoman.vocab.word_search import holds


class Pool(Protocol):
    """What can be asked; `dragoman.record.seen.Finder` answers for a record."""

    def seen(self, sought: Sought) -> Sequence[Seen]:
        """Give the event claims that fit, in the order in which their documents were published."""

    def levels(self) -> Sequence[SeenLevel]:
        """Give the level claims."""

    def gone(self) -> Sequence[Gone]:
        """Give the event claims that people withdrew."""


class Together:
    """Several pools as one; what is in several counts as in the first."""

    def __init__(self, *pools: Pool) -> None:
        """Take the pools."""
        self._pools = pools

    def seen(self, sought: Sought) -> list[Seen]:
        """Give the event claims that fit, each once."""
        found = {seen.event.id: seen for pool in reversed(self._pools) for seen in pool.seen(sought)}
        return sorted(found.values(), key=lambda s: (s.document.published or "~", s.document.id, s.event.id))

    def levels(self) -> list[SeenLevel]:
        """Give the level claims, each once."""
        found = {seen.id: seen for pool in reversed(self._pools) for seen in pool.levels()}
        return [found[key] for key in sorted(found)]

    def gone(self) -> list[Gone]:
        """Give the event claims that people withdrew."""
        return [gone for pool in self._pools for gone in pool.gone()]


class Pages:
    """Readings as a pool: each is a story of its own, nothing is withdrawn."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Take the readings; undated ones come last."""
        self._readings = sorted(readings, key=lambda r: (r.document.published or "~", r.document.id))

    def seen(self, sought: Sought) -> list[Seen]:
        """Give the event claims that fit."""
        found = []
        for reading in self._readings:
            head, credits = reading.document.head, credits_of(reading.document.text, reading.document.source)
            for event in reading.events:
                codes = {actor.code for actor in (*event.actors, *event.recipients)}
                fits = event.act in sought.acts and all(codes & {*group} for group in sought.parties)
                if fits and (not sought.words or holds(event.evidence.quote, sought.words)):
                    names = tuple(sorted({*covering(credits, event.evidence.start)}))
                    found.append(Seen(event=event, document=head, story=head.id, agencies=names))
        return found

    def levels(self) -> list[SeenLevel]:
        """Give the level claims, under the ids that the record would give them."""
        found = []
        for reading in self._readings:
            head, credits = reading.document.head, credits_of(reading.document.text, reading.document.source)
            for claim in reading.levels:
                names = tuple(sorted({*covering(credits, claim.evidence.start)}))
                key = content_id(head.id, "level", encoded(claim))
                found.append(SeenLevel(id=key, claim=claim, document=head, story=head.id, agencies=names))
        return found

    def gone(self) -> list[Gone]:
        """Give nothing."""
        return []
