"""The actor tables hold together, and every name is found in a sentence and stands for its state there."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.actors.gazetteer import Gazetteer
from dragoman.errors import VocabError
from dragoman.vocab import shipped
from dragoman.vocab.actors import ActorTables, Name
from dragoman.vocab.tables import Folder

TABLES = shipped().actors

SECTORS = frozenset((
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI",
    "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO", "",
))  # fmt: skip
"""The sector codes of the PLOVER codebook, and IGO and NGO for international bodies."""

CARRIER = {
    "country": "On Monday {} asked for talks.",
    "people": "On Monday three {} officials left.",
    "capital": "On Monday {} asked for talks.",
    "seat": "On Monday the {} asked for talks.",
    "place": "On Monday two bombs exploded in {}.",
    "short": "On Monday {} asked for talks.",
}
"""The sentence in which a name of each kind is looked for if its row gives no example."""


def test_every_country_has_one_row_and_a_three_letter_code():
    """A code is three capital letters, and a successor is itself a code of the table."""
    countries = TABLES.countries

    assert len(countries) >= 250
    assert [code for code in countries if not re.fullmatch("[A-Z]{3}", code)] == []
    assert [row for row in countries.values() if row.successor and row.successor not in countries] == []


@pytest.mark.parametrize("code", ["SUN", "DDR", "YUG", "SCG", "CSK", "YMD", "VDR", "ZAR"])
def test_former_states_have_a_beginning_an_end_and_a_successor(code):
    row = TABLES.countries[code]

    assert row.kind == "former" and row.begin < row.end and row.successor


def test_names_stand_for_codes_of_the_table():
    bad = [name for name in TABLES.names if name.kind != "region" and name.code not in TABLES.countries]

    assert bad == []


def test_every_state_has_a_name_and_a_people():
    """States that exist have a row of kind country; almost all have one of kind people."""
    kinds = {(name.code, name.kind) for name in TABLES.names}
    states = [row.code for row in TABLES.countries.values() if row.kind == "state"]

    assert [code for code in states if (code, "country") not in kinds] == []
    assert len([code for code in states if (code, "people") not in kinds]) <= 3


def test_no_name_has_two_readings_that_nothing_tells_apart():
    """Two rows of one alias differ by their dates or by a guard; the guard "only" itself tells its states apart."""
    names = [name for name in TABLES.names if not name.guard.startswith("only")]
    rows = Counter((name.alias, name.begin, name.end, name.guard) for name in names)

    assert [row for row, count in rows.items() if count > 1] == []


def test_sectors_are_those_of_the_codebook():
    words = {word.sector for word in TABLES.sector_words} | {body.sector for body in TABLES.organisations}
    titles = {office.sector for office in TABLES.offices.values()} | {name.sector for name in TABLES.names}

    assert words | titles <= SECTORS


def test_a_word_has_one_sector_in_each_role():
    roles = Counter((word.word, word.role) for word in TABLES.sector_words)

    assert [role for role, count in roles.items() if count > 1] == []


def test_organisations_have_one_code_each_and_belong_to_a_country_or_to_none():
    bodies = TABLES.organisations

    assert [code for code, count in Counter(body.code for body in bodies).items() if count > 1] == []
    assert [body for body in bodies if body.country and body.country not in TABLES.countries] == []
    assert {body.code for body in bodies} & set(TABLES.countries) == set()


@pytest.mark.parametrize(
    "code",
    ["UNO", "NATO", "EUU", "IAE", "AFU", "ASN", "ARL", "OSC", "WTO", "IMF", "WBG", "ICC", "ICJ", "OPC", "GCC", "WHO"],
)
def test_the_fixed_codes_of_organisations_are_there(code):
    assert code in {body.code for body in TABLES.organisations}


def sentence_for(name: Name) -> str:
    """Give the example of a name, or a sentence made for its kind that also holds what its guard asks for."""
    kind, _, words = name.guard.partition(":")
    country = TABLES.countries[name.code].name
    before = {"self": f"{country} is near. ", "only": f"{country} is near. ", "cue": f"{words.split(';')[0]} is near. "}
    return name.example or before.get(kind, "") + CARRIER[name.kind].format(name.alias)


def test_every_name_is_found_in_its_example():
    """Each alias stands for its code in its example, or in a sentence made for its kind, on a day when it holds."""
    gazetteer = Gazetteer.of(shipped())
    missed = []
    for name in TABLES.names:
        if name.kind != "region":
            day = name.begin or (name.end and name.end[:4] + "-01-01") or None
            hits = gazetteer.find_names(sentence_for(name), day)
            if not any(hit.code == name.code and hit.text.casefold() == name.alias.casefold() for hit in hits):
                missed.append((name.alias, name.code, sentence_for(name), hits))

    assert missed == []


def test_every_organisation_is_found_by_each_of_its_names():
    gazetteer = Gazetteer.of(shipped())
    missed = []
    for body in TABLES.organisations:
        for alias in (body.name, *body.aliases):
            hits = gazetteer.find_names(f"On Monday {alias} asked for talks.", None)
            if not body.guards.get(alias, "").startswith("self") and not any(hit.name == body.name for hit in hits):
                missed.append((alias, body.name, hits))

    assert missed == []


@pytest.mark.parametrize("alias", [row.alias for row in TABLES.names if row.kind == "region"][::7])
def test_words_that_stand_for_no_state_hide_the_names_in_them(alias):
    """ "Latin America" is not America, "the Korean War" not Korea."""
    assert Gazetteer.of(shipped()).find_names(f"On Monday the {alias} was in the news.") == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("alias,code\nTurkey,TUR\n", r"actors/names\.csv, line 1: .*kind"),
        ("alias,code,kind,sector,begin,end,guard,example\nTurkey,TUR,country,,,,,,x\n", r"actors/names\.csv, line 2"),
    ],
    ids=["a column is missing", "a cell too many"],
)
def test_a_row_that_cannot_be_read_is_named_in_the_error(tmp_path: Path, table: str, told: str):
    (tmp_path / "names.csv").write_text(table, encoding="utf-8")

    with pytest.raises(VocabError, match=told):
        _ = ActorTables(Folder(tmp_path, "actors"), TABLES.world).names
