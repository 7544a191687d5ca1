"""The brief as HTML."""

import re
from html.parser import HTMLParser

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from dragoman.model.reading import Notice, Reading
from dragoman.render.html import STYLES, html_page, style_sheets
from dragoman.render.pages.source_text import paragraphs
from dragoman.render.sheet import MarkedSpan, Sheet
from tests.render.conftest import TEXT, actor, arrange, event, make_reading, mention

HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(2)> {{ 7*7 }} ' & </title></style>"
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Balance(HTMLParser):
    """Checks that every tag that opens is closed, innermost first."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.fixture
def page(brief: Sheet) -> str:
    return html_page([brief])


def marked(brief: Sheet) -> tuple[tuple[MarkedSpan, ...], ...]:
    assert brief.text is not None
    return brief.text.paragraphs


def hostile_reading() -> Reading:
    """Make a reading of a page that says hostile things in every field."""
    text = TEXT + f"\n\n{HOSTILE} visited Oslo."
    sly = replace(actor("NOR", "Norway"), name=HOSTILE)
    unknown = replace(actor(None, "Analysts"), text=HOSTILE)
    deed = event("CONSULT", "happened", "Latvia", "meet", [sly], [unknown], when="2024-06-18", why=HOSTILE)
    base = make_reading(text=text, title=HOSTILE, source=HOSTILE, section=(HOSTILE,), url="javascript:alert(3)")
    treaty = replace(base.treaties[0], name=HOSTILE)
    notices = (Notice("told", HOSTILE), Notice("piece", HOSTILE, line=1, role=HOSTILE))
    return replace(base, events=(deed, *base.events), treaties=(treaty,), notices=notices)


def test_every_tag_is_closed(page: str) -> None:
    balance = Balance()
    balance.feed(page)

    assert (balance.open, balance.faults) == ([], [])


@pytest.mark.parametrize("count", [1, 3])
def test_every_anchor_leads_somewhere_and_no_name_stands_twice(brief: Sheet, count: int) -> None:
    tree = lxml_html.document_fromstring(html_page([brief] * count))
    names = tree.xpath("//@id")

    assert len(names) == len(set(names))
    assert {link for link in tree.xpath("//@href") if not link.startswith("#")} == set()
    assert {link[1:] for link in tree.xpath("//@href")} <= set(names)


def test_every_line_opens_to_its_sentence_and_the_sentence_leads_back(brief: Sheet, page: str) -> None:
    tree = lxml_html.document_fromstring(page)
    lines = {f"line-{line.number}": set(line.citations) for line in brief.lines()}

    rows = tree.xpath("//li[@class='line']")

    assert {row.get("id"): {int(a.get("href")[2:]) for a in row.xpath(".//a[@class='ref']")} for row in rows} == lines
    assert len(tree.xpath("//mark//a[@class='back']")) == len(brief.citations)


def test_the_marked_sentences_are_the_quotes(brief: Sheet, page: str) -> None:
    tree = lxml_html.document_fromstring(page)
    for back in tree.xpath("//a[@class='back']"):
        back.drop_tree()

    assert [f"“{mark.text_content()}”" for mark in tree.xpath("//div[@class='text']//mark")] == [
        cited.words for cited in brief.citations
    ]


def test_the_text_stands_there_whole(brief: Sheet) -> None:
    joined = ["".join(words for span in spans for words, _ in span.parts) for spans in marked(brief)]

    assert joined == [TEXT[start:end] for start, end in paragraphs(TEXT)]


def test_triggers_are_set_off(page: str) -> None:
    assert "<b>visited</b>" in page


def test_a_passage_over_two_paragraphs_is_marked_in_both(reading: Reading) -> None:
    first, start, _ = mention("Finland is supplying")
    end = TEXT.index("The two governments will") + len("The two governments")
    evidence = replace(reading.events[0].evidence, start=start, end=end, quote=TEXT[start:end])
    brief = arrange(replace(reading, events=(replace(reading.events[0], evidence=evidence),)))

    spans = [span for spans in marked(brief) for span in spans if span.parts[0][0].startswith((first, "The two"))]

    assert [(span.citation is not None, span.opens) for span in spans] == [(True, True), (True, False)]


def test_nothing_is_fetched_from_elsewhere(page: str) -> None:
    assert not re.search(r"(?:src|href|action|data)\s*=\s*[\"']?(?!#)[^\"'#]*:", page)
    assert not re.search(r"https?:|//[a-z]|@import|url\(|<script|<link|<iframe", page, re.I)


def test_hostile_words_are_escaped() -> None:
    page = html_page([arrange(hostile_reading())])
    tree = lxml_html.document_fromstring(page)

    assert tree.xpath("//script | //img | //iframe | //*[@onerror] | //*[@onclick]") == []
    assert "javascript:" not in page
    assert "{{ 7*7 }}" in page
    assert tree.xpath("string(//h1)") == HOSTILE


def test_control_signs_do_not_reach_the_page() -> None:
    page = html_page([arrange(make_reading(title="a\x00b\x1bc\u202ed"))])

    assert "a\ufffdb\ufffdc\ufffdd" in page
    assert not set("\x00\x1b\u202e") & set(page)


def test_a_page_in_another_language_is_marked() -> None:
    page = html_page([arrange(replace(make_reading(language="ko"), events=()))])

    assert 'class="warning">This page is in Korean.' in page
    assert '<div class="text" lang="ko">' in page


def test_several_briefs_stand_in_one_page_with_a_list(brief: Sheet) -> None:
    tree = lxml_html.document_fromstring(html_page([brief, brief]))

    assert tree.xpath("//nav//a/@href") == ["#p1-brief", "#p2-brief"]


def test_dated_lines_are_drawn(page: str) -> None:
    tree = lxml_html.document_fromstring(page)

    assert len(tree.xpath("//svg//a")) == 6


def test_the_same_brief_gives_the_same_page(brief: Sheet, page: str) -> None:
    assert html_page([brief]) == page


def test_a_page_as_a_file_holds_its_styles_and_a_policy(page: str) -> None:
    tree = lxml_html.document_fromstring(page)

    assert tree.xpath("count(//style)") == 1
    assert all(style.strip() in page for style in style_sheets().values())
    assert tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)").startswith("default-src 'none'")


def test_a_page_that_is_served_links_to_its_styles(brief: Sheet) -> None:
    tree = lxml_html.document_fromstring(html_page([brief], linked="/static/"))

    assert tree.xpath("//link[@rel='stylesheet']/@href") == [f"/static/{name}" for name in STYLES]
    assert tree.xpath("//style | //meta[@http-equiv]") == []
