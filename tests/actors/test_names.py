"""Names in a text: which are found, what they stand for on which day, and which only look like names."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.folding import fold
from dragoman.actors.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def codes(vocabulary):
    def find(text: str, on: str | None = None) -> list[tuple[str, str | None]]:
        return [(hit.text, hit.code) for hit in Gazetteer.of(vocabulary).find_names(text, on)]

    return find


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("Turks and Greeks met in Ankara.", None, [("Turks", "TUR"), ("Greeks", "GRC"), ("Ankara", "TUR")]),
        ("The U.S. told us that the UK left.", None, [("U.S.", "USA"), ("UK", "GBR")]),
        ("The Kremlin was silent.", "1975-03-01", [("Kremlin", "SUN")]),
        ("The Kremlin was silent.", "2005-03-01", [("Kremlin", "RUS")]),
        ("Russia built a dam.", "1960", [("Russia", "SUN")]),
        ("Russia built a dam.", None, [("Russia", "RUS")]),
        ("Saigon fell quiet.", "1965-01-01", [("Saigon", "RVN")]),
        ("Saigon fell quiet.", "1995-01-01", [("Saigon", "VNM")]),
        ("South Korea and North Korea talked.", None, [("South Korea", "KOR"), ("North Korea", "PRK")]),
        ("Al-Qaida-linked men fled.", None, [("Al-Qaida", "ALQ")]),
        ("Aid reached Bosnia and Herzegovina.", None, [("Bosnia and Herzegovina", "BIH")]),
        ("Côte d’Ivoire closed its border.", None, [("Côte d’Ivoire", "CIV")]),
        ("Pyongyang met the South Korean side.", None, [("Pyongyang", "PRK"), ("South Korean", "KOR")]),
        ("TEHRAN DENIES THE CHARGE", None, [("TEHRAN", "IRN")]),
    ],
)
def test_names_stand_for_codes_on_a_day(codes, text, on, expected):
    assert codes(text, on) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan played golf.",
        "Latin American exports fell.",
        "She asked who would tell us.",
        "He put turkey and china on the table.",
        "The Paris Agreement entered into force.",
        "THE MAN WHO KNEW LITTLE",
        "It was a nice day in the south.",
    ],
)
def test_words_that_only_look_like_names_are_left(codes, text):
    assert codes(text) == []


def test_a_short_name_needs_its_cue(codes):
    """ "The North" is North Korea only where the text speaks of it."""
    assert ("The North", "PRK") in codes("Pyongyang spoke. The North fired a missile.")
    assert codes("The North of the island flooded.") == []


def test_a_city_of_two_countries_goes_by_the_text(codes):
    assert ("Tripoli", "LBN") in codes("Fighting spread from Beirut to Tripoli.")
    assert ("Tripoli", "LBY") in codes("Fighting spread to Tripoli.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Brussels fined the firm. The European Union was slow.", "EUU"),
        ("Brussels fined the firm.", "BEL"),
        ("The European Union met in Brussels.", "BEL"),
        ("The Belgian premier asked the European Union, and Brussels waited.", "BEL"),
    ],
)
def test_a_seat_of_two_stands_for_the_one_that_the_text_names(codes, text, code):
    assert ("Brussels", code) in codes(text)


def test_two_congos_are_told_apart(codes):
    assert ("Congo", "COG") in codes("Congo closed its river port, Brazzaville said.")
    assert ("Congo", "COD") in codes("Congo closed its river port, Kinshasa said.")


@pytest.fixture(scope="session")
def persons(vocabulary):
    def find(text: str, on: str | None) -> list[tuple[str, str | None, str | None]]:
        hits = Gazetteer.of(vocabulary).find_names(text, on)
        return [(hit.name or "", hit.code, hit.sector) for hit in hits if hit.kind == "person"]

    return find


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("Jimmy Carter spoke.", "1978-05-01", ("Jimmy Carter", "USA", "GOV")),
        ("Jimmy Carter spoke.", "1995-05-01", ("Jimmy Carter", "USA", "ELI")),
        ("President Carter spoke.", "1978-05-01", ("Jimmy Carter", "USA", "GOV")),
        ("Mikhail Gorbachev spoke.", "1990-06-01", ("Mikhail Gorbachev", "SUN", "GOV")),
        ("President Bush spoke.", "1990-06-01", ("George H. W. Bush", "USA", "GOV")),
        ("President Bush spoke.", "2003-06-01", ("George W. Bush", "USA", "GOV")),
        ("Putin spoke.", "2015-06-01", ("Vladimir Putin", "RUS", "GOV")),
        ("Donald Trump spoke.", "2012-05-01", ("Donald Trump", "USA", "ELI")),
        ("Donald Trump spoke.", "2022-05-01", ("Donald Trump", "USA", "ELI")),
    ],
)
def test_persons_go_by_the_day(persons, text, on, expected):
    assert persons(text, on) == [expected]


def test_a_surname_follows_the_full_name(persons):
    """A surname that many bear is taken up once the text has named its bearer in full."""
    assert [name for name, _, _ in persons("Kim Jong-un left. Then Kim returned.", "2019-02-01")] == ["Kim Jong-un"] * 2


@pytest.mark.parametrize("text", ["Kim left the shop.", "Craig Bush scored twice.", "Brown spoke."])
def test_a_bare_surname_that_many_bear_is_nobody(persons, text):
    assert persons(text, "2008-06-01") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maduro closed the border with Venezuela's neighbours.", ["Nicolás Maduro"]),
        ("Macron Visits Kyiv", ["Emmanuel Macron"]),
    ],
)
def test_a_surname_is_told_by_the_states_named_and_stands_in_headlines(persons, text, expected):
    """Presidents of two states are called Maduro."""
    assert [name for name, _, _ in persons(text, None)] == expected


def test_a_country_before_the_name_of_a_body_is_no_given_name(codes):
    assert ("Chad", "TCD") in codes("The Chad Anti-Corruption Commission met.")
    assert codes("Chad Smith drummed.") == []


@given(st.text(max_size=80))
def test_every_hit_is_its_slice(vocabulary, text):
    """Hits are slices of the text, sorted, and do not overlap."""
    hits = Gazetteer.of(vocabulary).find_names(text + " in Iran and the U.S.")

    assert all((text + " in Iran and the U.S.")[hit.start : hit.end] == hit.text for hit in hits)
    assert all(first.end <= second.start for first, second in itertools.pairwise(hits))


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("policeman", "policemen"), ("army", "armies"), ("boss", "bosses"), ("envoy", "envoys")),
        *(("attorney", "attorneys"), ("foreign affairs chief", "foreign affairs chiefs")),
    ],
)
def test_plurals(vocabulary, word, expected):
    assert vocabulary.grammar.plural(word) == expected
