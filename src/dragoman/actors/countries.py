"""Codes of states: which are states, which follow which, and what the codebook calls the others."""

from functools import cache

from dragoman.vocab import actors as tables

INTERNATIONAL = {"IGO": "IGO", "NGO": "NGO", "IMG": "IMG"}
"""Kinds of international bodies that the codebook puts in the place of a country (its table of non-state actors)."""


@cache
def _bodies() -> dict[str, str]:
    return {body.code: INTERNATIONAL[body.kind] for body in tables.organisations() if body.kind in INTERNATIONAL}


def country_of(code: str | None) -> str:
    """Give the country of an actor's code: the code itself for a state, IGO, NGO or IMG for an international body."""
    if code is None:
        return ""
    return code if code in tables.countries() else _bodies().get(code, "")
