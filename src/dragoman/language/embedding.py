"""The word embedding of the parser: spelling features of each distinct word, looked up once per batch.

spaCy's own `MultiHashEmbed` computes the embedding of "the" anew each time it occurs. A word's features depend on
its spelling alone, so here a batch is reduced to its distinct words first; that makes room for more features.
"""

from collections.abc import Callable
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
    mix: Model[Any, Any] = chain(
        concatenate(*tables), Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    )
    return Model("word_embed", _forward, init=_init, layers=[mix], dims={"nO": width}, attrs={"cache": {}})


def _init(model: Model[list[Doc], list[Floats]], X: Any = None, Y: Any = None) -> None:  # noqa: N803
    model.layers[0].initialize(X=np.zeros((1, FEATURES), dtype="uint64"))


def _forward(
    model: Model[list[Doc], list[Floats]], docs: list[Doc], is_train: bool
) -> tuple[list[Floats], Callable[[list[Floats]], list[Doc]]]:
    rows, inverse = _distinct(model.attrs["cache"], docs)
    distinct, back = model.layers[0](rows, is_train)
    cuts = np.cumsum([len(doc) for doc in docs])[:-1]

    def backprop(gradients: list[Floats]) -> list[Doc]:
        gathered = np.zeros_like(distinct)
        np.add.at(gathered, inverse, np.concatenate(gradients))
        back(gathered)
        return docs

    return np.split(distinct[inverse], cuts), backprop


def _distinct(cache: dict[int, tuple[int, ...]], docs: list[Doc]) -> tuple[Rows, NDArray[np.intp]]:
    """Return the features of the distinct words of `docs`, and for each token the row it has there."""
    tokens = np.concatenate([doc.to_array([ORTH, SPACY]) for doc in docs])
    keys = tokens[:, 0] * np.uint64(2) + tokens[:, 1]
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    if len(cache) > CACHE_LIMIT:
        cache.clear()
    rows = np.empty((len(first), FEATURES), dtype="uint64")
    vocab = docs[0].vocab
    for row, (orth, space) in enumerate(tokens[first].tolist()):
        features = cache.get(orth)
        if features is None:
            features = cache[orth] = word_features(vocab, orth)
        rows[row, :-1] = features
        rows[row, -1] = space + 1
    return rows, inverse
