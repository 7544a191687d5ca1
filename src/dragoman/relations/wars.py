"""The wars between two states, front by front."""

from collections.abc import Iterator

from dragoman.ledger.book import LATEST, Ledger, first_day
from dragoman.relations.citations import Citations
from dragoman.relations.nouns import SharedWar
from dragoman.relations.sides import Sides


def shared_wars(sides: Sides, ledger: Ledger, on: str | None, citations: Citations) -> Iterator[SharedWar]:
    """Yield the fronts on which the two fought each other, of those that had begun by the ISO day `on`, in order."""
    same = ledger.vocabulary.treaties.is_same
    for war in ledger.wars_of(sides.a, sides.b):
        if first_day(war.begin) > (on or LATEST):
            continue
        words = f"{war.name}: {' '.join(war.who)} against {' '.join(war.whom)}, {war.begin} to {war.end or 'today'}"
        began = next((side for side in (sides.a, sides.b) if any(same(side, code) for code in war.who)), None)
        yield SharedWar(
            name=war.name, by=None if war.how == "clash" else began, how=war.how, begin=war.begin, end=war.end,
            citations=citations.enter([ledger.cite(f"{words} ({war.how})", war.source)]),
        )  # fmt: skip
