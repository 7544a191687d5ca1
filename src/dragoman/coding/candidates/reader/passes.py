"""What the encoder is given: a window with its names marked (first pass), and with one trigger marked too (second)."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.candidates.reader.pieces import ACTOR, CLOSE, FIRST, OPEN, SECOND, TYPE, Pieces
from dragoman.coding.candidates.reader.windows import MOST_ACTORS, Window


class Marks:
    """The ids of all marks, looked up once."""

    def __init__(self, pieces: Pieces) -> None:
        """Take the tokenizer."""
        self.begin, self.end = pieces.begin, pieces.end
        self.actors = [pieces.mark(ACTOR, at) for at in range(MOST_ACTORS)]
        self.open, self.close = pieces.mark(OPEN), pieces.mark(CLOSE)
        self.types = [pieces.mark(TYPE, at) for at in range(16)]
        self.first, self.second = pieces.mark(FIRST), pieces.mark(SECOND)


@dataclass(frozen=True)
class Tagged:
    """Input of the first pass: ids, and where each piece of the window stands among them."""

    ids: list[int]
    places: list[int]


@dataclass(frozen=True)
class Asked:
    """Input of the second pass: ids, the place of the trigger, and for each code of the window those of its marks."""

    ids: list[int]
    trigger: int
    actors: list[list[int]]


def tagged(window: Window, marks: Marks) -> Tagged:
    """Put a mark before each name: pieces of one code share one mark."""
    body, places, _ = _body(window, marks)
    return Tagged([marks.begin, marks.first, *body, marks.end], [place + 2 for place in places])


def asked(window: Window, piece: int, kind: int, marks: Marks) -> Asked:
    """Mark the word of a piece as the trigger of an event of a type (its place in EVENT_TYPES)."""
    body, places, actors = _body(window, marks)
    word = window.word_of(piece)
    first, last = places[word[0]], places[word[-1]]
    body = [*body[:first], marks.open, *body[first : last + 1], marks.close, *body[last + 1 :]]

    def moved(place: int) -> int:
        return place + (place >= first) + (place > last) + 3

    ids = [marks.begin, marks.second, marks.types[kind], *body, marks.end]
    return Asked(ids, first + 3, [[moved(place) for place in own] for own in actors])


def _body(window: Window, marks: Marks) -> tuple[list[int], list[int], list[list[int]]]:
    """Give the window's pieces with the marks of names, the place of each piece, and the marks of each code."""
    body: list[int] = []
    places: list[int] = []
    actors: list[list[int]] = [[] for _ in window.codes]
    for at, piece in enumerate(window.pieces):
        for code in window.marks.get(at, ()):
            actors[code].append(len(body))
            body.append(marks.actors[code])
        places.append(len(body))
        body.append(piece)
    return body, places, actors
