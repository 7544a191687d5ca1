"""The words that the brief is written with, read from `vocab/data/en/wording`."""

from functools import cache
from typing import Any

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.vocab.yaml_file import read_yaml


class Phrase(Struct, frozen=True):
    """How one kind of event is said: four verb forms, and what follows with and without a recipient."""

    key: str
    plain: str
    past: str
    participle: str
    ing: str
    whom: str
    alone: str
    example: str

    def after(self, whom: str) -> str:
        """Give what follows the verb."""
        return self.whom.replace("{whom}", whom) if whom else self.alone


@cache
def words() -> dict[str, Any]:
    """Give the table of words.yaml; raises VocabError if it cannot be read."""
    found: dict[str, Any] = _load("words.yaml")
    return found


@cache
def phrases() -> dict[str, Phrase]:
    """Give the phrases of phrases.yaml by what they are for; raises VocabError naming the entry that is malformed."""
    found: dict[str, Phrase] = {}
    for entry in _load("phrases.yaml"):
        phrase = _phrase(entry)
        if phrase.key in found:
            raise VocabError(f"vocab/data/en/wording/phrases.yaml: {phrase.key} stands there twice; keep one")
        found[phrase.key] = phrase
    return found


def _phrase(entry: dict[str, Any]) -> Phrase:
    try:
        plain, past, participle, ing = entry["verb"]
        phrase = Phrase(entry["for"], plain, past, participle, ing, entry["whom"], entry["alone"], entry["example"])
    except (KeyError, TypeError, ValueError) as error:
        raise VocabError(
            f"vocab/data/en/wording/phrases.yaml: {entry!r} lacks a key or a verb form ({error}); see its head"
        ) from error
    if "{whom}" not in phrase.whom:
        raise VocabError(
            f"vocab/data/en/wording/phrases.yaml: {phrase.key}: whom has no {{whom}}; say where the recipient stands"
        )
    return phrase


def phrase_for(rule: str, act: str, mode: str | None) -> Phrase:
    """Give the nearest phrase: for the frame that fired, else for the type with its mode, else for the type."""
    found = phrases()
    return found.get(rule) or found.get(f"{act}/{mode}") or found[act]


def _load(name: str) -> Any:
    return read_yaml("en", "wording", name)
