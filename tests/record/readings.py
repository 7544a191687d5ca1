"""Readings made by hand: what a page says, without reading a page."""

from dragoman.model.actor import Actor
from dragoman.model.document import Document, Mention, document_id, evidence_at
from dragoman.model.event import PAGE, About, Event, Place, Status
from dragoman.model.identity import content_id
from dragoman.model.reading import Notice, Reading, Rejected
from dragoman.model.time import Timex
from dragoman.model.treaty import Check, LevelClaim, OrdinalClaim, TreatyClaim

VISIT = "The president of Russia visited North Korea on Tuesday and met its leader in the rain."


def document(
    text: str, *, source: str | None = "Test Post", published: str | None = "2024-06-19", title: str = ""
) -> Document:
    """Give a document of this text."""
    return Document(
        id=document_id(source, None, text), text=text, title=title or None, source=source, published=published,
        published_basis="given" if published else None,
    )  # fmt: skip


def actor(code: str | None, *, name: str | None = None, text: str = "X") -> Actor:
    """Give an actor; its place in the text does not matter here."""
    return Actor(text=text, start=0, end=len(text), code=code, name=name)


def event(
    page: Document, *, actors: str = "RUS", recipients: str = "PRK", act: str = "CONSULT",
    mode: str | None = "visit", status: Status = "happened", when: str | None = "2024-06-18",
    place: Place | None = None, persons: str | None = None, about: tuple[str, ...] = (),
    start: int = 0, end: int | None = None, trigger: int = 0,
) -> Event:  # fmt: skip
    """Give an event whose evidence is `text[start:end]` of the page and whose trigger begins `trigger` behind that."""
    found = Event(
        id="", event_type=act, act=act, event_mode=mode, status=status, polarity="positive", certainty="certain",
        tense="past", holder=PAGE,
        actors=tuple(actor(code, name=persons) for code in actors.split()),
        recipients=tuple(actor(code) for code in recipients.split()), when=when, place=place,
        about=tuple(About(kind, "x", 0, 1) for kind in about),
        trigger=Mention("visited", start + trigger, start + trigger + 7),
        evidence=evidence_at(page.text, start, len(page.text) if end is None else end), rank=1, confidence=0.9,
        rule="visit.1", why="a frame fired", intensity=1.0,
    )  # fmt: skip
    key = (page.id, found.trigger.start, act, when, [a.code for a in (*found.actors, *found.recipients)])
    return Event(**{name: getattr(found, name) for name in Event.__struct_fields__} | {"id": content_id(*key)})


def reading(page: Document, *events: Event, **held: object) -> Reading:
    """Give a reading of the page."""
    return Reading(id=page.id, document=page, events=events, **held)  # type: ignore[arg-type]


def one_visit(text: str = VISIT, **said: object) -> Reading:
    """Give a reading of a page that tells of one visit."""
    kept = {name: said.pop(name) for name in ("source", "published", "title") if name in said}
    page = document(text, **kept)  # type: ignore[arg-type]
    return reading(page, event(page, **said))  # type: ignore[arg-type]


def full() -> Reading:
    """Give a reading that holds one of everything."""
    page = document(
        "Russia visited North Korea. A third meeting. The 1961 treaty. Partners now. Nothing here.", title="All"
    )
    passages = [evidence_at(page.text, start, end) for start, end in ((28, 44), (45, 61), (62, 75), (76, 89))]
    return reading(
        page,
        event(page, start=0, end=27),
        times=(Timex(49, 53, "1961", "DATE", "1961", "1961"),),
        ordinals=(OrdinalClaim(ordinal=3, what="meeting", evidence=passages[0]),),
        treaties=(TreatyClaim(name="treaty", parties=("SUN", "PRK"), signed="1961", evidence=passages[1]),),
        levels=(LevelClaim(dyad=("PRK", "RUS"), label="partners", rung=3, status="happened", evidence=passages[2]),),
        checks=(Check(claim="treaty of 1961", verdict="agrees", evidence=passages[1]),),
        rejected=(Rejected("no actor", passages[3]), Rejected("no actor", passages[3])),
        notices=(Notice("furniture", number=1), Notice("piece", "Home", line=1, role="navigation")),
    )
