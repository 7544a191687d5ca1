"""The brief in the terminal."""

from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from dragoman.render.sheet import Sheet
from dragoman.render.text import print_sheet
from dragoman.render.text.lines import clean
from tests.render.conftest import arrange, make_reading

GOLDEN = Path(__file__).parent.parent / "golden" / "brief.txt"


def printed(brief: Sheet, width: int = 100) -> str:
    out = StringIO()
    print_sheet(brief, Console(file=out, width=width, force_terminal=False, color_system=None))
    return out.getvalue()


def test_the_brief_is_the_golden_one(brief: Sheet) -> None:
    assert printed(brief) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_no_line_is_wider_than_the_terminal(brief: Sheet, width: int) -> None:
    assert max(len(line) for line in printed(brief, width).splitlines()) <= width


def test_a_page_with_nothing_to_tell_says_so() -> None:
    empty = replace(make_reading(text="A calm day."), events=(), ordinals=(), treaties=(), levels=(), checks=())

    assert "No event, treaty or level of relations was read on this page." in printed(arrange(empty))


def test_a_page_with_sentences_alone_says_that_nothing_was_read_and_quotes_them() -> None:
    empty = replace(make_reading(), events=(), ordinals=(), treaties=(), levels=(), checks=())

    assert "No event, treaty or level of relations was read on this page." in printed(arrange(empty))
    assert "READ, NOT CODED (6)" in printed(arrange(empty))


def test_words_cannot_steer_the_terminal() -> None:
    hostile = arrange(make_reading(title="\x1b[31mred\x1b]0;owned\x07 \u202eback", source="a\x9b2Jb"))

    assert not set("\x1b\x07\x9b\u202e") & set(printed(hostile))


def test_cleaning_leaves_other_scripts_alone() -> None:
    assert clean("서울 Ελλάδα – “é”") == "서울 Ελλάδα – “é”"
