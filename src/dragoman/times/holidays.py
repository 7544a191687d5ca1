"""The days of feasts and commemorations, year by year, from holidays.csv."""

from datetime import date, timedelta

from dragoman.vocab import Vocabulary

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLACES = ("first", "second", "third", "fourth")
"""How a rule of the table writes a weekday of a month, in every language; "last" is the last of them."""


class Holidays:
    """The holidays of a vocabulary, by their names without spaces, lower case, with and without apostrophe."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary that lists them."""
        table = {row["name"].lower().replace(" ", ""): row for row in vocabulary.times.holidays}
        self._rows = table | {name.replace("'", ""): row for name, row in table.items()}

    def month(self, name: str) -> int:
        """Give the month of a holiday; March for one that goes by Easter."""
        return int(self._rows[name]["month"] or 3)

    def day(self, name: str, year: int) -> date:
        """Give the day of a holiday in a year (western Easter by the rule of the Gregorian calendar)."""
        row = self._rows[name]
        rule = row["rule"].split()
        if not rule:
            return date(year, int(row["month"]), int(row["day"]))
        if rule[0] == "easter":
            return easter(year) + timedelta(int(rule[1]))
        month, weekday = int(row["month"]), WEEKDAYS.index(rule[1])
        first = date(year, month, 1)
        days = [first + timedelta((weekday - first.weekday()) % 7 + 7 * week) for week in range(5)]
        days = [day for day in days if day.month == month]
        return days[-1] if rule[0] == "last" else days[PLACES.index(rule[0])]


def easter(year: int) -> date:
    """Give the day of Easter Sunday (J. Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)
