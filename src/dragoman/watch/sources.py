"""Which sentences come from one source: near copies of a story, one agency, one who vouches.

Two sentences that share any of these are of one source, and so are two that share one with a third.
"""

from collections.abc import Iterable, Sequence

from dragoman.model.event import Holder
from dragoman.record.nouns import Seen
from dragoman.vocab import shipped


def keys_of(holder: Holder, story: str, agencies: Iterable[str]) -> tuple[str, ...]:
    """Give what a sentence may share with another: its story, and the agency or the named source behind it."""
    own = _holder_key(holder)
    return tuple(dict.fromkeys((f"story {story}", *((own,) if own else ()), *(f"agency {a}" for a in agencies))))


def _holder_key(holder: Holder) -> str | None:
    """Give the key of a named source: an agency, a state (its organs are one source), or else its words."""
    if holder.kind == "page" or not holder.text:
        return None
    agency = shipped().agencies.called(holder.text)
    if agency:
        return f"agency {agency}"
    words = " ".join(holder.text.casefold().strip(" ,.;:").split()).removeprefix("the ")
    return f"state {holder.code}" if holder.code else f"holder {words}"


def seen_keys(seen: Seen) -> tuple[str, ...]:
    """Give the keys of an event claim."""
    return keys_of(seen.event.holder, seen.story, seen.agencies)


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
