"""What words mean, and the facts of the world, as data.

`Vocabulary` is one language's words with the world's tables: read once, at first use, and passed to what needs it.
Nothing in this project keeps words elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from dragoman.errors import VocabError
from dragoman.vocab.actors import ActorTables
from dragoman.vocab.agencies import Agencies
from dragoman.vocab.alarm import Constants, read_constants
from dragoman.vocab.courses import CourseTables
from dragoman.vocab.cues import Cues
from dragoman.vocab.events import Events
from dragoman.vocab.grammar import Grammar
from dragoman.vocab.intake import IntakeTables
from dragoman.vocab.levels import Levels
from dragoman.vocab.tables import SHIPPED, Folder
from dragoman.vocab.times import TimeTables
from dragoman.vocab.treaties import TreatyTables
from dragoman.vocab.treaty_text import TreatyWording
from dragoman.vocab.weights import Weights
from dragoman.vocab.wording import Wording

Made = TypeVar("Made")


class Vocabulary:
    """The tables of one language and of the world; each is read when it is first asked for.

    What rooms make of them (an index, an automaton) is kept here too (`made`), so that it lives as long as the words
    it was made of, and two vocabularies in one process do not mix.
    """

    def __init__(self, language: str = "en", folder: Folder | None = None) -> None:
        """Take a language (ISO 639-1) and the folder of all tables (those that ship, if none is given).

        Raises VocabError for a language without tables.
        """
        self.language = language
        self.folder = folder or Folder(SHIPPED, "vocab/data")
        self._made: dict[Callable[[Vocabulary], Any], Any] = {}
        known = sorted(e.name for e in self.folder.place.iterdir() if e.is_dir() and e.name != "world")
        if language not in known:
            raise VocabError(f"{self.words.name}: no tables for the language {language!r}; use one of {known}")

    @property
    def words(self) -> Folder:
        """The folder of the language's tables."""
        return self.folder / self.language

    @property
    def world(self) -> Folder:
        """The folder of the facts that are the same in every language."""
        return self.folder / "world"

    @cached_property
    def version(self) -> str:
        """The first 12 hex digits of a hash over the tables of this language and the world, their names and order."""
        digest = hashlib.sha256()
        for part in (self.words, self.world):
            for name, table in sorted(_tables_in(part.place, f"{part.name}/")):
                data = table.read_bytes()
                digest.update(f"{name} {len(data)}\n".encode() + data)
        return digest.hexdigest()[:12]

    def made(self, make: Callable[[Vocabulary], Made]) -> Made:
        """Give what a function makes of this vocabulary, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found

    @cached_property
    def actors(self) -> ActorTables:
        """States, names, organisations, offices and who held them."""
        return ActorTables(self.words / "actors", self.world / "actors")

    @cached_property
    def events(self) -> Events:
        """The frames, the word classes they use, and the codebook's scores."""
        return Events(self.words / "events", self.actors)

    @cached_property
    def cues(self) -> Cues:
        """What words do to the status of what stands below them; topics, contexts, ordinals."""
        return Cues(self.words / "cues")

    @cached_property
    def grammar(self) -> Grammar:
        """Word lists by the part they play, abbreviations, lemma rules."""
        return Grammar(self.words / "grammar")

    @cached_property
    def times(self) -> TimeTables:
        """The words and the grammar of time expressions."""
        return TimeTables(self.words / "times")

    @cached_property
    def levels(self) -> Levels:
        """The rungs of a relationship."""
        return Levels(self.words / "levels")

    @cached_property
    def treaty_wording(self) -> TreatyWording:
        """Which phrases of a treaty promise what."""
        return TreatyWording(self.words / "treaty_text")

    @cached_property
    def intake(self) -> IntakeTables:
        """Furniture, sections, kinds and sources of pages."""
        return IntakeTables(self.words / "intake", self.world / "intake", self.actors)

    @cached_property
    def wording(self) -> Wording:
        """The words that a brief is written with."""
        return Wording(self.words / "wording")

    @cached_property
    def treaties(self) -> TreatyTables:
        """Treaties, members, clauses, diplomatic relations, which state carries on which."""
        return TreatyTables(self.world / "treaties", self.actors)

    @cached_property
    def courses(self) -> CourseTables:
        """Named courses of relations, and how courses are compared."""
        return CourseTables(self.world / "courses", self.treaties)

    @cached_property
    def agencies(self) -> Agencies:
        """News agencies and how papers credit them."""
        return Agencies(self.world / "watch", self.actors)

    @cached_property
    def weights(self) -> Weights:
        """What an event weighs for a red line."""
        return Weights(self.world / "watch", self.events)

    @cached_property
    def alarm(self) -> Constants:
        """The constants of the alarm."""
        return read_constants(self.world / "watch")


def _tables_in(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _tables_in(item, f"{path}{item.name}/")
        elif item.name.endswith((".csv", ".yaml")):
            yield f"{path}{item.name}", item


@cache
def shipped() -> Vocabulary:
    """Give the vocabulary that comes with dragoman, in English."""
    return Vocabulary()
