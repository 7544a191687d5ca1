"""Which courses are found, who plays which part, how common the likeness is, and how it is graded."""

import msgspec
import pytest
from msgspec.structs import replace

from dragoman.ledger.book import shipped_ledger
from dragoman.precedents import Course, gather_all, named_courses, other_courses, precedents
from dragoman.precedents.find import cut_off, grade_of, likest
from dragoman.precedents.nouns import Alignment, Pair
from dragoman.record import Record
from dragoman.relations import Relations, derive
from dragoman.vocab import shipped
from tests.precedents.courses import course
from tests.precedents.leaving_out import found_for
from tests.relations.world import ledger

HERE = course("here", "visit:GRC agreement force:TUR", year=2000)


def other(key: str, words: str, n: int = 0, **more: bool) -> Course:
    states = ["ARG", "BRA", "CHL", "PER", "BOL", "COL", "ECU", "URY", "PRY", "VEN", "MEX", "CUB", "PAN"]
    return course(key, words, a=states[n], b=states[n + 1], **more)


@pytest.mark.parametrize("told", named_courses(shipped()), ids=lambda told: told.key)
def test_a_named_course_without_its_last_steps_finds_itself_first(told: Course):
    found = found_for(told, list(named_courses(shipped())))

    assert found.named[0].course.key == told.key
    assert [found.named[0].course.steps[n] for n in found.named[0].after_there] == list(told.steps[-3:])


def test_what_came_next_there_follows_the_stretch():
    found = likest(
        HERE, [other("a", "talks visit:ARG agreement force:BRA sanction:ARG break", named=True)], shipped()
    ).named[0]

    assert [found.course.steps[n].kind for n in found.after_there] == ["sanction", "break"]
    assert (found.same, found.alike, found.after_here) == (3, 0, ())


def test_steps_without_a_partner_within_the_stretch_are_told_on_both_sides():
    here = course("here", "visit:GRC request:GRC agreement force:TUR")
    found = likest(here, [other("a", "visit:ARG agreement support:ARG force:BRA", named=True)], shipped()).named[0]

    assert (found.here_only, found.there_only) == ((1,), (2,))


def test_the_other_way_to_give_out_the_parts_is_tried():
    found = likest(HERE, [other("a", "visit:BRA agreement force:ARG", named=True)], shipped()).named[0]

    assert found.plays == {"GRC": "BRA", "TUR": "ARG"}
    assert found.same == 3


def test_where_both_do_all_the_parts_make_no_difference():
    both = course("here", "agreement talks force")

    assert likest(both, [other("a", "agreement talks force", named=True)], shipped()).named[0].plays is None


def test_the_pace_is_told_for_both_sides():
    slow = replace(other("a", "visit:ARG agreement", named=True))
    slow = replace(slow, steps=(slow.steps[0], replace(slow.steps[1], when="1950")))
    found = likest(HERE, [slow], shipped()).named[0]

    assert (found.days_here, found.days_there) == (366, 18262)


def test_the_base_rate_counts_those_at_least_as_like_among_those_that_could_be():
    there = other("there", "visit:ARG agreement force:BRA", 0, named=True)
    as_like = other("as like", "talks visit:CHL agreement force:PER", 2)
    less = other("less", "visit:BOL accusation:BOL threat:COL", 4)
    short = other("short", "visit:ECU agreement", 6)
    found = likest(HERE, [there, as_like, less, short], shipped()).named[0]

    assert (found.as_like, found.pool) == (1, 2)


def test_the_two_dyads_themselves_are_not_counted():
    there = other("there", "visit:ARG agreement force:BRA", named=True)
    again = [replace(there, key="again", origin="record"), replace(HERE, key="mine")]

    assert likest(HERE, [there, *again], shipped()).named[0].pool == 0


def test_courses_of_treaties_alone_do_not_count_where_a_visit_is_paired():
    there = other("there", "visit:ARG agreement force:BRA", named=True)
    treaties = replace(other("t", "relations alliance treaty-ended", 4), origin="ledger")
    found = likest(HERE, [there, treaties], shipped()).named[0]

    assert (found.pool, found.among) == (0, "told")


def test_courses_of_treaties_count_where_treaties_are_paired():
    here = course("here", "relations alliance treaty-ended")
    there = other("there", "relations alliance treaty-ended", named=True)
    treaties = replace(other("t", "relations alliance treaty-ended", 4), origin="ledger")
    found = likest(here, [there, treaties], shipped()).named[0]

    assert (found.as_like, found.pool, found.among) == (1, 1, "all")


