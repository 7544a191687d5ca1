"""Actors by name: "Russia (Vladimir Putin)", "the European Union", “the experts” where nothing resolves the words."""

from collections.abc import Iterable, Sequence

from dragoman.model.actor import Actor
from dragoman.vocab import Vocabulary

NOBODY = "someone not named"

NTH = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def code_name(code: str, vocabulary: Vocabulary) -> str:
    """Give the name of a state or organisation, with "the" where English wants it; the code if it has no name."""
    name = label_name(code, vocabulary)
    return f"the {name}" if _takes_article(name, vocabulary) else name


def label_name(code: str, vocabulary: Vocabulary) -> str:
    """Name a state or organisation without an article, as a label."""
    country = vocabulary.actors.countries.get(code)
    name = country.name if country else vocabulary.made(organisation_names).get(code, code)
    return str(vocabulary.wording.words["short_names"].get(code, name))


def organisation_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Give the names of organisations by code; of several with one code, that of the first."""
    return {body.code: body.name for body in reversed(vocabulary.actors.organisations)}


def _takes_article(name: str, vocabulary: Vocabulary) -> bool:
    head, words = name.split(" of ")[0].split(" for ")[0].split(), vocabulary.wording.words
    return bool(head) and head[-1] in words["article_heads"] and name not in words["no_article"]


def dyad_words(a: str, b: str, vocabulary: Vocabulary) -> str:
    """Name two states, as a title."""
    return capital(f"{code_name(a, vocabulary)} and {code_name(b, vocabulary)}")


def capital(words: str) -> str:
    """Give words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def actor_words(actors: Sequence[Actor], vocabulary: Vocabulary) -> str:
    """Name the actors of one side of an event; those of one code and sector together. Empty for none."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for actor in actors:
        name = code_name(actor.code, vocabulary) if actor.code else f"“{actor.text}”"
        people = grouped.setdefault((name, _sector(actor, vocabulary)), [])
        if actor.name and actor.name not in [*people, name] and not name.endswith(actor.name):
            people.append(actor.name)
    return listed(with_details(name, [sector, *people]) for (name, sector), people in grouped.items())


def with_details(name: str, details: Iterable[str]) -> str:
    """Give a name with what is told of it in brackets: persons, a sector; what is empty is left out."""
    inside = ", ".join(detail for detail in details if detail)
    return f"{name} ({inside})" if inside else name


def _sector(actor: Actor, vocabulary: Vocabulary) -> str:
    """Name the sector of those who are neither the government nor named."""
    if actor.code is None or actor.name or actor.code not in vocabulary.actors.countries:
        return ""
    if actor.sector == "CVL" and not actor.text.split()[-1].islower():
        return ""  # a place that is hit is no people
    return str(vocabulary.wording.words["sectors"].get(actor.sector or "", ""))


def same_actor(a: Actor, b: Actor) -> bool:
    """Tell whether two mentions are one actor to the reader: same code and sector, no two different persons."""
    if a.code is None or b.code is None:
        return a.text == b.text and a.code == b.code
    return (
        a.code == b.code
        and (a.sector or "GOV") == (b.sector or "GOV")
        and (not a.name or not b.name or a.name == b.name)
    )


def listed(names: Iterable[str]) -> str:
    """Join names as English does: a, b and c."""
    several = list(names)
    return several[0] if len(several) == 1 else " and ".join(filter(None, [", ".join(several[:-1]), *several[-1:]]))


def nth_words(number: int) -> str:
    """Give an ordinal number: in letters up to the tenth."""
    if 0 < number < len(NTH):
        return NTH[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
