"""What the reader reads at once: some sentences of a page, with the sentence before them as context.

Training and use cut and mark texts by this one file, so that a trained reader sees what it was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.coding.candidates.reader.pieces import Pieces
from dragoman.model.document import Span

MOST_WORDS = 110
"""Words of one window: the items that the reader learns from hold one to six sentences, 45 words in the middle."""

MOST_PIECES = 216
"""Word pieces of one window; what lies behind them is not read. Positions of the encoder end at 512."""

MOST_ACTORS = 16
"""Different codes that are marked in one window, in the order in which they are named."""


@dataclass(frozen=True)
class NamedActor:
    """A name in the text that stands for a state or an organisation: characters and code."""

    start: int
    end: int
    code: str


@dataclass
class Window:
    """Word pieces of a stretch of text, with the names in it marked.

    `start` and `end` are characters of the document; pieces before `own` are context. `pieces` are ids; `spans` the
    characters of each in the document; `words` the number of the word that it belongs to. `codes` are the codes marked;
    `marks` says before which pieces a mark of which code (its place in `codes`) stands.
    """

    start: int
    end: int
    own: int
    pieces: list[int]
    spans: list[Span]
    words: list[int]
    codes: list[str] = field(default_factory=list)
    marks: dict[int, list[int]] = field(default_factory=dict)

    def word_of(self, piece: int) -> list[int]:
        """Give the pieces of the word that a piece belongs to."""
        return [at for at, word in enumerate(self.words) if word == self.words[piece]]


def windows_of(text: str, sentences: Sequence[Span], names: Sequence[NamedActor], pieces: Pieces) -> list[Window]:
    """Cut a text into windows of whole sentences. Sentences and names are in the order of the text."""
    return [_window(text, context, start, end, names, pieces) for context, start, end in _cuts(text, sentences)]


def _cuts(text: str, sentences: Sequence[Span]) -> list[tuple[int, int, int]]:
    """Give (where its context begins, where its own sentences begin and end) of each window."""
    cuts, first = [], 0
    lengths = [len(text[start:end].split()) for start, end in sentences]
    while first < len(sentences):
        last, words = first + 1, lengths[first]
        while last < len(sentences) and words + lengths[last] <= MOST_WORDS:
            words += lengths[last]
            last += 1
        context = sentences[first - 1][0] if first else sentences[0][0]
        cuts.append((context, sentences[first][0], sentences[last - 1][1]))
        first = last
    return cuts


def _window(text: str, context: int, start: int, end: int, names: Sequence[NamedActor], pieces: Pieces) -> Window:
    ids, spans = pieces.cut(text[context:end])
    ids, spans = ids[:MOST_PIECES], [(context + a, context + b) for a, b in spans[:MOST_PIECES]]
    own = next((at for at, span in enumerate(spans) if span[1] > start), len(ids))
    window = Window(start, end, own, ids, spans, _words(text, spans))
    for name in names:
        if context <= name.start and name.end <= end:
            _mark(window, name)
    return window


def _words(text: str, spans: Sequence[Span]) -> list[int]:
    """Number the words: a piece goes on with the word before it if letters or figures join them."""
    words: list[int] = []
    for at, (start, _) in enumerate(spans):
        joined = at > 0 and spans[at - 1][1] == start and text[start].isalnum() and text[start - 1].isalnum()
        words.append(words[-1] + (not joined) if words else 0)
    return words


def _mark(window: Window, name: NamedActor) -> None:
    if name.code not in window.codes:
        if len(window.codes) == MOST_ACTORS:
            return
        window.codes.append(name.code)
    at = next((at for at, span in enumerate(window.spans) if span[1] > name.start), None)
    if at is not None:
        window.marks.setdefault(at, []).append(window.codes.index(name.code))
