"""What an HTML page says about itself in its head, apart from its visible text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageFacts:
    """Facts from meta elements and JSON-LD: `types` are schema.org types; `guessed_day` is htmldate's finding."""

    title: str | None = None
    section: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    published: str | None = None
    guessed_day: str | None = None
    types: tuple[str, ...] = ()
