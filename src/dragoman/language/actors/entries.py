"""What a name can stand for, and the rules of case, date and context that say whether it does in a text."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.actors.folding import fold
from dragoman.vocab.actors import tables


class Entry(NamedTuple):
    """One reading of an alias. `capitals` are the places in the alias that must be capitals in the text."""

    alias: str
    code: str
    sector: str
    kind: str
    name: str
    begin: str = ""
    end: str = ""
    guard: str = ""
    capitals: tuple[int, ...] = ()

    def holds_on(self, day: str | None) -> bool:
        """Tell if the reading holds on `day` (a partial ISO date); without a day, the reading of today holds."""
        if day is None:
            return not self.end
        return (not self.begin or self.begin[: len(day)] <= day) and (not self.end or day <= self.end + "~")

    def fits_case(self, text: str, start: int) -> bool:
        """Tell if `text` at `start` has capitals wherever the alias has them."""
        return all(text[start + place].isupper() for place in self.capitals)


def key_of(alias: str) -> str:
    """Give the folded form under which an alias is looked up."""
    return fold(alias).strip()


def capitals_of(alias: str) -> tuple[int, ...]:
    """Give the places of the capitals in an alias, except of small words that may stand in lower case."""
    return tuple(place for place, char in enumerate(alias) if char.isupper())


def entries() -> Iterator[Entry]:
    """Give every reading of every alias in the tables but persons."""
    for name in tables.names():
        yield Entry(
            name.alias, name.code, name.sector, name.kind, "", name.begin, name.end, name.guard, capitals_of(name.alias)
        )
    for body in tables.organisations():
        code = body.country or (body.code if body.kind in ("IGO", "NGO", "IMG") else "")
        for alias in (body.name, *body.aliases):
            guard = body.guards.get(alias, "")
            yield Entry(alias, code, body.sector, body.kind, body.name, guard=guard, capitals=capitals_of(alias))
