"""Read a noun phrase that has no parse: find where its head ends, what hangs on it and what it joins."""

import re
from collections.abc import Sequence

from dragoman.actors.dates import first_day
from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.actors.nouns import Nouns
from dragoman.actors.phrase import Phrase, PhraseReader, Word
from dragoman.model.actor import Actor
from dragoman.vocab import Vocabulary

_TOKEN = re.compile(r"[\w.’']+(?:-[\w.’']+)*|[^\w\s]")


def resolve_phrase(text: str, on: str | None, vocabulary: Vocabulary) -> tuple[Actor, ...]:
    """Read a noun phrase as actors: "Hungarian and Romanian officials" gives two. Offsets are into `text`.

    `on` is the date (ISO, EDTF or as written) that decides who held which office; None means today.
    Words that nothing resolves give one actor without code and sector.
    """
    day = first_day(on, vocabulary)
    names = Gazetteer.of(vocabulary).find_names(text, day)
    reader = PhraseReader(text, names, day, vocabulary)
    actors = [actor for phrase in _Cutter(text, names, vocabulary).phrases() for actor in reader.actors(phrase)]
    known = [actor for actor in actors if actor.code or actor.sector]
    if known:
        return tuple(known)
    return (Actor(text=text, start=0, end=len(text)),) if text else ()


class _Cutter:
    """Cuts a text into coordinated noun phrases; a preposition takes the rest of its phrase as complement."""

    def __init__(self, text: str, names: Sequence[NameHit], vocabulary: Vocabulary) -> None:
        self._text, self._names = text, names
        self._nouns = vocabulary.made(Nouns)
        parts = vocabulary.actors.grammar
        self._prepositions, self._joints, self._ends = parts("preposition"), parts("joint"), parts("end")
        self._articles = vocabulary.grammar["definite articles"]
        self._plurals = tuple(vocabulary.grammar["endings of peoples"])

    def phrases(self) -> list[Phrase]:
        """Give the phrases of the text."""
        return self._phrases(self._units())

    def _units(self) -> list[Word]:
        """Cut a text into words and signs; a name is one unit, whatever stands in it."""
        units: list[Word] = []
        place = 0
        for hit in [*self._names, None]:
            stop = hit.start if hit else len(self._text)
            units += [Word(found[0], found.start(), found.end()) for found in _TOKEN.finditer(self._text, place, stop)]
            if hit:
                units.append(Word(hit.text, hit.start, hit.end))
                place = hit.end
        return units

    def _phrases(self, units: Sequence[Word]) -> list[Phrase]:
        phrases: list[Phrase] = []
        words: list[Word] = []
        for place, unit in enumerate(units):
            low = unit.text.lower()
            if low in self._prepositions and words and not self._inside_title(units, place):
                complement = tuple(self._phrases(units[place + 1 :]))
                phrases.append(Phrase(tuple(words), ((low, complement),)))
                return phrases
            if low in self._ends and words:
                break
            if low in self._joints and words and not self._shares_head(words, units[place + 1 :]):
                phrases.append(Phrase(tuple(words)))
                words = []
            elif low not in self._prepositions or words:
                words.append(unit)
        if words:
            phrases.append(Phrase(tuple(words)))
        return phrases

    def _inside_title(self, units: Sequence[Word], place: int) -> bool:
        """Tell if the preposition at `place` stands inside a title such as "secretary of state"."""
        for first in range(max(0, place - 2), place):
            for last in range(place + 2, min(len(units), place + 4) + 1):
                if " ".join(unit.text.lower() for unit in units[first:last]) in self._nouns.titles_of:
                    return True
        return False

    def _shares_head(self, before: Sequence[Word], after: Sequence[Word]) -> bool:
        """Tell if the words before a joint modify a head that comes after it: "Hungarian and Romanian officials"."""
        left, skipped = self._name_at(before[-1]), self._joints | self._articles
        right = next((self._name_at(unit) for unit in after if unit.text.lower() not in skipped), None)
        if left is None or right is None or not (self._is_adjective(left) and self._is_adjective(right)):
            return False
        head: list[str] = []
        for unit in (unit for unit in after if unit.start >= right.end):
            if unit.text.lower() in self._prepositions | self._ends:
                break
            head.append(unit.text.lower())
        return self._nouns.find([word for word in head if word not in self._joints]) is not None

    def _name_at(self, unit: Word) -> NameHit | None:
        return next((hit for hit in self._names if hit.start == unit.start), None)

    def _is_adjective(self, hit: NameHit) -> bool:
        """Tell if a name can stand before a noun as an adjective: "Romanian", "U.S.", "EU", but not "Romanians"."""
        if hit.kind == "people":
            return not hit.text.endswith(self._plurals)
        return hit.text.replace(".", "").isupper() or hit.kind in ("capital", "IGO")
