"""The alarm as a drawing, as HTML and in the terminal."""

import io
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from rich.console import Console

from dragoman.alarm import Alarm
from dragoman.relations.nouns import Interaction
from dragoman.render.charts.pressure import HEIGHT, TOP
from dragoman.render.charts.svg import Figure
from dragoman.render.html import environment
from dragoman.render.pages.alarms import alarm_sheet
from dragoman.render.sheet import AlarmSheet, Sheet
from dragoman.render.text.alarms import print_alarm
from dragoman.vocab import shipped
from tests.alarm.interactions import TODAY, alarm_of, before, interaction, quarrel, worked_example
from tests.alarm.worlds import worlds
from tests.render.shapes import found as shapes
from tests.render.shapes import place


def described(found: Alarm) -> AlarmSheet:
    return alarm_sheet(found, shipped())


def figure(found: Alarm, prefix: str = "", named: bool = False) -> str:
    """Write the alarm as it stands in a page."""
    words = "{% from 'alarm.html.j2' import alarms %}{{ alarms(sheet, prefix, named) }}"
    sheet = Sheet(kind="watch", title="", alarms=(described(found),))
    return environment().from_string(words).render(sheet=sheet, prefix=prefix, named=named)


def printed(found: Alarm, width: int = 100) -> str:
    out = io.StringIO()
    print_alarm(described(found), Console(file=out, width=width, force_terminal=False, color_system=None))
    return out.getvalue()


def drawn(*interactions: Interaction) -> AlarmSheet:
    return described(alarm_of(interactions, TODAY))


def plot_of(interactions: list[Interaction]) -> Figure | None:
    return drawn(*interactions).plot


def test_nothing_on_record_is_not_drawn():
    found = drawn()

    assert (found.drawn, found.plot) == (False, None)


@given(worlds())
@settings(max_examples=40, deadline=None)
def test_all_of_the_drawing_lies_in_its_plot(interactions: list[Interaction]):
    found = drawn(*interactions)

    assert all(0 <= part.length <= 100 for part in found.parts)
    if found.plot is None:
        return
    (line,), shades = shapes(found.plot, "path", "pressure"), shapes(found.plot, "rect", "shade")
    spots = [tuple(map(float, spot.split())) for spot in str(line.measures["d"]).removeprefix("M").split("L")]
    left, right = place(shades[0], "x"), place(shades[0], "x") + place(shades[0], "width")
    assert all(left <= x <= right and TOP <= y <= TOP + HEIGHT + 0.1 for x, y in spots)
    assert sum(place(shade, "height") for shade in shades) == pytest.approx(HEIGHT)


@given(worlds())
@settings(max_examples=40, deadline=None)
def test_labels_of_bands_do_not_meet(interactions: list[Interaction]):
    plot = plot_of(interactions)
    heights = [place(label, "y") for label in shapes(plot, "text", "name")] if plot else []

    assert all(low - high >= 12.9 for low, high in pairwise(heights))


def test_the_band_of_today_is_marked():
    plot = plot_of(worked_example())

    assert plot is not None
    assert [label.words for label in shapes(plot, "text", "known")] == ["concern from 10.0"]


def test_a_longer_bar_stands_for_more_points():
    bars = {part.name: part.length for part in drawn(*worked_example()).parts}

    assert bars["ASSAULT"] == 100
    assert bars["MOBILIZE"] == pytest.approx(100 * 3.3 / 13.5)


def test_many_interactions_are_put_together_with_all_their_numbers():
    interactions = [interaction("ACCUSE", before(n), citation=n + 1) for n in range(10)]
    lines = drawn(*interactions).parts[0].lines

    assert len(lines) == 7
    assert lines[-1].words == "4 more, each of fewer points"
    assert {number for line in lines for number in line.citations} == set(range(1, 11))


def test_the_figure_is_well_formed():
    ET.fromstring(figure(alarm_of([*quarrel(), *worked_example()], TODAY)).replace("&nbsp;", " "))


def test_every_number_of_a_interaction_is_a_link_with_the_prefix():
    page = figure(alarm_of(worked_example(), TODAY), prefix="d2-")

    assert set(re.findall(r'href="(.*?)"', page)) == {f"#d2-s{number}" for number in range(1, 6)}


def test_the_figure_is_named_if_asked():
    assert "<h2>Greece and Turkey:" in figure(alarm_of(worked_example(), TODAY), named=True)


def test_what_pages_say_is_escaped():
    evil = interaction("ASSAULT", TODAY, actors=("<script>alert(1)</script>",), mode="<b>", recipients=('"><i>',))
    page = figure(alarm_of([evil], TODAY))

    assert "<script" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert "&lt;script&gt;" in page


def test_the_terminal_shows_band_parts_and_changes():
    assert printed(alarm_of(worked_example(), TODAY)) == GOLDEN


def test_plans_that_are_only_counted_can_be_looked_up_too():
    plans = [interaction("THREATEN", before(n), status="planned", act="ASSAULT", citation=n + 1) for n in range(5)]
    found = drawn(*plans)
    (rest,) = [line for line in found.changes if "more on file" in line.words]

    assert rest.words.startswith("2 more on file")
    assert {number for line in found.changes for number in line.citations} == {1, 2, 3, 4, 5}


GOLDEN = """\
Greece and Turkey: concern since 20 June 2024: pressure 17.5
what is usual between the two is not known; the floors hold: watch from 5.0, concern from 10.0,
alarm from 20.0
  +13.5  ASSAULT  1 deed
      +13.5  20 June 2024: ASSAULT firearms: Greece → Turkey, −9: 9 × 1.50 (told by 4) ......... [3]
   +3.3  MOBILIZE  1 deed
       +3.3  21 February 2024: MOBILIZE troops: Greece → Turkey, −6.5: 6.5 × 0.50 (time) ....... [1]
   +1.7  THREATEN  1 deed
       +1.7  1 August 2024: THREATEN: Greece → Turkey, −3.5, planned: 3.5 × 0.5 (planned) ...... [4]
   −1.0  cooperation  1 deed
       −1.0  21 February 2024: CONSULT visit: Greece → Turkey, +4: −4 × 0.50 (time) × 0.50
             (relief) .......................................................................... [2]
   down  falls to watch on 1 October 2024 if nothing more happens
     up  2.5 points more bring alarm (from 20.0): 1 × ASSAULT, 1 × MOBILIZE or 1 × THREATEN, told
         by one document each
     up  1 August 2024: if it comes about as MOBILIZE: 23.0, brings alarm alone. THREATEN:
         Greece → Turkey, −3.5, planned ........................................................ [4]
      0  19 June 2024: ASSAULT: Greece → Turkey, −9, denied: counts nothing .................... [5]
         on record only since 2024-02-21, less than 365 days before: what is usual between the two
         is not known, and the bands begin at their floors
"""


def test_what_pages_say_does_not_steer_the_terminal():
    evil = interaction("ASSAULT", TODAY, actors=("\x1b[31mred\x1b[0m",))

    assert "\x1b" not in printed(alarm_of([evil], TODAY))


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int):
    text = printed(alarm_of([*quarrel(), *worked_example()], TODAY), width)

    assert max(map(len, text.splitlines())) <= width


def test_nothing_on_record_is_said_in_the_terminal():
    assert "nothing on record between the two by then" in printed(alarm_of([], TODAY))
