"""Whole pages of varied layout, all written for these tests: what is read off them and what is left of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.errors import PageError
from dragoman.intake import read_page, read_page_with_notices, read_path
from dragoman.intake.shapes import plain_form
from dragoman.model.reading import Notice
from dragoman.vocab import Vocabulary

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))
EXAMPLES = Path(__file__).parents[2] / "examples"
EDITORIAL = b"""A calm title about the strait

The minister of Norway visited Tehran on Sunday and met the president of Iran to speak about oil.

He was received by the deputy minister, and he promised an answer within a month, officials said.
"""

every_page = pytest.mark.parametrize("name", sorted(EXPECTED))


def test_every_page_has_an_expectation():
    assert sorted(EXPECTED) == sorted(path.name for path in PAGES.iterdir() if path.suffix != ".yaml")


@every_page
@pytest.mark.parametrize("noun", ["title", "source", "kind", "published", "url", "language"])
def test_reads_off_the_page(vocabulary: Vocabulary, name: str, noun: str):
    default = "en" if noun == "language" else None

    assert getattr(read_path(PAGES / name, vocabulary=vocabulary), noun) == EXPECTED[name].get(noun, default)


@every_page
def test_reads_the_section(vocabulary: Vocabulary, name: str):
    assert list(read_path(PAGES / name, vocabulary=vocabulary).section) == EXPECTED[name]["section"]


@every_page
def test_text_begins_and_ends_with_the_body(vocabulary: Vocabulary, name: str):
    text = read_path(PAGES / name, vocabulary=vocabulary).text

    assert text.startswith(EXPECTED[name]["begins"])
    assert text.endswith(EXPECTED[name]["ends"])


@every_page
def test_keeps_the_body_and_drops_the_furniture(vocabulary: Vocabulary, name: str):
    text = read_path(PAGES / name, vocabulary=vocabulary).text

    assert [words for words in EXPECTED[name]["keep"] if words not in text] == []
    assert [words for words in EXPECTED[name]["drop"] if words in text] == []


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if name.endswith(".txt")))
def test_no_word_of_a_plain_page_is_lost(vocabulary: Vocabulary, name: str):
    """Text, title and the pieces set aside hold together every word of the page."""
    raw = (PAGES / name).read_bytes()
    document, notices = read_page_with_notices(raw, name=name, vocabulary=vocabulary)
    found = set(
        plain_form(" ".join([document.text, document.title or "", *(notice.words for notice in notices)])).split()
    )

    assert set(plain_form(raw.decode()).split()) - found == set()


@pytest.mark.parametrize("name", ["editorial.txt", "editorial.html"])
def test_reads_the_example_editorial(vocabulary: Vocabulary, name: str):
    document = read_path(EXAMPLES / name, vocabulary=vocabulary)

    assert document.title == "Ankara and Athens should not waste a calm summer"
    assert document.section == ("Home", "Opinion", "Editorials")
    assert (document.source, document.kind) == ("The Aegean Courier", "editorial")
    assert document.text.endswith("took in 1999, not the one of 1996.")


def test_html_and_plain_text_of_a_page_give_the_same_text(vocabulary):
    assert (
        read_path(EXAMPLES / "editorial.txt", vocabulary=vocabulary).text
        == read_path(EXAMPLES / "editorial.html", vocabulary=vocabulary).text
    )


def test_a_given_date_wins_over_the_printed_one(vocabulary):
    document = read_page((PAGES / "agency.txt").read_bytes(), name="agency", published="2018-03", vocabulary=vocabulary)

    assert (document.published, document.published_basis) == ("2018-03", "given")


def test_a_printed_date_is_marked_as_read(vocabulary):
    assert read_path(PAGES / "agency.txt", vocabulary=vocabulary).published_basis == "read"


def test_a_page_without_a_date_has_no_basis(vocabulary):
    assert read_page(EDITORIAL, name="e", vocabulary=vocabulary).published_basis is None


def test_the_same_bytes_give_the_same_document(vocabulary):
    assert read_page(EDITORIAL, name="first", vocabulary=vocabulary) == read_page(
        EDITORIAL, name="second", vocabulary=vocabulary
    )


def test_notices_count_what_was_set_aside_and_show_it(vocabulary):
    _, notices = read_page_with_notices(EDITORIAL + b"\nSign in\nShare\n", name="e", vocabulary=vocabulary)

    assert notices[0] == Notice("furniture", number=2)
    assert notices[1] == Notice("piece", "Sign in", line=7, role="log in")


def test_a_page_in_another_language_is_marked_and_noticed(vocabulary):
    document, notices = read_page_with_notices((PAGES / "korean.txt").read_bytes(), name="k", vocabulary=vocabulary)

    assert document.language == "ko"
    assert notices[0] == Notice("other language", "ko")


STORY = """The minister of Norway visited Tehran on Sunday and met the president of Iran to speak about oil.

