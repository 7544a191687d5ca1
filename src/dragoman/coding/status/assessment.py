"""What an assessment holds, and what is met on the way to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.model.event import Axes

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Assessment:
    """How sure a word is.

    `speech` is the verb whose subject vouches (None: no such verb is over the word), `condition` the root
    of the condition clause, `factuality` a number from -3 (surely not) to 3 (surely).
    """

    axes: Axes
    speech: Token | None = None
    condition: Token | None = None
    why: str = ""
    by_modal: bool = False
    factuality: float = 3.0
    grade: str = "fact"

    def with_axes(self, axes: Axes) -> Assessment:
        """Give the same assessment with other axes."""
        return replace(self, axes=axes)


@dataclass
class CuesMet:
    """What was met on the way from the word to the root."""

    effect: str | None = None
    by: str = ""
    negative: bool = False
    denied: bool = False
    future: bool = False
    would: bool = False
    modal: str = ""
    factive: bool = False
    ended: bool = False
    shielded: bool = False
    negators: set[int] = field(default_factory=set)
    void: bool = False
    shadowed: bool = False
    condition: Token | None = None
    speech: Token | None = None

    def note(self, effect: str, by: str) -> None:
        """Keep the nearest cue that says anything of the status."""
        if self.effect is None:
            self.effect, self.by = effect, by

    def turn(self) -> None:
        """Turn the polarity."""
        self.negative = not self.negative
