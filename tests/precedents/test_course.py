"""The course of a dyad, out of the relations of the invented world."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from dragoman.ledger.book import Ledger
from dragoman.model.ledger import Party, Treaty
from dragoman.precedents import course_of
from dragoman.relations import Relations, derive
from dragoman.relations.nouns import IntensitySum, Interaction, LevelObservation, LevelSpell, Month
from dragoman.vocab import shipped
from tests.relations.world import ledger


def kinds_of(found: Relations, book: Ledger | None = None) -> list[tuple[str, str]]:
    return [(step.when, step.kind) for step in course_of(found, ledger=book or ledger()).steps]


def test_the_course_holds_what_happened_in_order(found: Relations):
    assert kinds_of(found) == [
        ("1930-10-30", "relations"), ("1934-02-09", "alliance"), ("1941-04-06", "treaty-ended"),
        ("1974-08-01", "break"), ("1976", "relations"), ("1999-08", "aid"), ("2000-07", "visit"),
        ("2001-03-01", "friendship"), ("2023-05", "talks"), ("2024", "accusation"), ("2024-03", "mobilisation"),
        ("2024-06-18", "visit"), ("2024-06-19", "talks"), ("2024-06-20", "level-up"),
    ]  # fmt: skip


def test_every_step_carries_citations_and_a_source(found: Relations):
    course = course_of(found, ledger=ledger())

    assert all(step.citations and step.source for step in (*course.steps, *course.ahead))
    assert {n for step in course.steps for n in step.citations} <= {citation.number for citation in found.citations}


def test_what_is_planned_or_expected_is_ahead_and_no_step(found: Relations):
    course = course_of(found, ledger=ledger())

    assert [(step.kind, step.when) for step in course.ahead] == [("visit", "2024-09"), ("level-up", "")]
    assert "2024-09" not in [step.when for step in course.steps]


def test_what_is_only_possible_is_neither(found: Relations):
    course = course_of(found, ledger=ledger())

    assert [step.when for step in (*course.steps, *course.ahead) if step.kind == "aid"] == ["1999-08"]


def test_the_side_that_acts_is_named(found: Relations):
    sides = {(step.kind, step.by) for step in course_of(found, ledger=ledger()).steps}

    assert {("aid", "GRC"), ("mobilisation", "TUR"), ("visit", "TUR"), ("talks", None)} <= sides


def test_what_was_told_undated_is_no_step_and_a_note_says_so(found: Relations):
    assert any("told undated" in note for note in course_of(found, ledger=ledger()).notes)


def test_a_record_makes_it_a_course_of_the_record(found: Relations):
    alone = derive("GRC", "TUR", ledger=ledger())

    assert (course_of(found, ledger=ledger()).origin, course_of(alone, ledger=ledger()).origin) == ("record", "ledger")


def treaty(key: str, signed: str, *states: str, ended: str | None = None, how: str | None = None) -> Treaty:
    return Treaty(
        id=key, name=key, kind="friendship", signed=signed, ended=ended, how=how,
        parties=tuple(Party(state) for state in states), source="an invented register",
    )  # fmt: skip


def test_a_treaty_of_many_states_is_no_step_between_two():
    book = Ledger(shipped(), (treaty("wide", "1950-01-01", "GRC", "TUR", "ITA", "FRA", "ESP"),))
    course = course_of(derive("GRC", "TUR", ledger=book), ledger=book)

    assert course.steps == ()
    assert course.notes == ("1 treaty of more than 4 states: no step between the two",)


@pytest.mark.parametrize(
    ("ended", "how", "said"),
    [("1960-01-01", "denounced", ["1960-01-01"]), ("1960", "lapsed", ["1960"]), ("1960-01-01", "replaced by b", [])],
)
def test_the_end_of_a_treaty_is_a_step_unless_another_took_its_place(ended: str, how: str, said: list[str]):
    book = Ledger(shipped(), (treaty("a", "1950-01-01", "GRC", "TUR", ended=ended, how=how),))
    told = kinds_of(derive("GRC", "TUR", ledger=book), book)

    assert [when for when, kind in told if kind == "treaty-ended"] == said


def test_an_agreement_of_the_day_of_a_treaty_is_the_treaty_told_again(found: Relations):
    signed = Interaction(
        event_type="AGREE", mode=None, status="happened", when="2001-03-01", actors=("GRC", "TUR"), recipients=(),
        intensity=2.5, citations=(1,),
    )  # fmt: skip
    month = Month(
        month="2001-03",
        cooperation=IntensitySum(),
        conflict=IntensitySum(),
        neutral=IntensitySum(),
        apart={},
        interactions=(signed,),
    )
    told = replace(found, series=replace(found.series, months=(month,)))
    steps = [step for step in course_of(told, ledger=ledger()).steps if step.when == "2001-03-01"]

    assert [step.kind for step in steps] == ["friendship"]
    assert 1 in steps[0].citations


@dataclass
class Told:
    rungs: tuple[int, ...]
    status: str = "happened"


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (Told((5,)), ["level-up"]),
        (Told((5,), "ongoing"), []),
        (Told((5, 6)), ["level-up", "level-up"]),
        (Told((5, 3)), ["level-up", "level-down"]),
    ],
    ids=["raised", "called so", "raised twice", "lowered"],
)
def test_levels_that_pages_tell_of_are_steps_where_they_change(found: Relations, told: Told, kinds: list[str]):
    days = ("2010-01-01", "2012-01-01", None)
    observations = tuple(
        LevelObservation(label="x", status=told.status, origin="record", rung=rung, when=days[n], citations=(n + 1,))  # type: ignore[arg-type]
        for n, rung in enumerate(told.rungs)
    )
    spells = tuple(
        LevelSpell(rung=rung, name="x", begin=days[n] or "", end=days[n + 1], citations=(n + 1,))
        for n, rung in enumerate(told.rungs)
    )
    nothing = derive("GRC", "TUR", ledger=Ledger(shipped(), ()))
    alone = replace(nothing, observations=observations, spells=spells, citations=found.citations)

    assert [step.kind for step in course_of(alone, ledger=Ledger(shipped(), ())).steps] == kinds
