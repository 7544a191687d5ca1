"""The dyad's own past: the usual level, the bands, since when a band stands."""

import pytest
from hypothesis import given, settings

from dragoman.alarm.norm import norm_on
from dragoman.alarm.series import PressureSeries
from dragoman.relations.nouns import Interaction
from dragoman.vocab import shipped
from tests.alarm.interactions import TODAY, alarm_of, before, interaction, quarrel
from tests.alarm.worlds import worlds

ORDER = ("calm", "watch", "concern", "alarm")
CLASH = [interaction("ASSAULT", before(2), told_by=2), interaction("MOBILIZE troops", before(1))]


def test_the_same_interactions_stand_lower_in_a_quarrelsome_dyad():
    old = interaction("CONSULT visit", before(2000))
    quiet, quarrelsome = (alarm_of([*past, *CLASH], TODAY).band for past in ([old], quarrel(every=10)))

    assert ORDER.index(quarrelsome) < ORDER.index(quiet)


def test_the_usual_level_is_drawn_from_the_past_as_it_was_known_then():
    norm = alarm_of(quarrel(), TODAY).norm

    assert (norm.samples, norm.since) == (60, "2019-07-17")
    assert norm.usual is not None and norm.usual > 20


def test_what_is_told_today_of_years_ago_does_not_change_the_past():
    late = [interaction("ASSAULT", before(900 + n), published=TODAY) for n in range(20)]

    assert alarm_of([*quarrel(), *late], TODAY).norm == alarm_of(quarrel(), TODAY).norm


def test_a_young_record_stands_on_the_floors_and_says_so():
    found = alarm_of(CLASH, TODAY)

    assert [(t.band, t.points, t.by) for t in found.norm.thresholds] == [
        ("watch", 5.0, "floor"), ("concern", 10.0, "floor"), ("alarm", 20.0, "floor"),
    ]  # fmt: skip
    assert found.norm.usual is None
    assert found.notes[0].startswith(f"on record only since {before(2)}, less than 365 days before")


def test_a_past_without_conflict_stands_on_the_floors_and_says_so():
    found = alarm_of([interaction("CONSULT", before(1000))], TODAY)

    assert [t.by for t in found.norm.thresholds] == ["floor"] * 3
    assert found.notes == ("no conflict on record in the 1826 days before: the bands begin at their floors",)


def test_nothing_on_record_is_calm_and_says_so():
    found = alarm_of([], TODAY)

    assert (found.band, found.pressure, found.parts) == ("calm", 0.0, ())
    assert found.notes == ("nothing on record between the two by then: calm, for all that is known",)


def test_nobody_gets_used_to_a_war():
    war = [interaction("ASSAULT", before(day), told_by=2) for day in range(2000, 0, -1)]

    assert alarm_of(war, TODAY).band == "alarm"


@given(worlds())
def test_bands_begin_one_above_the_other(interactions: list[Interaction]):
    points = [threshold.points for threshold in alarm_of(interactions, TODAY).norm.thresholds]

    assert points == sorted(set(points))


@given(worlds())
@settings(max_examples=30)
def test_the_past_is_what_the_alarm_said_then(interactions: list[Interaction]):
    past = alarm_of(interactions, TODAY).past

    for point in past[:: max(1, len(past) // 5)]:
        assert alarm_of(interactions, point.day).pressure == point.points


@given(worlds())
@settings(max_examples=30)
def test_the_band_stands_since_its_first_day(interactions: list[Interaction]):
    found = alarm_of(interactions, TODAY)

    then = alarm_of(interactions, before(1, found.since))
    unknown = any("nothing on record between the two by then" in note for note in then.notes)
    assert alarm_of(interactions, found.since).band == found.band
    assert found.longer or unknown or then.band != found.band


@pytest.mark.parametrize("on", ["2024", "soon", "2024-06-31"])
def test_a_day_that_is_none_is_refused(on: str):
    with pytest.raises(ValueError, match="is no day for an alarm; write it as 2024-06-19"):
        alarm_of([], on)


def test_the_bands_of_the_worked_example_begin_where_the_documentation_says():
    heights = {300: 50, 330: 110}
    series = PressureSeries(0, [heights.get(day % 60 + 300, 0) for day in range(2001)], 0)
    norm = norm_on(series, 2000 - 2000 % 60, shipped().alarm)

    assert (norm.usual, norm.spread) == (8.0, 3.0)
    assert [(t.points, t.by) for t in norm.thresholds] == [(11.0, "past"), (14.0, "past"), (20.0, "floor")]
