"""The word embedding of the parser: spelling features of each distinct word, looked up once per batch.

spaCy's own `MultiHashEmbed` computes the embedding of "the" anew each time it occurs. A word's features depend on
its spelling alone, so here a batch is reduced to its distinct words first; that makes room for more features.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH, SPACY
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate

FEATURES = 8
"""Norm, first letter, first three, last two, last three, last four letters, shape, followed by a space."""

CACHE_LIMIT = 200_000
"""Distinct words whose features are kept; a longer stream starts the cache again rather than fill the memory."""

Floats: TypeAlias = NDArray[np.float32]
Rows: TypeAlias = NDArray[np.uint64]


HIDE = 0.08
"""Share of the words whose norm is hidden in training, so that the network learns to do without it."""

UNKNOWN = 0
"""The norm of hidden words and of those not among the `known` ones: a hash never trained on would be noise."""


def word_features(vocab: Vocab, orth: int) -> tuple[int, ...]:
    """Return the seven spelling features of a word of `vocab` as hashes, in the order of `FEATURES`."""
    lexeme = vocab[orth]
    word, lower = lexeme.text, lexeme.lower_
    spelling = (f"1:{word[:1]}", f"2:{lower[:3]}", f"3:{lower[-2:]}", f"4:{lower[-3:]}", f"5:{lower[-4:]}")
    return (lexeme.norm, *(hash_string(part) for part in spelling), lexeme.shape)


@registry.architectures("dragoman.WordEmbed.v1")  # type: ignore[untyped-decorator]
def word_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Floats]]:
    """Build the layer from documents to one vector of `width` per token; `rows` are the table sizes by feature."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=7 + column) for column, size in enumerate(rows)
    ]
    mixer = Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    mix: Model[Any, Any] = chain(concatenate(*tables), mixer)
    words = _Words()

    def forward(
        model: Model[list[Doc], list[Floats]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats], Callable[[list[Floats]], list[Doc]]]:
        features, inverse = words.distinct(docs, model.attrs["known"], HIDE if is_train else 0.0)
        distinct, back = mix(features, is_train)

        def backprop(gradients: list[Floats]) -> list[Doc]:
            gathered = np.zeros_like(distinct)
            np.add.at(gathered, inverse, np.concatenate(gradients))
            back(gathered)
            return docs

        return np.split(distinct[inverse], np.cumsum([len(doc) for doc in docs])[:-1]), backprop

    return Model("word_embed", forward, init=_init, layers=[mix], dims={"nO": width}, attrs={"known": []})


def know_words(model: Model[Any, Any], norms: Iterable[int]) -> None:
    """Tell the embedding inside `model` which norms the training data hold; others count as unknown."""
    for layer in model.walk():
        if layer.name == "word_embed":
            layer.attrs["known"] = sorted(norms)


def _init(model: Model[list[Doc], list[Floats]], X: Any = None, Y: Any = None) -> None:  # noqa: N803
    model.layers[0].initialize(X=np.zeros((1, FEATURES), dtype="uint64"))


class _Words:
    """The features of the words met so far."""

    def __init__(self) -> None:
        self._cache: dict[int, tuple[int, ...]] = {}
        self._known: frozenset[int] = frozenset()

    def distinct(self, docs: list[Doc], known: list[int], hide: float) -> tuple[Rows, NDArray[np.intp]]:
        """Return the features of the distinct words of `docs`, and for each token the row it has there.

        A share `hide` of the tokens loses its norm; so do words that are not `known`, unless none is.
        """
        if len(known) != len(self._known) or len(self._cache) > CACHE_LIMIT:
            self._known = frozenset(known)
            self._cache.clear()
        tokens = np.concatenate([doc.to_array([ORTH, SPACY]) for doc in docs])
        if hide:
            tokens[:, 1] += np.uint64(2) * (np.random.random(len(tokens)) < hide)
        keys = tokens[:, 0] * np.uint64(4) + tokens[:, 1]
        _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        rows = np.empty((len(first), FEATURES), dtype="uint64")
        for row, (orth, flags) in enumerate(tokens[first].tolist()):
            rows[row, :-1] = self._features(docs[0].vocab, orth)
            rows[row, -1] = flags % 2 + 1
            if flags > 1:
                rows[row, 0] = UNKNOWN
        return rows, inverse

    def _features(self, vocab: Vocab, orth: int) -> tuple[int, ...]:
        found = self._cache.get(orth)
        if found is None:
            found = word_features(vocab, orth)
            if self._known and found[0] not in self._known:
                found = (UNKNOWN, *found[1:])
            self._cache[orth] = found
        return found
