"""Which sector a noun phrase belongs to, by its head noun, its modifiers and the names in it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.vocab import Vocabulary

LONGEST = 5
"""Words in the longest sector noun."""

IN_POWER = frozenset(("GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY"))
"""Sectors of people in power or office: with "former" before them they are ELI (codebook, table of sector codes)."""


class NounSector(NamedTuple):
    """The sector that a noun tells, whether modifiers may overrule it, whether it means people, and
    where its words stand in the phrase."""

    sector: str
    weak: bool
    human: bool
    first: int
    last: int
    noun: str


class Nouns:
    """The nouns and modifiers that tell a sector; `vocabulary.made(Nouns)` makes it once.

    `heads` are the nouns that name a possible actor, singular and plural; `titles_of` the nouns and titles that hold a
    preposition ("secretary of state"); all in lower case.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary whose tables have them."""
        self._words: dict[str, dict[str, str]] = defaultdict(dict)
        """Sector by role for each noun in singular and plural, and for each modifier."""
        for row in vocabulary.actors.sector_words:
            word = row.word.lower()
            self._words[word].setdefault(row.role, row.sector)
            if row.role != "modifier":
                self._words[vocabulary.grammar.plural(word)].setdefault(row.role, row.sector)
        self._words = dict(self._words)
        self._gone = vocabulary.actors.grammar("former")
        self._gone_prefixes = tuple(vocabulary.grammar["former prefixes"])
        joints = tuple(f" {preposition} " for preposition in vocabulary.grammar["title prepositions"])
        titles = (*vocabulary.actors.offices, *self._words)
        self.titles_of = frozenset(title for title in titles if any(joint in title for joint in joints))
        self.heads = frozenset(w for w, roles in self._words.items() if "head" in roles and roles["head"] != "UNK")

    def find(self, words: Sequence[str]) -> NounSector | None:
        """Find the last sector noun in a phrase (lower-case words; masked words empty): the longest that ends there."""
        for last in range(len(words) - 1, -1, -1):
            for first in range(max(0, last - LONGEST + 1), last + 1):
                noun = " ".join(words[first : last + 1]).replace(" - ", "-")
                roles = self._words.get(noun, {})
                for role in ("head", "weak", "thing"):
                    if role in roles:
                        return NounSector(roles[role], role == "weak", role != "thing", first, last, noun)
        return None

    def of_modifiers(self, words: Sequence[str]) -> str | None:
        """Find the sector that the modifiers of a phrase tell; the one nearest to the head counts."""
        for last in range(len(words) - 1, -1, -1):
            for first in range(max(0, last - 2), last + 1):
                roles = self._words.get(" ".join(words[first : last + 1]), {})
                if "modifier" in roles:
                    return roles["modifier"]
                sector = roles.get("head") or roles.get("thing") or "CVL"
                if first == last and sector not in ("CVL", "UNK"):
                    return sector
        return None

    def of_phrase(self, words: Sequence[str], body: str | None) -> str | None:
        """Give the sector of a phrase: `words` in lower case, `body` the sector of an organisation named in it."""
        head = self.find(words)
        if head is None:
            return self._then(words, body or self.of_modifiers(words))
        return self._then(words, _judge(head, self.of_modifiers(words[: head.first]), body))

    def _then(self, words: Sequence[str], sector: str | None) -> str | None:
        """Give ELI for people in power of whom the words say that they no longer are."""
        gone = any(word in self._gone or word.startswith(self._gone_prefixes) for word in words)
        return "ELI" if gone and sector in IN_POWER else sector


def _judge(head: NounSector, modifiers: str | None, body: str | None) -> str | None:
    if head.weak and head.sector == "MIL" and body in ("IGO", "GOV"):
        return modifiers or "MIL"
    if head.weak:
        return modifiers or body or head.sector or None
    if head.sector == "MIL" and (body in ("REB", "PRM") or modifiers == "REB"):
        return body or modifiers or head.sector
    if head.sector in ("UNK", "UAF") and (modifiers or body):
        return body or modifiers
    if head.sector in ("LAB", "CVL") and body in ("IGO", "NGO"):
        return body
    return head.sector
