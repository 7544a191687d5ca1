"""Visits, meetings and calls, each once, with their ordinals and gaps."""

import pytest

from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.encounters import together
from dragoman.relations.nouns import Encounter
from dragoman.relations.ordinals import gap, with_ordinals
from dragoman.relations.persons import known_as, same_person
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from tests.relations.world import GREEK, LISTED, TURK, ledger


def visit(when: str | None, status: str = "happened", *, who: str | None = TURK, told_by: int = 1, **more) -> Encounter:
    return Encounter(
        kind="visit", status=status, when=when, visitor="TUR", host="GRC", people={"TUR": (who,)} if who else {},
        counted=status == "happened" and when is not None, told_by=told_by, **more,
    )  # fmt: skip


def test_a_visit_told_by_two_papers_is_one_with_two_sentences(found: Relations):
    (last,) = [e for e in found.encounters if e.kind == "visit" and e.when == "2024-06-18"]

    assert (last.visitor, last.host, last.place, last.told_by, len(last.citations)) == ("TUR", "GRC", "Athens", 2, 2)


def test_visits_are_counted_over_dyad_and_person_with_their_gap(found: Relations):
    (last,) = [e for e in found.encounters if e.when == "2024-06-18"]

    assert [(o.of, o.who, o.nth, o.since, o.years, o.months) for o in last.ordinals] == [
        ("dyad", "TUR", 2, "2000-07", 24, 287),
        ("person", TURK, 2, "2000-07", 24, 287),
    ]


def test_meetings_are_counted_over_the_pair_of_persons(found: Relations):
    (last,) = [e for e in found.encounters if e.kind == "meeting" and e.when == "2024-06-19"]

    assert [(o.of, o.who, o.nth, o.months) for o in last.ordinals] == [
        ("dyad", "", 2, 13),
        ("persons", f"{GREEK} and {TURK}", 2, 13),
    ]


def test_a_plan_is_numbered_but_not_counted(found: Relations):
    (plan,) = [e for e in found.encounters if e.status == "planned"]

    assert (plan.visitor, plan.counted, plan.ordinals[0].nth) == ("GRC", False, 1)


def test_what_has_no_date_is_listed_and_not_counted(found: Relations):
    (call,) = [e for e in found.encounters if e.kind == "call"]

    assert (call.counted, call.ordinals) == (False, ())


def test_a_visit_on_the_list_and_on_record_is_one(record: Record):
    events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    found = derive("GRC", "TUR", ledger=ledger(visits=(LISTED,)), events=events, levels=levels)
    (last,) = [e for e in found.encounters if e.kind == "visit" and e.when.startswith("2024-06-18")]

    assert (last.occasion, last.people, len(last.citations)) == ("State visit.", {"TUR": (TURK,)}, 3)


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ([visit("2000-07-19"), visit("2000-07")], 1),
        ([visit("2000-07-19"), visit("2000")], 1),
        ([visit("2000-07-19"), visit("2000", who=None)], 1),
        ([visit("2000-07-19"), visit("2000", who="Deniz Kaya")], 2),
        ([visit("2000-07-19"), visit("2000-07-20")], 2),
        ([visit("2000-07"), visit("2000-08")], 2),
        ([visit("2000-07-19"), visit("2000-07", "planned")], 1),
        ([visit("2000"), visit("2000-07", "planned")], 2),
        ([visit(None), visit(None)], 2),
    ],
)
def test_a_coarser_telling_and_a_plan_are_put_with_what_they_may_be(told: list[Encounter], count: int):
    assert len(together(told)) == count
    assert len(together(told[::-1])) == count


def test_what_came_of_a_plan_is_told_as_announced():
    (one,) = together([visit("2000-07", "planned", citations=(2,)), visit("2000-07-19", citations=(1,))])

    assert (one.status, one.announced, one.also, one.citations) == ("happened", True, ("2000-07",), (1, 2))


def test_visits_of_two_persons_are_counted_apart():
    counted = with_ordinals([visit("2000-07-19"), visit("2001-07-19", who="Deniz Kaya"), visit("2002-07-19")])

    assert [[o.nth for o in e.ordinals] for e in counted] == [[1, 1], [2, 1], [3, 2]]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2000-07", "2024-06-18", (24, 287)),
        ("2000", "2024-06-18", (24, None)),
        ("2024-06-18", "2024-06-19", (0, 0)),
        ("2023-12-30/2024-01-02", "2024-01-05", (1, 1)),
        (None, "2024", (None, None)),
    ],
)
def test_gaps_are_as_fine_as_the_coarser_date(earlier: str | None, later: str, expected: tuple[int, int]):
    assert gap(earlier, later) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kim Jong-un", "Kim Jong Un", True),
        ("President Cem B. Aydin", "Cem Aydin", True),
        ("Cem Aydin", "Can Aydin", False),
        ("", "Cem Aydin", False),
    ],
)
def test_titles_and_initials_do_not_make_another_person(one: str, other: str, same: bool):
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("name", "code", "day", "known"),
    [
        ("Prime Minister Dmitri Medvedev", "RUS", "2012-05-18", "Dmitry Medvedev"),
        ("President Dimitry A. Medvedev", "RUS", "2011-11-10", "Dmitry Medvedev"),
        ("Michael R Pompeo", "USA", "2019-05-14", "Mike Pompeo"),
        ("President Example", "KOR", "1990-06-04", "Example"),
        ("President", "KOR", "1990-06-04", "President"),
    ],
)
def test_names_of_a_list_are_those_of_the_actor_tables(name: str, code: str, day: str, known: str):
    assert known_as(name, code, day, shipped()) == known
