"""Every row of the word lists does what its example says."""

import re

import pytest

from dragoman.intake.clutter import cut_glued, role_of
from dragoman.intake.kinds import kind_of_lines, kind_of_section, kind_of_title
from dragoman.intake.sections import read_breadcrumb
from dragoman.intake.shapes import plain_form
from dragoman.intake.sources import choose_source
from dragoman.intake.tables import rows


@pytest.mark.parametrize("row", rows("clutter.csv"), ids=lambda row: row["phrase"])
def test_a_clutter_example_is_furniture(row: dict[str, str]):
    assert role_of(row["example"], edges=True) is not None
    assert plain_form(row["phrase"]) in plain_form(row["example"])


@pytest.mark.parametrize("row", rows("patterns.csv"), ids=lambda row: row["example"])
def test_a_pattern_matches_its_example(row: dict[str, str]):
    assert re.fullmatch(row["pattern"], row["example"])
    assert role_of(row["example"], edges=True) is not None


@pytest.mark.parametrize("row", rows("sources.csv"), ids=lambda row: row["name"])
def test_a_source_is_read_off_its_example(row: dict[str, str]):
    role = "copyright" if row["example"].startswith(("©", "Copyright")) else "log in"

    assert choose_source([(role, row["example"])]) == row["name"]


@pytest.mark.parametrize("row", rows("sections.csv"), ids=lambda row: row["section"])
def test_a_section_stands_in_its_breadcrumb(row: dict[str, str]):
    assert row["section"] in (read_breadcrumb(row["example"]) or (row["example"],))


def _kind(where: str, example: str) -> str | None:
    if where == "section":
        return kind_of_section(read_breadcrumb(example))
    return kind_of_title(example) if where == "title" else kind_of_lines([example] * 2)


@pytest.mark.parametrize(
    "row", [row for row in rows("kinds.csv") if row["where"] != "type"], ids=lambda r: r["word"][:30]
)
def test_a_kind_is_read_off_its_example(row: dict[str, str]):
    assert _kind(row["where"], row["example"]) == row["kind"]


@pytest.mark.parametrize("name", ["clutter.csv", "sources.csv", "sections.csv"])
def test_no_row_stands_twice(name: str):
    keys = [next(iter(row.values())) for row in rows(name)]

    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize(
    "line",
    [
        "Print media in Russia reported the visit on their first pages, and state television showed it twice.",
        "Share prices in Seoul fell after the North tested a missile that flew over Hokkaido on Monday.",
        "Subscribe to a treaty and you subscribe to its enemies, as the old rule of diplomats has it.",
        "He asked readers to sign up for nothing before the parliament had voted on the agreement itself.",
        "Listen, the minister told his guest, nobody will read a communique that has no date in it.",
        "The ministry will publish the text, and all comments on it, before the treaty is signed in May.",
    ],
)
def test_body_sentences_with_the_words_of_furniture_stay(line: str):
    assert role_of(line, edges=False) is None
    assert cut_glued(line).body == line


def test_glued_pieces_are_cut_in_the_middle_and_at_both_ends():
    glued = cut_glued(
        "SHARE PRINT The two met in Riga on Monday. Sign up for our newsletter. They agreed on nothing. Log in"
    )

    assert glued.body == "The two met in Riga on Monday. They agreed on nothing."
    assert [words for _, words in glued.cut] == ["SHARE PRINT", "Sign up for our newsletter.", "Log in"]
