"""Dates as people read them."""

import pytest

from dragoman.render.words.dates import date_words, reported_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("2024-06-18", "18 June 2024"),
        ("2000-07", "July 2000"),
        ("1961", "1961"),
        ("1952-XX-XX", "1952"),
        ("2024-06-XX", "June 2024"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2024-22", "summer 2024"),
        ("1961~", "about 1961"),
        ("1961?", "1961 (uncertain)"),
        ("1961%", "about 1961 (uncertain)"),
        ("2024-06-18/2024-06-19", "18–19 June 2024"),
        ("2024-06-28/2024-07-02", "28 June – 2 July 2024"),
        ("2024-04/2024-06", "April–June 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("1961/1996", "1961–1996"),
        ("1961~/1996", "about 1961–1996"),
        ("1961/..", "since 1961"),
        ("1961/", "from 1961"),
        ("../1996", "until 1996"),
        ("no date at all", "no date at all"),
    ],
)
def test_dates_are_said_in_words(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [("2024-11-27", "reported 27 Nov"), ("2024-11", ""), ("2024~", ""), (None, ""), ("no date", "")],
)
def test_when_a_thing_was_reported_is_told_where_the_page_has_a_day(published: str | None, words: str) -> None:
    assert reported_words(published) == words
