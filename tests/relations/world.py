"""An invented world: pages of two papers on Greece and Turkey, read by hand, and a ledger of its own."""

from typing import Any

from dragoman.ledger.book import Ledger
from dragoman.model.actor import Actor
from dragoman.model.document import Document, Evidence, Mention, document_id, evidence_at
from dragoman.model.event import PAGE, Event, Place, Status
from dragoman.model.identity import content_id
from dragoman.model.ledger import Clause, Party, RelationFact, Treaty, VisitFact
from dragoman.model.reading import Reading
from dragoman.model.treaty import LevelClaim
from dragoman.vocab import shipped

INTENSITY = {"CONSULT": 4.0, "AID": 10.0, "ACCUSE": -3.0, "MOBILIZE": -6.5, "REQUEST": 0.0, "ASSAULT": -9.0}

GREEK, TURK = "Eleni Markou", "Cem Aydin"


def page(text: str, *, source: str = "The Aegean Courier", published: str | None = "2024-06-20") -> Document:
    """Give a page; each sentence of it is its own evidence."""
    return Document(
        id=document_id(source, None, text), text=text, title=text.split(".")[0], source=source, published=published,
        published_basis="given" if published else None,
    )  # fmt: skip


def sentence(document: Document, start: str) -> Evidence:
    """Cut out the sentence that begins so."""
    at = document.text.index(start)
    return evidence_at(document.text, at, document.text.index(".", at) + 1)


def parties(words: str) -> tuple[Actor, ...]:
    """Read "GRC:Eleni Markou, TUR" as actors."""
    found = []
    for word in filter(None, words.split(", ")):
        code, _, name = word.partition(":")
        found.append(Actor(text=code, start=0, end=3, code=code, name=name or None))
    return tuple(found)


def event(
    document: Document, start: str, actors: str, recipients: str, *, act: str = "CONSULT", mode: str | None = None,
    status: Status = "happened", when: str | None = None, place: str | None = None, **more: Any,
) -> Event:  # fmt: skip
    """Give an event that the sentence beginning with `start` tells of."""
    evidence = sentence(document, start)
    values: dict[str, Any] = {
        "event_type": act, "act": act, "event_mode": mode, "status": status, "polarity": "positive",
        "certainty": "certain", "tense": "past", "holder": PAGE, "actors": parties(actors),
        "recipients": parties(recipients), "when": when, "place": Place(place) if place else None,
        "trigger": Mention(document.text[evidence.start : evidence.start + 3], evidence.start, evidence.start + 3),
        "evidence": evidence, "rank": 1, "confidence": 0.9, "rule": act, "why": "by hand",
        "intensity": INTENSITY[act],
    } | more  # fmt: skip
    key = content_id(document.id, evidence.start, act, mode, when, status, actors)
    return Event(id=key, **values)


def level(document: Document, start: str, label: str, rung: int, status: Status, when: str | None = None) -> LevelClaim:
    """Give a level that a sentence names."""
    return LevelClaim(
        dyad=("GRC", "TUR"), label=label, rung=rung, status=status, when=when, evidence=sentence(document, start)
    )


def reading(document: Document, *events: Event, levels: tuple[LevelClaim, ...] = ()) -> Reading:
    """Give a reading of a page."""
    return Reading(id=document.id, document=document, events=events, levels=levels)


def readings() -> list[Reading]:
    """Give what the papers tell: two visits, three meetings, a plan, a quarrel at sea, aid, and the level."""
    courier = page(
        "Aydin visited Athens on 18 June. He met Markou there a day later. The two had met in May 2023. "
        "Turkey sent a survey ship in March 2024. Markou will visit Ankara in September. "
        "Greece accused Turkey of trespass in 2024. The two states call their ties a strategic partnership."
    )
    post = page(
        "Turkey's president visited Greece on Tuesday. Greece may send aid after the quake. "
        "Analysts expect a military alliance. Aydin first came to Athens in July 2000.",
        source="The Izmir Post",
    )
    old = page(
        "Greece sent aid to Turkey in August 1999. They talked.", source="The Izmir Post", published="2001-01-05"
    )
    host, guest = f"GRC:{GREEK}", f"TUR:{TURK}"
    return [
        reading(
            courier,
            event(courier, "Aydin", guest, "GRC", mode="visit", when="2024-06-18", place="Athens"),
            event(courier, "He met", guest, host, when="2024-06-19"),
            event(courier, "The two had", f"{host}, {guest}", "", when="2023-05"),
            event(courier, "Turkey sent", "TUR", "GRC", act="MOBILIZE", mode="weapons", when="2024-03"),
            event(courier, "Markou will", host, "TUR", mode="visit", status="planned", when="2024-09", place="Ankara"),
            event(courier, "Greece accused", "GRC", "TUR", act="ACCUSE", when="2024"),
            levels=(level(courier, "The two states", "strategic partnership", 5, "ongoing"),),
        ),
        reading(
            post,
            event(post, "Turkey's", guest, "GRC", mode="visit", when="2024-06-18", place="Athens"),
            event(post, "Greece may", "GRC", "TUR", act="AID", status="possible", when="2024-06"),
            event(post, "Aydin first", guest, "GRC", mode="visit", when="2000-07", place="Athens"),
            levels=(level(post, "Analysts", "military alliance", 7, "expected"),),
        ),
        reading(
            old,
            event(old, "Greece sent", "GRC", "TUR", act="AID", when="1999-08"),
            event(old, "They", "GRC, TUR", "", mode="phone"),
        ),
    ]


def ledger(**more: Any) -> Ledger:
    """Give a ledger: relations broken and restored, a pact of defense that ended, a pact of friendship in force."""
    pact = Treaty(
        id="pact", name="Aegean Pact", kind="defense", signed="1934-02-09", in_force="1934-05-01", ended="1941-04-06",
        how="lapsed", parties=(Party("GRC"), Party("TUR")), clauses=(Clause(obligation="defense", duty="aid"),),
        source="an invented register",
    )  # fmt: skip
    friends = Treaty(
        id="friends", name="Treaty of Friendship", kind="friendship", signed="2001-03-01", in_force="2001-06-01",
        parties=(Party("GRC"), Party("TUR")), source="an invented register",
    )  # fmt: skip
    relations = (
        RelationFact("GRC", "TUR", "established", "1930-10-30", "an invented register"),
        RelationFact("GRC", "TUR", "broken", "1974-08-01", "an invented register"),
        RelationFact("GRC", "TUR", "restored", "1976", "an invented register"),
    )
    return Ledger(shipped(), (pact, friends), relations=relations, **more)


LISTED = VisitFact(
    visitor="TUR", host="GRC", begin="2024-06-18", end="2024-06-19", person="President Cem B. Aydin",
    occasion="State visit.", source="a list",
)  # fmt: skip
