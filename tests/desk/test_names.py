"""One resolver of names, for every question alike."""

from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.errors import UsageError
from tests.calling import call


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("RUS", "RUS"),
        ("rus", "RUS"),
        (" Russia ", "RUS"),
        ("russians", "RUS"),
        ("Moscow", "RUS"),
        ("Soviet Union", "SUN"),
        ("USSR", "SUN"),
        ("NATO", "NATO"),
        ("the European Union", "EUU"),
        ("North Korea", "PRK"),
        ("the Gambia", "GMB"),
        ("Cote d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("KOREA", "KOREA"),
        ("nld", "NLD"),
    ],
)
def test_code_name_alias_demonym_and_capital_name_a_state_or_organisation(words: str, code: str) -> None:
    assert Desk().code(words) == code


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("Korea", "KOR (South Korea), KOREA (Korea until 1910), PRK (North Korea)"),
        ("Koreans", "KOR (South Korea), PRK (North Korea)"),
        ("Congo", "COD (Democratic Republic of the Congo), COG (Republic of the Congo)"),
        ("Brussels", "BEL (Belgium), EUU (European Union)"),
    ],
)
def test_what_several_bear_is_asked_back_with_the_choices(words: str, choices: str) -> None:
    with pytest.raises(UsageError) as told:
        Desk().code(words)

    assert str(told.value) == f"'{words}' may be any of {choices}; give the code of one"


@pytest.mark.parametrize("words", ["Atlantis", "", " ", "'", "QQQ"])
def test_what_nothing_bears_is_told(words: str) -> None:
    with pytest.raises(UsageError, match="nothing is known by the name"):
        Desk().code(words)


def test_a_state_is_wanted_where_only_states_have_treaties() -> None:
    with pytest.raises(UsageError, match="'NATO' is NATO, which is no state; give a state's code or name"):
        Desk().state("NATO")


def test_where_only_states_are_wanted_an_organisation_is_no_choice() -> None:
    assert Desk().state("Brussels") == "BEL"


@pytest.mark.parametrize(
    "words",
    [
        ("treaties", "Korea", "USA"),
        ("casus", "--attack", "Korea:USA", "--on", "1953-12-01"),
        ("relations", "Korea", "USA"),
        ("precedents", "USA", "Korea"),
    ],
)
def test_every_question_asks_back_alike(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    told = call(*words)

    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("error: 'Korea' may be any of KOR (South Korea), ")


@pytest.mark.parametrize(
    ("named", "coded"),
    [
        (("treaties", "South Korea", "the United States"), ("treaties", "KOR", "USA")),
        (
            ("casus", "--attack", "North Korea:South Koreans", "--on", "1995-01-01", "--json"),
            ("casus", "--attack", "PRK:KOR", "--on", "1995-01-01", "--json"),
        ),
        (("relations", "Russia", "North Korea", "--json"), ("relations", "RUS", "PRK", "--json")),
        (("precedents", "russian", "dprk", "--json"), ("precedents", "RUS", "PRK", "--json")),
    ],
)
def test_names_and_codes_get_the_same_answer(
    named: tuple[str, ...], coded: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = call(*named)

    assert told.status == 0
    assert told.out == call(*coded).out


def test_a_code_of_long_ago_is_reached_by_itself() -> None:
    assert call("treaties", "KOREA", "JPN").out.startswith("KOREA and Japan")
