"""The relations of two states as text and as HTML, of the invented world of tests/relations."""

import io
import re

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace
from rich.console import Console

from dragoman.ledger.book import Ledger
from dragoman.model.ledger import RelationFact
from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.nouns import Encounter, IntensitySum, Month, Ordinal, Series
from dragoman.relations.sides import Sides
from dragoman.render.charts.axis import LEFT, RIGHT
from dragoman.render.charts.months import BREAK, MIDDLE
from dragoman.render.charts.svg import Figure
from dragoman.render.html import html_page
from dragoman.render.pages.relations import relations_sheet
from dragoman.render.sheet import Sheet
from dragoman.render.text import print_sheet
from dragoman.render.words.relations import gap_words
from dragoman.vocab import shipped
from tests.relations.world import event, level, page, reading
from tests.render.shapes import found as shapes
from tests.render.shapes import place
from tests.render.test_html import HOSTILE, Balance

MONTHS = "Cooperation and conflict by month"


@pytest.fixture
def drawn(found: Relations) -> Sheet:
    return sheet(found)


def sheet(found: Relations) -> Sheet:
    return relations_sheet(found, shipped())


def chart(drawn: Sheet, heading: str) -> Figure:
    return next(figure for figure in drawn.figures if figure.heading == heading)


@pytest.fixture
def html(drawn: Sheet) -> str:
    return html_page([drawn])


def printed(drawn: Sheet) -> str:
    out = io.StringIO()
    print_sheet(drawn, Console(file=out, width=100, force_terminal=False, color_system=None))
    return out.getvalue()


def section(drawn: Sheet, key: str) -> list[str]:
    return [line.words for part in drawn.sections if part.key == key for line in part.lines]


def empty() -> Sheet:
    return sheet(derive("GRC", "TUR", ledger=Ledger(shipped(), ())))


def test_a_plan_does_not_stand_among_interactions(drawn: Sheet):
    assert section(drawn, "planned") == ["Greece (Eleni Markou) is to visit Ankara, Turkey"]
    assert section(drawn, "happened")[:2] == [
        "Greece (Eleni Markou) and Turkey (Cem Aydin) met",
        "Turkey (Cem Aydin) visited Athens, Greece",
    ]


def test_the_head_says_how_things_stand(drawn: Sheet):
    assert drawn.title == "Greece and Turkey"
    assert drawn.about == (
        "level: strategic partnership, since 20 June 2024", "2 visits, 2 meetings on file", "1 treaty in force"
    )  # fmt: skip


def test_every_line_of_the_text_has_the_number_of_a_sentence(drawn: Sheet):
    text = printed(drawn)
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", text)}

    assert numbers == {cited.number for cited in drawn.citations}
    assert "second visit on file of Turkey to Greece and of Cem Aydin" in " ".join(text.split())


def test_text_says_that_nothing_is_known():
    assert "Neither record nor ledger knows of anything between the two." in printed(empty())


def test_every_tag_is_closed(html: str):
    balance = Balance()
    balance.feed(html)

    assert (balance.open, balance.faults) == ([], [])


def test_every_anchor_leads_somewhere_and_no_name_stands_twice(html: str):
    tree = lxml_html.document_fromstring(html)
    names = tree.xpath("//@id")

    assert len(names) == len(set(names))
    assert {link[1:] for link in tree.xpath("//@href")} <= set(names)
    assert all(link.startswith("#") for link in tree.xpath("//@href"))


def test_every_line_and_every_drawn_thing_opens_to_its_sentence(html: str, drawn: Sheet):
    tree = lxml_html.document_fromstring(html)
    lines = {f"#{line.get('id')}" for line in tree.xpath("//li[@class='line'][.//a[@class='ref']]")}

    assert len(lines) == len(tree.xpath("//li[@class='line']"))
    assert set(tree.xpath("//svg//a/@href")) <= lines
    assert len(tree.xpath("//ol[@class='citations']/li")) == len(drawn.citations)


def test_sentences_stand_there_with_title_and_date(html: str):
    tree = lxml_html.document_fromstring(html)
    (entry,) = tree.xpath("//ol[@class='citations']/li[starts-with(.//*[@class='quote'], '“Aydin visited')]")

    assert entry.xpath("string(.//*[@class='quote'])") == "“Aydin visited Athens on 18 June.”"
    assert "The Aegean Courier, “Aydin visited Athens on 18 June”, 20 June 2024" in entry.text_content()


def test_nothing_is_fetched_from_elsewhere(html: str):
    assert not re.search(r"https?:|//[a-z]|@import|url\(|<script|<link|<iframe", html, re.I)


def test_hostile_words_are_escaped():
    told = page("He came. More.", source=HOSTILE, published="2024-06-20")
    told = replace(told, title=HOSTILE)
    facts = (RelationFact("GRC", "TUR", HOSTILE, "2000", HOSTILE),)
    with Record.open(":memory:", shipped()) as record:
        record.add(
            reading(
                told,
                event(told, "He", f"GRC:{HOSTILE}", "TUR", mode="visit", when="2024-06-20", place=HOSTILE),
                levels=(level(told, "He", HOSTILE, 3, "ongoing"),),
            )
        )
        events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    made = html_page(
        [sheet(derive("GRC", "TUR", ledger=Ledger(shipped(), (), relations=facts), events=events, levels=levels))]
    )
    tree = lxml_html.document_fromstring(made)

    assert tree.xpath("//script | //img | //iframe | //*[@onerror]") == []
    assert "{{ 7*7 }}" in made


