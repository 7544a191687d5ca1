"""Names that together are one, and names with a hyphen."""

import pytest

from dragoman.actors.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def codes(vocabulary):
    def find(text: str) -> list[tuple[str, str | None]]:
        return [(hit.text, hit.code) for hit in Gazetteer.of(vocabulary).find_names(text, "2024-05-06")]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Odessa, Texas.", [("Odessa, Texas", "USA")]),
        ("They met in Lima, Ohio, on Monday.", [("Lima, Ohio", "USA")]),
        ("They met in Vienna, Ga., again.", [("Vienna, Ga.", "USA")]),
        ("They met in Paris, Ontario.", [("Paris, Ontario", "CAN")]),
        ("Lima, Texas and Madrid spoke.", [("Lima", "PER"), ("Texas", "USA"), ("Madrid", "ESP")]),
        ("They met in Lima, Peru.", [("Lima", "PER"), ("Peru", "PER")]),
    ],
)
def test_a_town_with_a_region_behind_it_is_one_place(codes, text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia closed its border.", "GEO"),
        ("Georgia closed its polls, and so did Alabama.", "USA"),
        ("Georgia, a US state, closed its polls.", "USA"),
        ("Georgia closed its embassy in Florida, Tbilisi said.", "GEO"),
    ],
)
def test_two_georgias_are_told_apart(codes, text, code):
    assert ("Georgia", code) in codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Chinese-American teacher left.", [("Chinese-American", "USA")]),
        ("A French-Iranian teacher left.", [("French-Iranian", "FRA")]),
        ("A French-Iranian dancer left.", [("French-Iranian", "FRA")]),
        ("A US-Iranian woman left.", [("US-Iranian", "USA")]),
        ("The Greek-Turkish border opened.", [("Greek", "GRC"), ("Turkish", "TUR")]),
        ("Chinese-American talks failed.", [("Chinese", "CHN"), ("American", "USA")]),
        ("Chinese-Russian troops left.", [("Chinese", "CHN"), ("Russian", "RUS")]),
        ("The Franco-Spanish border opened.", [("Franco", "FRA"), ("Spanish", "ESP")]),
        ("Sino-US trade grew.", [("Sino", "CHN"), ("US", "USA")]),
        ("Anglo-Saxon verse is taught.", []),
    ],
)
def test_a_hyphen_joins_two_states_or_tells_one_person(codes, text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "code"), [("Eq. Guinea", "GNQ"), ("Korea, South", "KOR"), ("D.P.R. Korea", "PRK"), ("S. Sudan", "SSD")]
)
def test_short_names_of_states(codes, text, code):
    assert codes(f"{text} spoke.") == [(text, code)]
