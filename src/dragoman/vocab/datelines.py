"""How an agency's dispatch opens: "ROME, March 12 (Example News) -- "; none of it is part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dragoman.vocab import Vocabulary


class Dateline(NamedTuple):
    """The opening of a dispatch: its characters, the date and the agency as printed (None where there is none)."""

    start: int
    end: int
    date: str | None
    agency: str | None


class Datelines:
    """Finds datelines; `vocabulary.made(Datelines)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: what a dateline looks like, the names of cities and of agencies."""
        self._form = vocabulary.intake.expressions["dateline"]
        self._cities = frozenset(n.alias.lower() for n in vocabulary.actors.names if n.kind in ("capital", "place"))
        sources = vocabulary.intake.sources
        self._agencies = frozenset(row["name"].lower() for row in sources) | frozenset(
            alias.lower() for row in sources for alias in row["aliases"].split(";") if alias
        )

    def find(self, text: str) -> Iterator[Dateline]:
        """Yield the datelines at the beginning of lines."""
        for match in self._form.finditer(text):
            agency = match["agency"] or match["wire"]
            if match.end() < len(text) and self._is_one(match, agency):
                yield Dateline(match.start(), match.end(), match["date"], agency)

    def _is_one(self, match: re.Match[str], agency: str | None) -> bool:
        """Tell whether what looks like a dateline is one: how sure its mark is decides what else it must name."""
        date, mark = match["date"], match["mark"].strip()
        city = (match["capitals"] or match["place"] or "").lower() in self._cities
        known = agency is not None and agency.lower() in self._agencies
        if match["capitals"]:
            return bool(known or date) if not mark else bool(mark != ":" or agency or date or city)
        if match["place"]:
            parted = not date or match.string[match.start("date") - 2] == ","
            return bool(mark and parted and (date or known or (agency and city)))
        return bool(agency and mark not in ("", ":"))
