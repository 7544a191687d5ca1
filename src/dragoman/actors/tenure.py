"""What an actor was at another time than the day of the text: "Stalin in 1950" is a leader in power."""

import msgspec

from dragoman.actors.entries import key_of
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.nouns import IN_POWER
from dragoman.actors.persons import Person, Persons, is_held
from dragoman.model.actor import Actor
from dragoman.vocab import Vocabulary


class Tenure:
    """Knows what actors were on other days; `vocabulary.made(Tenure)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: the states and who held which office."""
        self._countries = vocabulary.actors.countries
        self._names = Gazetteer.of(vocabulary)
        self._persons = vocabulary.made(Persons)

    def as_of(self, actor: Actor, day: str, former: bool) -> Actor:
        """Give an actor as it was on `day` (a partial ISO date); `former` says that the text calls it a former one.

        A person has the state, office and sector of that day; a title alone goes to who held it then; a state that had
        a predecessor on that day is that one ("Moscow" in 1975: SUN).
        """
        person = self._persons.by_name.get(actor.name or "")
        if person is None or actor.code is None:
            return self._state_then(actor, day)
        if not _is_named(person, actor):
            return self._title_then(actor, day)
        if former or actor.sector not in IN_POWER | {"ELI", None}:
            return actor
        if not any(is_held(term, day) for term in person.terms) and day < min(term.begin for term in person.terms):
            return actor
        role = self._persons.role_on(person, day)
        return msgspec.structs.replace(actor, code=role.code, sector=role.sector, office=role.office)

    def _title_then(self, actor: Actor, day: str) -> Actor:
        if actor.code is None or actor.office is None or actor.sector == "ELI":
            return actor
        actor = self._state_then(actor, day)
        then = self._persons.holder(actor.code or "", actor.office or "", day)
        return msgspec.structs.replace(actor, name=then.name if then else None)

    def _state_then(self, actor: Actor, day: str) -> Actor:
        """Give the actor under the code that a name in its words stood for on that day."""
        if actor.code not in self._countries:
            return actor
        names = [hit for hit in self._names.find_names(actor.text, day) if hit.kind != "person" and hit.code]
        now = {hit.code for hit in self._names.find_names(actor.text) if hit.kind != "person"}
        then = names[-1].code if names and actor.code in now else actor.code
        return msgspec.structs.replace(actor, code=then)


def _is_named(person: Person, actor: Actor) -> bool:
    """Tell if the words name the person, or refer back to words that did: a title alone does not."""
    if actor.antecedent is not None:
        return True
    words = key_of(actor.text)
    return any(key_of(part) in words for part in (person.surname, person.name, *person.aliases))
