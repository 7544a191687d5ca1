"""Which sentences come from one source: near copies of a story, one agency, one who vouches.

Two sentences that share any of these are of one source, and so are two that share one with a third.
"""

from collections.abc import Iterable, Sequence

from dragoman.model.event import Holder
from dragoman.vocab.agencies import Agencies


def keys_of(holder: Holder, story: str, credited: Iterable[str], agencies: Agencies) -> tuple[str, ...]:
    """Give what a sentence may share with another: its story, and the agency credited or the named source."""
    own = _holder_key(holder, agencies)
    return tuple(
        dict.fromkeys((f"story {story}", *((own,) if own else ()), *(f"agency {agency}" for agency in credited)))
    )


def _holder_key(holder: Holder, agencies: Agencies) -> str | None:
    """Give the key of a named source: an agency, a state (its organs are one source), or else its words."""
    if holder.kind == "page" or not holder.text:
        return None
    agency = agencies.called(holder.text)
    if agency:
        return f"agency {agency}"
    words = " ".join(holder.text.casefold().strip(" ,.;:").split()).removeprefix("the ")
    return f"state {holder.code}" if holder.code else f"holder {words}"


class IndependentSources:
    """Sources as they become known: sentences are taken in one by one (union-find over their keys)."""

    def __init__(self) -> None:
        """Know none."""
        self._above: dict[str, str] = {}

    def take(self, keys: Sequence[str]) -> bool:
        """Take in a sentence's keys: all of them are of one source. Tells whether two known sources became one."""
        known = {self.root(key) for key in keys if key in self._above}
        for key in keys:
            one, other = self.root(keys[0]), self.root(key)
            if one != other:
                self._above[max(one, other)] = min(one, other)
        return bool(known - {self.root(keys[0])})

    def root(self, key: str) -> str:
        """Give the key that stands for a key's source."""
        self._above.setdefault(key, key)
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key
