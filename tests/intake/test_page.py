"""Whole pages of varied layout, all written for these tests: what is read off them and what is left of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.errors import PageError
from dragoman.intake import read_page, read_page_with_notices, read_path
from dragoman.intake.shapes import plain_form

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
def test_reads_off_the_page(name: str, noun: str):
    default = "en" if noun == "language" else None

    assert getattr(read_path(PAGES / name), noun) == EXPECTED[name].get(noun, default)


@every_page
def test_reads_the_section(name: str):
    assert list(read_path(PAGES / name).section) == EXPECTED[name]["section"]


@every_page
def test_text_begins_and_ends_with_the_body(name: str):
    text = read_path(PAGES / name).text

    assert text.startswith(EXPECTED[name]["begins"])
    assert text.endswith(EXPECTED[name]["ends"])


@every_page
def test_keeps_the_body_and_drops_the_furniture(name: str):
    text = read_path(PAGES / name).text

    assert [words for words in EXPECTED[name]["keep"] if words not in text] == []
    assert [words for words in EXPECTED[name]["drop"] if words in text] == []


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if name.endswith(".txt")))
def test_no_word_of_a_plain_page_is_lost(name: str):
    """Text, title and the pieces set aside hold together every word of the page."""
    raw = (PAGES / name).read_bytes()
    document, notices = read_page_with_notices(raw, name=name)
    found = set(plain_form(" ".join([document.text, document.title or "", *notices])).split())

    assert set(plain_form(raw.decode()).split()) - found == set()


@pytest.mark.parametrize("name", ["editorial.txt", "editorial.html"])
def test_reads_the_example_editorial(name: str):
    document = read_path(EXAMPLES / name)

    assert document.title == "Ankara and Athens should not waste a calm summer"
    assert document.section == ("Home", "Opinion", "Editorials")
    assert (document.source, document.kind) == ("The Aegean Courier", "editorial")
    assert document.text.endswith("took in 1999, not the one of 1996.")


def test_html_and_plain_text_of_a_page_give_the_same_text():
    assert read_path(EXAMPLES / "editorial.txt").text == read_path(EXAMPLES / "editorial.html").text


def test_a_given_date_wins_over_the_printed_one():
    document = read_page((PAGES / "agency.txt").read_bytes(), name="agency", published="2018-03")

    assert (document.published, document.published_basis) == ("2018-03", "given")


def test_a_printed_date_is_marked_as_read():
    assert read_path(PAGES / "agency.txt").published_basis == "read"


def test_a_page_without_a_date_has_no_basis():
    assert read_page(EDITORIAL, name="e").published_basis is None


def test_the_same_bytes_give_the_same_document():
    assert read_page(EDITORIAL, name="first") == read_page(EDITORIAL, name="second")


def test_notices_count_what_was_set_aside_and_show_it():
    _, notices = read_page_with_notices(EDITORIAL + b"\nSign in\nShare\n", name="e")

    assert notices[0] == "2 pieces of page furniture set aside"
    assert notices[1] == "set aside, line 7 (log in): Sign in"


def test_a_page_in_another_language_is_marked_and_noticed():
    document, notices = read_page_with_notices((PAGES / "korean.txt").read_bytes(), name="k")

    assert document.language == "ko"
    assert notices[0].startswith("the page is not in English")


def test_a_lone_headline_is_text():
    document = read_page(b"Putin visits Pyongyang", name="-")

    assert (document.title, document.text) == (None, "Putin visits Pyongyang")


def test_a_page_of_furniture_alone_is_refused():
    with pytest.raises(PageError, match="nothing but page furniture"):
        read_page(b"Share\nPrint\nLog in\n", name="menu.txt")


def test_a_missing_file_is_named():
    with pytest.raises(PageError, match=r"nowhere\.txt: cannot be read"):
        read_path(Path("nowhere.txt"))


def test_a_large_file_is_refused_unread(tmp_path: Path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 100)

    with pytest.raises(PageError, match="too large"):
        from dragoman.intake.page import read_bytes

        read_bytes(path, max_bytes=100)
