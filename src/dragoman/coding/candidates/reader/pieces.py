"""Word pieces: how the encoder's tokenizer cuts a text, and the ids of the marks that are put between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model.document import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PAD, BEGIN, END = "[PAD]", "[CLS]", "[SEP]"
UNUSED = "[unused{}]"
"""BERT's vocabulary keeps pieces that stand for nothing; the marks take their places."""

ACTOR, OPEN, CLOSE, TYPE, FIRST, SECOND = 1, 21, 22, 31, 51, 52
"""Which unused piece is the mark of the first code, of a trigger's begin and end, of the first type, of a pass."""


class Pieces:
    """Cuts texts into word pieces; no state is kept between texts."""

    def __init__(self, file: Path) -> None:
        """Read a tokenizer file (the format of the library `tokenizers`). Raises OSError, ValueError if it is none."""
        from tokenizers import Tokenizer

        told = file.read_text(encoding="utf-8")
        try:
            self._tokenizer: Tokenizer = Tokenizer.from_str(told)
        except Exception as error:  # the library raises nothing narrower
            raise ValueError(f"{file}: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.pad, self.begin, self.end = (self._id(name) for name in (PAD, BEGIN, END))

    def _id(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        if found is None:
            raise ValueError(f"the tokenizer has no piece {piece}")
        return int(found)

    def mark(self, first: int, offset: int = 0) -> int:
        """Give the id of a mark: that of the unused piece `first + offset`."""
        return self._id(UNUSED.format(first + offset))

    def cut(self, text: str) -> tuple[list[int], list[Span]]:
        """Give the ids of a text's pieces and the characters that each stands for."""
        cut = self._tokenizer.encode(text, add_special_tokens=False)
        return list(cut.ids), list(cut.offsets)
