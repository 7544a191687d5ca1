"""How time grows with the length of a page and the meetings of a dyad, as ratios: doubling costs at most 2.2 times.

Time of the processor is taken, the least of ROUNDS, and what a run of a tenth of the length takes is set aside as
what any page costs.
"""

import itertools
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.relations.encounters import together
from dragoman.relations.nouns import Encounter
from dragoman.vocab import shipped

MOST, ROUNDS = 2.2, 2
STATES = ("Chile", "Kenya", "Norway", "Peru", "Ghana", "Japan", "Poland", "Oman", "Laos", "Cuba")
KINDS = {
    "deeds": "{a} recalled its ambassador to {b} on {day}. {b} accused {a} of spying, an official said.",
    "counted meetings": "The presidents of {a} and {b} held their third meeting on {day}.",
    "references": "{a} met {b} on {day}. The two countries signed a pact. It said that the government would send aid.",
    "times": "Since the war, {a} has met {b} in recent months, two days after the vote of {day}, and will in 90 days.",
    "names": "Putin met Kim. The minister of {a} visited {b} on {day}, and troops there opened fire.",
}  # fmt: skip


def page(kind: str, sentences: int) -> Document:
    pairs = itertools.cycle(itertools.permutations(STATES, 2))
    days = (date(1990, 1, 1) + timedelta(number) for number in itertools.count())
    told = (
        KINDS[kind].format(a=a, b=b, day=f"{day.day} {day:%B %Y}")
        for (a, b), day, _ in zip(pairs, days, range(sentences), strict=False)
    )
    return Document(id="page", text="\n\n".join(told), published="2024-03-05")


def seconds(run: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def ratio(run: Callable[[int], object], size: int) -> float:
    """Give the time of twice the size over that of once, 2 where time grows with the size."""
    tenth, once, twice = (seconds(partial(run, n)) for n in (size // 10, size, 2 * size))
    return (twice - tenth) / (once - tenth) * (0.9 / 1.9) * 2


@pytest.fixture(scope="module")
def coder() -> Coder:
    coder = Coder(shipped())
    coder.read(page("deeds", 20))
    return coder


@pytest.mark.parametrize("kind", KINDS)
def test_doubling_a_page_doubles_its_time(coder: Coder, kind: str) -> None:
    growth = ratio(lambda sentences: coder.read(page(kind, sentences)), 800)

    print(f"{kind}: {growth:.2f}")
    assert growth <= MOST


def test_doubling_the_meetings_of_a_dyad_doubles_the_time() -> None:
    def meetings(count: int) -> list[Encounter]:
        days = (date(1900, 1, 1) + timedelta(4 * number) for number in range(count))
        return [
            Encounter(kind="meeting", status="happened", when=day.isoformat(), people={}, told_by=1) for day in days
        ]

    growth = ratio(lambda count: together(meetings(count)), 4000)

    print(f"meetings: {growth:.2f}")
    assert growth <= MOST
