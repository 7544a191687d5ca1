"""The day a text was published, as the tables need it: a partial ISO date."""

import re

from dragoman.vocab import Vocabulary

_ISO = re.compile(r"^\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WRITTEN = re.compile(
    r"^(?:(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]+)|(?P<month2>[A-Za-z]+)\s+(?P<day2>\d{1,2}))\.?,?\s+(?P<year>\d{4})$"
)


def first_day(date: str | None, vocabulary: Vocabulary) -> str | None:
    """Give the first day, month or year of a date as a partial ISO date, or None if there is none to read.

    Reads ISO 8601 and EDTF ("2024-06-18/2024-06-19" begins on the 18th) and written dates ("12 April 2022").
    """
    text = (date or "").strip()
    iso = _ISO.match(text)
    if iso:
        return iso[0]
    written = _WRITTEN.match(text)
    if not written:
        return None
    month = _month(written["month"] or written["month2"], vocabulary.times.months)
    day = int(written["day"] or written["day2"])
    return f"{written['year']}-{month:02}-{day:02}" if month and 0 < day < 32 else None


def _month(word: str, months: dict[str, int]) -> int:
    """Give the number of a month by its name or a shortened form of three letters or more; 0 for none."""
    low = word.lower()
    return next((number for name, number in months.items() if len(low) > 2 and name.startswith(low)), 0)
