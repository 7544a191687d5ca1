"""A page's date inferred from its text."""

from collections.abc import Callable

import pytest

from dragoman.times import find_times, infer_published
from dragoman.vocab import Vocabulary

Infer = Callable[[str], tuple[str, str] | None]


@pytest.fixture(scope="session")
def inferred(vocabulary: Vocabulary) -> Infer:
    return lambda text: infer_published(text, find_times(text, None, vocabulary), vocabulary)


def test_an_interval_up_to_now_is_counted_from_the_earlier_date(inferred: Infer) -> None:
    text = (
        "The minister arrived in Lima on Monday. She first came three months after the vote in March 1998. "
        "Her second visit took place after 21 years. The two had met in Quito in May 2017 and fell out in 1975."
    )
    assert inferred(text) == ("2019", "21 years from 1998-06 (three months after the vote in March 1998)")


def test_a_first_in_so_many_years_is_counted_too(inferred: Infer) -> None:
    text = "It is the first visit in 12 years. The last was in 2003. A pact was signed in 2014."
    assert inferred(text) == ("2015", "12 years from 2003 (2003)")


def test_an_interval_with_its_own_date_says_nothing_of_the_page(inferred: Infer) -> None:
    text = "He was jailed in 1962. In 1990 he walked free after 27 years. He spoke on Monday."
    assert inferred(text) is None


@pytest.mark.parametrize(
    "text", ["Nothing is dated here.", "They met on Tuesday.", "It began in 1914 and ended in 1918."]
)
def test_nothing_is_inferred_where_nothing_tells(inferred: Infer, text: str) -> None:
    assert inferred(text) is None


def test_the_latest_date_named_forces_nothing(inferred: Infer) -> None:
    assert inferred("They signed in 2015 and spoke on Monday.") is None


def test_a_date_to_come_is_not_the_latest(inferred: Infer) -> None:
    text = (
        "It is the first visit in 12 years. The last was in 2003. A pact was signed in 2014. The dam will open in 2031."
    )
    assert inferred(text) == ("2015", "12 years from 2003 (2003)")
