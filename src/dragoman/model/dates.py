"""The one check of dates that a person gives: strict ISO and EDTF, days that there are, years 0001 to 2999."""

from datetime import date
from typing import Literal, TypeVar

from dragoman.errors import DateError
from dragoman.model.when import EdtfError, bounds, precision

Form = Literal["day", "date", "time"]
Given = TypeVar("Given", bound=str | None)

WANTED: dict[Form, tuple[frozenset[str], str]] = {
    "day": (frozenset({"day"}), "a day, as 2024-06-19"),
    "date": (frozenset({"day", "month", "year"}), "2024-06-19, 2024-06 or 2024"),
    "time": (
        frozenset({"day", "month", "season", "year", "decade", "century", "interval"}),
        "2024-06-19, 2024-06, 2024 or 2024-06-18/2024-06-19",
    ),
}
"""What is wanted: how fine it may be (`model.when.precision`), and how it is written."""

LAST = date(2999, 12, 31)
"""Later days are slips of the hand; and what lies so far behind them can still be counted."""


def checked_date(given: Given, name: str, form: Form = "date") -> Given:
    """Give a date back if it is one: a `day`; a `date` (day, month or year); a `time` (EDTF with both its ends).

    None, for no date, comes back too. `name` says in the error what the date is for. Raises DateError: what was given,
    what is wanted.
    """
    if given is None:
        return given
    fine, wanted = WANTED[form]
    try:
        known = precision(given) in fine and bounds(given)[1] <= LAST
    except EdtfError:
        known = False
    if not known or (form != "time" and given[-1] in "~?%"):
        raise DateError(f"{name}: {given!r} is no date that fits; write {wanted}, of the years 0001 to 2999")
    return given


def date_of_row(given: str, name: str = "date") -> str:
    """Give the EDTF date of a row of a table; a time of day behind it is left out. Raises DateError."""
    return checked_date(given.partition("T")[0].strip(), name, "time")
