"""Noun phrases without a parse: state and PLOVER sector."""

import pytest

from dragoman.actors.countries import country_of
from dragoman.actors.dates import first_day
from dragoman.actors.flat import resolve_phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian police", [("PER", "COP")]),
        ("Iran-backed Houthi fighters", [("YEM", "REB")]),
        ("pro-Russian separatists", [(None, "REB")]),
        ("the Israeli-occupied West Bank", [("PSE", "CVL")]),
        ("Colombian FARC rebels", [("COL", "REB")]),
        ("EU foreign ministers", [("EUU", "GOV")]),
        ("the U.S.-led coalition", [("USA", None)]),
        ("Polish and Czech diplomats", [("POL", "GOV"), ("CZE", "GOV")]),
        ("Poles and Czechs", [("POL", None), ("CZE", None)]),
        ("ministers from Chile and Peru", [("CHL", "GOV"), ("PER", "GOV")]),
        ("the German ambassador to France", [("DEU", "GOV")]),
        ("residents of Gaza", [("PSE", "CVL")]),
        ("Finland's supreme court", [("FIN", "JUD")]),
        ("members of the junta", [(None, "GOV")]),
        ("spokesman for the rebels", [(None, "REB")]),
        ("a former Pentagon official", [("USA", "ELI")]),
        ("an opposition leader", [(None, "OPP")]),
        ("Kenyan opposition leaders", [("KEN", "OPP")]),
        ("the Jordanian parliament", [("JOR", "LEG")]),
        ("UN peacekeepers", [("UNO", "MIL")]),
        ("Taliban soldiers", [("AFG", "REB")]),
        ("Manila", [("PHL", "GOV")]),
        ("Cebu", [("PHL", "CVL")]),
        ("dairy farmers in Wales", [("GBR", "AGR")]),
        ("a refugee from Eritrea", [("ERI", "REF")]),
        ("soldiers and nurses", [(None, "MIL"), (None, "MED")]),
        ("a Syria-based human rights group", [("SYR", "SOC")]),
        ("Abkhazia", [("GEO", "PRE")]),
        ("Greenpeace activists", [("GRP", "NGO")]),
        ("the British secretary of state", [("GBR", "GOV")]),
    ],
)
def test_phrases_have_state_and_sector(vocabulary, text, expected):
    assert [(actor.code, actor.sector) for actor in resolve_phrase(text, None, vocabulary)] == expected


def test_what_nothing_resolves_keeps_its_words(vocabulary):
    actor = resolve_phrase("a purple umbrella", None, vocabulary)[0]

    assert (actor.text, actor.code, actor.sector) == ("a purple umbrella", None, None)


def test_a_title_alone_names_who_held_the_office(vocabulary):
    """ "The Russian president" of 1995 is Yeltsin."""
    assert resolve_phrase("the Russian president", "1995-03-01", vocabulary)[0].name == "Boris Yeltsin"
    assert resolve_phrase("the Russian president", None, vocabulary)[0].name is None


def test_an_owner_is_not_the_person_meant(vocabulary):
    actor = resolve_phrase("Putin's envoy", "2015-03-01", vocabulary)[0]

    assert (actor.code, actor.sector, actor.name) == ("RUS", "GOV", None)


def test_every_actor_is_its_slice(vocabulary):
    text = "Senior Polish and Czech officials, and farmers in Spain"

    actors = resolve_phrase(text, None, vocabulary)

    assert [actor.text for actor in actors] == [text[actor.start : actor.end] for actor in actors]


@pytest.mark.parametrize(
    ("code", "expected"), [("TUR", "TUR"), ("UNO", "IGO"), ("AMN", "NGO"), ("ALQ", "IMG"), (None, ""), ("QQQ", "")]
)
def test_codes_of_bodies_have_the_country_of_the_codebook(vocabulary, code, expected):
    assert country_of(code, vocabulary) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-06-18/2024-06-19", "2024-06-18"),
        ("2024-06", "2024-06"),
        ("12 April 2022", "2022-04-12"),
        ("April 12, 2022", "2022-04-12"),
        ("201X", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_dates_give_their_first_day(vocabulary, date, expected):
    assert first_day(date, vocabulary) == expected
