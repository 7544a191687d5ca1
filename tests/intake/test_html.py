"""HTML is hostile input: it may nest, lie and break, and must still give a page or a PageError."""

from typing import Any

import pytest

from dragoman.intake import html, read_page
from dragoman.vocab import Vocabulary

BODY = (
    "<p>The minister of Norway visited Tehran on Sunday and met the president of Iran to speak about oil.</p>"
    "<p>He was received at the airport, and he promised an answer within a month, two officials said.</p>"
)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + BODY,
        f'<div title="{"x" * 3_000_000}">{BODY}</div>',
        "<p>" + "<b>" * 5_000 + BODY,
        f"<html><body><table><tr><td>{BODY}</body>",
        f"<p a='<p b=\"<p>{BODY}",
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>{BODY}<p>&x;</p></body></html>',
        f"<html><body>{BODY}<script>while (true) {{}}</script><iframe src='http://example.org'></iframe></body></html>",
        f'<html><head><script type="application/ld+json">{"[" * 50_000}</script></head><body>{BODY}</body></html>',
        f'<html><head><script type="application/ld+json">[1, null, {{"@graph": 3}}]</script></head><body>{BODY}</body>',
        f'<html><head><link rel="canonical" href="http://[bad"></head><body>{BODY}</body></html>',
    ],
    ids=["deep", "huge attribute", "deep inline", "unclosed", "quotes", "entity", "script", "json", "odd json", "url"],
)
def test_a_hostile_page_gives_its_text(vocabulary: Vocabulary, page: str):
    text = read_page(page.encode(), name="page.html", vocabulary=vocabulary).text

    assert "visited Tehran on Sunday" in text
    assert "while (true)" not in text
    assert "root:" not in text


def test_the_page_is_read_when_the_extractor_fails(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch):
    import trafilatura

    def fail(*_: Any, **__: Any) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)

    assert read_page(BODY.encode(), name="p.html", vocabulary=vocabulary).text.count("\n\n") == 1


def test_a_tree_that_cannot_be_parsed_is_read_between_its_tags(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(html, "_parse", lambda text: None)

    assert read_page(BODY.encode(), name="p.html", vocabulary=vocabulary).text.startswith("The minister of Norway")


def _text(vocabulary: Vocabulary, page: str) -> str:
    return read_page(page.encode(), name="p.html", vocabulary=vocabulary).text


@pytest.mark.parametrize("cut", ["the Swedish<br>prime minister", "the<br/>Swedish prime minister"])
def test_a_break_inside_a_sentence_does_not_end_it(vocabulary: Vocabulary, cut: str):
    page = f"<body><p>The minister of Norway met {cut} in Oslo on Tuesday to speak of oil and of gas.</p>{BODY}</body>"

    assert "met the Swedish prime minister in Oslo" in _text(vocabulary, page)


def test_a_break_between_sentences_parts_paragraphs(vocabulary: Vocabulary):
    first = "The minister of Norway accused Russia of jamming the radar on its border."
    page = (
        f"<body><article><p>{first}<br>Sweden recalled its ambassador from Moscow on the same day, it said.</p>{BODY}"
    )

    assert f"{first}\n\nSweden recalled" in _text(vocabulary, page)


def test_a_story_in_an_aside_wins_over_the_box_that_asks_for_consent(vocabulary: Vocabulary):
    box = (
        "<p>We and our many partners keep identifiers on your device to measure what you read and show what sells.</p>"
        "<p>You may change your choices at any time by a click on the link at the foot of each of our many pages.</p>"
    )
    page = f'<body><div class="cookie-banner">{box}</div><aside><h1>Oslo calls on Tehran</h1>{BODY}</aside></body>'

    text = _text(vocabulary, page)

    assert text.startswith("The minister of Norway visited Tehran")
    assert "partners" not in text


def test_each_entry_of_a_live_page_stands_under_its_moment(vocabulary: Vocabulary):
    data = '{"@type": "LiveBlogPosting", "headline": "Strait: live", "datePublished": "2024-05-14"}'
    told = "recalled its envoy today, the ministry said after the talks failed."
    entry = f'<div><time datetime="{{}}">{{}}</time><p>{{}} {told}</p></div>'
    entries = entry.format("2024-05-15T10:14Z", "10.14", "Chile") + entry.format(
        "2024-05-14T18:40Z", "Yesterday", "Peru"
    )
    page = f'<head><script type="application/ld+json">{data}</script></head><body><h1>Strait: live</h1>{entries}</body>'

    assert _text(vocabulary, page).split("\n\n")[::2] == ["2024-05-15 10:14", "2024-05-14 18:40"]


def test_tags_in_a_text_file_make_it_html(vocabulary):
    assert "<p>" not in read_page(BODY.encode(), name="page.txt", vocabulary=vocabulary).text
