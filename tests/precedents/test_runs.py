"""Steps in order, and drawn together."""

import pytest

from dragoman.precedents.nouns import Step
from dragoman.precedents.runs import drawn_together, in_order
from dragoman.vocab import shipped


def step(kind: str, when: str, by: str | None = "GRC", words: str = "x", citations: tuple[int, ...] = ()) -> Step:
    return Step(kind=kind, when=when, by=by, words=words, citations=citations)


def test_visits_close_together_are_one_step_with_a_count():
    (run,) = drawn_together(
        [step("visit", "2001-01-05", citations=(1,)), step("visit", "2001-03", words="y", citations=(2,))],
        shipped().courses,
    )

    assert (run.count, run.when, run.words, run.citations) == (2, "2001-01-05/2001-03", "x; y", (1, 2))


@pytest.mark.parametrize(
    "second",
    [step("visit", "2001-09-05"), step("visit", "2001-02-05", by="TUR"), step("talks", "2001-02-05")],
    ids=["half a year later", "by the other", "of another kind"],
)
def test_other_steps_stand_by_themselves(second: Step):
    assert len(drawn_together([step("visit", "2001-01-05"), second], shipped().courses)) == 2


def test_a_step_of_another_kind_does_not_part_a_run():
    told = [step("visit", "2001-01-05"), step("talks", "2001-01-09", None), step("visit", "2001-02-05")]

    assert [(s.kind, s.count) for s in drawn_together(told, shipped().courses)] == [("visit", 2), ("talks", 1)]


def test_a_turn_parts_a_run():
    told = [step("visit", "2001-01-05"), step("alliance", "2001-01-09", None), step("visit", "2001-02-05")]

    assert [s.kind for s in drawn_together(told, shipped().courses)] == ["visit", "alliance", "visit"]


def test_treaties_are_never_drawn_together():
    assert (
        len(
            drawn_together(
                [step("friendship", "2001-01-05", None), step("friendship", "2001-01-06", None)], shipped().courses
            )
        )
        == 2
    )


def test_a_run_within_a_coarse_date_keeps_that_date():
    (run,) = drawn_together([step("visit", "2001-03"), step("visit", "2001-03-09")], shipped().courses)

    assert run.when == "2001-03"


def test_steps_go_by_their_first_day_and_undated_ones_are_last():
    told = [step("visit", ""), step("visit", "2001-03-09"), step("visit", "2001")]

    assert [s.when for s in in_order(told, shipped().courses)] == ["2001", "2001-03-09", ""]
