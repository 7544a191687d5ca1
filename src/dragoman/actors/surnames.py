"""Surnames alone: whom "Carter" or "President Carter" means in one text."""

import re
from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.actors.guards import known_nouns, word_after, word_before
from dragoman.actors.persons import RANK, Person, Persons, Role, is_held
from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

if TYPE_CHECKING:
    from dragoman.actors.gazetteer import NameHit

_TITLE = re.compile(r"((?:[\w.'’-]+\s+){1,4})$")
_STOP = re.compile(r"[.!?;:,\n]\s")
LEADING = frozenset(RANK[:4])


class Surnames:
    """Resolves surnames in one text, read from its start; remembers the persons whose full names it has seen.

    `codes` are the states that the text surely names; `states` has where each name of a state begins.
    """

    def __init__(
        self,
        text: str,
        on: str | None,
        vocabulary: Vocabulary,
        codes: Container[str] = (),
        states: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self.text = text
        self.on = on
        self.codes = codes
        self.states = states
        self._vocabulary = vocabulary
        self._origin = vocabulary.made(_origin)
        self._seen: dict[str, int] = {}
        self._count = 0

    def remember(self, name: str) -> None:
        """Note that the text named this person."""
        self._seen[name] = self._count = self._count + 1

    def role_of(self, person: Person) -> Role:
        """Give the role of a person on the day of the text."""
        return self._vocabulary.made(Persons).role_on(person, self.on)

    def person_at(self, start: int, end: int, bearers: Sequence[Person], before: "NameHit | None") -> Person | None:
        """Say which of the `bearers` of a surname is meant at `start` to `end`; `before` is the last name before it.

        Nobody whom the words beside the surname speak against: the rank of another ("Judge"), another state.
        """
        title = self.title_before(start)
        bearers = [person for person in bearers if not self._is_elsewhere(person, end)]
        seen = [person for person in bearers if person.name in self._seen]
        if seen:
            return max(seen, key=lambda person: self._seen[person.name])
        if title and not self._is_name_part(word_after(self.text, end)):
            near = before.code if before is not None and self._describes(before, title, start) else None
            return self._titled(bearers, title, near, start, end)
        return self._bare(start, end, [person for person in bearers if title is None or self._bears(person, title)])

    def _describes(self, before: "NameHit", title: str, start: int) -> bool:
        """Tell if a name says of which state the title before `start` is: "Chad's president", "the Chadian ruler".

        Other words may stand between if the name is an owner or an adjective ("the Chadian interim president").
        """
        between = self.text[before.end : start]
        words = between.lower().removeprefix("'s").removeprefix("’s").strip()
        if words == title:
            return True
        adjective = before.kind == "people" and not before.text.endswith("s")
        owns = between.startswith(("'s ", "’s ")) or adjective
        return owns and words.endswith(title) and len(words) < len(title) + 12 and not _STOP.search(between)

    def _is_elsewhere(self, person: Person, end: int) -> bool:
        """Tell if the words after a surname say that its bearer is of another state: "Singh of Nepal"."""
        origin = self._origin.match(self.text, end)
        code = self.states.get(origin.end()) if origin else None
        return code is not None and all(term.code != code for term in person.terms)

    def _bears(self, person: Person, title: str) -> bool:
        """Tell if a title can go before a person's surname, though nothing else names the person.

        A rank of officials, judges or clergy only if the person holds such an office; a rank of soldiers not
        before a surname that many bear: any Kim may be a captain, there is one General Haftar.
        """
        grammar = self._vocabulary.grammar
        held = {term.office for term in person.terms if self.on is None or is_held(term, self.on)}
        if title in grammar["titles of no leader"]:
            return False
        if title in grammar["titles of ministers"]:
            return bool(held - LEADING)
        if title in grammar["ranks of others"]:
            return "other" in held
        soldier = self._vocabulary.actors.offices[title].sector == "MIL"
        return not soldier or not self._is_common(person.surname)

    def is_former(self, start: int) -> bool:
        """Tell if the words before a name say that the person has left office."""
        return bool(self._vocabulary.made(former_marks).search(self.text[max(0, start - 45) : start]))

    def title_before(self, start: int) -> str | None:
        """Give the longest title that ends right before `start`, in lower case."""
        found = _TITLE.search(self.text[max(0, start - 60) : start])
        words = found[1].lower().split() if found else []
        for first in range(len(words)):
            title = " ".join(words[first:])
            for mark in self._vocabulary.made(_title_marks):
                title = title.replace(mark, "")
            if title in self._vocabulary.actors.offices:
                return title
        return None

    def _titled(self, bearers: Sequence[Person], title: str, code: str | None, start: int, end: int) -> Person | None:
        office, former = self._vocabulary.actors.offices[title].office, self.is_former(start)
        fitting = [p for p in bearers if self._bears(p, title) and _has_held(p, office)]
        if code:
            return self._one([p for p in fitting if any(term.code == code for term in p.terms)], former)
        if self._is_common(self.text[start:end]) and not former:
            fitting = [p for p in fitting if self._is_expected(p, office)]
        exact = [p for p in fitting if any(term.office == office for term in p.terms)]
        return self._one(exact or fitting, former)

    def _is_expected(self, person: Person, office: str) -> bool:
        """Tell if a person may be meant by a surname that many bear: holds the very office on the day of the text, or
        holds one and their state is named. A text without a day may mean any day."""
        held = [term for term in person.terms if self.on is None or is_held(term, self.on)]
        exact = office != "other" and any(term.office == office for term in held)
        return exact or any(term.code in self.codes for term in held)

    def _one(self, persons: Sequence[Person], former: bool) -> Person | None:
        """Choose among persons of one surname: in office on the day, else the weightiest; all must be of one state, or
        only one of their states named in the text."""
        held = [p for p in persons if any(is_held(term, self.on) for term in p.terms)] if not former else []
        choice = held or list(persons)
        leading = [p for p in choice if any(term.office in LEADING for term in p.terms)]
        choice = leading or choice
        if len({term.code for person in choice for term in person.terms}) > 1:
            named = [p for p in choice if any(term.code in self.codes for term in p.terms)]
            choice = named or choice
        if len({term.code for person in choice for term in person.terms}) == 1:
            return max(choice, key=lambda person: max(term.end or "9999" for term in person.terms))
        return choice[0] if len(choice) == 1 else None

    def _bare(self, start: int, end: int, bearers: Sequence[Person]) -> Person | None:
        """A surname with no title and no full name before: only if it is distinctive and its bearer in office."""
        surname, grammar = self.text[start:end], self._vocabulary.grammar
        short = len(surname) < 4 and surname not in grammar["short surnames"]
        if self._is_common(surname) or short or surname.isupper():
            return None
        before, after = word_before(self.text, start), word_after(self.text, end)
        verb = after.endswith(tuple(grammar["verb endings"]))
        headline = verb and not after.endswith(tuple(grammar["endings of no verb"]))
        if self._is_name_part(before) or (self._is_name_part(after) and not headline):
            return None
        return self._one([p for p in bearers if self._is_weighty(p)], former=False)

    def _is_common(self, surname: str) -> bool:
        common = self._vocabulary.actors.common_words
        return surname in common["surname"] or surname in common["given"]

    def _is_weighty(self, person: Person) -> bool:
        if self.on is None:
            return any(term.office in LEADING for term in person.terms)
        return any(is_held(term, self.on) for term in person.terms)

    def _is_name_part(self, word: str) -> bool:
        if len(word) < 2 or not word[0].isupper() or word.endswith("."):
            return False
        known, openers = self._vocabulary.made(known_nouns), self._vocabulary.actors.grammar("opener")
        return word.lower() not in known and word.lower() not in openers


def _has_held(person: Person, titled: str) -> bool:
    return any(_names_office(term.office, titled) for term in person.terms)


def _names_office(held: str, titled: str) -> bool:
    """Tell if a title can go with an office held: "leader" and "Mr." with any, "president" with any head."""
    return held == titled or titled in ("other", "leader") or (held in LEADING and titled in LEADING)


def _origin(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Give the pattern of what stands between a surname and the state that its bearer is of: "of", "from the"."""
    the = either(vocabulary.grammar["definite articles"])
    return re.compile(rf"\s+{either(vocabulary.grammar['prepositions after a surname'])}\s+(?:{the}\s+)?")


def former_marks(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Give the pattern of the words that say that a person has left office: "former", "late"."""
    return re.compile(rf"\b{either(vocabulary.grammar['former marks'])}\b", re.IGNORECASE)


def _title_marks(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give what stands before a title and is no part of it: "former ", "ex-"."""
    adjectives = (f"{word} " for word in sorted(vocabulary.grammar["former adjectives"]))
    return (*adjectives, *sorted(vocabulary.grammar["former prefixes"]))
