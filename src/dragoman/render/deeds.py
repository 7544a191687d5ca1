"""English for deeds and their intensities."""

from dragoman.relations.nouns import Deed
from dragoman.render.names import code_name, listed


def number_words(value: float) -> str:
    """Give a sum with its sign: +8, −6.5, 0."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def deed_words(deed: Deed) -> str:
    """Name a deed by its PLOVER type, who did it to whom, and its intensity."""
    kind = f"{deed.event_type} {deed.mode}" if deed.mode else deed.event_type
    actors, recipients = (listed(code_name(code) for code in side) for side in (deed.actors, deed.recipients))
    status = "" if deed.status == "happened" else f", {deed.status}"
    towards = f" → {recipients}" if recipients else ""
    return f"{kind}: {actors}{towards}, {number_words(deed.intensity)}{status}"
