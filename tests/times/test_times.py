"""Time expressions: every rule's examples, and what must hold for any text."""

import re
from datetime import date, timedelta
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import when
from dragoman.model.when import EdtfError
from dragoman.times import find_times
from dragoman.times.tense import Direction
from dragoman.vocab import Vocabulary

EXAMPLES = [(rule.name, example) for rule in Vocabulary().times.rules for example in rule.examples]


def _unmarked(example: str) -> tuple[str, list[tuple[int, int]], list[str], str | None]:
    """Take an example of grammar.yaml apart: its text, the marked spans, their values, the page's date."""
    marked, _, rest = example.partition(" => ")
    expected, _, published = rest.partition(" | ")
    text, spans = "", []
    for piece in re.split(r"(\[.*?\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    return text, spans, expected.split(", "), published or None


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example_of_the_grammar(vocabulary: Vocabulary, rule: str, example: str) -> None:
    text, spans, expected, published = _unmarked(example)
    found = {(time.start, time.end): time.value for time in find_times(text, published, vocabulary)}
    assert [found.get(span) for span in spans] == expected, (rule, found)


def test_every_rule_has_an_example(vocabulary: Vocabulary) -> None:
    assert [rule.name for rule in vocabulary.times.rules if not rule.examples] == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The envoy arrived Tuesday.", "2024-06-19", "2024-06-18"),
        ("The envoy arrived Wednesday.", "2024-06-19", "2024-06-19"),
        ("The envoy will arrive Wednesday.", "2024-06-20", "2024-06-26"),
        ("The envoy arrived next Tuesday.", "2024-06-19", "2024-06-25"),
        ("The envoy called earlier this week.", "2024-06-19", "2024-W25"),
        ("The envoy called in September.", "2024-06-19", "2023-09"),
        ("The envoy is to call in September.", "2024-06-19", "2024-09"),
        ("The envoy called on Nov. 25.", "2000-02-16", "1999-11-25"),
        ("The summit is on March 12.", "1999-02-16", "1999-03-12"),
        ("The envoys signed it in July.", "2024-05-20", "2023-07"),
        ("The envoys signed it on 9 July.", "2024-05-20", "2023-07-09"),
        ("A summit is planned for March.", "2024-10-20", "2025-03"),
        ("The envoy called last year.", "2024-06-19", "2023"),
        ("The envoy called last weekend.", "2024-06-19", "2024-W24-WE"),
        ("The envoy called this century.", "2024-06-19", "20"),
        ("The envoy called last decade.", "2024-06-19", "201"),
        ("The envoy called in September.", "2024", "2024-09"),
        ("The envoy called in the third quarter.", "2024~", "2024-Q3"),
        ("The envoy called on Tuesday.", "2024", "XXXX-WXX-2"),
        ("The envoy called last week.", "2024-06", "2024-XX-XX"),
        ("The envoy called last week.", "2024", "2024-XX-XX"),
        ("The envoy called last month.", "2024-06", "2024-05"),
        ("The envoy called last year.", "2024~", "2023"),
    ],
)
def test_news_is_read_against_the_pages_date(vocabulary: Vocabulary, text: str, published: str, value: str) -> None:
    assert [time.value for time in find_times(text, published, vocabulary)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1904 war came. On 12 March the fleet sailed.", ["1904", "1904-03-12"]),
        ("It fell in December 1916. On 14 January they answered.", ["1916-12", "1917-01-14"]),
        ("Troops left from May 15 to August 16, 1988.", ["1988-05-15", "1988-08-16"]),
        ("They fought in August and September 1914.", ["1914-08", "1914-09"]),
        ("At 11 a.m. on 11 November 1918 the guns stopped.", ["1918-11-11T11:00", "1918-11-11"]),
        ("The pact of 1907 held. Two years later it broke.", ["1907", "1909"]),
        ("In 1919 war came, as it would in 1939. On 12 March the fleet sailed.", ["1919", "1939", "1919-03-12"]),
        ("He ruled in the 1930s. Months later he fell.", ["193", "FUTURE_REF"]),
    ],
)
def test_a_narrative_is_read_against_the_time_told_of_before(
    vocabulary: Vocabulary, text: str, values: list[str]
) -> None:
    assert [time.value for time in find_times(text, None, vocabulary)] == values