He was received by the deputy minister, and he promised an answer within a month, officials said.
"""


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "We value your privacy\nReject all\nMore options\n\nOslo calls on Tehran again\n14 May 2024",
            "Oslo calls on Tehran again",
        ),
        ("Manage preferences\n\nOslo calls on Tehran again", "Oslo calls on Tehran again"),
        ("From: press\nTo: all\nDate: Tue, 14 May 2024\nSubject: Oslo calls on Tehran", "Oslo calls on Tehran"),
        (
            "Global Edition ASIA\nDAILYPORT Editorial\n\nOslo should keep its word: Daily Port editorial",
            "Oslo should keep its word",
        ),
        ("ZETA 12.50 Increased By ▲ 0.50 (4.17%)\nETA 2.50 Decreased By ▼ 0.10 (3.85%)", None),
        ("입력 2024.05.14 오전 9:12 수정 2024.05.20 10:00\nOslo calls on Tehran again", "Oslo calls on Tehran again"),
        ("Envoys Leave Vienna\nNo date for the next talks has been set", "Envoys Leave Vienna"),
    ],
)
def test_the_headline_is_told_from_buttons_labels_and_prices(vocabulary: Vocabulary, above: str, title: str | None):
    page = f"{above}\n\n{STORY}"

    assert read_page(page.encode(), name="p", vocabulary=vocabulary).title == title


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("", "news"),
        ("EDITORIAL: ", "editorial"),
        ("OPINION | ", "opinion"),
        ("Oslo should keep its word: Daily Port editorial\n\n", "editorial"),
    ],
)
def test_the_kind_is_read_off_the_label_before_the_text(vocabulary: Vocabulary, above: str, kind: str):
    assert read_page(f"{above}{STORY}".encode(), name="p", vocabulary=vocabulary).kind == kind


def test_corrections_are_set_aside(vocabulary: Vocabulary):
    note = "Correction: An earlier version of this article said wrongly that Norway had attacked Iran. It did not."
    document, notices = read_page_with_notices(f"{STORY}\n{note}\n".encode(), name="p", vocabulary=vocabulary)

    assert note not in document.text
    assert Notice("piece", note, line=5, role="correction") in notices


def test_the_times_of_entries_stay_in_the_text(vocabulary: Vocabulary):
    page = "Strait: live\nLast updated 15 May 2024 10:20\n\n10:14 GMT\n{}\n\nTuesday 18:40\nOslo protests\n{}"
    text = read_page(page.format(*STORY.split("\n\n")).encode(), name="p", vocabulary=vocabulary).text

    assert text.split("\n\n")[0] == "10:14 GMT"
    assert "Tuesday 18:40" in text.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "Mexico's Foreign Minister Alicia Bárcena and Guatemala's Foreign Minister Carlos Martínez met on Monday.",
        "Chilean President Karl Tamm and Bolivian President Janis Ozols agreed a truce on Monday.",
    ],
)
def test_a_sentence_full_of_names_is_in_its_language(vocabulary: Vocabulary, text: str):
    assert read_page(text.encode(), name="p", vocabulary=vocabulary).language == "en"


def test_a_long_line_before_a_colon_opens_the_text(vocabulary: Vocabulary):
    opening = "The following press statement was issued today by the press office of the ministry (Oslo):"

    assert read_page(f"{opening}\n\n{STORY}".encode(), name="p", vocabulary=vocabulary).text.startswith(opening)


def test_a_lone_headline_is_text(vocabulary):
    document = read_page(b"Putin visits Pyongyang", name="-", vocabulary=vocabulary)

    assert (document.title, document.text) == (None, "Putin visits Pyongyang")


def test_a_page_of_furniture_alone_is_refused(vocabulary):
    with pytest.raises(PageError, match="nothing but page furniture"):
        read_page(b"Share\nPrint\nLog in\n", name="menu.txt", vocabulary=vocabulary)


def test_a_missing_file_is_named(vocabulary):
    with pytest.raises(PageError, match=r"nowhere\.txt: cannot be read"):
        read_path(Path("nowhere.txt"), vocabulary=vocabulary)


def test_a_large_file_is_refused_unread(tmp_path: Path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 100)

    with pytest.raises(PageError, match="too large"):
        from dragoman.intake.page import read_bytes

        read_bytes(path, max_bytes=100)
