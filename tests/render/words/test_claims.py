"""Claims other than events in words, and what is said of any: who vouches, how its date was found."""

import pytest
from msgspec.structs import replace

from dragoman.model.event import Anchor, Holder, WhenBasis
from dragoman.model.reading import Reading
from dragoman.render.words.claims import clause_words, holder_words, level_words, ordinal_words, when_found
from dragoman.vocab import shipped
from tests.render.conftest import events, mention


def test_who_vouches_is_named_unless_it_is_the_page(reading: Reading) -> None:
    assert holder_words(Holder("source", *mention("Analysts")), "expected", reading.document, shipped()) == "Analysts"
    assert holder_words(Holder("page"), "happened", reading.document, shipped()) is None


def test_what_the_page_urges_is_the_pages_own_urging(reading: Reading) -> None:
    assert holder_words(Holder("page"), "urged", reading.document, shipped()) == "the editorial"


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
