"""What looks like a time and is none."""

import pytest

from dragoman.times import find_times
from dragoman.vocab import Vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "April Lindqvist spoke to the envoy.",
        "The envoy April Lindqvist spoke.",
        "The Feb. 9 Movement was banned.",
        "The 17 March Brigade withdrew.",
        "The Sunday Courier wrote so.",
        "The Winter Games opened.",
        "About 1950 letters came.",
        "The yard holds 1990 containers.",
        "They bought 2010 rifles.",
        "Agenda 2030 was praised.",
    ],
)
def test_names_and_counts_are_no_times(vocabulary: Vocabulary, text: str) -> None:
    assert find_times(text, "2024-06-19", vocabulary) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In April Russia spoke.", ["2024-04"]),
        ("The April NATO talks failed.", ["2024-04"]),
        ("On Sunday Norway spoke.", ["2024-06-16"]),
        ("The Feb. 9 attack was condemned.", ["2024-02-09"]),
        ("In 1990 containers were burnt.", ["1990"]),
        ("They came in winter.", ["2023-WI"]),
        ("In Winter Russia came.", ["2023-WI"]),
        ("The Spring Offensive failed.", ["2024-SP"]),
        ("The pre-war February Peace Congress met.", ["2024-02"]),
        ("They met about 1950 and left.", ["1950"]),
        ("They met in April.", ["2024-04"]),
    ],
)
def test_times_beside_capitals_and_plurals_stay_times(vocabulary: Vocabulary, text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(text, "2024-06-19", vocabulary)] == values


def test_a_month_that_is_a_surname_in_the_text_is_one_where_no_preposition_of_time_stands(
    vocabulary: Vocabulary,
) -> None:
    text = "Theresa May met the envoy. Critics of May spoke. In May she left."

    assert [(time.start, time.value) for time in find_times(text, "2024-06-19", vocabulary)] == [
        (text.index("May she"), "2024-05")
    ]
