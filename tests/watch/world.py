"""An invented world for the watch: pages of three papers on Chile and Peru, read by hand."""

from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.document import Document, Mention, document_id, evidence_at
from dragoman.model.event import PAGE, About, Event, Holder, Status
from dragoman.model.identity import content_id
from dragoman.model.reading import Reading
from dragoman.record.nouns import EventClaim
from dragoman.watch.nouns import DeedCondition, RedLine

RADAR = "radar"


def page(text: str, *, published: str | None = "2024-05-02", source: str | None = "Andes Post") -> Document:
    """Give a page."""
    return Document(
        id=document_id(source, None, text), text=text, title=text.split(".")[0], source=source, published=published,
        published_basis="given" if published else None,
    )  # fmt: skip


def actors(codes: str) -> tuple[Actor, ...]:
    """Give actors by their codes."""
    return tuple(Actor(text=code, start=0, end=1, code=code) for code in codes.split())


def event(
    document: Document, start: str, who: str = "CHL", to: str = "PER", *, act: str = "AID", mode: str | None = None,
    status: Status = "happened", when: str | None = None, holder: str | None = None, code: str | None = None,
    about: tuple[str, ...] = (), rule: str = "AID.military",
) -> Event:  # fmt: skip
    """Give an event told by the sentence of a page that begins so."""
    at = document.text.index(start)
    evidence = evidence_at(document.text, at, document.text.index(".", at) + 1)
    return Event(
        id=content_id(document.id, at, act, who, to, status, when, rule), event_type=act, act=act, event_mode=mode,
        status=status, polarity="positive", certainty="certain", tense="past",
        holder=Holder("source", holder, 0, 1, code) if holder else PAGE, actors=actors(who), recipients=actors(to),
        when=when, about=tuple(About(kind, kind, 0, 1) for kind in about), trigger=Mention("x", at, at + 1),
        evidence=evidence, rank=1, confidence=0.9, rule=rule, why="by hand", intensity=10.0,
    )  # fmt: skip


def reading(document: Document, *events: Event, **held: Any) -> Reading:
    """Give a reading of a page."""
    return Reading(id=document.id, document=document, events=events, **held)


def told(text: str = "Chile sent a radar to Peru.", **said: Any) -> Reading:
    """Give a page of one sentence that tells of one event."""
    kept = {name: said.pop(name) for name in ("source", "published") if name in said}
    made = page(text, **kept)
    return reading(made, event(made, text[:5], **said))


def seen(text: str = "Chile sent a radar to Peru.", **said: Any) -> EventClaim:
    """Give what the record would give of a page of one event."""
    made = told(text, **said)
    return EventClaim(event=made.events[0], document=made.document.head, story=made.document.id)


def line(*conditions: DeedCondition, **more: Any) -> RedLine:
    """Give a red line: by default, that Chile gives Peru a radar."""
    deed = DeedCondition(acts=("AID",), who=("CHL",), to=("PER",), words=(RADAR,))
    values: dict[str, Any] = {"name": "radar", "title": "Chile gives Peru a radar"} | more
    return RedLine(conditions=conditions or (deed,), **values)
