"""A time expression as TIMEX3 sees it."""

from typing import Literal

from msgspec import Struct

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(Struct, frozen=True):
    """A time expression: character span, words, TIMEX3 type and value.

    `edtf` is the same time as an EDTF string where it names a point or an interval (None for durations and sets);
    `how` says in a few words what it was worked out from.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    edtf: str | None = None
    how: str = ""
