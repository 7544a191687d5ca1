"""Moves that were noted, in lines of text."""

from collections.abc import Iterable, Iterator

from dragoman.record import NotedMove
from dragoman.render.line import one_line


def move_lines(moves: Iterable[NotedMove]) -> Iterator[str]:
    """Give the lines that tell of each move: when it was noted, from what to what, why, and its citations."""
    for noted in moves:
        move = noted.move
        yield f"{noted.noticed}  {one_line(move.name)}: {move.before} → {move.after} (as of {move.day})"
        yield f"    {one_line(move.why)}"
        for cited in move.citations:
            yield f"    “{one_line(cited.quote)}” {one_line(cited.source or '')} {cited.claim or ''}".rstrip()
