"""Invented courses, a table of costs with round numbers, and relations out of the invented world."""

from dragoman.precedents.align import Symbol
from dragoman.precedents.nouns import Course, Step
from dragoman.vocab.courses import Costs

COSTS = Costs(
    same={"visit": 2.0, "force": 4.0, "talks": 1.0, "agreement": 2.0},
    alike={("visit", "talks"): 0.5, ("talks", "visit"): 0.5},
    half=0.75, across=0.5, again=0.25, gap=0.5,
)  # fmt: skip

V, F, T, A = Symbol("visit", 1), Symbol("force", 1), Symbol("talks", 0), Symbol("agreement", 0)
"""Steps as they are aligned: a visit and a use of force by the first state, talks and an agreement of both."""


def steps(words: str, year: int = 1900) -> tuple[Step, ...]:
    """Read "visit:A talks force:B": a step a year, by the side behind the colon."""
    found = []
    for n, word in enumerate(words.split()):
        kind, _, by = word.partition(":")
        found.append(Step(kind=kind, when=str(year + n), by=by or None, words=f"{kind} {n}", source="an invented book"))
    return tuple(found)


def course(key: str, words: str, *, a: str = "GRC", b: str = "TUR", year: int = 1900, named: bool = False) -> Course:
    """Give a course of some steps."""
    return Course(
        key=key, name=key.title(), a=a, b=b, origin="named" if named else "record", steps=steps(words, year),
        about="An invented course" if named else "", outcome="It ended well." if named else "",
    )  # fmt: skip
