"""Precedents as text and as HTML."""

import io
import re

import pytest
from msgspec.structs import replace
from rich.console import Console

from dragoman.precedents import Precedents, named_courses, precedents
from dragoman.precedents.find import likest
from dragoman.relations import Relations
from dragoman.render.charts.svg import Figure, Shape
from dragoman.render.html import html_page
from dragoman.render.pages.precedents import precedents_sheet
from dragoman.render.sheet import CourseSheet
from dragoman.render.text import print_sheet
from dragoman.render.words.precedents import grade_words, pace_words, same_words, span_words
from dragoman.vocab import shipped
from tests.precedents.courses import course
from tests.relations.world import ledger
from tests.render.shapes import found as shapes
from tests.render.shapes import place


@pytest.fixture
def told(found: Relations) -> Precedents:
    return precedents(found, named_courses(shipped()), ledger=ledger())


def printed(told: Precedents) -> str:
    out = io.StringIO()
    print_sheet(precedents_sheet(told, shipped(), weak=True), Console(file=out, width=100, color_system=None))
    return out.getvalue()


def render(told: Precedents) -> str:
    return html_page([precedents_sheet(told, shipped(), weak=True)])


def described(told: Precedents) -> CourseSheet:
    course = precedents_sheet(told, shipped(), weak=True).course
    assert course is not None
    return course


def figures(told: Precedents) -> list[Figure]:
    return [precedent.figure for precedent in described(told).named]


def turns(figure: Figure) -> list[Shape]:
    return shapes(figure, "circle", "turn")


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


def test_weak_likenesses_are_counted_and_not_shown_unless_asked_for(told: Precedents):
    weakest = shipped().courses.grades[-1].grade
    weak = replace(
        told,
        named=tuple(replace(entry, grade=weakest) for entry in told.named),
        others=tuple(replace(entry, grade=weakest) for entry in told.others),
    )
    left, all_shown = (precedents_sheet(weak, shipped(), weak=asked).course for asked in (False, True))

    assert left is not None and all_shown is not None
    assert (left.named, left.others) == ((), ())
    assert "is more than weakly like it: " in left.verdict
    assert len(all_shown.named) == len(told.named) > 0
    assert {entry.outcome for entry in all_shown.named} == {""}


def test_a_likeness_that_is_more_than_weak_needs_no_verdict_and_tells_its_outcome(told: Precedents):
    close = replace(told.named[0], grade=shipped().courses.grades[0].grade)
    course = precedents_sheet(replace(told, named=(close,), others=()), shipped()).course

    assert course is not None
    assert (course.verdict, [entry.outcome for entry in course.named]) == ("", [close.course.outcome])


def test_no_score_is_told_as_more_than_all(told: Precedents):
    over = replace(told.named[0], score=told.named[0].most * 2)

    assert grade_words(over, shipped()).count("100% of the score") == 1


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
    for entry, figure in zip(told.named, figures(told), strict=True):
        links = shapes(figure, "line", "link")

        assert ["alike" not in link.kind.split() for link in links] == [pair.same for pair in entry.pairs]


def test_what_came_next_stands_beyond_the_divider(told: Precedents):
    for figure in figures(told):
        band = next(band for band in figure.shapes if any(shape.kind == "beyond" for shape in band.shapes))
        (beyond,) = [shape for shape in band.shapes if shape.kind == "beyond"]
        marks = turns(replace(figure, shapes=(band,)))

        assert all("paired" not in mark.kind.split() for mark in marks if place(mark, "cx") > place(beyond, "x"))


def test_what_is_told_as_coming_is_dashed_and_never_joined(told: Precedents):
    kinds = [mark.kind.split() for figure in figures(told) for mark in turns(figure) if "coming" in mark.kind.split()]

    assert kinds
    assert not any("paired" in kind for kind in kinds)


def test_a_long_course_goes_on_in_another_row():
    long = course("long", "visit:GRC sanction:GRC " * 8)
    (figure,) = figures(
        likest(long, [course("there", "visit:ARG sanction:ARG " * 8, a="ARG", b="BRA", named=True)], shipped())
    )

    assert [len(shapes(replace(figure, shapes=(band,)), "line", "link")) for band in figure.shapes] == [10, 6]


def test_what_came_next_fills_the_row_and_begins_no_other():
    here = course("here", "visit:GRC sanction:GRC agreement threat:GRC concession:GRC force:GRC")
    words = "visit:ARG sanction:ARG agreement threat:ARG concession:ARG force:ARG" + " break level-down" * 4
    (figure,) = figures(likest(here, [course("t", words, a="ARG", b="BRA", named=True)], shipped()))

    assert len(figure.shapes) == 1
    assert len(turns(figure)) == 15
    assert [more.words for more in shapes(figure, "text", "more")] == ["+5"]


def test_many_steps_without_a_partner_are_drawn_as_a_number():
    here = course("here", "force:GRC talks request:GRC refusal:TUR talks force:GRC")
    (figure,) = figures(likest(here, [course("t", "force:ARG force:ARG", a="ARG", b="BRA", named=True)], shipped()))

    assert [more.words for more in shapes(figure, "text", "more")] == ["+3"]


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


def test_only_the_steps_here_lead_to_citations(told: Precedents):
    for precedent in described(told).named:
        assert {link.target for link in shapes(precedent.figure, "a")} <= {
            f"s{number}" for step in (*told.here.steps, *told.here.ahead) for number in step.citations
        }
        assert not any(row.there.citations for row in (*precedent.rows, *precedent.drawn) if row.there)
