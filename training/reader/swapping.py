"""Tell the same text of other states: the reader shall learn who did it from the words, not from the names.

"Chile recalled its ambassador to Peru" becomes "Togo recalled its ambassador to Fiji", and the labels with it. Only
names of states and peoples are swapped, all of one state alike; a state that is also named by a town or a person stays.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.coding.candidates.reader.windows import NamedActor
from dragoman.model.document import Span
from dragoman.vocab import Vocabulary
from training.reader.bank import Item, Label

SWAPPED = frozenset({"country", "people", "short"})
SPARED = 0.2
"""Share of the states that stay, so that real pairs are seen too."""
LONGEST_NAME = 22
"""Characters: longer names ("the former Yugoslav Republic of …") read oddly in most sentences."""


class Swapper:
    """Knows by which words each state and its people can be called."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the actor tables of a vocabulary."""
        self.gazetteer = Gazetteer.of(vocabulary)
        countries = vocabulary.actors.countries
        states = {code for code, state in countries.items() if state.kind == "state" and not state.end}
        self.states: dict[str, str] = {}
        self.people: dict[str, list[str]] = defaultdict(list)
        for name in vocabulary.actors.names:
            if name.code not in states or name.guard or name.begin or name.end:
                continue
            if name.kind == "country" and len(name.alias) <= LONGEST_NAME and not name.alias.isupper():
                self.states.setdefault(name.code, name.alias.removeprefix("The "))
            elif name.kind == "people":
                self.people[name.code].append(name.alias)
        self.pool = sorted(code for code in self.states if self.people[code])

    def swap(self, item: Item, chance: random.Random) -> Item:
        """Give an item told of other states; the item itself if no state in it can be swapped."""
        hits = [hit for hit in self.gazetteer.find_names(item.text, item.date) if hit.code]
        new = self._choice(hits, chance)
        edits = [(hit.start, hit.end, self._word(hit, new[hit.code])) for hit in hits if hit.code in new]
        if not edits:
            return item
        names = tuple(NamedActor(*_moved((n.start, n.end), edits), new.get(n.code, n.code)) for n in item.names)
        labels = tuple(_label(label, new, edits) for label in item.labels)
        return replace(item, text=_edited(item.text, edits), names=names, labels=labels)

    def _choice(self, hits: list[NameHit], chance: random.Random) -> dict[str | None, str]:
        kinds: dict[str, set[str]] = defaultdict(set)
        for hit in hits:
            kinds[hit.code or ""].add(hit.kind)
        used, new = set(kinds), dict[str | None, str]()
        for code, own in kinds.items():
            other = chance.choice(self.pool)
            if own <= SWAPPED and code in self.states and other not in used and chance.random() > SPARED:
                used.add(other)
                new[code] = other
        return new

    def _word(self, hit: NameHit, code: str) -> str:
        if hit.kind != "people":
            return self.states[code]
        plural = [word for word in self.people[code] if word.endswith("s") == hit.text.endswith("s")]
        return (plural or self.people[code])[0]


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    out, place = [], 0
    for start, end, word in edits:
        out += [text[place:start], word]
        place = end
    return "".join([*out, text[place:]])


def _moved(span: Span, edits: list[tuple[int, int, str]]) -> Span:
    """Give where a span stands after the edits; one that an edit cuts takes the whole of the new word."""
    before = sum(len(word) - (end - start) for start, end, word in edits if end <= span[0])
    within = sum(len(word) - (end - start) for start, end, word in edits if end > span[0] and start < span[1])
    return span[0] + before, span[1] + before + within


def _label(label: Label, new: dict[str | None, str], edits: list[tuple[int, int, str]]) -> Label:
    actors, recipients = (tuple(new.get(code, code) for code in side) for side in (label.actors, label.recipients))
    return replace(label, actors=actors, recipients=recipients, trigger=_moved(label.trigger, edits))
