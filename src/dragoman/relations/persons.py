"""When two names are one person's: titles and middle initials come and go, the other words stay."""

import re
from collections import defaultdict

from dragoman.vocab import Vocabulary
from dragoman.vocab.actors import Term

_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of(name: str) -> frozenset[str]:
    """Give the words of a name: case, hyphens and single letters do not count ("Kim Jong-un" is "Kim Jong Un")."""
    return frozenset(_WORD.findall(name.casefold()))


def same_person(one: str, other: str) -> bool:
    """Tell whether all words of the shorter name stand in the longer ("President Jane M. Doe", "Jane Doe")."""
    a, b = words_of(one), words_of(other)
    return bool(a and b) and (a <= b or b <= a)


def may_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two lists of persons may be those of one encounter: nobody named, or somebody in both."""
    return not one or not other or any(same_person(a, b) for a in one for b in other)


def joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Give all persons of two lists, each once, by the shorter name."""
    found: list[str] = []
    for name in (*one, *other):
        at = next((n for n, known in enumerate(found) if same_person(known, name)), None)
        if at is None:
            found.append(name)
        else:
            found[at] = min(found[at], name, key=len)
    return tuple(found)


def known_as(name: str, code: str, day: str, vocabulary: Vocabulary) -> str:
    """Give the person's name in the actor tables, if somebody of that surname held an office of the state on the day.

    Lists print "Prime Minister Dmitri Medvedev" or "Michael R Pompeo": a name that is not found there loses its titles.
    """
    words = words_of(name)
    found = {
        term.person
        for term in vocabulary.made(_terms)[vocabulary.treaties.line_of(code)]
        if words_of(term.surname) <= words and term.begin <= day and (not term.end or day[: len(term.end)] <= term.end)
    }
    return found.pop() if len(found) == 1 else without_titles(name, vocabulary)


def without_titles(name: str, vocabulary: Vocabulary) -> str:
    """Take the titles of the actor tables off the front of a name; what is nothing but titles stays."""
    titles = vocabulary.made(_titles)
    while title := next((title for title in titles if name.casefold().startswith(f"{title} ")), None):
        name = name[len(title) + 1 :].strip()
    return name


def _titles(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(sorted(vocabulary.actors.offices, key=len, reverse=True))


def _terms(vocabulary: Vocabulary) -> defaultdict[str, list[Term]]:
    """Give the terms of office by the line of the state."""
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for term in vocabulary.actors.terms:
        if words_of(term.surname):
            found[vocabulary.treaties.line_of(term.code)].append(term)
    return found
