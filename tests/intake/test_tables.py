"""Every row of the word lists does what its example says."""

import re

import pytest

from dragoman.intake.clutter import Clutter
from dragoman.intake.kinds import Kinds
from dragoman.intake.sections import Sections
from dragoman.intake.shapes import plain_form
from dragoman.intake.sources import Sources
from dragoman.vocab import Vocabulary
from dragoman.vocab.tables import Row

TABLES = Vocabulary().intake
SECTIONS = tuple(TABLES.words.rows("sections.csv", "section", "source", "example"))


@pytest.fixture(scope="session")
def clutter(vocabulary: Vocabulary) -> Clutter:
    return vocabulary.made(Clutter)


@pytest.fixture(scope="session")
def sections(vocabulary: Vocabulary) -> Sections:
    return vocabulary.made(Sections)


@pytest.mark.parametrize("row", TABLES.clutter, ids=lambda row: row["phrase"])
def test_a_clutter_example_is_furniture(clutter: Clutter, row: Row):
    assert clutter.role_of(row["example"], edges=True) is not None
    assert plain_form(row["phrase"]) in plain_form(row["example"])


@pytest.mark.parametrize("row", TABLES.patterns, ids=lambda row: row["example"])
def test_a_pattern_matches_its_example(clutter: Clutter, row: Row):
    assert re.fullmatch(row["pattern"], row["example"])
    assert clutter.role_of(row["example"], edges=True) is not None


@pytest.mark.parametrize("row", TABLES.sources, ids=lambda row: row["name"])
def test_a_source_is_read_off_its_example(vocabulary: Vocabulary, row: Row):
    role = "copyright" if row["example"].startswith(("©", "Copyright")) else "log in"

    assert vocabulary.made(Sources).choose([(role, row["example"])]) == row["name"]


@pytest.mark.parametrize("row", SECTIONS, ids=lambda row: row["section"])
def test_a_section_stands_in_its_breadcrumb(sections: Sections, row: Row):
    assert row["section"] in (sections.read_breadcrumb(row["example"]) or (row["example"],))


def _kind(vocabulary: Vocabulary, where: str, example: str) -> str | None:
    kinds = vocabulary.made(Kinds)
    if where == "section":
        return kinds.of_section(vocabulary.made(Sections).read_breadcrumb(example))
    return kinds.of_title(example) if where == "title" else kinds.of_lines([example] * 2)


@pytest.mark.parametrize("row", [row for row in TABLES.kinds if row["where"] != "type"], ids=lambda r: r["word"][:30])
def test_a_kind_is_read_off_its_example(vocabulary: Vocabulary, row: Row):
    assert _kind(vocabulary, row["where"], row["example"]) == row["kind"]


@pytest.mark.parametrize(
    "keys",
    [[row["phrase"] for row in TABLES.clutter], [row["name"] for row in TABLES.sources], TABLES.sections],
    ids=["clutter", "sources", "sections"],
)
def test_no_row_stands_twice(keys: list[str]):
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
def test_body_sentences_with_the_words_of_furniture_stay(clutter: Clutter, line: str):
    assert clutter.role_of(line, edges=False) is None
    assert clutter.cut_glued(line).body == line


def test_glued_pieces_are_cut_in_the_middle_and_at_both_ends(clutter):
    glued = clutter.cut_glued(
        "SHARE PRINT The two met in Riga on Monday. Sign up for our newsletter. They agreed on nothing. Log in"
    )

    assert glued.body == "The two met in Riga on Monday. They agreed on nothing."
    assert [words for _, words in glued.cut] == ["SHARE PRINT", "Sign up for our newsletter.", "Log in"]
