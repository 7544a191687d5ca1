"""Find the names of states, peoples, capitals, seats, places, organisations and persons in a text, in one pass."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from dragoman.actors.compounds import compounded
from dragoman.actors.entries import NameEntry, entries, fits_case, key_of
from dragoman.actors.folding import fold
from dragoman.actors.guards import Guards
from dragoman.actors.persons import Person, Persons
from dragoman.actors.surnames import Surnames
from dragoman.vocab import Vocabulary

BEARABLE = frozenset(("country", "capital", "place"))
"""Kinds of names that people bear as surnames: Senator Jordan, Mr. France."""


class NameHit(NamedTuple):
    """A name found in a text; `text` stands at `start` to `end`.

    `kind` is country, people, capital, seat, place, short, person, or the kind of an organisation (with
    a question mark if every country has one of that name: "parliament?"); `name` is the full name of
    a person or organisation.
    """

    start: int
    end: int
    text: str
    code: str | None
    sector: str | None
    kind: str
    name: str | None
    office: str | None


def over(names: Sequence[NameHit], start: int, end: int) -> Sequence[NameHit]:
    """Give the names that share a character with `start` to `end`; `names` are sorted and none overlaps another."""
    first = bisect_right(names, start, key=lambda hit: hit.end)
    return names[first : bisect_left(names, end, first, key=lambda hit: hit.start)]


def name_at(names: Sequence[NameHit], place: int) -> NameHit | None:
    """Give the name that stands over a character of the text, or None; `names` as for `over`."""
    return next(iter(over(names, place, place + 1)), None)


class NameSenses(NamedTuple):
    """What one key of the automaton can stand for."""

    key: str
    names: tuple[NameEntry, ...]
    full: tuple[tuple[Person, str], ...]
    surname: tuple[Person, ...]


class Gazetteer:
    """All names of a vocabulary in one Aho-Corasick automaton. Get it through `of`, which builds it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build the automaton of a vocabulary."""
        self._vocabulary = vocabulary
        self._automaton = _automaton(vocabulary)
        self._articles = tuple(f"{article} " for article in vocabulary.grammar["definite articles"])

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Gazetteer":
        """Give the gazetteer of a vocabulary."""
        return vocabulary.made(cls)

    def find_names(self, text: str, on: str | None = None) -> list[NameHit]:
        """Find the names in `text` as they stood on the day `on` (a partial ISO date; None means today), sorted.

        Longest match at word boundaries; offsets are characters; no two hits overlap.
        """
        padded = f" {fold(text)} "
        raw = [(end - 1 - len(reading.key), reading) for end, reading in self._automaton.iter(padded)]
        guards = Guards(text, padded, self._vocabulary)
        guards.codes |= _sure_codes(text, raw, on, guards)
        surnames = Surnames(text, on, self._vocabulary, guards.codes, _states(text, raw, on, guards))
        hits: list[NameHit] = []
        for start, reading in _longest_first(raw, self._articles):
            if hits and start < hits[-1].end:
                continue
            hit = _full_hit(text, start, reading, on, guards, surnames)
            if hit is None and reading.surname and not _inside_word(text, start):
                hit = _surname_hit(text, start, reading, surnames, hits)
            if hit is not None:
                if hit.kind == "person":
                    surnames.remember(hit.name or "")
                hits.append(hit)
        return compounded([hit for hit in hits if hit.kind != "region"], text, self._vocabulary)


def _sure_codes(text: str, raw: list[tuple[int, NameSenses]], on: str | None, guards: Guards) -> set[str]:
    """Give the states of the names whose guards do not depend on other names."""
    found: set[str] = set()
    for start, reading in raw:
        for entry in reading.names:
            if entry.code and entry.code not in found and entry.holds_on(on) and fits_case(entry.alias, text, start):
                alone = entry.guard.partition(":")[0] in ("", "person", "caps", "not")
                if alone and guards.allows(entry.guard, entry.code, start, start + len(reading.key)):
                    found.add(entry.code)
    return found


def _states(text: str, raw: list[tuple[int, NameSenses]], on: str | None, guards: Guards) -> dict[int, str]:
    """Give where each name of a state begins, and its code; of two that begin at one place the longer."""
    found: dict[int, str] = {}
    for start, reading in sorted(raw, key=lambda one: len(one[1].key)):
        end = start + len(reading.key)
        for entry in reading.names:
            fits = entry.kind in ("country", "people") and entry.holds_on(on) and fits_case(entry.alias, text, start)
            if fits and (not entry.guard or guards.allows(entry.guard, entry.code, start, end)):
                found[start] = entry.code
    return found


def _longest_first(raw: list[tuple[int, NameSenses]], articles: tuple[str, ...]) -> list[tuple[int, NameSenses]]:
    """Sort what was found by place, the longest first, articles not counted: "the South" yields to "South Korea"."""

    def order(found: tuple[int, NameSenses]) -> tuple[int, int]:
        start, key = found[0], found[1].key
        article = next((len(article) for article in articles if key.startswith(article)), 0)
        return start + article, article - len(key)

    return sorted(raw, key=order)


def _inside_word(text: str, start: int) -> bool:
    return not text[start].isupper()


def _end_of(text: str, start: int, alias: str) -> int:
    end = start + len(key_of(alias))
    return end + 1 if alias.endswith(".") and text[end : end + 1] == "." else end


def _full_hit(
    text: str, start: int, reading: NameSenses, on: str | None, guards: Guards, surnames: Surnames
) -> NameHit | None:
    for entry in reading.names:
        end = _end_of(text, start, entry.alias)
        fits = entry.holds_on(on) and fits_case(entry.alias, text, start)
        fits = fits and not (entry.kind in BEARABLE and guards.is_surname(start))
        if fits and (not entry.guard or guards.allows(entry.guard, entry.code, start, end)):
            return _name_hit(text, start, end, entry)
    for person, alias in reading.full:
        if fits_case(alias, text, start):
            return _person_hit(text, start, start + len(reading.key), person, surnames)
    return None


def _name_hit(text: str, start: int, end: int, entry: NameEntry) -> NameHit:
    generic = entry.guard == "generic"
    kind = f"{entry.kind}?" if generic else entry.kind
    return NameHit(
        start, end, text[start:end], entry.code or None, entry.sector or None, kind, entry.name or None, None
    )


def _person_hit(text: str, start: int, end: int, person: Person, surnames: Surnames) -> NameHit:
    """Without a date, a title right before the name says that the person was in office then."""
    role = surnames.role_of(person)
    sector = role.sector
    if sector == "ELI" and surnames.on is None and surnames.title_before(start) and not surnames.is_former(start):
        sector = "GOV"
    return NameHit(start, end, text[start:end], role.code, sector, "person", person.name, role.office)


def _surname_hit(
    text: str, start: int, reading: NameSenses, surnames: Surnames, before: list[NameHit]
) -> NameHit | None:
    end = start + len(reading.key)
    person = surnames.person_at(start, end, reading.surname, before[-1] if before else None)
    return _person_hit(text, start, end, person, surnames) if person else None


def _automaton(vocabulary: Vocabulary) -> Any:
    import ahocorasick

    tables = vocabulary.actors
    names: dict[str, list[NameEntry]] = defaultdict(list)
    for entry in entries(tables):
        names[key_of(entry.alias)].append(entry)
    doubtful = tables.common_words["surname"] | tables.common_words["given"]
    full: dict[str, list[tuple[Person, str]]] = defaultdict(list)
    family: dict[str, list[Person]] = defaultdict(list)
    for person in vocabulary.made(Persons).by_name.values():
        for alias in (person.name, *person.aliases):
            if " " in alias or alias not in doubtful:
                full[key_of(alias)].append((person, alias))
        for surname in (person.surname, *tables.spellings.get(person.surname, ())):
            family[key_of(surname)].append(person)
    automaton = ahocorasick.Automaton()
    for key in names.keys() | full.keys() | family.keys():
        if key:
            automaton.add_word(f" {key} ", NameSenses(key, _ordered(names[key]), tuple(full[key]), tuple(family[key])))
    automaton.make_automaton()
    return automaton


def _ordered(readings: list[NameEntry]) -> tuple[NameEntry, ...]:
    """Put readings that hold only by other words of the text or in a span of time before those that always hold."""
    return tuple(
        sorted(
            readings, key=lambda entry: (not entry.guard.startswith(("cue", "self")), not (entry.begin or entry.end))
        )
    )
