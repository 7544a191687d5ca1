"""The tables of the watch are whole, and each sign's example is read as that sign."""

from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.model.ledger import OBLIGATIONS
from dragoman.vocab import shipped
from dragoman.vocab.tables import Row
from dragoman.vocab.weights import Sign
from dragoman.vocab.word_search import holds
from dragoman.watch.matching import Matcher
from dragoman.watch.nouns import DeedCondition, TreatyCondition

WEIGHTS, MATCHER = shipped().weights, Matcher(shipped())


def table(name: str, *columns: str) -> list[Row]:
    """Give the rows of a table of the watch."""
    return list(WEIGHTS.folder.rows(name, *columns))


@pytest.fixture(scope="module")
def coder() -> Iterator[Coder]:
    yield Coder(shipped())


def test_nothing_but_what_happened_or_goes_on_is_done() -> None:
    assert {status for status, weight in WEIGHTS.of_status.items() if weight == "done"} == {"happened", "ongoing"}


@pytest.mark.parametrize("row", table("statuses.csv", "status", "weighs", "reason"), ids=lambda row: row["status"])
def test_each_weight_has_a_reason(row: Row) -> None:
    assert row["reason"].strip()


@pytest.mark.parametrize("sign", WEIGHTS.signs, ids=lambda sign: f"{sign.deed}-{sign.sign}")
def test_each_sign_s_example_weighs_as_the_table_says(sign: Sign, coder: Coder) -> None:
    (found,) = coder.read_all([Document(id="x", text=sign.example, published="2024-05-02")])
    states = {actor.code for event in found.events for actor in (*event.actors, *event.recipients) if actor.code}
    deed = "AID" if sign.deed == "*" else sign.deed
    one, other = tuple(sorted(states)[:1]), tuple(sorted(states)[1:])
    ways = [
        DeedCondition(acts=(deed,), who=who, to=to, words=(sign.example.split()[-1].rstrip("."),))
        for who, to in ((one, other), (other, one))
    ]
    acts = [event for event in found.events if event.act == sign.sign]
    weighed = {told.weight for way in ways for event in acts if (told := MATCHER.bearing(way, event))}

    assert sign.weighs in weighed


def test_a_condition_asks_for_its_own_acts_and_their_signs() -> None:
    assert MATCHER.acts_of(DeedCondition(acts=("AID",), who=("CHL",))) == ("AID", "AGREE", "REQUEST", "REJECT")


def test_every_obligation_has_words_and_every_word_an_example() -> None:
    assert set(WEIGHTS.treaty_words) == set(OBLIGATIONS)
    assert all(holds(row["example"], [row["words"]]) for row in table("treaty_words.csv", "kind", "words", "example"))


@pytest.mark.parametrize(
    "row", table("treaty_frames.csv", "frame", "binds", "reason", "example"), ids=lambda row: row["frame"]
)
def test_each_frame_on_a_treaty_reads_its_example(row: Row, coder: Coder) -> None:
    (found,) = coder.read_all([Document(id="x", text=row["example"], published="2024-05-02")])

    condition = TreatyCondition(treaty="defense", between=("MYS", "THA"), binds=WEIGHTS.treaty_frames[row["frame"]])
    weights_found = {event.rule: MATCHER.bearing(condition, event) for event in found.events}
    assert weights_found[row["frame"]] is not None
    assert weights_found[row["frame"]].weight == "done"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The defense treaty between Malaysia and Thailand will come into force next month.",
        "If the defense treaty between Malaysia and Thailand takes effect, Singapore will protest.",
        "The defense treaty between Malaysia and Thailand is expected to take effect in May.",
        "Malaysia may sign a defense treaty with Thailand.",
        "The defense treaty between Malaysia and Thailand is a scrap of paper.",
    ],
)
@pytest.mark.parametrize("binds", ["in force", "signed"])
def test_a_treaty_that_does_not_bind_yet_is_never_done(text: str, binds: Any, coder: Coder) -> None:
    (found,) = coder.read_all([Document(id="x", text=text, published="2024-05-02")])

    condition = TreatyCondition(treaty="defense", between=("MYS", "THA"), binds=binds)
    weighed = [told.weight for event in found.events if (told := MATCHER.bearing(condition, event))]
    assert "done" not in weighed


@pytest.mark.parametrize(
    ("words", "sentence", "found"),
    [
        ("nuclear submarine", "It got Nuclear-Submarines.", True),
        ("re-entry", "The re entry of warheads.", True),
        ("radar", "A paradar came.", False),
        ("SLBM", "technologies for SLBMs’ flight", True),
    ],
)
def test_words_are_found_whatever_stands_between_them(words: str, sentence: str, found: bool) -> None:
    assert holds(sentence, [words]) is found