def test_a_weekday_in_a_narrative_is_the_one_after_the_day_told_of_before(vocabulary: Vocabulary) -> None:
    text = (
        "It began on 2 May 1961, grew on 3 May 1961, paused on 5 May 1961 and ended on 9 May 1961. On Friday they left."
    )
    assert find_times(text, None, vocabulary)[-1].value == "1961-05-12"


def test_an_undated_page_that_reads_like_news_does_not_take_its_year_from_history(vocabulary: Vocabulary) -> None:
    text = "The pact of May 1961 holds. On Tuesday he said that he will come in June."
    assert [time.value for time in find_times(text, None, vocabulary)] == ["1961-05", "XXXX-WXX-2", "XXXX-06"]


def test_without_a_date_to_count_from_the_value_says_what_is_unknown(vocabulary: Vocabulary) -> None:
    assert [
        time.value for time in find_times("He came on Tuesday, left two weeks ago and rules in June.", None, vocabulary)
    ] == [
        "XXXX-WXX-2",
        "XXXX-WXX",
        "XXXX-06",
    ]


def test_a_history_with_a_page_date_is_still_a_narrative(vocabulary: Vocabulary) -> None:
    text = "It began in May 1904. It grew in June 1904, in July 1904 and in August 1904. On 3 September it ended."
    assert find_times(text, "2009-12-19", vocabulary)[-1].value == "1904-09-03"


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "The fall of the city",
        "A second round",
        "The marines were sat down.",
        "The Arab Spring",
        "He is in his 40s.",
        "They asked for May to resign.",
        "Room 2010",
        "It cost $2000.",
        "The Daily Annual",
        "ages 6 months",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(vocabulary: Vocabulary, text: str) -> None:
    assert find_times(text, "2024-06-19", vocabulary) == []


@pytest.mark.parametrize(("looking", "value"), [("past", "2023-07"), ("future", "2024-07"), (None, "2024-07")])
def test_the_side_of_the_pages_date_can_be_given(vocabulary: Vocabulary, looking: Direction | None, value: str) -> None:
    assert find_times("They will meet in July.", "2024-05-20", vocabulary, looking)[0].value == value


def test_a_side_changes_no_time_that_says_itself_when_it_is(vocabulary: Vocabulary) -> None:
    assert find_times("They met in July 2019.", "2024-05-20", vocabulary, "future")[0].value == "2019-07"


def test_a_page_date_that_is_none_is_an_error(vocabulary: Vocabulary) -> None:
    with pytest.raises(EdtfError, match="EDTF"):
        find_times("They met on Tuesday.", "last week", vocabulary)


def test_a_time_of_day_behind_the_pages_date_is_left_aside(vocabulary: Vocabulary) -> None:
    assert find_times("They met today.", "2024-06-19T10:30", vocabulary)[0].value == "2024-06-19"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met last week.", "2013-03-11/2013-03-17"),
        ("They met last summer.", "2012-22"),
        ("They met in the third quarter of 2012.", "2012-07/2012-09"),
        ("They met in the 1990s.", "199X"),
        ("They met in the 19th century.", "18XX"),
        ("They met Monday night.", "2013-03-18"),
        ("They met in early June 2012.", "2012-06"),
        ("They met in the last week of August 2012.", "2012-08-25/2012-08-31"),
        ("They met in the first ten months of 2012.", "2012-01-01/2012-10-31"),
        ("They are now friends.", None),
        ("They met for two weeks.", None),
    ],
)
def test_edtf_covers_the_same_days_as_the_value(vocabulary: Vocabulary, text: str, edtf: str | None) -> None:
    assert [time.edtf for time in find_times(text, "2013-03-22", vocabulary)] == [edtf]


days = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31))
RELATIVE_DAYS = ["today", "yesterday", "tomorrow", "three days ago", "ten days from now", "the day before yesterday"]


@given(days, st.integers(-400, 400), st.sampled_from(RELATIVE_DAYS))
def test_moving_the_pages_date_moves_every_relative_day_as_far(
    vocabulary: Vocabulary, page: date, distance: int, words: str
) -> None:
    text = f"They spoke {words}."
    (before,) = find_times(text, page.isoformat(), vocabulary)
    (after,) = find_times(text, (page + timedelta(distance)).isoformat(), vocabulary)
    assert when.shift(before.edtf or "", distance) == after.edtf


@given(
    days, st.integers(-60, 60), st.sampled_from(["on Tuesday", "last Friday", "next Monday", "last week", "this week"])
)
def test_moving_the_pages_date_by_weeks_moves_weekdays_and_weeks_as_far(
    vocabulary: Vocabulary, page: date, weeks: int, words: str
) -> None:
    text = f"They spoke {words}."
    (before,) = find_times(text, page.isoformat(), vocabulary)
    (after,) = find_times(text, (page + timedelta(weeks=weeks)).isoformat(), vocabulary)
    assert when.shift(before.edtf or "", 7 * weeks) == after.edtf


words = st.sampled_from(
    [
        *sorted({word.word for word in Vocabulary().times.words}),
        *(str(number) for number in (0, 1, 5, 12, 29, 30, 31, 60, 99, 1000, 1914, 2024, 9999, 10**15, 10**30)),
        *(
            "the",
            "a",
            "of",
            "in",
            "and",
            "to",
            "-",
            "/",
            ",",
            ".",
            "'",
            "(",
            "ago",
            "later",
            "before",
            "1990s",
            "5s",
            "31st",
        ),
        *("1/2/2003", "99/99/99", "24:00", "2013-02-30", "45th", "a.m.", "\n", "\n\n", "é", "½", "٣"),
    ]
)
texts = st.lists(st.tuples(words, st.sampled_from([str.lower, str.capitalize, str.upper])), max_size=12).map(
    lambda parts: " ".join(form(word) for word, form in parts)
)


@settings(max_examples=400, deadline=None)
@given(
    texts, st.none() | days.map(date.isoformat) | st.sampled_from(["2024", "2024-06", "199X", "2024-06-18/2024-06-19"])
)
def test_any_words_give_spans_of_the_text_in_order_and_times_that_do_not_run_backwards(
    vocabulary: Vocabulary, text: str, published: str | None
) -> None:
    times = find_times(text, published, vocabulary)
    assert [text[time.start : time.end] for time in times] == [time.text for time in times]
    assert all(before.end <= after.start for before, after in pairwise(times))
    assert all(first <= last for first, last in (when.bounds(time.edtf) for time in times if time.edtf))


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_read_without_an_error(vocabulary: Vocabulary, text: str) -> None:
    assert all(text[time.start : time.end] == time.text for time in find_times(text, "2024-06-19", vocabulary))


@pytest.mark.parametrize("word", ["1914 -", "Monday", "two hundred", "May", "12:30", "since the", "full"])
def test_a_text_without_stops_costs_no_quadratic_time(vocabulary: Vocabulary, word: str) -> None:
    """Four times the text may cost at most ten times as much (sixteen if it were quadratic)."""
    find_times(word, None, vocabulary)
    short, long = (_seconds(vocabulary, (word + " ") * copies) for copies in (1000, 4000))
    assert long < 10 * short + 0.05


def _seconds(vocabulary: Vocabulary, text: str) -> float:
    """Give the least time of three runs: the collector may strike in one."""

    def run() -> float:
        start = process_time()
        find_times(text, "2024-06-19", vocabulary)
        return process_time() - start

    return min(run() for _ in range(3))
