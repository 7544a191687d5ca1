"""People at their first mention: with office and state, as the page names them."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.render.words.names import capital, code_name, with_details
from dragoman.vocab import Vocabulary


def introductions(events: Iterable[Event], vocabulary: Vocabulary) -> dict[str, str]:
    """Give how people are introduced, by how lines name them: "Turkey (Cem Aydin)", "Turkish President Cem Aydin".

    Only those whom the page names with their office somewhere.
    """
    found: dict[str, str] = {}
    for event in events:
        for actor in (*event.actors, *event.recipients):
            said = introduction(actor, vocabulary)
            if said and actor.code and actor.name:
                found.setdefault(with_details(code_name(actor.code, vocabulary), [actor.name]), said)
    return found


def introduction(actor: Actor, vocabulary: Vocabulary) -> str | None:
    """Give a person with office and state in the page's words; a state that they lack is added. None without office."""
    if actor.code is None or actor.name is None:
        return None
    said = " ".join(actor.text.split()).removeprefix("The ").removeprefix("the ")
    words, parts = said.split(), actor.name.split()
    at = next((n for n, word in enumerate(words) if word in parts), 0)
    if at == 0 or words[-1] != parts[-1]:
        return None
    head = " ".join(words[:at])
    state = next((name for name in _names_of(vocabulary).get(actor.code, ()) if f"{head} ".startswith(f"{name} ")), "")
    if head.removeprefix(state).strip().lower() not in vocabulary.actors.offices:
        return None
    return said if state else f"{said} of {code_name(actor.code, vocabulary)}"


def _names_of(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    return vocabulary.made(_NamesByCode).names


class _NamesByCode:
    """The names and adjectives of each state, the longest first."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        names: dict[str, list[str]] = {}
        for name in vocabulary.actors.names:
            names.setdefault(name.code, []).append(name.alias)
        self.names = {code: tuple(sorted(several, key=len, reverse=True)) for code, several in names.items()}


def introduce(said: str, pending: dict[str, str]) -> str:
    """Put introductions into a line for people not named before; those it introduces are `pending` no more."""
    for known in list(pending):
        for form, words in ((known, pending[known]), (capital(known), capital(pending[known]))):
            if form in said:
                said = said.replace(form, words, 1)
                del pending[known]
                break
    return said
