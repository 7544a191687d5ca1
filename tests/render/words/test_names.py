"""States, organisations and persons by name."""

import pytest

from dragoman.render.words.names import actor_words, code_name, nth_words
from dragoman.vocab import shipped
from tests.render.conftest import actor


@pytest.mark.parametrize(
    ("code", "name"),
    [("RUS", "Russia"), ("SUN", "the Soviet Union"), ("USA", "the United States"), ("EUU", "the European Union"),
     ("NATO", "NATO"), ("PHL", "the Philippines"), ("FRA", "France"), ("XQQ", "XQQ")],
)  # fmt: skip
def test_codes_have_names(code: str, name: str) -> None:
    assert code_name(code, shipped()) == name


def test_people_of_one_state_stand_together() -> None:
    two = [
        actor("NOR", "Norway", "Jonas Gahr Store"),
        actor("NOR", "Oslo", "Espen Barth Eide"),
        actor("FIN", "Finland"),
    ]

    assert actor_words(two, shipped()) == "Norway (Jonas Gahr Store, Espen Barth Eide) and Finland"


def test_a_sector_other_than_the_government_is_named() -> None:
    assert actor_words([actor("NOR", "Norway", sector="MIL")], shipped()) == "Norway (armed forces)"


def test_words_that_nothing_resolves_are_quoted() -> None:
    assert actor_words([actor(None, "Analysts")], shipped()) == "“Analysts”"


@pytest.mark.parametrize(
    ("number", "said"), [(1, "first"), (10, "tenth"), (11, "11th"), (21, "21st"), (112, "112th"), (103, "103rd")]
)
def test_ordinal_numbers_in_words(number: int, said: str) -> None:
    assert nth_words(number) == said
