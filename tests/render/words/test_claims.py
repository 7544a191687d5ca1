"""Claims other than events in words, and what is said of any: who vouches, how its date was found."""

import pytest
from msgspec.structs import replace

from dragoman.model.event import Anchor, Holder, Status, WhenBasis
from dragoman.model.reading import Reading
from dragoman.model.treaty import Check
from dragoman.render.words.claims import (
    check_words,
    clause_words,
    level_words,
    ordinal_words,
    vouching_words,
    when_found,
)
from dragoman.vocab import shipped
from tests.render.conftest import events, mention


def test_who_vouches_is_named_unless_it_is_the_page(reading: Reading) -> None:
    analysts = Holder("source", *mention("Analysts"))

    assert vouching_words(analysts, "expected", reading.document, shipped()) == "according to Analysts"
    assert vouching_words(Holder("page"), "happened", reading.document, shipped()) is None


@pytest.mark.parametrize(
    ("status", "acting", "words"),
    [
        ("happened", {"EST"}, "claimed by Russia"),
        ("happened", {"RUS"}, "announced by Russia"),
        ("planned", {"RUS"}, "announced by Russia"),
        ("expected", {"EST"}, "according to Russia"),
        ("denied", {"RUS"}, "denied by Russia"),
    ],
)
def test_one_sides_word_on_another_is_a_claim_and_on_itself_none(
    status: Status, acting: set[str], words: str, reading: Reading
) -> None:
    moscow = Holder("source", *mention("Moscow"), code="RUS")

    assert vouching_words(moscow, status, reading.document, shipped(), acting) == words


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the Russian navy", "the Russian navy"),
        ("officials", "officials"),
        ("Moscow", "Russia"),
        ("The Russian navy", "the Russian navy"),
    ],
)
def test_a_source_is_named_as_the_page_does_but_a_capital_by_its_state(said: str, name: str, reading: Reading) -> None:
    holder = Holder("source", said, 0, len(said), code="RUS")

    assert vouching_words(holder, "happened", reading.document, shipped(), {"EST"}) == f"claimed by {name}"


def test_bystanders_speak_for_no_side(reading: Reading) -> None:
    residents = Holder("source", "local residents", 0, 15, code="RUS")

    assert vouching_words(residents, "happened", reading.document, shipped(), {"RUS"}) == "according to local residents"


def test_a_check_names_states_and_days_in_words() -> None:
    check = Check(
        claim="peace treaty of ISR and JOR, signed 1994", verdict="agrees", against="Treaty (signed 1994-10-26)",
        how=None, evidence=events()[0].evidence,
    )  # fmt: skip

    assert check_words(check, shipped()) == (
        "agrees: peace treaty of Israel and Jordan, signed 1994; Treaty (signed 26 October 1994)"
    )


def test_what_the_page_urges_is_the_pages_own_urging(reading: Reading) -> None:
    assert vouching_words(Holder("page"), "urged", reading.document, shipped()) == "urged by the editorial"


def test_a_recount_says_how_it_came_out(reading: Reading) -> None:
    assert ordinal_words(reading.ordinals[0]) == "counted as the second visit; earlier: May 2023; 1 year apart: agrees"


def test_a_clause_says_duty_and_trigger(reading: Reading) -> None:
    assert clause_words(reading.treaties[0].clauses[0]) == "clause “armed attack”, defense: if a party is attacked, aid"


def test_a_level_says_its_status(reading: Reading) -> None:
    assert level_words(reading.levels[0], shipped()) == "Finland and Norway: “friendly relations” (current)"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("stated", "dated stated with the event"),
        ("governor", "dated stated with “said”, which governs it"),
        ("anchored", "dated counted from “said”, which is dated 2024-06"),
        ("elsewhere", "dated 2024-06 in this sentence; the same event is dated 2024-06-18 elsewhere"),
        ("previous sentence", "dated no time stated: that of the sentence before"),
        ("reported", "dated no time stated: reported on the page's date"),
    ],
)
def test_how_a_date_was_found_is_said(basis: WhenBasis, words: str) -> None:
    dated = replace(events()[0], when="2024-06-18", when_basis=basis, when_anchor=Anchor("said", "2024-06"))

    assert when_found(dated) == words
    assert when_found(replace(dated, when=None)) == ""


def test_a_recount_past_the_tenth_is_said_in_figures(reading: Reading) -> None:
    assert ordinal_words(replace(reading.ordinals[0], ordinal=22)).startswith("counted as the 22nd visit; ")
