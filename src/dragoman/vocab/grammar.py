"""Word lists by the part they play in a sentence, abbreviations, words that open sentences, lemma rules."""

from functools import cached_property

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.tables import Folder, once

ABBREVIATION_KINDS = ("inside", "month", "number", "open", "place", "title")
SENTENCE_KINDS = ("starter", "speech")
TAGS = ("VBD", "VBG", "VBZ", "NNS", "JJR", "JJS")
"""Penn tags that have rules of their own."""
SAME_RULES = {"VBN": "VBD", "NNPS": "NNS", "RBR": "JJR", "RBS": "JJS"}
"""Penn tags whose forms are spelled like those of another."""


class LemmaRule(Struct, frozen=True):
    """A suffix of forms with a Penn tag, and what takes its place in the lemma."""

    suffix: str
    replacement: str


class Grammar:
    """The tables of `grammar`. Raises VocabError for a row that will not do."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder `grammar` of a language."""
        self.folder = folder

    @cached_property
    def lists(self) -> dict[str, frozenset[str]]:
        """The lists of `words.csv`: words by the part they play ("negations", "conditional auxiliaries")."""
        found: dict[str, set[str]] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("words.csv", "list", "word"):
            once(seen, f"{row.filled('list')}: {row.filled('word')}", row)
            found.setdefault(row["list"], set()).add(row["word"])
        return {name: frozenset(words) for name, words in found.items()}

    def __getitem__(self, name: str) -> frozenset[str]:
        """Give the words of a list; KeyError for a list that is none: a test holds every name in code."""
        return self.lists[name]

    @cached_property
    def control(self) -> dict[str, tuple[str, ...]]:
        """Verbs whose infinitive has for its subject the noun behind these prepositions ("call on X to withdraw")."""
        rows, seen = list(self.folder.rows("control.csv", "verb", "prepositions", "example")), dict[str, str]()
        for row in rows:
            once(seen, row.filled("verb"), row)
            for column in ("prepositions", "example"):
                row.filled(column)
        return {row["verb"]: row.several("prepositions") for row in rows}

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """The kind of each abbreviation, its last full stop left out."""
        found: dict[str, str] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("abbreviations.csv", "abbreviation", "kind", "source", "example"):
            once(seen, row.filled("abbreviation").removesuffix("."), row)
            for column in ("source", "example"):
                row.filled(column)
            found[row["abbreviation"].removesuffix(".")] = row.one_of("kind", ABBREVIATION_KINDS)
        return found

    @cached_property
    def sentence_words(self) -> dict[str, tuple[str, ...]]:
        """Words that open sentences (`starter`) and verbs of speech behind a quotation (`speech`), in table order."""
        found: dict[str, list[str]] = {kind: [] for kind in SENTENCE_KINDS}
        for row in self.folder.rows("sentence_words.csv", "word", "kind", "source", "example"):
            for column in ("source", "example"):
                row.filled(column)
            found[row.one_of("kind", SENTENCE_KINDS)].append(row.filled("word"))
        return {kind: tuple(words) for kind, words in found.items()}

    @cached_property
    def plurals(self) -> dict[str, str]:
        """What takes the place of an ending in the regular plural of a noun."""
        rows, seen = list(self.folder.rows("plurals.csv", "ending", "plural", "example")), dict[str, str]()
        for row in rows:
            once(seen, row["ending"], row)
            noun, _, plural = row.filled("example").partition(": ")
            if noun.removesuffix(row["ending"]) + row.filled("plural") != plural or not noun.endswith(row["ending"]):
                raise row.wrong(f"the rule does not make {plural!r} of {noun!r}", "mend the rule or its example")
        if "" not in seen:
            raise VocabError(f"{self.folder.name}/plurals.csv: no rule for nouns of no other ending; write one")
        return {row["ending"]: row["plural"] for row in rows}

    def plural(self, noun: str) -> str:
        """Give the regular plural of a noun or noun phrase (its last word): the longest ending of the table counts."""
        ending = max(filter(noun.endswith, self.plurals), key=len)
        return noun.removesuffix(ending) + self.plurals[ending]

    @cached_property
    def lemma_rules(self) -> dict[str, list[LemmaRule]]:
        """For each Penn tag its rules, longest suffix first."""
        rules: dict[str, list[LemmaRule]] = {}
        for row in self.folder.rows("lemma_rules.csv", "tag", "suffix", "replacement", "form", "lemma"):
            suffix, form = row.filled("suffix"), row.filled("form")
            if not form.endswith(suffix) or form.removesuffix(suffix) + row["replacement"] != row["lemma"]:
                raise row.wrong(f"the rule does not make {row['lemma']!r} of {form!r}", "mend the rule or its example")
            rules.setdefault(row.one_of("tag", TAGS), []).append(LemmaRule(suffix, row["replacement"]))
        for own in rules.values():
            own.sort(key=lambda rule: -len(rule.suffix))
        return rules | {tag: rules[model] for tag, model in SAME_RULES.items()}
