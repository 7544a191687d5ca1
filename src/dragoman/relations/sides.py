"""Who belongs to which of two states. A state carries on what its forerunner did: SUN counts with RUS."""

from collections.abc import Sequence
from functools import lru_cache

from dragoman.errors import UsageError
from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.vocab import shipped

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Deeds that two do together: both may stand on the side of the actors."""


def is_mutual(event: Event) -> bool:
    """Tell whether a deed is one that two do together, or to each other ("the two exchanged fire")."""
    return event.act in MUTUAL or event.rule in shipped().events.symmetric


class Sides:
    """The two states, and what is between them."""

    def __init__(self, a: str, b: str) -> None:
        """Take two codes; raises UsageError if they are one state."""
        if shipped().treaties.line_of(a) == shipped().treaties.line_of(b):
            raise UsageError(f"{a} and {b} are one state, or one carries the other on; name two states")
        self.a, self.b = a, b

    def side(self, code: str | None) -> str | None:
        """Give the one of the two that a code belongs to; None for a third party."""
        return next(
            (s for s in (self.a, self.b) if code and shipped().treaties.line_of(code) == shipped().treaties.line_of(s)),
            None,
        )

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
        if len(actors) == 2 and is_mutual(event):
            return True
        return any(self.other(side) in recipients for side in actors)


@lru_cache(maxsize=512)
def codes_of(state: str) -> tuple[str, ...]:
    """Give the codes under which a state and those it carries on are on record."""
    line = shipped().treaties.line_of(state)
    return tuple(
        sorted({state} | {code for code in shipped().treaties.states if shipped().treaties.line_of(code) == line})
    )
