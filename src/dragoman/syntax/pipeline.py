"""The trained pipeline: tagger, parser, morphology and lemmas as a spaCy pipeline.

    nlp = load()
    doc = nlp("Chile recalled its ambassador.")

`Parser` parses sentences that were cut by rule, for a vocabulary. The pipeline is an ordinary
`spacy.language.Language`: components can be added, replaced or taken into another pipeline.
`python -m training.parser` made it; `model/scores.json` says how good it is.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import LanguageError
from dragoman.syntax.parsed import carry
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = Path(__file__).parent / "model"
"""The shipped pipeline."""


STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\t": " ", "′": "'"})
"""Characters that the treebanks write otherwise, replaced one for one so that offsets stay."""

BATCH = 256
"""Sentences parsed together: enough to fill the parser's matrices."""


class Parser:
    """Parses sentences; each parsed text carries the vocabulary that it is read with."""

    def __init__(self, vocabulary: Vocabulary, nlp: "Language | None" = None) -> None:
        """Take the vocabulary, and a spaCy pipeline with UD labels or the shipped one."""
        self.vocabulary = vocabulary
        self.nlp = nlp if nlp is not None else load()

    def parse(self, sentences: Iterable[str]) -> "Iterator[Doc]":
        """Parse sentences in order, each as one: the parser may not cut it, its cuts inside one are slips."""
        for doc in self.nlp.pipe(map(self._whole, sentences), batch_size=BATCH):
            yield carry(doc, self.vocabulary)

    def _whole(self, sentence: str) -> "Doc":
        doc = self.nlp.make_doc(sentence.translate(STRAIGHT))
        for token in doc[1:]:
            token.is_sent_start = False
        return doc


@cache
def load(model: Path = MODEL) -> "Language":
    """Return the pipeline in the folder `model`, loaded once a process.

    Raises LanguageError if the folder is missing or holds no pipeline that this version can read.
    """
    if not (model / "config.cfg").is_file():
        raise LanguageError(
            f"the trained pipeline is missing: {model} holds no config.cfg; install dragoman again, or train it with "
            f"`python -m training.parser --treebanks DIR`"
        )
    use_fast_matrices()
    import spacy.util

    register()
    try:
        return spacy.util.load_model_from_path(model)
    except (OSError, ValueError, KeyError) as error:
        raise LanguageError(
            f"the trained pipeline in {model} cannot be read: {error}; install dragoman again"
        ) from error


def use_fast_matrices() -> None:
    """Let thinc multiply matrices with numpy: its default, the blis wheel, takes 1.6 times as long."""
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))


def register() -> None:
    """Make the architecture and the components known to spaCy: importing them does it."""
    from dragoman.syntax import embedding, lemmas, morphology  # noqa: F401
