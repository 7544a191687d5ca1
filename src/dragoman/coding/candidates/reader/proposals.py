"""From probabilities to proposals: which words trigger an event of which type, of whom, to whom, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.coding.candidates.reader.network import Answer, Floats, Network
from dragoman.coding.candidates.reader.passes import Marks, asked, tagged
from dragoman.coding.candidates.reader.windows import Window
from dragoman.model.document import Span
from dragoman.model.event import EVENT_TYPES, STATUSES, Status

NEAR = 3
"""Words between two that trigger the same type: they tell one event."""

DIGITS = 4
"""Places that probabilities are rounded to: processors differ behind them."""


@dataclass(frozen=True)
class Proposal:
    """A possible event: where its trigger stands (characters), its type, and the probabilities of each decision.

    `tagged` is that of the first pass, `stands` of the second; `status` by name; `sides` by code: (acts, receives).
    `vector` is the network's view of the trigger.
    """

    trigger: Span
    act: str
    tagged: float
    stands: float
    status: dict[Status, float]
    sides: dict[str, tuple[float, float]]
    vector: Floats = field(compare=False, repr=False)


def proposals_of(window: Window, network: Network, marks: Marks, floor: float) -> list[Proposal]:
    """Give what a window may tell, in the order of the text; what the first pass gives below `floor` is left out."""
    if not window.codes:
        return []
    found = network.tag(tagged(window, marks))
    proposals = []
    for piece, kind in peaks(found, window, floor):
        answer = network.ask(asked(window, piece, kind, marks))
        proposals.append(_proposal(window, piece, kind, float(found[piece, kind]), answer))
    return sorted(proposals, key=lambda one: (one.trigger, one.act))


def _proposal(window: Window, piece: int, kind: int, likely: float, answer: Answer) -> Proposal:
    word = window.word_of(piece)
    return Proposal(
        trigger=(window.spans[word[0]][0], window.spans[word[-1]][1]),
        act=EVENT_TYPES[kind],
        tagged=_rounded(likely),
        stands=_rounded(answer.stands),
        status={name: _rounded(value) for name, value in zip(STATUSES, answer.status, strict=True)},
        sides={code: (_rounded(a), _rounded(r)) for code, (a, r) in zip(window.codes, answer.sides, strict=True)},
        vector=answer.vector,
    )


def peaks(found: Floats, window: Window, floor: float) -> list[tuple[int, int]]:
    """Give (piece, type) of the words that stand out: the likeliest of each run of words of one type."""
    out = []
    for kind in range(found.shape[1]):
        hot = [at for at in range(window.own, len(window.pieces)) if found[at, kind] > floor]
        for group in _runs(hot, window.words):
            out.append((max(group, key=lambda at: (round(float(found[at, kind]), DIGITS), -at)), kind))
    return out


def _runs(places: Sequence[int], words: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and words[place] - words[runs[-1][-1]] <= NEAR:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _rounded(value: float) -> float:
    return round(float(value), DIGITS)
