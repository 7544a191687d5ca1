"""Lemmas: a table of forms seen in training, then suffix rules; never a guess that is not an English spelling rule.

A trained lemmatizer invents forms ("retreate"), and a wrong lemma hides an event from the frames; a table cannot.
The table comes from the training recipe, the rules from `vocab/data/en/grammar/lemma_rules.csv`.
"""

from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.attrs import LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.errors import LanguageError
from dragoman.vocab import Vocabulary
from dragoman.vocab.grammar import LemmaRule

CACHE_LIMIT = 200_000
"""Distinct (form, tag) pairs kept; a longer stream starts again rather than fill the memory."""

Rules = dict[str, list[LemmaRule]]
Forms = dict[str, dict[str, str]]


def rule_lemma(form: str, tag: str, rules: Rules, known: frozenset[str] | set[str] = frozenset()) -> str:
    """Return the lemma of `form` by the rules of `tag`: the first that gives a known lemma, else the longest match.

    Proper nouns keep their capitals; all other lemmas are lower case.
    """
    word = form if tag.startswith("NNP") else form.lower()
    made = [
        word[: -len(rule.suffix)] + rule.replacement
        for rule in rules.get(tag, ())
        if word.endswith(rule.suffix) and len(word) - len(rule.suffix) + len(rule.replacement) > 1
    ]
    if tag.startswith("V"):
        made += _stems(word, tag)
    return next((lemma for lemma in made if lemma in known), made[0] if made else word)


def _stems(word: str, tag: str) -> list[str]:
    """The stem bare and with an e: further candidates, taken only when they are known verbs."""
    ending = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}.get(tag, "")
    stem = word.removesuffix(ending)
    return [stem, stem + "e"] if ending and stem != word else []


@Language.factory("dragoman_lemmas", assigns=["token.lemma"], requires=["token.tag", "token.pos"], default_config={})
def make_lemmas(nlp: Language, name: str) -> "Lemmas":
    """Build the component; its table comes from disk or from the recipe."""
    return Lemmas(nlp.vocab, Vocabulary(nlp.lang or "en").grammar.lemma_rules)


class Lemmas:
    """Sets `token.lemma_` from the form, the universal part of speech and the Penn tag."""

    def __init__(self, vocab: Vocab, rules: Rules) -> None:
        """Take the suffix rules; the table of forms is empty at first."""
        self.vocab, self.rules = vocab, rules
        self.fill({}, {})

    def fill(self, forms: Forms, known: dict[str, list[str]]) -> None:
        """Take `forms` (part of speech → lower form → lemma) and the `known` lemmas by part of speech."""
        self.forms = forms
        self.known = {pos: frozenset(words) for pos, words in known.items()}
        self._cache: dict[tuple[int, int, int], int] = {}

    def lemma(self, form: str, pos: str, tag: str) -> str:
        """Return the lemma of one word."""
        found = self.forms.get(pos, {}).get(form.lower())
        if found is not None:
            return found
        return rule_lemma(form, tag, self.rules, self.known.get(pos, frozenset()))

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of `doc`."""
        if len(self._cache) > CACHE_LIMIT:
            self._cache.clear()
        keys = doc.to_array([ORTH, POS, TAG]).tolist()
        lemmas = np.fromiter((self._lookup(*key) for key in keys), dtype="uint64", count=len(keys))
        return doc.from_array([LEMMA], lemmas)  # type: ignore[arg-type]

    def _lookup(self, orth: int, pos: int, tag: int) -> int:
        found = self._cache.get((orth, pos, tag))
        if found is None:
            strings = self.vocab.strings
            lemma = self.lemma(strings[orth], strings[pos], strings[tag])
            found = self._cache[orth, pos, tag] = strings.add(lemma)
        return found

    def to_disk(self, path: str | Path, exclude: tuple[str, ...] = ()) -> None:
        """Write the table into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        known = {pos: sorted(words) for pos, words in self.known.items()}
        srsly.write_msgpack(folder / "lemmas.msgpack", {"forms": self.forms, "known": known})

    def from_disk(self, path: str | Path, exclude: tuple[str, ...] = ()) -> "Lemmas":
        """Read the table back; raises LanguageError if it is not there."""
        file = Path(path) / "lemmas.msgpack"
        if not file.is_file():
            raise LanguageError(f"the lemma table {file} is missing; train or install the pipeline again")
        table: dict[str, Any] = srsly.read_msgpack(file)
        self.fill(table["forms"], table["known"])
        return self
