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
from dragoman.render.alarm import print_alarm
from dragoman.render.alarm.chart import HEIGHT, TOP, Chart, draw
from tests.alarm.interactions import TODAY, alarm_of, before, interaction, quarrel, worked_example
from tests.alarm.worlds import worlds


def figure(found: Alarm, prefix: str = "", named: str = "false") -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dragoman.render", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    page = "{% from 'alarm/alarm.html.j2' import alarm_figure %}{{ alarm_figure(chart, prefix, named=" + named + ") }}"
    return environment.from_string(page).render(chart=draw(found), prefix=prefix)


def printed(found: Alarm, width: int = 100) -> str:
    out = io.StringIO()
    print_alarm(found, Console(file=out, width=width, force_terminal=False, color_system=None))
    return out.getvalue()


def drawn(*interactions: Interaction) -> Chart:
    chart = draw(alarm_of(interactions, TODAY))
    assert chart is not None
    return chart


def test_nothing_on_record_is_not_drawn():
    assert draw(alarm_of([], TODAY)) is None


@given(worlds())
@settings(max_examples=40)
def test_all_of_the_drawing_lies_in_its_plot(interactions: list[Interaction]):
    chart = draw(alarm_of(interactions, TODAY))
    if chart is None:
        return
    spots = [tuple(map(float, spot.split())) for spot in chart.line[1:].split("L")]

    assert all(chart.left <= x <= chart.right and TOP <= y <= TOP + HEIGHT + 0.1 for x, y in spots)
    assert sum(shade.height for shade in chart.shades) == pytest.approx(HEIGHT)
    assert all(0 <= bar.length <= 100 for bar in chart.bars)


@given(worlds())
@settings(max_examples=40)
def test_labels_of_bands_do_not_meet(interactions: list[Interaction]):
    chart = draw(alarm_of(interactions, TODAY))
    if chart is None:
        return

    assert all(low.label_y - high.label_y >= 12.9 for low, high in pairwise(chart.shades))


def test_the_band_of_today_is_marked():
    assert [shade.name for shade in drawn(*worked_example()).shades if shade.current] == ["concern"]


def test_a_longer_bar_stands_for_more_points():
    bars = {bar.name: bar.length for bar in drawn(*worked_example()).bars}

    assert bars["ASSAULT"] == 100
    assert bars["MOBILIZE"] == pytest.approx(100 * 3.3 / 13.5)


def test_many_interactions_are_put_together_with_all_their_numbers():
    interactions = [interaction("ACCUSE", before(n), citation=n + 1) for n in range(10)]
    lines = drawn(*interactions).bars[0].interactions

    assert len(lines) == 7
    assert lines[-1].words == "4 more, each of fewer points"
    assert {number for line in lines for number in line.citations} == set(range(1, 11))


def test_the_figure_is_well_formed():
    ET.fromstring(figure(alarm_of([*quarrel(), *worked_example()], TODAY)).replace("&nbsp;", " "))


def test_every_number_of_a_interaction_is_a_link_with_the_prefix():
    page = figure(alarm_of(worked_example(), TODAY), prefix="d2-")

    assert set(re.findall(r'href="(.*?)"', page)) == {f"#d2-s{number}" for number in range(1, 6)}


def test_the_figure_is_named_if_asked():
    assert "<h2>Greece and Turkey:" in figure(alarm_of(worked_example(), TODAY), named="true")


def test_what_pages_say_is_escaped():
    evil = interaction("ASSAULT", TODAY, actors=("<script>alert(1)</script>",), mode="<b>", recipients=('"><i>',))
    page = figure(alarm_of([evil], TODAY))

    assert "<script" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert "&lt;script&gt;" in page


def test_the_terminal_shows_band_parts_and_changes():
    assert printed(alarm_of(worked_example(), TODAY)) == GOLDEN


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
