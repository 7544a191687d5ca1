from dragoman.ledger.book import Ledger
from dragoman.model.ledger import War
from dragoman.precedents import course_of
from dragoman.relations import derive
from dragoman.vocab import shipped

WARS = (
    War("First War", ("YUG",), ("NOR", "SWE"), "1950-05-01", "1950-06-01", "attack", "COW 1"),
    War("Second War", ("NOR",), ("SRB",), "2010-02", None, "clash", "COW 2"),
    War("War of others", ("SWE",), ("NOR",), "1960", "1961", "attack", "COW 3"),
)
BOOK = Ledger(shipped(), (), wars=WARS)


def test_wars_of_two_states_are_told_with_who_began_them_and_a_citation():
    found = derive("SRB", "NOR", ledger=BOOK)

    assert [(war.name, war.by, war.begin, war.end) for war in found.wars] == [
        ("First War", "SRB", "1950-05-01", "1950-06-01"),
        ("Second War", None, "2010-02", None),
    ]
    told = found.citations[found.wars[0].citations[0] - 1]
    assert told.quote == "First War: YUG against NOR SWE, 1950-05-01 to 1950-06-01 (attack)"
    assert told.source is not None and told.source.endswith(", 1")


def test_a_war_that_had_not_begun_yet_is_not_told():
    assert [war.name for war in derive("SRB", "NOR", ledger=BOOK, until="2010-01-31").wars] == ["First War"]


def test_an_answer_about_a_day_after_the_last_check_says_so():
    (note,) = derive("SRB", "NOR", ledger=BOOK, until="2026-05").notes

    assert note == f"the ledger was checked to {BOOK.checked}; this day is later"
    assert derive("SRB", "NOR", ledger=BOOK, until="2020").notes == ()


def test_a_war_is_a_step_of_force_in_the_course_of_the_two():
    found = derive("SRB", "NOR", ledger=BOOK)
    steps = course_of(found, ledger=BOOK).steps

    assert [(step.kind, step.by, step.when) for step in steps] == [
        ("force", "SRB", "1950-05-01"),
        ("force", None, "2010-02"),
    ]
