"""People at their first mention."""

import pytest
from msgspec.structs import replace

from dragoman.model.actor import Actor
from dragoman.render.words.people import introduce, introduction
from dragoman.vocab import shipped
from tests.render.conftest import arrange, events, make_reading


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Norwegian Prime Minister Jonas Gahr Store", "Jonas Gahr Store", "Norwegian Prime Minister Jonas Gahr Store"),
        ("the Norwegian foreign minister Espen Eide", "Espen Eide", "Norwegian foreign minister Espen Eide"),
        ("Prime Minister Jonas Gahr Store", "Jonas Gahr Store", "Prime Minister Jonas Gahr Store of Norway"),
        ("Norwegian Prime Minister", "Jonas Gahr Store", None),
        ("Jonas Gahr Store", "Jonas Gahr Store", None),
        ("his old friend Jonas Gahr Store", "Jonas Gahr Store", None),
        ("Oslo", None, None),
    ],
)
def test_a_person_is_introduced_with_office_and_state(text: str, name: str | None, said: str | None) -> None:
    actor = Actor(text=text, start=0, end=len(text), code="NOR", name=name)

    assert introduction(actor, shipped()) == said


def test_a_person_is_introduced_once() -> None:
    pending = {"the United States (Ada Lane)": "US President Ada Lane"}

    assert introduce("The United States (Ada Lane) met Peru", pending) == "US President Ada Lane met Peru"
    assert introduce("The United States (Ada Lane) left", pending) == "The United States (Ada Lane) left"


def test_the_first_line_of_a_brief_introduces_and_the_next_is_short() -> None:
    text = "Norwegian Prime Minister Jonas Gahr Store"
    named = Actor(text=text, start=0, end=len(text), code="NOR", name="Jonas Gahr Store")
    several = [replace(event, actors=(named,)) for event in events()[:2]]
    lines = arrange(replace(make_reading(), events=tuple(several), ordinals=(), treaties=(), levels=())).lines()

    assert [line.words for line in lines[:2]] == [
        f"{text} visited Helsinki, Finland",
        "Norway (Jonas Gahr Store) visited Finland",
    ]
