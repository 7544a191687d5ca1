"""What a name can stand for, and the rules of case, date and context that say whether it does in a text."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.actors.folding import fold
from dragoman.vocab.actors import ActorTables


class NameEntry(NamedTuple):
    """One reading of an alias."""

    alias: str
    code: str
    sector: str
    kind: str
    name: str
    begin: str = ""
    end: str = ""
    guard: str = ""

    def holds_on(self, day: str | None) -> bool:
        """Tell if the reading holds on `day` (a partial ISO date); without a day, the reading of today holds."""
        if day is None:
            return not self.end
        return (not self.begin or self.begin[: len(day)] <= day) and (not self.end or day <= self.end + "~")


def key_of(alias: str) -> str:
    """Give the folded form under which an alias is looked up."""
    return fold(alias).strip()


def fits_case(alias: str, text: str, start: int) -> bool:
    """Tell if `text` at `start` has capitals wherever the alias has them."""
    return all(text[start + place].isupper() for place, char in enumerate(alias) if char.isupper())


def entries(tables: ActorTables) -> Iterator[NameEntry]:
    """Give every reading of every alias in the tables but persons."""
    for name in tables.names:
        yield NameEntry(name.alias, name.code, name.sector, name.kind, "", name.begin, name.end, name.guard)
    for body in tables.organisations:
        code = body.country or (body.code if body.kind in ("IGO", "NGO", "IMG") else "")
        for alias in (body.name, *body.aliases):
            yield NameEntry(alias, code, body.sector, body.kind, body.name, guard=body.guards.get(alias, ""))
