"""Invented interactions between Greece and Turkey, and the worked example of docs/alarm.md."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dragoman.alarm import Alarm, alarm
from dragoman.relations.nouns import Interaction
from dragoman.vocab import shipped

TODAY = "2024-06-20"


def interaction(
    kind: str, when: str | None, *, published: str | None = "same", citation: int = 1, **more: Any
) -> Interaction:
    """Give what Greece did to Turkey, of a type or of a type and mode ("ASSAULT drone"), told on its own day."""
    event_type, _, mode = kind.partition(" ")
    scores = shipped().events.intensities
    values: dict[str, Any] = {
        "event_type": event_type, "mode": mode or None, "status": "happened", "when": when, "actors": ("GRC",),
        "recipients": ("TUR",), "intensity": scores.get((event_type, mode), scores[event_type, ""]),
        "published": when if published == "same" else published, "citations": (citation,),
    }  # fmt: skip
    return Interaction(**(values | more))


def alarm_of(interactions: Sequence[Interaction], on: str, **more: Any) -> Alarm:
    """Give the alarm of Greece and Turkey."""
    return alarm("GRC", "TUR", interactions, on, shipped(), **more)


def before(days: int, on: str = TODAY) -> str:
    """Give the ISO day so many days before another; after it if below zero."""
    return (date.fromisoformat(on) - timedelta(days=days)).isoformat()


def worked_example() -> list[Interaction]:
    """Give the interactions of the worked example."""
    return [
        interaction("MOBILIZE troops", "2024-02-21", citation=1),
        interaction("CONSULT visit", "2024-02-21", citation=2),
        interaction("ASSAULT firearms", "2024-06-20", told_by=4, citation=3),
        interaction("THREATEN", "2024-08-01", published="2024-06-18", status="planned", citation=4),
        interaction("ASSAULT", "2024-06-19", status="denied", citation=5),
    ]


def quarrel(every: int = 20, years: int = 5) -> list[Interaction]:
    """Give the interactions of a dyad in which one accuses the other or sends troops every few days until lately."""
    kinds = ("ACCUSE", "MOBILIZE troops", "THREATEN")
    days = range(30, years * 365, every)
    return [interaction(kinds[n % 3], before(day), citation=n + 1) for n, day in enumerate(reversed(days))]
