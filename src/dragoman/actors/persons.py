"""Persons: who held which office of which state on a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from dragoman.vocab import actors as tables
from dragoman.vocab.actors import Term, terms

RANK = (
    "head_of_state",
    "head_of_government",
    "leader",
    "head",
    "foreign_minister",
    "defence_minister",
    "vice",
    "other",
)
"""Offices by weight: of two offices held at once the first names the person."""


class Role(NamedTuple):
    """What a person is on a day: state or organisation, sector and office; ELI once every term has ended."""

    code: str
    sector: str
    office: str


class Person(NamedTuple):
    """A person and the terms of office, in the order of the tables."""

    name: str
    surname: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]

    def role_on(self, day: str | None) -> Role:
        """Give the role on `day` (a partial ISO date), or today's if there is no day."""
        held = [term for term in self.terms if is_held(term, day)]
        if held:
            return _role(min(held, key=_weight))
        if day is None or day > max(term.end or "9999" for term in self.terms):
            last = max(self.terms, key=lambda term: term.end)
            in_office = not last.sector or last.sector in ("GOV", "MIL", "LEG")
            return Role(last.code, "ELI" if in_office else last.sector, last.office)
        before = [term for term in self.terms if term.begin <= day]
        nearest = max(before, key=lambda term: term.begin) if before else min(self.terms, key=lambda term: term.begin)
        return _role(nearest)


def is_held(term: Term, day: str | None) -> bool:
    """Tell if a term covers `day`; without a day, if it has not ended. A partial date covers all its days."""
    if day is None:
        return not term.end
    return term.begin[: len(day)] <= day and (not term.end or day[: len(term.end)] <= term.end)


def _weight(term: Term) -> int:
    return RANK.index(term.office) if term.office in RANK else len(RANK)


def _role(term: Term) -> Role:
    return Role(term.code, term.sector or ("GOV" if term.code in tables.countries() else "IGO"), term.office)


@cache
def persons() -> tuple[Person, ...]:
    """Give all persons of the tables of leaders; one person is one name, whatever the number of terms and states."""
    held: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        held[term.person].append(term)
    return tuple(_person(name, tuple(own)) for name, own in held.items())


def _person(name: str, own: tuple[Term, ...]) -> Person:
    given = dict.fromkeys([name, *(alias for term in own for alias in term.aliases)])
    spelt = dict.fromkeys(form for alias in given for form in (alias, *_respelt(alias)))
    return Person(name, own[0].surname, tuple(form for form in spelt if form != name), own)


def _respelt(alias: str) -> Iterator[str]:
    """Give an alias in other spellings, one part changed at a time: "Mohamed Roble", "Mohammed Roble"."""
    others = tables.spellings()
    parts = alias.split(" ")
    for place, part in enumerate(parts):
        for other in others.get(part, ()):
            yield " ".join((*parts[:place], other, *parts[place + 1 :]))


def holders(code: str, office: str, day: str, among: Iterable[Person] | None = None) -> list[Person]:
    """Give the persons who held `office` of `code` on `day`."""
    return [
        person
        for person in (persons() if among is None else among)
        if any(term.code == code and term.office == office and is_held(term, day) for term in person.terms)
    ]


@cache
def by_office() -> dict[tuple[str, str], tuple[Person, ...]]:
    """Give the persons who ever held an office, by code and office."""
    found: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for person in persons():
        for term in person.terms:
            found[term.code, term.office][person.name] = person
    return {key: tuple(value.values()) for key, value in found.items()}


def holder(code: str, office: str, day: str | None) -> Person | None:
    """Give the one person who held `office` of `code` on `day`, or None if nobody or more than one did."""
    if day is None:
        return None
    found = holders(code, office, day, by_office().get((code, office), ()))
    return found[0] if len(found) == 1 else None
