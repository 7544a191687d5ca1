"""The relations of two states as text and as HTML, of the invented world of tests/relations."""

import io
import re
from pathlib import Path

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
from dragoman.render.relations import print_sheet, render, sheet, wording
from dragoman.render.relations.bars import BREAK, bars
from dragoman.render.relations.dots import dots
from dragoman.render.relations.ladder import ladder
from dragoman.render.relations.sheet import RelationsSheet
from dragoman.vocab import shipped
from tests.relations.world import event, ledger, level, page, reading, readings
from tests.render.test_html import HOSTILE, Balance


@pytest.fixture
def found(tmp_path: Path) -> Relations:
    with Record.open(tmp_path / "desk.sqlite", shipped(), clock=lambda: "2024-06-21T08:00:00Z") as record:
        for told in readings():
            record.add(told)
        events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    return derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels)


@pytest.fixture
def drawn(found: Relations) -> RelationsSheet:
    return sheet(found)


@pytest.fixture
def html(drawn: RelationsSheet) -> str:
    return render(drawn)


def printed(drawn: RelationsSheet) -> str:
    out = io.StringIO()
    print_sheet(drawn, Console(file=out, width=100, force_terminal=False, color_system=None))
    return out.getvalue()


def section(drawn: RelationsSheet, key: str) -> list[str]:
    return [line.words for part in drawn.sections if part.key == key for line in part.lines]


def empty() -> RelationsSheet:
    return sheet(derive("GRC", "TUR", ledger=Ledger(shipped(), ())))


def test_a_plan_does_not_stand_among_interactions(drawn: RelationsSheet):
    assert section(drawn, "planned") == ["Greece (Eleni Markou) is to visit Turkey, Ankara"]
    assert section(drawn, "happened")[:2] == [
        "Greece (Eleni Markou) and Turkey (Cem Aydin) met",
        "Turkey (Cem Aydin) visited Greece, Athens",
    ]


def test_the_head_says_how_things_stand(drawn: RelationsSheet):
    assert drawn.title == "Greece and Turkey"
    assert drawn.subtitle == (
        "level: strategic partnership, since 20 June 2024", "2 visits, 2 meetings on file", "1 treaty in force"
    )  # fmt: skip


def test_every_line_of_the_text_has_the_number_of_a_sentence(drawn: RelationsSheet):
    text = printed(drawn)
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", text)}

    assert numbers == {citation.number for citation in drawn.found.citations}
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


def test_every_line_and_every_drawn_thing_opens_to_its_sentence(html: str, drawn: RelationsSheet):
    tree = lxml_html.document_fromstring(html)
    lines = {f"#{line.get('id')}" for line in tree.xpath("//li[@class='line'][.//a[@class='ref']]")}

    assert len(lines) == len(tree.xpath("//li[@class='line']"))
    assert set(tree.xpath("//svg//a/@href")) <= lines
    assert len(tree.xpath("//ol[@class='citations']/li")) == len(drawn.found.citations)


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
    made = render(
        sheet(derive("GRC", "TUR", ledger=Ledger(shipped(), (), relations=facts), events=events, levels=levels))
    )
    tree = lxml_html.document_fromstring(made)

    assert tree.xpath("//script | //img | //iframe | //*[@onerror]") == []
    assert "{{ 7*7 }}" in made


def test_an_empty_sheet_is_a_page_without_charts():
    tree = lxml_html.document_fromstring(render(empty()))

    assert tree.xpath("//svg") == []
    assert "Neither record nor ledger" in tree.text_content()


def test_the_ladder_is_one_line_that_rises_and_falls(drawn: RelationsSheet):
    drawing = ladder(drawn)

    assert drawing is not None
    assert drawing.path.count("M") == 1
    assert drawing.path.count("V") == len(drawn.found.spells) - 1
    assert [dot.hollow for dot in drawing.dots].count(True) == 1


def test_where_nothing_is_known_between_two_levels_the_line_breaks(found: Relations):
    first, second = found.spells[0], replace(found.spells[1], begin="1940-01-01")

    drawing = ladder(sheet(replace(found, spells=(first, second))))

    assert drawing is not None
    assert drawing.path.count("M") == 2


def test_dots_stand_in_the_rows_of_their_direction_with_their_number(drawn: RelationsSheet):
    drawing = dots(drawn)

    assert drawing is not None
    assert [(row.name, [(dot.number, dot.hollow) for dot in row.dots]) for row in drawing.rows] == [
        ("Greece → Turkey", [("1", True)]),
        ("Turkey → Greece", [("1", False), ("2", False)]),
        ("meetings", [("1", False), ("2", False)]),
    ]
    assert [gap.label for row in drawing.rows for gap in row.gaps] == ["23 years 11 months"]
    assert drawing.undated == 1


def test_dots_that_would_meet_are_stacked(found: Relations):
    days = [f"2024-06-{day:02}" for day in range(1, 6)]
    met = tuple(
        Encounter(kind="meeting", status="happened", when=day, people={}, citations=(1,)) for day in ("2000", *days)
    )

    drawing = dots(sheet(replace(found, encounters=met)))

    assert drawing is not None
    assert len({(dot.x, dot.y) for dot in drawing.rows[0].dots}) == 6
    assert len({dot.y for dot in drawing.rows[0].dots}) == 5


def month(name: str, up: float = 0.0, down: float = 0.0) -> Month:
    return Month(
        month=name, cooperation=IntensitySum(int(up > 0), up), conflict=IntensitySum(int(down < 0), down),
        neutral=IntensitySum(), apart={},
        interactions=(),
    )  # fmt: skip


def test_bars_go_up_and_down_and_none_leaves_the_drawing(drawn: RelationsSheet):
    drawing = bars(drawn)

    assert drawing is not None
    assert {bar.words.split(":")[0]: (bar.up > 0, bar.down > 0) for bar in drawing.bars}["March 2024"] == (False, True)
    assert all(bar.up < drawing.middle and drawing.middle + bar.down < drawing.foot for bar in drawing.bars)


def test_a_long_empty_stretch_is_cut_and_labelled(found: Relations):
    series = Series(months=(month("1950-06", 4.0), month("2024-06", down=-9.0)), coarse=(), undated=())

    drawing = bars(sheet(replace(found, series=series)))

    assert drawing is not None
    assert [gap.label for gap in drawing.gaps] == ["74 years"]
    assert [tick.label for tick in drawing.ticks] == ["Jun 1950", "Jun 2024"]
    assert round((drawing.bars[1].x - drawing.bars[0].x) / (730 / 24), 1) == BREAK


@pytest.mark.parametrize(
    ("years", "months", "said"),
    [
        (24, None, "24 years"), (0, None, "less than a year"), (0, 0, "less than a month"), (1, 1, "1 month"),
        (1, 23, "23 months"), (2, 24, "2 years"), (24, 287, "23 years 11 months"), (1, 25, "2 years 1 month"),
    ],
)  # fmt: skip
def test_gaps_in_words(years: int, months: int | None, said: str):
    assert wording.gap_words(Ordinal(of="dyad", who="", nth=2, since="2000", years=years, months=months)) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "first"), (10, "tenth"), (11, "11th"), (21, "21st"), (112, "112th"), (103, "103rd")]
)
def test_ordinal_numbers_in_words(number: int, said: str):
    assert wording.nth_words(number) == said


def test_the_same_relations_give_the_same_page(drawn: RelationsSheet, html: str):
    assert render(drawn) == html
