"""The tables of the watch are whole, and each sign's example is read as that sign."""

from collections.abc import Iterator

import pytest

from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.model.ledger import OBLIGATIONS
from dragoman.vocab.watch.agencies import table
from dragoman.vocab.watch.weights import Sign, signs, treaty_words, weights
from dragoman.vocab.watch.words import holds
from dragoman.watch.matching import acts_of, bearing
from dragoman.watch.nouns import DeedCondition


@pytest.fixture(scope="module")
def coder() -> Iterator[Coder]:
    yield Coder()


def test_nothing_but_what_happened_or_goes_on_is_done() -> None:
    assert {status for status, weight in weights().items() if weight == "done"} == {"happened", "ongoing"}


@pytest.mark.parametrize(("line", "row"), table("statuses.csv"), ids=lambda item: str(item)[:20])
def test_each_weight_has_a_reason(line: int, row: dict[str, str]) -> None:
    assert row["reason"].strip()


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: f"{sign.deed}-{sign.sign}")
def test_each_sign_s_example_weighs_as_the_table_says(sign: Sign, coder: Coder) -> None:
    (found,) = coder.read_all([Document(id="x", text=sign.example, published="2024-05-02")])
    states = {actor.code for event in found.events for actor in (*event.actors, *event.recipients) if actor.code}
    deed = "AID" if sign.deed == "*" else sign.deed
    word = sign.example.rstrip(".").split()[-1]
    who, to = (sorted(states)[:1], sorted(states)[1:])
    weighed = {
        found_bearing.weight
        for one, other in ((who, to), (to, who))
        for event in found.events
        if event.act == sign.sign
        and (
            found_bearing := bearing(
                DeedCondition(acts=(deed,), who=tuple(one), to=tuple(other), words=(word, *sign.example.split()[:1])),
                event,
            )
        )
    }

    assert sign.weighs in weighed


def test_a_condition_asks_for_its_own_acts_and_their_signs() -> None:
    assert acts_of(DeedCondition(acts=("AID",), who=("CHL",))) == ("AID", "AGREE", "REQUEST", "REJECT")


def test_every_obligation_has_words_and_every_word_an_example() -> None:
    assert set(treaty_words()) == {*OBLIGATIONS, "force"}
    assert all(holds(row["example"], [row["words"]]) for _, row in table("treaty_words.csv"))


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
