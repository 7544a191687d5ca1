"""Local alignment, against small cases worked out by hand."""

import pytest

from dragoman.precedents import named_courses
from dragoman.precedents.align import Aligner, Symbol, own_score, symbols
from dragoman.precedents.nouns import Pair
from dragoman.vocab import shipped
from tests.precedents.courses import COSTS, A, F, T, V, course

COSTED, SHIPPED = Aligner(COSTS), Aligner(shipped().courses.costs)


def places(here: list[Symbol], there: list[Symbol]) -> list[tuple[int, int]]:
    return [(pair.here, pair.there) for pair in COSTED.align(here, there).pairs]


def test_one_same_step_scores_its_own():
    assert COSTED.align([V], [V]).pairs == (Pair(0, 0, True, 2.0),)


def test_steps_that_are_not_alike_are_not_paired():
    assert COSTED.align([V], [F]).pairs == ()


def test_alike_steps_are_paired_and_say_that_they_are_not_the_same():
    assert COSTED.align([Symbol("visit", 0)], [T]).pairs == (Pair(0, 0, False, 0.5),)


@pytest.mark.parametrize(("one", "other", "score"), [(1, 1, 4.0), (1, 2, 2.0), (1, 0, 3.0), (0, 0, 4.0)])
def test_who_acts_counts(one: int, other: int, score: float):
    assert COSTED.align([Symbol("force", one)], [Symbol("force", other)]).score == score


def test_the_same_deed_by_the_other_side_is_only_alike():
    assert not COSTED.align([Symbol("force", 1)], [Symbol("force", 2)]).pairs[0].same


def test_a_step_without_a_partner_costs_half_its_score():
    found = COSTED.align([V, T, A], [V, A])

    assert (found.score, [(p.here, p.there) for p in found.pairs]) == (3.5, [(0, 0), (2, 1)])


def test_a_gap_that_costs_more_than_it_brings_ends_the_stretch():
    assert places([V, F, F, A], [V, A]) == [(3, 1)]


def test_a_gap_there_costs_as_one_here():
    assert COSTED.align([V, A], [V, T, A]).score == COSTED.align([V, T, A], [V, A]).score == 3.5


def test_junk_at_both_ends_does_not_matter():
    plain, junk = COSTED.align([V, A, F], [V, A, F]), COSTED.align([T, T, V, A, F, T], [V, A, F])

    assert plain.score == junk.score == 8.0
    assert [pair.here - 2 for pair in junk.pairs] == [pair.here for pair in plain.pairs]


def test_of_two_equal_stretches_the_latest_there_is_given():
    assert places([V], [V, F, V]) == [(0, 2)]


def test_nothing_is_like_an_empty_course():
    assert COSTED.align([], [V]).pairs == ()


@pytest.mark.parametrize("one", named_courses(shipped()), ids=lambda course: course.key)
def test_a_course_aligns_wholly_with_itself(one):
    found = SHIPPED.align(symbols(one), symbols(one))

    assert found.score == own_score(symbols(one), SHIPPED.table)
    assert [(pair.here, pair.there, pair.same) for pair in found.pairs] == [(n, n, True) for n in range(len(one.steps))]


@pytest.mark.parametrize("one", named_courses(shipped())[:4], ids=lambda course: course.key)
@pytest.mark.parametrize("other", named_courses(shipped())[4:8], ids=lambda course: course.key)
def test_the_score_is_the_same_both_ways_round(one, other):
    assert SHIPPED.align(symbols(one), symbols(other)).score == SHIPPED.align(symbols(other), symbols(one)).score


def test_the_score_alone_is_that_of_the_alignment():
    one, other = (symbols(course) for course in named_courses(shipped())[:2])

    assert SHIPPED.best_score(one, other) == SHIPPED.align(one, other).score


def test_turned_gives_each_state_the_part_of_the_other():
    told = course("x", "visit:GRC force:TUR talks")

    assert [sign[:2] for sign in symbols(told)] == [("visit", 1), ("force", 2), ("talks", 0)]
    assert [sign[:2] for sign in symbols(told, turned=True)] == [("visit", 2), ("force", 1), ("talks", 0)]


def test_what_only_goes_on_adds_a_quarter_where_it_goes_on_on_both_sides():
    more = Symbol("visit", 1, again=True)

    assert COSTED.align([V, more], [V, more]).score == 2.5
    assert COSTED.align([V, more], [A, V]).score == 2.0


def test_to_leave_out_what_only_goes_on_costs_a_quarter():
    assert COSTED.align([V, Symbol("visit", 2, again=True), A], [V, A]).score == 3.75


def test_a_step_goes_on_if_the_one_before_is_of_its_kind_whoever_acts():
    told = course("x", "visit:GRC visit:TUR talks visit:TUR")

    assert [sign.again for sign in symbols(told)] == [False, True, False, False]
