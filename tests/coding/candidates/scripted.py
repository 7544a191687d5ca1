"""A network that answers as it is told, so that what stands around the trained one can be tried without it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from dragoman.coding.candidates.reader.network import Answer, Floats
from dragoman.coding.candidates.reader.passes import Asked, Tagged
from dragoman.coding.candidates.reader.pieces import BEGIN, END, OPEN, PAD, TYPE, UNUSED, Pieces
from dragoman.model.event import EVENT_TYPES, STATUSES


def pieces_for(text: str, folder: Path) -> Pieces:
    """Write a tokenizer whose pieces are the words of a text, and read it."""
    words = sorted({word for word, _ in pre_tokenizers.BertPreTokenizer().pre_tokenize_str(text.lower())})
    names = [PAD, BEGIN, END, "[UNK]", *(UNUSED.format(n) for n in range(100)), *words]
    tokenizer = Tokenizer(models.WordLevel({name: at for at, name in enumerate(names)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    return Pieces(folder / "tokenizer.json")


@dataclass
class Told:
    """What the network says of a word: its type and, in the second pass, how it stands, its status, who acts on whom.

    Codes are told by their place among those of the window.
    """

    act: str
    tagged: float = 0.9
    stands: float = 0.9
    status: str = "happened"
    actors: tuple[int, ...] = (0,)
    recipients: tuple[int, ...] = (1,)
    halves: tuple[int, ...] = ()
    """Codes of which it cannot say whether they act or receive."""


@dataclass
class ScriptedNetwork:
    """Says of the words in `told` what is told of them, and of all others nothing."""

    pieces: Pieces
    told: dict[str, Told]
    folder: Path
    floor: float = 0.1
    runs: list[list[int]] = field(default_factory=list)

    @property
    def settings(self) -> dict[str, float]:
        """What the recipe wrote with the weights."""
        return {"floor": self.floor}

    def _word(self, piece: int) -> str:
        word: str = self.pieces._tokenizer.id_to_token(piece)
        return word

    def tag(self, given: Tagged) -> Floats:
        """Give the probability of each type for each piece."""
        self.runs.append(given.ids)
        found = np.zeros((len(given.places), len(EVENT_TYPES)), dtype=np.float32)
        for row, place in enumerate(given.places):
            told = self.told.get(self._word(given.ids[place]))
            if told is not None:
                found[row, EVENT_TYPES.index(told.act)] = told.tagged
        return found

    def ask(self, given: Asked) -> Answer:
        """Answer for the marked word; whoever marked another word or type gets a KeyError."""
        assert given.ids[given.trigger] == self.pieces.mark(OPEN)
        word = self._word(given.ids[given.trigger + 1])
        told = self.told[word]
        assert given.ids[2] == self.pieces.mark(TYPE, EVENT_TYPES.index(told.act))
        status = np.array([0.91 if name == told.status else 0.01 for name in STATUSES], dtype=np.float32)
        sides = np.array(
            [
                [0.95 if at in side else 0.05 for side in (told.actors, told.recipients)]
                for at in range(len(given.actors))
            ],
            dtype=np.float32,
        )
        sides = sides.reshape(-1, 2).astype(np.float32)
        sides[list(told.halves)] = (0.45, 0.48)
        vector = np.array([1.0, float(len(word))], dtype=np.float32)
        return Answer(told.stands, status, sides, vector)
