"""English for interactions and their intensities."""

from dragoman.relations.nouns import Interaction
from dragoman.render.names import code_name, listed


def number_words(value: float) -> str:
    """Give a sum with its sign: +8, −6.5, 0."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def interaction_words(interaction: Interaction) -> str:
    """Name an interaction by its PLOVER type, who did it to whom, and its intensity."""
    kind = f"{interaction.event_type} {interaction.mode}" if interaction.mode else interaction.event_type
    actors, recipients = (
        listed(code_name(code) for code in side) for side in (interaction.actors, interaction.recipients)
    )
    status = "" if interaction.status == "happened" else f", {interaction.status}"
    towards = f" → {recipients}" if recipients else ""
    return f"{kind}: {actors}{towards}, {number_words(interaction.intensity)}{status}"
