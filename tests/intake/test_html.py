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


def test_tags_in_a_text_file_make_it_html(vocabulary):
    assert "<p>" not in read_page(BODY.encode(), name="page.txt", vocabulary=vocabulary).text
