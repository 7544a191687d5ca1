"""What figures stand on gets one number, however often it is cited."""

from dragoman.model.citation import cite, cite_entry
from dragoman.model.document import Evidence, Head
from dragoman.relations.citations import Citations, united

PAPER = Head(id="p1", source="Andes Post")
FIRST, SECOND = cite("c1", PAPER, Evidence(0, 5, "Chile")), cite("c2", PAPER, Evidence(6, 10, "Peru"))
PACT = cite_entry("A pact", "UNTS 1")


def test_a_sentence_and_an_entry_get_one_number_each() -> None:
    citations = Citations()

    assert citations.enter([FIRST, PACT]) == (1, 2)
    assert citations.enter([PACT, SECOND, PACT]) == (2, 3)
    assert [(c.number, c.quote) for c in citations.all] == [(1, "Chile"), (2, "A pact"), (3, "Peru")]


def test_two_claims_of_one_sentence_are_one_citation() -> None:
    citations = Citations()

    assert citations.enter([FIRST, cite("c9", PAPER, Evidence(0, 5, "Chile"))]) == (1,)


def test_an_entry_of_another_source_is_another_citation() -> None:
    assert Citations().enter([PACT, cite_entry("A pact", "UNTS 2")]) == (1, 2)


def test_numbers_are_given_of_what_is_entered_and_nothing_is_added() -> None:
    citations = Citations([FIRST])

    assert citations.numbers([SECOND, FIRST, FIRST]) == (1,)
    assert citations.all == (FIRST,)


def test_numbers_of_several_lists_are_given_once_in_order() -> None:
    assert united((3, 1), (), (1, 2)) == (3, 1, 2)
