"""A brief as Markdown and as the body of a mail."""

import re
from collections.abc import Callable

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from dragoman.render.html import mail_page
from dragoman.render.markdown import markdown, said
from dragoman.render.sheet import Sheet
from tests.render.conftest import arrange, make_reading
from tests.render.test_html import HOSTILE, hostile_reading


def test_every_line_is_an_item_under_its_heading(brief: Sheet) -> None:
    text = markdown(brief)

    assert text.startswith("# A busy week in Helsinki\n\n*The Skagen Post · Home › Opinion")
    for section in brief.sections:
        assert f"## {section.heading}" in text
        assert all(said(line.words) in text for line in section.lines)


def test_every_number_has_its_sentence(brief: Sheet) -> None:
    text, _, sentences = markdown(brief).partition("## SENTENCES")

    assert set(re.findall(r"\\\[(\d+)\\\]", text)) == set(re.findall(r"^- \\\[(\d+)\\\]", sentences, re.M))


def test_signs_of_markdown_in_a_page_stay_what_they_are() -> None:
    assert said("*bold* [a](b) <b> # `x` a_b |") == r"\*bold\* \[a\](b) \<b\> \# \`x\` a\_b \|"
    assert "<script" not in markdown(arrange(make_reading(title=HOSTILE))).replace("\\<", "")


def test_a_mail_has_its_styles_in_its_tags_and_fetches_and_runs_nothing(brief: Sheet) -> None:
    page = mail_page([brief])
    tree = lxml_html.document_fromstring(page)

    assert tree.xpath("//style | //script | //link | //img | //svg | //a") == []
    assert not re.search(r"https?:|url\(", page)
    assert [head.text for head in tree.xpath("//h2")][:2] == [section.heading for section in brief.sections][:2]


def test_a_mail_says_all_lines_and_escapes_what_pages_say(brief: Sheet) -> None:
    shown = " ".join(lxml_html.document_fromstring(mail_page([brief])).text_content().split())

    assert all(line.words in shown for line in brief.lines())
    assert lxml_html.document_fromstring(mail_page([arrange(hostile_reading())])).xpath("//script | //img") == []


@pytest.mark.parametrize("write", [markdown, lambda sheet: mail_page([sheet])])
def test_a_page_with_nothing_to_tell_says_so(write: Callable[[Sheet], str]) -> None:
    empty = replace(
        make_reading(text="A calm day."), events=(), ordinals=(), treaties=(), levels=(), checks=(), rejected=()
    )

    assert "No event, treaty or level of relations was read on this page." in write(arrange(empty))
