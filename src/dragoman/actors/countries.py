"""Codes of states: which are states, which follow which, and what the codebook calls the others."""

from dragoman.vocab import Vocabulary

INTERNATIONAL = {"IGO": "IGO", "NGO": "NGO", "IMG": "IMG"}
"""Kinds of international bodies that the codebook puts in the place of a country (its table of non-state actors)."""


def country_of(code: str | None, vocabulary: Vocabulary) -> str:
    """Give the country of an actor's code: the code itself for a state, IGO, NGO or IMG for an international body."""
    if code is None:
        return ""
    return code if code in vocabulary.actors.countries else vocabulary.made(_bodies).get(code, "")


def _bodies(vocabulary: Vocabulary) -> dict[str, str]:
    bodies = vocabulary.actors.organisations
    return {body.code: INTERNATIONAL[body.kind] for body in bodies if body.kind in INTERNATIONAL}
