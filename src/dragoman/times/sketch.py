"""What a time expression says, before it is known which year, week or day the text is at."""

from msgspec import Struct

from dragoman.model.time import TimexType

Relation = tuple[int, str]
"""A step and what it is counted from: (-1, "page") is "last", (1, "reference") is "the following"."""


class Calendar(Struct, frozen=True, kw_only=True):
    """Parts of a calendar date; those left out are to be filled in. `clock` is a TIMEX3 time such as TNI or T15:00.

    `of_year` counts years from the one told of before: 0 in "May of that year".
    """

    start: int
    end: int
    year: int | None = None
    short_year: int | None = None
    of_year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: str | None = None
    holiday: str | None = None
    clock: str | None = None
    week: bool = False
    relation: Relation | None = None


class Offset(Struct, frozen=True, kw_only=True):
    """So many units from the page's date, from the reference time, or from the date that follows; None is "some".

    `ends` marks the end of a unit, which a past verb puts behind the page's date ("peaked by the end of the year").
    """

    start: int
    end: int
    count: float | None
    unit: str
    anchor: str
    clock: str | None = None
    ends: bool = False


class Stated(Struct, frozen=True, kw_only=True):
    """A value that needs no other: a length, a set, the past, a decade.

    `within` is the month or year a length is the beginning of, or the end of (`from_end`).
    """

    start: int
    end: int
    type: TimexType
    value: str
    how: str
    within: Calendar | None = None
    from_end: bool = False


Sketch = Calendar | Offset | Stated
