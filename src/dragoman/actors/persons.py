"""Persons: who held which office of which state on a day."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.vocab import Vocabulary
from dragoman.vocab.actors import Term

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
    """What a person is on a day: state or organisation, sector and office; ELI while no term in power is held."""

    code: str
    sector: str
    office: str


class Person(NamedTuple):
    """A person and the terms of office, in the order of the tables."""

    name: str
    surname: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]


def is_held(term: Term, day: str | None) -> bool:
    """Tell if a term covers `day`; without a day, if it has not ended. A partial date covers all its days."""
    if day is None:
        return not term.end
    return term.begin[: len(day)] <= day and (not term.end or day[: len(term.end)] <= term.end)


def _weight(term: Term) -> int:
    return RANK.index(term.office) if term.office in RANK else len(RANK)


class Persons:
    """All persons of the tables of leaders: one person is one name, whatever the number of terms and states.

    `vocabulary.made(Persons)` makes it once. `by_name` has them in the order of the tables.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary whose tables name them."""
        self._tables = vocabulary.actors
        held: dict[str, list[Term]] = defaultdict(list)
        for term in self._tables.terms:
            held[term.person].append(term)
        self.by_name = {name: self._person(name, tuple(own)) for name, own in held.items()}
        self._by_office: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
        for person in self.by_name.values():
            for term in person.terms:
                self._by_office[term.code, term.office][person.name] = person

    def role_on(self, person: Person, day: str | None) -> Role:
        """Give the role of a person on `day` (a partial ISO date), or today's if there is no day.

        Outside all terms it is that of the last before the day, else of the first, out of power.
        """
        held = [term for term in person.terms if is_held(term, day)]
        if held:
            return self._role(min(held, key=_weight))
        begun = [term for term in person.terms if day is None or term.begin <= day]
        near = max(begun, key=lambda term: term.end) if begun else min(person.terms, key=lambda term: term.begin)
        in_office = not near.sector or near.sector in ("GOV", "MIL", "LEG")
        return Role(near.code, "ELI" if in_office else near.sector, near.office)

    def holder(self, code: str, office: str, day: str | None) -> Person | None:
        """Give the one person who held `office` of `code` on `day`, or None if nobody or more than one did."""
        if day is None:
            return None
        found = [
            person
            for person in self._by_office.get((code, office), {}).values()
            if any(term.code == code and term.office == office and is_held(term, day) for term in person.terms)
        ]
        return found[0] if len(found) == 1 else None

    def _role(self, term: Term) -> Role:
        sector = "GOV" if term.code in self._tables.countries else "IGO"
        return Role(term.code, term.sector or sector, term.office)

    def _person(self, name: str, own: tuple[Term, ...]) -> Person:
        given = dict.fromkeys([name, *(alias for term in own for alias in term.aliases)])
        spelt = dict.fromkeys(form for alias in given for form in (alias, *self._respelt(alias)))
        return Person(name, own[0].surname, tuple(form for form in spelt if form != name), own)

    def _respelt(self, alias: str) -> Iterator[str]:
        """Give an alias in other spellings, one part changed at a time: "Mohamed Roble", "Mohammed Roble"."""
        parts = alias.split(" ")
        for place, part in enumerate(parts):
            for other in self._tables.spellings.get(part, ()):
                yield " ".join((*parts[:place], other, *parts[place + 1 :]))
