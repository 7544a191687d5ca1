"""Which sector a noun phrase belongs to, by its head noun, its modifiers and the names in it."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dragoman.actors.folding import plural
from dragoman.vocab import actors as tables

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


@cache
def _words() -> dict[str, dict[str, str]]:
    """Give sector by role for each noun in singular and plural, and for each modifier."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in tables.sector_words():
        word = row.word.lower()
        found[word].setdefault(row.role, row.sector)
        if row.role != "modifier":
            found[plural(word)].setdefault(row.role, row.sector)
    return dict(found)


@cache
def nouns_with_of() -> frozenset[str]:
    """Give the nouns and titles that hold an "of" or "for", in lower case: "secretary of state"."""
    titles = (*tables.offices(), *_words())
    return frozenset(title for title in titles if " of " in title or " for " in title)


@cache
def nouns() -> frozenset[str]:
    """Give every noun that names a possible actor, singular and plural, in lower case."""
    return frozenset(word for word, roles in _words().items() if "head" in roles and roles["head"] != "UNK")


def noun_sector(words: Sequence[str]) -> NounSector | None:
    """Find the last sector noun in a phrase (lower-case words; masked words empty): the longest that ends there."""
    for last in range(len(words) - 1, -1, -1):
        for first in range(max(0, last - LONGEST + 1), last + 1):
            noun = " ".join(words[first : last + 1]).replace(" - ", "-")
            roles = _words().get(noun, {})
            for role in ("head", "weak", "thing"):
                if role in roles:
                    return NounSector(roles[role], role == "weak", role != "thing", first, last, noun)
    return None


def modifier_sector(words: Sequence[str]) -> str | None:
    """Find the sector that the modifiers of a phrase tell; the one nearest to the head counts."""
    for last in range(len(words) - 1, -1, -1):
        for first in range(max(0, last - 2), last + 1):
            roles = _words().get(" ".join(words[first : last + 1]), {})
            if "modifier" in roles:
                return roles["modifier"]
            sector = roles.get("head") or roles.get("thing") or "CVL"
            if first == last and sector not in ("CVL", "UNK"):
                return sector
    return None


def phrase_sector(words: Sequence[str], body: str | None) -> str | None:
    """Give the sector of a phrase: `words` in lower case, `body` the sector of an organisation named in it."""
    head = noun_sector(words)
    if head is None:
        return _former(words, body or modifier_sector(words))
    modifiers = modifier_sector(words[: head.first])
    return _former(words, _judge(head, modifiers, body))


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


def _former(words: Sequence[str], sector: str | None) -> str | None:
    gone = any(word in tables.grammar("former") or word.startswith("ex-") for word in words)
    return "ELI" if gone and sector in IN_POWER else sector
