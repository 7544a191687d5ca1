"""The wording of treaties: which phrases promise what, how texts are laid out. `FORMAT.md` tells the notation."""

import re
from collections.abc import Collection
from functools import cached_property
from typing import cast, get_args

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.ledger import OBLIGATIONS
from dragoman.model.treaty import Obligation, TermKind
from dragoman.vocab.expressions import read_expressions
from dragoman.vocab.phrases import compiled
from dragoman.vocab.tables import Entry, Folder, TablePlace

CUE = frozenset({"cue", "phrase", "with", "without", "example"})
"""The keys of a cue."""
TRIGGERS = ("opening", "noun")
CONDITIONS = frozenset((
    "article-51", "armed-attack", "unprovoked", "consultation-first", "constitutional-process", "in-own-way",
    "on-request",
))  # fmt: skip
"""The conditions of duties that are fixed words."""


class Cue(Struct, frozen=True):
    """A wording that promises `obligation` (None: a duty outside ATOP's five kinds).

    It holds for a sentence that has `phrase` and all of `needs`, and none of `excludes`.
    """

    name: str
    obligation: Obligation | None
    phrase: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]
    excludes: tuple[re.Pattern[str], ...]
    example: str


class Named(Struct, frozen=True):
    """A phrase and the condition or kind of term that it stands for."""

    name: str
    phrase: re.Pattern[str]
    example: str


class Layout(Struct, frozen=True):
    """What the parts of a treaty text begin with."""

    headings: re.Pattern[str]
    parts: re.Pattern[str]
    closings: re.Pattern[str]
    agreed: re.Pattern[str]
    recitals: re.Pattern[str]


class TreatyWording:
    """The tables of `treaty_text`. Raises VocabError naming file and entry."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder `treaty_text` of a language."""
        self.folder = folder

    @cached_property
    def classes(self) -> dict[str, list[str]]:
        """The word classes of `classes.yaml` by name."""
        known = self.folder.lists("classes.yaml")
        for name in known:
            where = f"{self.folder.name}/classes.yaml, {name!r}"
            _compiled(TablePlace(where), f"<{name}>", known)
        return known

    def phrase(self, text: str) -> re.Pattern[str]:
        """Compile a phrase with the word classes."""
        return compiled(text, self.classes)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues, file by file in ATOP's order, general duties last."""
        own = [
            self._cue(entry, CUE, kind) for kind in OBLIGATIONS for entry in self.folder.entries(f"{kind}.yaml", "cue")
        ]
        others = [
            self._cue(entry, {*CUE, "obligation"}, cast(Obligation, entry.one_of("obligation", OBLIGATIONS)))
            for entry in self.folder.entries("other_languages.yaml", "cue")
        ]
        return (*own, *others, *(self._cue(entry, CUE, None) for entry in self.folder.entries("general.yaml", "cue")))

    def _cue(self, entry: Entry, keys: Collection[str], kind: Obligation | None) -> Cue:
        """Make a cue of its entry, which must hold for its example."""
        entry.only(keys, keys)
        phrase, example = self._shown(entry)
        parts = [
            tuple(_compiled(entry, text, self.classes) for text in entry.texts(key)) for key in ("with", "without")
        ]
        needs, excludes = parts
        if not all(part.search(example) for part in needs) or any(part.search(example) for part in excludes):
            raise entry.wrong("with or without does not agree with the example", "mend one of them")
        return Cue(entry.text("cue"), kind, phrase, needs, excludes, example)

    def _shown(self, entry: Entry) -> tuple[re.Pattern[str], str]:
        """Give the phrase of an entry, and the example in which it must stand."""
        phrase, example = _compiled(entry, entry.text("phrase"), self.classes), entry.text("example")
        if not phrase.search(example):
            raise entry.wrong("the phrase does not stand in the example", "mend one of them")
        return phrase, example

    def _named(self, file: str, key: str, allowed: Collection[str]) -> tuple[Named, ...]:
        """Give the phrases of a file, each named by a key that must be one of some words."""
        found = []
        for entry in self.folder.entries(file, key):
            entry.only((key, "phrase", "example"), (key, "phrase", "example"))
            found.append(Named(entry.one_of(key, allowed), *self._shown(entry)))
        return tuple(found)

    @cached_property
    def conditions(self) -> tuple[Named, ...]:
        """The phrases that set a condition on a duty."""
        return self._named("conditions.yaml", "condition", CONDITIONS)

    @cached_property
    def terms(self) -> tuple[Named, ...]:
        """The phrases of entry into force, duration, renewal and withdrawal; the name is a `TermKind`."""
        return self._named("terms.yaml", "kind", get_args(TermKind))

    @cached_property
    def triggers(self) -> dict[str, re.Pattern[str]]:
        """What the case begins with: `opening` a clause ("if …"), or `noun` the attack itself ("any attack …")."""
        found = {}
        for kind, texts in self._lists("triggers.yaml", TRIGGERS).items():
            place = TablePlace(f"{self.folder.name}/triggers.yaml, {kind!r}")
            phrases = [_compiled(place, text, self.classes).pattern for text in texts]
            found[kind] = re.compile("|".join(phrases), re.IGNORECASE)
        return found

    def _lists(self, file: str, names: Collection[str]) -> dict[str, list[str]]:
        """Give the lists of a file that must have just these names."""
        found = self.folder.lists(file)
        if set(found) != set(names):
            odd = ", ".join(sorted(set(found) ^ set(names)))
            raise VocabError(f"{self.folder.name}/{file}: {odd} is missing, or is none of its lists; see FORMAT.md")
        return found

    @cached_property
    def expressions(self) -> dict[str, re.Pattern[str]]:
        """What the reader of treaty texts looks for, by name."""
        return read_expressions(self.folder, "expressions.yaml")

    @cached_property
    def layout(self) -> Layout:
        """The patterns that cut a text into preamble, articles and closing."""
        joined = {}
        for name, patterns in self._lists("layout.yaml", Layout.__struct_fields__).items():
            entry = Entry(f"{self.folder.name}/layout.yaml, {name!r}", {})
            joined[name] = "|".join(f"(?:{entry.pattern(text).pattern})" for text in patterns)
        return Layout(
            headings=re.compile(
                rf"^[ \t#*_]*(?:{joined['headings']})[ \t]+"
                r"(?P<number>\d{1,3}(?:[a-z]\b|\s?bis\b)?|[IVXL]+)\b[.:)\]*_ \t–—-]*"
                r"(?!\s*(?:of|to|and|or|shall|above|below|is|was)\b)",
                re.MULTILINE,
            ),
            parts=re.compile(rf"^[ \t#*_]*(?:{joined['parts']})", re.MULTILINE),
            closings=re.compile(rf"^[ \t#*_]*(?:{joined['closings']})", re.MULTILINE),
            agreed=re.compile(joined["agreed"]),
            recitals=re.compile(rf"\b(?:{joined['recitals']})\b", re.IGNORECASE),
        )


def _compiled(place: TablePlace, text: str, classes: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile a phrase. Raises VocabError, naming the place it is from, if it cannot be read."""
    try:
        return compiled(text, classes)
    except VocabError as error:
        raise VocabError(f"{place.where}: {error}") from error
