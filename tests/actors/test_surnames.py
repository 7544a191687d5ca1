"""What stands beside a surname: titles, ranks and states that speak for or against a leader."""

import pytest

from dragoman.actors.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def codes(vocabulary):
    def find(text: str, on: str | None = "2024-05-06") -> list[tuple[str, str | None]]:
        return [(hit.text, hit.code) for hit in Gazetteer.of(vocabulary).find_names(text, on)]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Judge Putin ruled.",
        "Senator Macron spoke.",
        "Ms. Putin spoke.",
        "Captain Kim sailed.",
        "Gen. Kim retired.",
        "Dr. Singh left.",
        "Professor Macron wrote.",
        "Senator Jordan spoke.",
        "Mr. Israel spoke.",
        "Governor Chad left.",
    ],
)
def test_a_title_of_others_makes_a_surname_nobody_we_know(codes, text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("President Putin spoke.", ("Putin", "RUS")),
        ("Mr. Putin spoke.", ("Putin", "RUS")),
        ("Gen. Haftar spoke.", ("Haftar", "LBY")),
        ("Minister Lavrov spoke.", ("Lavrov", "RUS")),
        ("Xi spoke.", ("Xi", "CHN")),
    ],
)
def test_a_title_that_fits_tells_the_leader(codes, text, person):
    assert codes(text) == [person]


def test_a_surname_of_another_state_is_not_the_leader(codes):
    assert codes("Modi of Nepal spoke.") == [("Nepal", "NPL")]
    assert codes("Modi of India spoke.") == [("Modi", "IND"), ("India", "IND")]


def test_the_full_name_before_it_goes_before_the_title(codes):
    assert ("Meloni", "ITA") in codes("Giorgia Meloni arrived. Ms. Meloni spoke.")


def test_two_titled_leaders_in_one_sentence_are_each_found(codes):
    assert codes("President Biden met President Putin.") == [("Biden", "USA"), ("Putin", "RUS")]


def test_the_very_office_goes_before_a_like_one(codes):
    """A president and a premier of two states are called Johnson."""
    assert codes("President Johnson spoke.", "1966-05-06") == [("Johnson", "USA")]
    assert codes("President Johnson spoke.") == []
