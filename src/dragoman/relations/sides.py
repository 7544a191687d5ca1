"""Who belongs to which of two states. A state carries on what its forerunner did: SUN counts with RUS."""

from collections.abc import Sequence

from dragoman.errors import UsageError
from dragoman.model.actor import Actor
from dragoman.model.event import MUTUAL, Event
from dragoman.vocab import Vocabulary


def is_mutual(event: Event, vocabulary: Vocabulary) -> bool:
    """Tell whether a deed is one that two do together, or to each other ("the two exchanged fire")."""
    return event.act in MUTUAL or event.rule in vocabulary.events.symmetric


class Sides:
    """The two states, and what is between them."""

    def __init__(self, a: str, b: str, vocabulary: Vocabulary) -> None:
        """Take two codes; raises UsageError if they are one state."""
        self.a, self.b, self.vocabulary = a, b, vocabulary
        if vocabulary.treaties.is_same(a, b):
            raise UsageError(f"{a} and {b} are one state, or one carries the other on; name two states")

    @property
    def codes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The codes under which each of the two is on record."""
        return self.vocabulary.treaties.codes_of(self.a), self.vocabulary.treaties.codes_of(self.b)

    def side(self, code: str | None) -> str | None:
        """Give the one of the two that a code belongs to; None for a third party."""
        same = self.vocabulary.treaties.is_same
        return next((side for side in (self.a, self.b) if code and same(code, side)), None)

    def sides(self, actors: Sequence[Actor]) -> list[str]:
        """Give which of the two stand among some actors."""
        return list(dict.fromkeys(side for actor in actors if (side := self.side(actor.code))))

    def other(self, side: str) -> str:
        """Give the one across."""
        return self.b if side == self.a else self.a

    def others(self, event: Event) -> tuple[str, ...]:
        """Give the codes of third parties to an event, in order."""
        codes = {actor.code for actor in (*event.actors, *event.recipients) if actor.code}
        return tuple(sorted(code for code in codes if self.side(code) is None))

    def is_pair(self, codes: Sequence[str]) -> bool:
        """Tell whether two codes are the two states, in either order."""
        return {self.side(code) for code in codes} == {self.a, self.b}

    def between(self, event: Event) -> bool:
        """Tell whether an event is between the two: from one to the other, or done by both together."""
        actors, recipients = self.sides(event.actors), self.sides(event.recipients)
        if len(actors) == 2 and is_mutual(event, self.vocabulary):
            return True
        return any(self.other(side) in recipients for side in actors)