def test_an_empty_sheet_is_a_page_without_charts():
    tree = lxml_html.document_fromstring(html_page([empty()]))

    assert tree.xpath("//svg") == []
    assert "Neither record nor ledger" in tree.text_content()


def test_the_ladder_is_one_line_that_rises_and_falls(found: Relations, drawn: Sheet):
    ladder = chart(drawn, "The level over time")
    (line,) = shapes(ladder, "path", "step")

    assert str(line.measures["d"]).count("M") == 1
    assert str(line.measures["d"]).count("V") == len(found.spells) - 1
    assert len(shapes(ladder, "a", "hollow")) == 1


def test_where_nothing_is_known_between_two_levels_the_line_breaks(found: Relations):
    first, second = found.spells[0], replace(found.spells[1], begin="1940-01-01")

    (line,) = shapes(chart(sheet(replace(found, spells=(first, second))), "The level over time"), "path", "step")

    assert str(line.measures["d"]).count("M") == 2


def test_dots_stand_in_the_rows_of_their_direction_with_their_number(drawn: Sheet):
    met = chart(drawn, "Visits and meetings")
    rows = {
        place(row, "y1"): name.words
        for row, name in zip(shapes(met, "line", "row"), shapes(met, "text", "name"), strict=True)
    }
    dots = [(rows[place(dot.shapes[0], "cy")], dot.shapes[1].words, dot.kind) for dot in shapes(met, "a")]

    assert dots == [
        ("Greece → Turkey", "1", "hollow"), ("Turkey → Greece", "1", ""), ("Turkey → Greece", "2", ""),
        ("meetings", "1", ""), ("meetings", "2", ""),
    ]  # fmt: skip
    assert [gap.words for gap in shapes(met, "text", "gap")] == ["23 years 11 months"]
    assert met.caption.endswith(" 1 without a date is not drawn.")


def test_dots_that_would_meet_are_stacked(found: Relations):
    days = [f"2024-06-{day:02}" for day in range(1, 6)]
    met = tuple(
        Encounter(kind="meeting", status="happened", when=day, people={}, citations=(1,)) for day in ("2000", *days)
    )

    dots = shapes(chart(sheet(replace(found, encounters=met)), "Visits and meetings"), "circle", "met")

    assert len({(place(dot, "cx"), place(dot, "cy")) for dot in dots}) == 6
    assert len({place(dot, "cy") for dot in dots}) == 5


def month(name: str, up: float = 0.0, down: float = 0.0) -> Month:
    return Month(
        month=name, cooperation=IntensitySum(int(up > 0), up), conflict=IntensitySum(int(down < 0), down),
        neutral=IntensitySum(), apart={},
        interactions=(),
    )  # fmt: skip


def test_bars_go_up_and_down_and_none_leaves_the_drawing(drawn: Sheet):
    months = chart(drawn, MONTHS)
    march = next(bar for bar in shapes(months, "a") if bar.title.startswith("March 2024: "))
    up, down = shapes(months, "rect", "up"), shapes(months, "rect", "down")

    assert [bar.kind for bar in march.shapes] == ["down"]
    assert all(place(bar, "y") > 0 and place(bar, "y") + place(bar, "height") == pytest.approx(MIDDLE) for bar in up)
    assert all(place(bar, "y") == MIDDLE and MIDDLE + place(bar, "height") < months.height for bar in down)


def test_a_long_empty_stretch_is_cut_and_labelled(found: Relations):
    series = Series(months=(month("1950-06", 4.0), month("2024-06", down=-9.0)), coarse=(), undated=())

    months = chart(sheet(replace(found, series=series)), MONTHS)
    (up,), (down,) = shapes(months, "rect", "up"), shapes(months, "rect", "down")

    assert [gap.words for gap in shapes(months, "text", "gap")] == ["74 years"]
    assert [tick.words for tick in shapes(months, "text", "date") if "text-anchor" in tick.measures][-2:] == [
        "Jun 1950", "Jun 2024",
    ]  # fmt: skip
    assert round((place(down, "x") - place(up, "x")) / ((RIGHT - LEFT) / 24), 1) == BREAK


def test_the_terminal_leaves_out_the_interactions_of_a_month_and_says_what_is_not_added(drawn: Sheet):
    text = " ".join(printed(drawn).split())

    assert "not added: " in text
    assert not [note for line in drawn.lines() for note in line.notes if note.detail and note.words in text]


@pytest.mark.parametrize(
    ("years", "months", "said"),
    [
        (24, None, "24 years"), (0, None, "less than a year"), (0, 0, "less than a month"), (1, 1, "1 month"),
        (1, 23, "23 months"), (2, 24, "2 years"), (24, 287, "23 years 11 months"), (1, 25, "2 years 1 month"),
    ],
)  # fmt: skip
def test_gaps_in_words(years: int, months: int | None, said: str):
    assert gap_words(Ordinal(of="dyad", who="", nth=2, since="2000", years=years, months=months)) == said


def test_the_same_relations_give_the_same_page(drawn: Sheet, html: str):
    assert html_page([drawn]) == html
