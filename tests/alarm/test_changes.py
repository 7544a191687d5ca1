"""What is said to change the alarm does change it."""

import pytest
from hypothesis import given, settings

from dragoman.alarm.changes import comes_about
from dragoman.alarm.nouns import Alarm
from dragoman.relations.nouns import Interaction
from dragoman.vocab import shipped
from tests.alarm.interactions import TODAY, alarm_of, before, interaction, quarrel, worked_example
from tests.alarm.worlds import troubled

ORDER = ("calm", "watch", "concern", "alarm")


def height(found: Alarm) -> int:
    return ORDER.index(found.band)


def test_the_worked_example_falls_on_the_day_that_the_documentation_says():
    fall = alarm_of(worked_example(), TODAY).fall

    assert fall is not None
    assert (fall.day, fall.band) == ("2024-10-01", "watch")


def test_the_worked_example_rises_by_what_the_documentation_says():
    rise = alarm_of(worked_example(), TODAY).rise

    assert rise is not None
    assert (rise.band, rise.threshold, rise.missing) == ("alarm", 20.0, 2.5)
    assert [(kind.count, kind.event_type) for kind in rise.kinds] == [(1, "ASSAULT"), (1, "MOBILIZE"), (1, "THREATEN")]
    assert [(plan.becomes, plan.pressure, plan.enough) for plan in rise.plans] == [("MOBILIZE", 23.0, True)]


@given(troubled())
@settings(max_examples=50)
def test_on_the_day_said_the_band_is_lower_and_not_before(interactions: list[Interaction]):
    found = alarm_of(interactions, TODAY)
    if found.fall is None:
        return

    then = alarm_of(interactions, found.fall.day)

    assert then.band == found.fall.band
    assert height(then) < height(found) <= height(alarm_of(interactions, before(1, found.fall.day)))


@given(troubled())
@settings(max_examples=50)
def test_the_interactions_said_bring_the_next_band_and_one_less_does_not(interactions: list[Interaction]):
    found = alarm_of(interactions, TODAY)
    if found.rise is None:
        return

    for kind in found.rise.kinds:
        more = [interaction(kind.event_type, TODAY)] * kind.count
        assert height(alarm_of([*interactions, *more], TODAY)) > height(found)
        assert height(alarm_of([*interactions, *more[1:]], TODAY)) <= height(found)


@given(troubled())
@settings(max_examples=50)
def test_a_plan_that_comes_about_does_what_was_said(interactions: list[Interaction]):
    found = alarm_of(interactions, TODAY)
    if found.rise is None:
        return

    for plan in found.rise.plans:
        done = interaction(plan.becomes, TODAY, intensity=plan.intensity)
        then = alarm_of([*interactions, done], TODAY)
        assert then.pressure == plan.pressure
        assert (height(then) > height(found)) is plan.enough


@given(troubled())
@settings(max_examples=50)
def test_all_plans_together_do_what_was_said(interactions: list[Interaction]):
    found = alarm_of(interactions, TODAY)
    if found.rise is None:
        return

    done = [interaction(plan.becomes, TODAY, intensity=plan.intensity) for plan in found.rise.plans]
    assert (height(alarm_of([*interactions, *done], TODAY)) > height(found)) is found.rise.together


def test_a_calm_dyad_falls_no_further():
    assert alarm_of([interaction("ACCUSE", before(300))], TODAY).fall is None


def test_above_alarm_there_is_nothing():
    clash = [interaction("ASSAULT", TODAY, told_by=9)] * 3

    assert alarm_of(clash, TODAY).rise is None


@pytest.mark.parametrize(
    ("kind", "status", "named"),
    [
        ("THREATEN", "happened", True), ("ASSAULT", "possible", True), ("ACCUSE", "happened", False),
        ("THREATEN", "denied", False), ("CONSULT", "planned", False),
    ],
)  # fmt: skip
def test_threats_and_plans_of_conflict_are_named(kind: str, status: str, named: bool):
    rise = alarm_of([interaction(kind, before(5), status=status)], TODAY).rise

    assert rise is not None
    assert bool(rise.plans) is named


@pytest.mark.parametrize(("days", "named"), [(120, True), (121, False), (-300, True)])
def test_a_threat_is_open_for_a_half_life_after_its_date(days: int, named: bool):
    threat = interaction("THREATEN", before(days), published=before(max(days, 10)), status="planned")
    rise = alarm_of([threat], TODAY).rise

    assert rise is not None
    assert bool(rise.plans) is named


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        ("THREATEN", ("MOBILIZE", -5.5)), ("THREATEN drone", ("ASSAULT", -9.5)),
        ("THREATEN violence", ("ASSAULT", -9.0)), ("THREATEN relations", ("SANCTION", -6.0)),
        ("THREATEN restrict", ("COERCE", -7.0)), ("SANCTION expel", ("SANCTION", -5.5)),
    ],
)  # fmt: skip
def test_a_threat_comes_about_as_the_interaction_that_its_mode_names(kind: str, becomes: tuple[str, float]):
    assert comes_about(interaction(kind, TODAY), shipped().alarm, shipped().events.intensities) == becomes


def test_a_threat_whose_act_is_known_comes_about_as_that():
    threats = [interaction("THREATEN drone", TODAY, act="MOBILIZE"), interaction("THREATEN", TODAY, act="ASSAULT")]

    assert [comes_about(one, shipped().alarm, shipped().events.intensities) for one in threats] == [
        ("MOBILIZE", -5.5),
        ("ASSAULT", -9.0),
    ]


def test_plans_are_told_in_a_quarrelsome_dyad_too():
    threat = interaction("THREATEN violence", before(-9), published=TODAY, status="planned")
    rise = alarm_of([*quarrel(), threat], TODAY).rise

    assert rise is not None
    assert threat in [plan.interaction for plan in rise.plans]