@pytest.mark.parametrize(
    ("same", "score", "as_like", "pool", "grade"),
    [
        (5, 10.0, 1, 20, "close"),
        (4, 10.0, 1, 20, "partial"),
        (5, 9.9, 1, 20, "partial"),
        (5, 10.0, 2, 20, "partial"),
        (2, 10.0, 0, 20, "weak"),
        (5, 5.0, 0, 20, "weak"),
        (5, 20.0, 5, 20, "weak"),
        (5, 20.0, 0, 9, "weak"),
    ],
)
def test_a_grade_asks_for_score_steps_and_rareness(same: int, score: float, as_like: int, pool: int, grade: str):
    found = Alignment(score, tuple(Pair(n, n, n < same, 1.0) for n in range(6)))

    assert grade_of(found, 20.0, as_like, pool, shipped().courses) == grade


def test_one_step_alone_is_no_precedent():
    assert likest(HERE, [other("a", "visit:ARG threat:ARG", named=True)], shipped()).named == ()


def test_the_past_of_the_same_two_is_held_against_what_came_after_it_alone(found: Relations):
    past = course("past", "relations alliance treaty-ended visit:TUR", year=1930, named=True)
    told = precedents(found, [past], ledger=ledger())

    assert told.named
    assert all(entry.left_out and pair.here >= entry.left_out for entry in told.named for pair in entry.pairs)
    assert any("Past is the past of the same two states" in note for note in told.notes)


def test_the_record_of_the_same_two_is_no_precedent(found: Relations):
    assert precedents(found, [course("GRC-TUR", "relations alliance visit:TUR")], ledger=ledger()).others == ()


def test_courses_are_cut_off_at_until_with_their_outcome():
    cut = cut_off(other("a", "visit:ARG agreement force:BRA", named=True), "1901")

    assert ([step.kind for step in cut.steps], cut.outcome) == (["visit", "agreement"], "")


def test_what_is_planned_is_never_aligned(found: Relations):
    planned = other("a", "visit:ARG visit:BRA", named=True)
    told = precedents(found, [planned], ledger=ledger())
    ahead = {step.when for step in told.here.ahead}

    assert told.named
    assert ahead.isdisjoint(told.here.steps[pair.here].when for entry in told.named for pair in entry.pairs)


def test_at_most_so_many_are_given_the_likest_first():
    likely = [other(f"n{n}", "visit:ARG agreement force:BRA"[: 20 + 6 * n], named=True) for n in range(2)]
    found = likest(HERE, likely, shipped(), most=1)

    assert [entry.course.key for entry in found.named] == ["n1"]
    assert found.on_file == 2


def test_equal_courses_come_in_the_order_of_their_keys():
    twins = [other("b", "visit:ARG agreement", named=True), other("a", "visit:CHL agreement", 2, named=True)]

    assert [entry.course.key for entry in likest(course("h", "visit:GRC agreement"), twins[::-1], shipped()).named] == [
        "a",
        "b",
    ]


def test_the_order_of_the_courses_makes_no_difference():
    book = shipped_ledger(shipped())
    found, courses = derive("RUS", "PRK", ledger=book), [*named_courses(shipped()), *other_courses(book)]
    one, two = (precedents(found, several, ledger=book) for several in (courses, courses[::-1]))

    assert msgspec.json.encode(one) == msgspec.json.encode(two)


def test_courses_of_the_ledger_have_enough_steps_and_the_dyad_in_order():
    courses = other_courses(shipped_ledger(shipped()))

    assert min(len(told.steps) for told in courses) >= 3
    assert [(told.a, told.b) for told in courses] == sorted((told.a, told.b) for told in courses)
    assert {told.origin for told in courses} == {"ledger"}


def test_courses_of_the_record_are_found_by_dyad(record: Record):
    events, levels = gather_all(record.snapshot(), shipped_ledger(shipped()))
    courses = other_courses(ledger(), events=events, levels=levels)

    assert [(told.key, told.origin) for told in courses] == [("GRC-TUR", "record")]
    assert list(events) == list(levels) == [("GRC", "TUR")]


def test_until_leaves_out_what_came_later_in_other_courses():
    courses = {told.key: told for told in other_courses(shipped_ledger(shipped()), until="1950")}

    assert max(step.when for told in courses.values() for step in told.steps) < "1951"
