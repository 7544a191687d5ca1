"""The public surface: what `import dragoman` gives, and that each of it says what it is."""

import inspect

import pytest

import dragoman
from dragoman.desk import Desk


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(dragoman, name) is not None
    assert name in dir(dragoman)


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = dragoman.nonsense


def test_a_page_is_read_without_more() -> None:
    document, notices = dragoman.read(b"Talks\n\nChile's president visited Peru on Tuesday.\n", name="page.txt")

    assert [event.act for event in dragoman.brief(document, notices).events] == ["CONSULT"]
    assert [event.act for event in next(iter(dragoman.code([document]))).events] == ["CONSULT"]


@pytest.mark.parametrize("name", [name for name in vars(Desk) if not name.startswith("_")])
def test_every_question_of_the_desk_says_what_it_gives(name: str) -> None:
    assert inspect.getdoc(getattr(Desk, name))
