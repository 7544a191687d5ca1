"""Part of speech and features of each word, read off the tagger's label and the verb's auxiliaries by table.

The tagger predicts a Penn tag and a universal part of speech at once ("VBN|VERB"); what the label leaves open
(is "visited" passive or perfect, is "hold" an infinitive or a command) the auxiliaries around the verb decide.
A table of that is as good as a trained component and costs next to nothing; the training recipe counts it.
"""

from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.attrs import DEP, HEAD, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.errors import LanguageError

JOIN = "|"
"""Between Penn tag and universal part of speech in a label of the tagger."""

AUXILIARIES = {
    **dict.fromkeys(("have", "has", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("be", "is", "are", "was", "were", "been", "being", "am", "'re", "’re", "'m", "’m"), "be"),
    **dict.fromkeys(("do", "does", "did"), "do"),
}
"""Auxiliary forms by verb; any other auxiliary is a modal, except the ambiguous 's and 'd ("own")."""

CACHE_LIMIT = 200_000
"""Distinct (label, form, context) triples kept; a longer stream starts again rather than fill the memory."""

Table = dict[str, dict[str, str]]


def label_of(tag: str, pos: str) -> str:
    """Return the tagger's label for a Penn tag and a universal part of speech."""
    return f"{tag}{JOIN}{pos}"


def context_mark(dep: str, lower: str) -> str:
    """Return what a dependent tells about the verb it hangs on: pass, to, have, be, do, modal, own, subj or ''."""
    if dep in ("aux:pass", "nsubj:pass", "obl:agent"):
        return "pass"
    if dep == "aux":
        return AUXILIARIES.get(lower, "to" if lower == "to" else "own" if lower[-2:-1] in "'’" else "modal")
    if dep == "mark":
        return "to" if lower == "to" else ""
    return "subj" if dep == "nsubj" else ""


def context_of(dep: str, marks: set[str]) -> str:
    """Return the key of a verb's context: its own universal relation and the marks of its dependents."""
    return " ".join([dep.split(":")[0].lower(), *sorted(marks)])


@Language.factory(
    "dragoman_morphology",
    assigns=["token.tag", "token.pos", "token.morph"],
    requires=["token.tag", "token.dep", "token.head"],
    default_config={},
)
def make_morphology(nlp: Language, name: str) -> "Morphology":
    """Build the component; its tables come from disk or from the recipe."""
    return Morphology(nlp.vocab)


class Morphology:
    """Sets `token.tag_`, `token.pos_` and `token.morph` from the tagger's labels and the tree."""

    def __init__(self, vocab: Vocab) -> None:
        """Start with empty tables: tags and parts of speech without features."""
        self.vocab = vocab
        self.fill({}, {}, {})

    def fill(self, labels: dict[str, str], forms: Table, contexts: Table) -> None:
        """Take the features by label, by label and lower form, and by label and context."""
        self.labels, self.forms, self.contexts = labels, forms, contexts
        self._contextual = {self.vocab.strings.add(label) for label in contexts}
        self._cache: dict[tuple[int, int, str], tuple[int, int, int]] = {}

    def features(self, label: str, lower: str, context: str) -> str:
        """Return the features of a word: by context if the label has contexts, else by form, else by label."""
        by_context = self.contexts.get(label, {}).get(context)
        if by_context is not None:
            return by_context
        return self.forms.get(label, {}).get(lower, self.labels.get(label, ""))

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, part of speech and features of each word of `doc`."""
        if len(self._cache) > CACHE_LIMIT:
            self._cache.clear()
        keys = doc.to_array([TAG, LOWER]).tolist()
        contexts = self._contexts(doc, keys)
        values = [self._lookup(tag, lower, contexts.get(i, "")) for i, (tag, lower) in enumerate(keys)]
        rows = np.array(values, dtype="uint64").reshape(-1, 3)
        return doc.from_array([TAG, POS, MORPH], rows)  # type: ignore[arg-type]

    def _contexts(self, doc: Doc, keys: list[list[int]]) -> dict[int, str]:
        """The context of each token whose label needs one."""
        verbs = {i for i, (tag, _) in enumerate(keys) if tag in self._contextual}
        if not verbs:
            return {}
        marks: dict[int, set[str]] = {i: set() for i in verbs}
        strings = self.vocab.strings
        for i, (head, dep) in enumerate(doc.to_array([HEAD, DEP]).astype("int64").tolist()):
            if head and i + head in verbs:
                marks[i + head].add(context_mark(strings[dep & 0xFFFFFFFFFFFFFFFF], strings[keys[i][1]]))
        return {i: context_of(doc[i].dep_, found - {""}) for i, found in marks.items()}

    def _lookup(self, tag: int, lower: int, context: str) -> tuple[int, int, int]:
        found = self._cache.get((tag, lower, context))
        if found is None:
            strings = self.vocab.strings
            label = strings[tag]
            penn, _, pos = label.partition(JOIN)
            morph = self.vocab.morphology.add(self.features(label, strings[lower], context))
            found = self._cache[tag, lower, context] = (strings.add(penn), IDS.get(pos, 0), morph)
        return found

    def to_disk(self, path: str | Path, exclude: tuple[str, ...] = ()) -> None:
        """Write the tables into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        tables = {"labels": self.labels, "forms": self.forms, "contexts": self.contexts}
        srsly.write_msgpack(folder / "morphology.msgpack", tables)

    def from_disk(self, path: str | Path, exclude: tuple[str, ...] = ()) -> "Morphology":
        """Read the tables back; raises LanguageError if they are not there."""
        file = Path(path) / "morphology.msgpack"
        if not file.is_file():
            raise LanguageError(f"the feature table {file} is missing; train or install the pipeline again")
        tables: dict[str, Any] = srsly.read_msgpack(file)
        self.fill(tables["labels"], tables["forms"], tables["contexts"])
        return self
