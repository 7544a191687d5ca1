"""The words that a brief is written with."""

from functools import cached_property
from typing import Any

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.tables import Entry, Folder, word_list

LISTS = (
    "article_heads", "no_article", "content", "condition_heads", "clause_ends", "loose_ends", "time_prepositions",
    "runs_on", "determiners", "halts", "asides", "dull_topics", "two_sides", "weekdays", "bystanders",
)  # fmt: skip
TABLES = (
    "short_names",
    "sectors",
    "wanted",
    "vouching",
    "obligations",
    "held",
    "rungs",
    "kinds",
    "languages",
    "notices",
)
"""What stands in `words.yaml`: lists of words, and words by what they stand for."""


class VerbForms(Struct, frozen=True):
    """How one kind of event is said: four verb forms, and what follows with and without a recipient.

    Three forms are for what the page tells besides, and may be empty: `them` where the recipient is people ("expelled
    two diplomats"), `counted` where there is a quantity ("sent 40 jets to Peru"), `running` where the page's own words
    go on from the verb ("asked Peru to withdraw").
    """

    key: str
    plain: str
    past: str
    participle: str
    ing: str
    whom: str
    alone: str
    example: str
    them: str = ""
    counted: str = ""
    running: str | None = None

    def after(self, whom: str) -> str:
        """Give what follows the verb."""
        return self.whom.replace("{whom}", whom) if whom else self.alone


class Wording:
    """The tables of `wording`. Raises VocabError naming the entry that is malformed."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder `wording` of a language."""
        self.folder = folder

    @cached_property
    def words(self) -> dict[str, Any]:
        """The table of words.yaml."""
        where = f"{self.folder.name}/words.yaml"
        found = self.folder.named("words.yaml")
        if set(found) != {*LISTS, *TABLES}:
            odd = ", ".join(sorted(set(found) ^ {*LISTS, *TABLES}))
            raise VocabError(f"{where}: {odd} is missing, or is none of its tables; see the loader, wording.py")
        for name in LISTS:
            word_list(found[name], f"{where}, {name!r}", empty=False)
        for name in TABLES:
            if not isinstance(found[name], dict):
                raise VocabError(f'{where}, {name!r}: it has no keys; write `"key": "words"`')
            entry = Entry(f"{where}, {name!r}", found[name])
            for key in entry.values:
                entry.text(key)
        return found

    @cached_property
    def phrases(self) -> dict[str, VerbForms]:
        """The phrases of phrases.yaml by what they are for."""
        found: dict[str, VerbForms] = {}
        for entry in self.folder.entries("phrases.yaml", "for"):
            phrase = _phrase(entry)
            if phrase.key in found:
                raise entry.wrong("it stands there twice", "keep one")
            found[phrase.key] = phrase
        return found

    def phrase_for(self, rule: str, act: str, mode: str | None) -> VerbForms:
        """Give the nearest phrase: for the frame that fired, else for the type with its mode, else for the type."""
        return self.phrases.get(rule) or self.phrases.get(f"{act}/{mode}") or self.phrases[act]


def _phrase(entry: Entry) -> VerbForms:
    keys, more = ("for", "verb", "whom", "alone", "example"), ("them", "counted", "running")
    entry.only((*keys, *more), keys)
    forms = entry.texts("verb")
    if len(forms) != 4:
        raise entry.wrong(f"verb has {len(forms)} forms", "write four: plain, past, participle, -ing")
    plain, past, participle, ing = forms
    if "{whom}" not in entry.text("whom"):
        raise entry.wrong("whom has no {whom}", "say where the recipient stands")
    if not isinstance(entry.values["alone"], str):
        raise entry.wrong(f"alone is {entry.values['alone']!r}", "write words, or none between quotes")
    for key, word in (("them", "{them}"), ("counted", "{number}")):
        if key in entry.values and word not in entry.text(key):
            raise entry.wrong(f"{key} has no {word}", "say where it stands")
    whom, alone = entry.values["whom"], entry.values["alone"]
    return VerbForms(
        entry.text("for"), plain, past, participle, ing, whom, alone, entry.text("example"),
        them=entry.values.get("them", ""), counted=entry.values.get("counted", ""), running=entry.values.get("running"),
    )  # fmt: skip
