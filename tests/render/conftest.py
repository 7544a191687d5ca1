"""A reading made by hand, of a page written for it, with an event of every status."""

from typing import Any

import pytest

from dragoman.model.actor import Actor
from dragoman.model.document import Document, Evidence, Mention, document_id, evidence_at
from dragoman.model.event import PAGE, About, Condition, Event, Holder, Place, Status
from dragoman.model.reading import Notice, Reading, Rejected
from dragoman.model.treaty import Check, ClauseClaim, LevelClaim, OrdinalClaim, TreatyClaim
from dragoman.render.pages.brief import brief_sheet
from dragoman.render.sheet import Sheet
from dragoman.vocab import shipped

TEXT = """Norwegian Prime Minister Jonas Gahr Store on Tuesday visited Helsinki. It is his second trip to Finland \
after one in May 2023. Finland is supplying ammunition to Ukraine.

The two governments will sign a pact on 5 July. Analysts expect Sweden to join the talks. If Russia sends a warship to \
the Baltic, NATO must respond. Norway wants drones from Finland and its help with radar. Oslo should listen to Kyiv.

Russia may have tested a missile. Moscow denied that its aircraft attacked Estonia. Latvia did not meet Belarus.

In 1949 Norway signed the treaty that founded NATO. The friendly relations of Finland and Norway may become \
an alliance."""


def sentence(start: str) -> Evidence:
    """Cut the sentence that begins with these words out of the text."""
    at = TEXT.index(start)
    return evidence_at(TEXT, at, TEXT.index(".", at) + 1)


def mention(words: str) -> tuple[str, int, int]:
    """Give words with their offsets in the text."""
    at = TEXT.index(words)
    return words, at, at + len(words)


def actor(code: str | None, words: str, name: str | None = None, sector: str | None = None) -> Actor:
    """Name an actor where its words first stand in the text."""
    text, start, end = mention(words)
    return Actor(text=text, start=start, end=end, code=code, name=name, sector=sector)


def event(
    act: str, status: Status, start: str, trigger: str, actors: list[Actor], whom: list[Actor], **more: Any
) -> Event:
    """Make an event out of the sentence that begins with `start`."""
    values: dict[str, Any] = {
        "event_type": act, "act": act, "event_mode": None, "polarity": "positive", "certainty": "certain",
        "tense": "past", "holder": PAGE, "rank": 1, "confidence": 0.9, "rule": f"{act}.none", "intensity": 0.0,
        "why": f"verb “{trigger}”",
    } | more  # fmt: skip
    return Event(
        id=f"{start[:9]}-{trigger}", status=status, actors=tuple(actors), recipients=tuple(whom),
        trigger=Mention(*mention(trigger)), evidence=sentence(start), **values,
    )  # fmt: skip


def events() -> tuple[Event, ...]:
    """Make the events of the page, one or more of every status."""
    store, finland = actor("NOR", "Norwegian Prime Minister", "Jonas Gahr Store"), actor("FIN", "Finland")
    norway, russia = actor("NOR", "Norway"), actor("RUS", "Russia")
    condition = Condition(*mention("If Russia sends a warship to the Baltic"))
    return (
        event("CONSULT", "happened", "Norwegian", "visited", [store], [finland], event_mode="visit", when="2024-06-18",
              place=Place("Helsinki", "FIN"), when_basis="stated"),
        event("CONSULT", "happened", "It is", "trip", [store], [finland], event_mode="visit", when="2023-05"),
        event("AID", "ongoing", "Finland is", "supplying", [finland], [actor("UKR", "Ukraine")], rule="AID.military",
              about=(About("arms", *mention("ammunition")),)),
        event("AGREE", "planned", "The two", "sign", [norway, finland], [], rule="SUPPORT.ratify", when="2024-07-05"),
        event("CONSULT", "expected", "Analysts", "join", [actor("SWE", "Sweden")], [finland], when="2024-07",
              holder=Holder("source", *mention("Analysts"))),
        event("THREATEN", "conditional", "If Russia", "respond", [actor("NATO", "NATO")], [], rule="THREATEN.respond",
              condition=condition),
        event("MOBILIZE", "conditional", "If Russia", "sends", [russia], [], event_mode="weapons", condition=condition),
        event("REQUEST", "sought", "Norway wants", "wants", [norway], [finland], event_mode="yield",
              about=(About("arms", *mention("drones")),)),
        event("REQUEST", "sought", "Norway wants", "help", [norway], [finland], event_mode="assist"),
        event("CONSULT", "urged", "Oslo", "listen", [norway], [actor("UKR", "Kyiv")]),
        event("MOBILIZE", "possible", "Russia may", "tested", [russia], [], rule="MOBILIZE.test"),
        event("ASSAULT", "denied", "Moscow", "attacked", [russia], [actor("EST", "Estonia")], event_mode="aerial",
              holder=Holder("source", *mention("Moscow"), code="RUS")),
        event("CONSULT", "negated", "Latvia", "meet", [actor("LVA", "Latvia")], [actor("BLR", "Belarus")]),
        event("AGREE", "happened", "In 1949", "signed", [norway], [actor("NATO", "NATO")], rule="SUPPORT.ratify",
              when="1949"),
    )  # fmt: skip


def make_reading(**changes: Any) -> Reading:
    """Make the whole reading; `changes` replace fields of its document."""
    values: dict[str, Any] = {
        "id": document_id("The Skagen Post", None, TEXT), "text": TEXT, "title": "A busy week in Helsinki",
        "section": ("Home", "Opinion"), "source": "The Skagen Post", "kind": "editorial", "published": "2024-06-19",
        "published_basis": "given",
    } | changes  # fmt: skip
    rejected = [Rejected(f"“{word}”: no actor", Evidence(*mention(word)[1:], word)) for word in ("trip", "pact")]
    trip, found, level = sentence("It is"), sentence("In 1949"), sentence("The friendly")
    clause = ClauseClaim(
        name="armed attack", obligation="defense", trigger="a party is attacked", duty="aid", evidence=found
    )
    treaty = TreatyClaim(
        name="the treaty that founded NATO", parties=("NATO", "NOR"), signed="1949", clauses=(clause,), evidence=found
    )
    count = OrdinalClaim(
        ordinal=2, what="visit", earlier=("2023-05",), interval_years=1, consistent=True, evidence=trip
    )
    check = Check(
        claim="treaty of 1949", verdict="agrees", against="ledger: 1949-04-04", how="same year", evidence=found
    )
    return Reading(
        id=values["id"],
        document=Document(**values),
        events=events(),
        ordinals=(count,),
        treaties=(treaty,),
        levels=(LevelClaim(dyad=("FIN", "NOR"), label="friendly relations", rung=3, status="ongoing", evidence=level),),
        checks=(check,),
        rejected=tuple(rejected),
        notices=(Notice("furniture", number=1), Notice("piece", "Share", line=2, role="tool")),
    )


@pytest.fixture
def reading() -> Reading:
    """Give the whole reading."""
    return make_reading()


@pytest.fixture
def brief(reading: Reading) -> Sheet:
    """Give the brief of the whole reading."""
    return arrange(reading)


def arrange(reading: Reading) -> Sheet:
    """Describe the brief of a reading in the shipped words."""
    return brief_sheet(reading, shipped())
