import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.record.readings import one_visit

from dragoman.model.when import EdtfError
from dragoman.record import Filter, Record
from dragoman.record.queries import search_terms


@pytest.fixture
def filled(record: Record) -> Record:
    """Give a record of four events: 1 to 4, as the texts say."""
    record.add(one_visit(text="First: missiles were shown to the guest.", when="2023-05-01"))
    record.add(one_visit(text="Second: the missile was not shown.", when="2024-01", recipients="CHN"))
    record.add(
        one_visit(
            text="Third: a nuclear submarine lay at anchor.",
            when="2024-06-18",
            actors="PRK",
            recipients="RUS",
            act="REQUEST",
        )
    )
    record.add(one_visit(text="Fourth: nothing is known of the day.", when=None, status="planned"))
    return record


def numbers(record: Record, **asked: object) -> list[str]:
    return [stored.event.evidence.quote.split(":")[0] for stored in record.events(Filter(**asked))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["First", "Second", "Third", "Fourth"]),
        ({"actor": "PRK"}, ["First", "Third", "Fourth"]),
        ({"actor": "PRK", "acting": True}, ["Third"]),
        ({"actor": "RUS", "other": "CHN"}, ["Second"]),
        ({"other": "CHN"}, ["Second"]),
        ({"actor": "FRA"}, []),
        ({"event_type": "REQUEST"}, ["Third"]),
        ({"status": "planned"}, ["Fourth"]),
        ({"since": "2024"}, ["Second", "Third"]),
        ({"since": "2024-01-20"}, ["Second", "Third"]),
        ({"until": "2023"}, ["First"]),
        ({"since": "2023-05-01", "until": "2023-05-01"}, ["First"]),
        ({"search": "missile"}, ["First", "Second"]),
        ({"search": "submarine nuclear"}, ["Third"]),
        ({"search": '"nuclear submarine"'}, ["Third"]),
        ({"search": '"submarine nuclear"'}, []),
        ({"search": "missile", "actor": "CHN"}, ["Second"]),
        ({"limit": 2}, ["First", "Second"]),
        ({"limit": 0}, []),
    ],
    ids=str,
)
def test_a_filter_gives_what_fits(filled: Record, asked: dict[str, object], found: list[str]) -> None:
    assert numbers(filled, **asked) == found


def test_a_day_that_is_none_is_refused(filled: Record) -> None:
    with pytest.raises(EdtfError):
        filled.events(Filter(since="last week"))


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("arms deal", '"arms" AND "deal"'),
        ('"arms deal" soon', '"arms deal" AND "soon"'),
        ("NEAR(a b) OR NOT c*", '"NEAR a" AND "b" AND "OR" AND "NOT" AND "c"'),
        ('"', None),
        ("** -- ()", None),
        ("title:x", '"title x"'),
    ],
)
def test_words_are_words_and_never_operators(words: str, terms: str | None) -> None:
    assert search_terms(words) == terms


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
@example("'; DROP TABLE claims; --")
@example('missile" OR "')
@example("a\x00b")
@example("{title text} : ^missile + *")
@example("NEAR/2 AND AND")
@example('"unclosed')
@example("ª ² ½ ꙮ ʼ _ __")
def test_no_search_breaks_the_question(filled: Record, words: str) -> None:
    assert len(filled.events(Filter(search=words))) <= 4
    assert filled.counts()["event"] == 4


@pytest.mark.parametrize("field", ["actor", "other", "event_type", "status"])
def test_no_value_breaks_the_question(filled: Record, field: str) -> None:
    assert filled.events(Filter(**{field: "x' OR '1'='1"})) == []  # type: ignore[arg-type]
