"""What moved: a change of a red line's status or of an alarm's band, with the sentences it stands on."""

from typing import Literal

from msgspec import Struct

from dragoman.model.citation import Citation


class Move(Struct, frozen=True, kw_only=True):
    """A change of a red line's status or of an alarm's band: what it was and is, on which day asked for, and why.

    `name` is that of the line, or of the dyad ("PRK-RUS"); `definition` is a hash of the line as it was written, empty
    where that is not known any more.
    """

    id: str
    kind: Literal["line", "alarm"]
    name: str
    definition: str
    before: str
    after: str
    day: str
    why: str
    citations: tuple[Citation, ...] = ()
