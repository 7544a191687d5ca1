"""Actors by name: "Russia (Vladimir Putin)", "the European Union", “the experts” where nothing resolves the words."""

from collections.abc import Iterable, Sequence

from dragoman.model.actor import Actor
from dragoman.vocab import shipped

NOBODY = "someone not named"


def code_name(code: str) -> str:
    """Give the name of a state or organisation, with "the" where English wants it; the code if it has no name."""

    country = shipped().actors.countries.get(code)
    name = country.name if country else _organisation_names().get(code, code)
    name = shipped().wording.words["short_names"].get(code, name)
    return f"the {name}" if _takes_article(name) else name


def _organisation_names() -> dict[str, str]:

    return {body.code: body.name for body in reversed(shipped().actors.organisations)}


def _takes_article(name: str) -> bool:
    head = name.split(" of ")[0].split(" for ")[0].split()
    return (
        bool(head)
        and head[-1] in shipped().wording.words["article_heads"]
        and name not in shipped().wording.words["no_article"]
    )


def actor_words(actors: Sequence[Actor]) -> str:
    """Name the actors of one side of an event; those of one code and sector together. Empty for none."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for actor in actors:
        name = code_name(actor.code) if actor.code else f"“{actor.text}”"
        details = grouped.setdefault((name, _sector(actor)), [])
        if actor.name and actor.name not in [*details, name] and not name.endswith(actor.name):
            details.append(actor.name)
    return listed(_with_details(name, [sector, *people]) for (name, sector), people in grouped.items())


def _with_details(name: str, details: list[str]) -> str:
    inside = ", ".join(detail for detail in details if detail)
    return f"{name} ({inside})" if inside else name


def _sector(actor: Actor) -> str:
    """Name the sector of those who are neither the government nor named."""
    if actor.code is None or actor.name:
        return ""
    return str(shipped().wording.words["sectors"].get(actor.sector or "", "")) if _is_country(actor.code) else ""


def _is_country(code: str) -> bool:

    return code in shipped().actors.countries


def listed(names: Iterable[str]) -> str:
    """Join names as English does: a, b and c."""
    several = list(names)
    return several[0] if len(several) == 1 else " and ".join(filter(None, [", ".join(several[:-1]), *several[-1:]]))


def same_actor(a: Actor, b: Actor) -> bool:
    """Tell whether two mentions are one actor to the reader: same code and sector, no two different persons."""
    if a.code is None or b.code is None:
        return a.text == b.text and a.code == b.code
    return (
        a.code == b.code
        and (a.sector or "GOV") == (b.sector or "GOV")
        and (not a.name or not b.name or a.name == b.name)
    )
