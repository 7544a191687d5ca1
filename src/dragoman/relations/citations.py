"""Number what the figures stand on."""

from collections.abc import Iterable
from itertools import chain

from msgspec.structs import replace

from dragoman.model.citation import Citation


def united(*several: Iterable[int]) -> tuple[int, ...]:
    """Give the numbers of several lists, each once, in order."""
    return tuple(dict.fromkeys(chain.from_iterable(several)))


class Citations:
    """A list of citations as it grows; the same sentence or entry gets one number."""

    def __init__(self, known: Iterable[Citation] = ()) -> None:
        """Start with the citations that are `known`, which keep their numbers."""
        self._all: list[Citation] = list(known)
        self._numbers = {citation.place: number for number, citation in enumerate(self._all, 1)}

    @property
    def all(self) -> tuple[Citation, ...]:
        """Give the citations in the order of their numbers."""
        return tuple(self._all)

    def enter(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """Enter citations that are not there yet, and give the numbers of all of them, each once."""
        return tuple(dict.fromkeys(map(self._enter, citations)))

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """Give the numbers of some citations, each once, as far as they are entered."""
        found = (self._numbers.get(citation.place) for citation in citations)
        return tuple(dict.fromkeys(number for number in found if number))

    def _enter(self, citation: Citation) -> int:
        number = self._numbers.setdefault(citation.place, len(self._all) + 1)
        if number > len(self._all):
            self._all.append(replace(citation, number=number))
        return number
