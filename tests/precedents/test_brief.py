"""Precedents as text and as HTML."""

import io
import re

import pytest
from msgspec.structs import replace
from rich.console import Console

from dragoman.precedents import Precedents, named_courses, precedents
from dragoman.precedents.find import likest
from dragoman.relations import Relations
from dragoman.render.precedents import draw, print_precedents, render
from dragoman.render.precedents.wording import pace_words, same_words, span_words
from dragoman.vocab import shipped
from tests.precedents.courses import course
from tests.relations.world import ledger


@pytest.fixture
def told(found: Relations) -> Precedents:
    return precedents(found, named_courses(shipped()), ledger=ledger())


def printed(told: Precedents) -> str:
    out = io.StringIO()
    print_precedents(told, Console(file=out, width=100, color_system=None))
    return out.getvalue()


def test_the_text_gives_the_course_here_first_then_the_precedents(told: Precedents):
    text = printed(told)

    assert text.startswith("Greece and Turkey: precedents\n\nTHE COURSE HERE\n")
    assert text.index("THE COURSE HERE") < text.index("TOLD AS COMING, NOT DONE") < text.index("NAMED PRECEDENTS")


def test_the_text_never_gives_a_number_alone(told: Precedents):
    line = next(line for line in " ".join(printed(told).split()).split("Likeness: ")[1:])

    assert re.match(
        r"\w+ \(.*?\): \d+% of the score of an identical course, \d+ steps? the same; \d+ of \d+ other", line
    )


def test_the_text_says_what_differs_and_how_fast_it_went(told: Precedents):
    text = " ".join(printed(told).split())

    assert re.search(r"The same: \d+ of \d+ steps here and \d+ there", text)
    assert re.search(r"Pace: .* here .*, .* there", text)


def test_a_dyad_without_steps_is_told_as_such():
    text = printed(likest(course("x", ""), named_courses(shipped()), shipped()))

    assert "Neither record nor ledger knows of a step between the two." in text
    assert f"None of the {len(named_courses(shipped()))} courses on file is like it." in text


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (20, "3 weeks"), (61, "2 months"), (365, "12 months"), (3653, "10 years")],
)
def test_spans_are_told_as_coarsely_as_is_useful(days: int, words: str):
    assert span_words(days) == words


def test_wording_counts_what_has_no_partner(told: Precedents):
    entry = replace(told.named[0], here_only=(1, 2), there_only=(3,))

    assert "in between, 2 here and 1 there without a partner" in same_words(entry, told.here)
    assert pace_words(replace(entry, pairs=entry.pairs[:1]), told.here).startswith("One step alone")


def test_pairs_are_drawn_under_each_other_and_joined(told: Precedents):
    for entry, figure in zip(told.named, draw(told).named, strict=True):
        links = [link for band in figure.bands for link in band.links]

        assert [link.same for link in links] == [pair.same for pair in entry.pairs]


def test_what_came_next_stands_beyond_the_divider(told: Precedents):
    for figure in draw(told).named:
        band = next(band for band in figure.bands if band.next_at is not None)

        assert all(mark.paired is False for mark in band.marks if mark.x > band.next_at)


def test_what_is_told_as_coming_is_dashed_and_never_joined(told: Precedents):
    marks = [m for figure in draw(told).named for band in figure.bands for m in band.marks if m.coming]

    assert marks
    assert not any(mark.paired for mark in marks)


def test_a_long_course_goes_on_in_another_row():
    long = course("long", "visit:GRC sanction:GRC " * 8)
    figure = draw(
        likest(long, [course("there", "visit:ARG sanction:ARG " * 8, a="ARG", b="BRA", named=True)], shipped())
    ).named[0]

    assert [len(band.links) for band in figure.bands] == [10, 6]


def test_what_came_next_fills_the_row_and_begins_no_other():
    here = course("here", "visit:GRC sanction:GRC agreement threat:GRC concession:GRC force:GRC")
    words = "visit:ARG sanction:ARG agreement threat:ARG concession:ARG force:ARG" + " break level-down" * 4
    figure = draw(likest(here, [course("t", words, a="ARG", b="BRA", named=True)], shipped())).named[0]

    assert [len(band.marks) for band in figure.bands] == [16]
    assert figure.bands[0].marks[-1].more == 5


def test_many_steps_without_a_partner_are_drawn_as_a_number():
    here = course("here", "force:GRC talks request:GRC refusal:TUR talks force:GRC")
    figure = draw(likest(here, [course("t", "force:ARG force:ARG", a="ARG", b="BRA", named=True)], shipped())).named[0]

    assert [mark.more for band in figure.bands for mark in band.marks if mark.more] == [3]


def test_every_citation_that_is_linked_is_on_the_page(told: Precedents):
    page = render(told)
    linked = set(re.findall(r'href="#(s\d+)"', page))

    assert linked
    assert linked <= set(re.findall(r'id="(s\d+)"', page))


def test_the_page_loads_nothing_and_runs_nothing(told: Precedents):
    page = render(told)

    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_words_of_a_record_are_escaped(told: Precedents):
    bad = replace(told.here.steps[-1], words="<script>alert(1)</script>\u202e")
    page = render(replace(told, here=replace(told.here, steps=(*told.here.steps[:-1], bad))))

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page


def test_the_same_precedents_give_the_same_page(told: Precedents):
    assert render(told) == render(told)


@pytest.mark.parametrize(("prefix", "linked"), [('"p2-"', True), ("none", False)])
def test_the_macro_takes_the_prefix_of_the_page_that_holds_it(told: Precedents, prefix: str, linked: bool):
    from jinja2 import Environment, PackageLoader

    environment = Environment(loader=PackageLoader("dragoman.render", "."), autoescape=True)
    words = '{% from "precedents/precedents.html.j2" import precedents_figure %}{{ precedents_figure(drawn, PREFIX) }}'
    template = environment.from_string(words.replace("PREFIX", prefix))
    page = template.render(drawn=draw(told))

    assert ('href="#p2-s' in page, "href" in page) == (linked, linked)
