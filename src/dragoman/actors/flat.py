"""Read a noun phrase that has no parse: find where its head ends, what hangs on it and what it joins."""

import re
from collections.abc import Sequence

from dragoman.actors.dates import first_day
from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.actors.nouns import noun_sector, nouns_with_of
from dragoman.actors.phrase import Phrase, PhraseReader, Word
from dragoman.model.actor import Actor
from dragoman.vocab import actors as tables

_TOKEN = re.compile(r"[\w.’']+(?:-[\w.’']+)*|[^\w\s]")


def resolve_phrase(text: str, on: str | None = None) -> tuple[Actor, ...]:
    """Read a noun phrase as actors: "Hungarian and Romanian officials" gives two. Offsets are into `text`.

    `on` is the date (ISO, EDTF or as written) that decides who held which office; None means today.
    Words that nothing resolves give one actor without code and sector.
    """
    day = first_day(on)
    names = Gazetteer.load().find_names(text, day)
    reader = PhraseReader(text, names, day)
    actors = [actor for phrase in read_phrases(text, names) for actor in reader.actors(phrase)]
    known = [actor for actor in actors if actor.code or actor.sector]
    if known:
        return tuple(known)
    return (Actor(text=text, start=0, end=len(text)),) if text else ()


def read_phrases(text: str, names: Sequence[NameHit]) -> list[Phrase]:
    """Cut a text into coordinated noun phrases; a preposition takes the rest of its phrase as complement."""
    return _phrases(_units(text, names), text, names)


def _units(text: str, names: Sequence[NameHit]) -> list[Word]:
    """Cut a text into words and signs; a name is one unit, whatever stands in it."""
    units: list[Word] = []
    place = 0
    for hit in [*names, None]:
        stop = hit.start if hit else len(text)
        units += [Word(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text, place, stop)]
        if hit:
            units.append(Word(hit.text, hit.start, hit.end))
            place = hit.end
    return units


def _phrases(units: Sequence[Word], text: str, names: Sequence[NameHit]) -> list[Phrase]:
    phrases: list[Phrase] = []
    words: list[Word] = []
    for place, unit in enumerate(units):
        low = unit.text.lower()
        if low in tables.grammar("preposition") and words and not _inside_title(units, place):
            complement = tuple(_phrases(units[place + 1 :], text, names))
            phrases.append(Phrase(tuple(words), ((low, complement),)))
            return phrases
        if low in tables.grammar("end") and words:
            break
        if low in tables.grammar("joint") and words and not _shares_head(words, units[place + 1 :], names):
            phrases.append(Phrase(tuple(words)))
            words = []
        elif low not in tables.grammar("preposition") or words:
            words.append(unit)
    if words:
        phrases.append(Phrase(tuple(words)))
    return phrases


def _inside_title(units: Sequence[Word], place: int) -> bool:
    """Tell if the preposition at `place` stands inside a title such as "secretary of state"."""
    for first in range(max(0, place - 2), place):
        for last in range(place + 2, min(len(units), place + 4) + 1):
            if " ".join(unit.text.lower() for unit in units[first:last]) in nouns_with_of():
                return True
    return False


def _shares_head(before: Sequence[Word], after: Sequence[Word], names: Sequence[NameHit]) -> bool:
    """Tell if the words before a joint modify a head that comes after it: "Hungarian and Romanian officials"."""
    left = _name_at(before[-1], names)
    right = next(
        (_name_at(unit, names) for unit in after if unit.text.lower() not in tables.grammar("joint") | {"the"}), None
    )
    if left is None or right is None or not (_is_adjective(left) and _is_adjective(right)):
        return False
    rest = [unit for unit in after if unit.start >= right.end]
    head: list[str] = []
    for unit in rest:
        if unit.text.lower() in tables.grammar("preposition") | tables.grammar("end"):
            break
        head.append(unit.text.lower())
    return noun_sector([word for word in head if word not in tables.grammar("joint")]) is not None


def _name_at(unit: Word, names: Sequence[NameHit]) -> NameHit | None:
    return next((hit for hit in names if hit.start == unit.start), None)


def _is_adjective(hit: NameHit) -> bool:
    """Tell if a name can stand before a noun as an adjective: "Romanian", "U.S.", "EU", but not "Romanians"."""
    if hit.kind == "people":
        return not hit.text.endswith("ns") and not hit.text.endswith("is")
    return hit.text.replace(".", "").isupper() or hit.kind in ("capital", "IGO")
