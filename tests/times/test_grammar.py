"""The grammar's notation, the feasts, and the amounts."""

from datetime import date
from itertools import count

import pytest

from dragoman.errors import VocabError
from dragoman.times import grammar
from dragoman.times.amounts import amount, clock, length
from dragoman.times.holidays import Holidays, easter
from dragoman.times.words import Lexicon
from dragoman.vocab import Vocabulary


@pytest.fixture(scope="session")
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    return vocabulary.made(grammar.TimeGrammar).lexicon


@pytest.mark.parametrize("pattern", ["month=MOONTH", "(the", "the ; day", "(?<= the?) day"])
def test_a_bad_pattern_is_named_with_its_rule(lexicon: Lexicon, pattern: str) -> None:
    rule = grammar.Rule(name="odd one", reads="date", pattern=pattern, examples=[])
    with pytest.raises(VocabError, match=r"odd one|cannot read"):
        grammar._compile(rule, {}, lexicon, {"the", "day"})


def test_a_group_may_be_named_twice(lexicon: Lexicon) -> None:
    known = {"MONTHFULL", "ISODATE"}
    assert grammar._translate("day=MONTHFULL | day=ISODATE", {}, lexicon, known, count()).count("(?P<day__") == 2


@pytest.mark.parametrize(
    ("year", "day"), [(1916, "1916-04-23"), (1961, "1961-04-02"), (2000, "2000-04-23"), (2024, "2024-03-31")]
)
def test_easter(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2024, "2024-11-28"),
        ("memorialday", 2024, "2024-05-27"),
        ("goodfriday", 2024, "2024-03-29"),
        ("newyear'seve", 2024, "2024-12-31"),
    ],
)
def test_holidays(vocabulary: Vocabulary, name: str, year: int, day: str) -> None:
    assert vocabulary.made(Holidays).day(name, year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a", 1),
        ("two and a half", 2.5),
        ("twenty - four", 24),
        ("1,500", 1500),
        ("two hundred", 200),
        ("a dozen", 12),
        ("half a", 0.5),
        ("several", None),
        ("a couple of", None),
    ],
)
def test_amounts(lexicon: Lexicon, words: str, number: float | None) -> None:
    assert amount(words.split(), lexicon) == number


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (3, "M", "P3M"),
        (None, "M", "PXM"),
        (4, "10Y", "P40Y"),
        (None, "10Y", "PXDE"),
        (0.5, "TH", "PT30M"),
        (2, "2W", "P4W"),
    ],
)
def test_lengths(number: float | None, unit: str, value: str) -> None:
    assert length(number, unit) == value


@pytest.mark.parametrize(
    ("words", "part", "value"),
    [
        (["3", "p.m."], None, "T15:00"),
        (["12", "a.m."], None, "T00:00"),
        (["12", "pm"], None, "T12:00"),
        (["19:15"], None, "T19:15"),
        (["noon"], None, "T12:00"),
        (["eight", "o", "'", "clock"], "TEV", "T20:00"),
        (["1336", "GMT"], None, "T13:36"),
    ],
)
def test_times_of_day(lexicon: Lexicon, words: list[str], part: str | None, value: str) -> None:
    assert clock(words, part, lexicon) == value
