"""The trained network: word pieces in, probabilities out.

Weights are whole numbers of 8 bits. Each window is run by itself: the scale of the numbers inside the network is set by
what runs together, so that a window gives the same answer whatever stands beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.candidates.reader.passes import Asked, Tagged
from dragoman.coding.candidates.reader.pieces import Pieces
from dragoman.errors import LanguageError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL = Path(__file__).parent / "model"
"""The shipped weights; `python -m training.reader` made them, `scores.json` says how good they are."""

Floats = NDArray[np.float32]

GATE = np.float32(0.7978845608)
"""The root of 2/pi."""


@dataclass(frozen=True)
class Answer:
    """What the second pass says of one possible event.

    `vector` is that of the trigger in its sentence, by which like events lie near each other; `stands` is the
    probability that it is an event of its type, `status` that of each status (in the order of STATUSES), `sides` those
    that each code of the window acts and receives: an array of shape (codes, 2).
    """

    stands: float
    status: Floats
    sides: Floats
    vector: Floats


class Network:
    """Encoder and heads; no state is kept between calls."""

    def __init__(self, folder: Path) -> None:
        """Read a folder of weights. Raises LanguageError if it is not there or not whole."""
        self.folder = folder
        try:
            self.pieces = Pieces(folder / "tokenizer.json")
            self._arrays = {name: _widened(array) for name, array in np.load(folder / "heads.npz").items()}
            self.settings: dict[str, Any] = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
            self._session = _session(folder / "encoder.onnx")
        except (OSError, ValueError, KeyError) as error:
            told = f"the reader's weights in {folder} cannot be read: {error}"
            raise LanguageError(f"{told}; install dragoman again, or use `--reader frames`") from error

    @classmethod
    @cache
    def shipped(cls) -> Network:
        """Give the weights that come with dragoman, read once a process."""
        return cls(MODEL)

    def hidden(self, ids: list[int]) -> Floats:
        """Give the encoder's vectors for a row of piece ids: an array of shape (pieces, width)."""
        rows = np.asarray(ids)
        words = self._arrays["pieces"][rows].astype(np.float32) * self._arrays["scales"][rows, None]
        found: Floats = self._session.run(None, {"words": words[None]})[0][0]
        return found

    def tag(self, given: Tagged) -> Floats:
        """Give for each piece of a window the probability that it triggers an event of each type: (pieces, types)."""
        vectors = self.hidden(given.ids)[given.places]
        return _sigmoid(vectors @ self._arrays["tag.weight"].T + self._arrays["tag.bias"])

    def ask(self, given: Asked) -> Answer:
        """Say of a marked trigger whether it stands, how sure it is, and who does it to whom."""
        vectors = self.hidden(given.ids)
        trigger, begin, kind = vectors[given.trigger], vectors[0], vectors[2]
        whole = np.concatenate([trigger, begin, kind])[None]
        stands = _sigmoid(self._head("stands", whole))[0, 0]
        status = _softmax(self._head("status", whole))[0]
        sides = np.zeros((len(given.actors), 2), dtype=np.float32)
        named = [at for at, places in enumerate(given.actors) if places]
        if named:
            marks = np.stack([vectors[given.actors[at]].mean(axis=0) for at in named])
            beside = np.broadcast_to(np.concatenate([trigger, begin]), (len(named), 2 * len(trigger)))
            sides[named] = _sigmoid(self._head("sides", np.concatenate([marks, beside], axis=1)))
        return Answer(float(stands), status, sides, trigger)

    def _head(self, name: str, given: Floats) -> Floats:
        inner = given @ self._arrays[f"{name}.0.weight"].T + self._arrays[f"{name}.0.bias"]
        found: Floats = _gelu(inner) @ self._arrays[f"{name}.2.weight"].T + self._arrays[f"{name}.2.bias"]
        return found


def _widened(array: NDArray[Any]) -> NDArray[Any]:
    """Give stored halves as floats; whole numbers stay."""
    return array.astype(np.float32) if array.dtype == np.float16 else array


def _session(file: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _sigmoid(given: Floats) -> Floats:
    return cast(Floats, 1 / (1 + np.exp(-given)))


def _softmax(given: Floats) -> Floats:
    powers = np.exp(given - given.max(axis=-1, keepdims=True))
    found: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return found


def _gelu(given: Floats) -> Floats:
    """The gate of the heads, by tanh (Hendrycks and Gimpel 2016, "Gaussian Error Linear Units")."""
    gate = np.tanh(GATE * (given + np.float32(0.044715) * given * given * given))
    return cast(Floats, given * (1 + gate) / 2)
