"""The annotated texts of our own that a proposal is most like: what `dragoman why` shows beside its probabilities."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.candidates.reader.network import Floats
from dragoman.errors import LanguageError
from dragoman.model.trace import Example

MOST = 3
"""Examples that are shown of one event."""


class Examples:
    """Annotated sentences with the network's view of their triggers: `vectors`, whole numbers of 8 bits, one a row."""

    def __init__(self, vectors: NDArray[np.int8], rows: list[Example]) -> None:
        """Take views and sentences, in one order."""
        whole = vectors.astype(np.float32)
        self.vectors = whole / np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-6)
        self.rows = rows

    @classmethod
    @cache
    def of(cls, folder: Path) -> Examples:
        """Read those that were written with the weights in a folder. Raises LanguageError if they are not there."""
        try:
            vectors = np.load(folder / "examples.npy")
            lines = (folder / "examples.jsonl").read_text(encoding="utf-8").splitlines()
            return cls(vectors, [Example(**json.loads(line)) for line in lines])
        except (OSError, ValueError, TypeError) as error:
            raise LanguageError(f"The reader's examples in {folder} cannot be read: {error}") from error

    def nearest(self, vector: Floats) -> tuple[Example, ...]:
        """Give the nearest by the angle between the views, the nearest first."""
        near = self.vectors @ (vector / max(float(np.linalg.norm(vector)), 1e-6))
        order = sorted(range(len(self.rows)), key=lambda at: (-round(float(near[at]), 4), at))
        return tuple(self.rows[at] for at in order[:MOST])
