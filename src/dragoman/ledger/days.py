"""EDTF dates as days: when a spell begins and ends."""

from dragoman.model.when import bounds


def first_day(edtf: str) -> str:
    """Give the first ISO day of an EDTF date. A beginning known only to the year counts from its first day."""
    return edtf if len(edtf) == 10 else bounds(edtf)[0].isoformat()


def day_after(edtf: str | None) -> str:
    """Give the first ISO day on which something that ended at `edtf` was over; no date gives a day that never comes.

    A day means that on this day it bound no more. A year or a month: it ended some time within, and the whole counts.
    """
    if edtf is None:
        return "9999-12-31"
    return edtf if len(edtf) == 10 else bounds(edtf)[1].isoformat() + "~"
