"""What is said of a document."""

import pytest

from dragoman.model.reading import Notice
from dragoman.render.words.documents import notice_words
from dragoman.vocab import shipped


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (Notice("bad bytes", "UTF-8", 17), "bytes that are not UTF-8 were replaced"),
        (Notice("guessed encoding", "cp1252"), "the encoding was guessed: cp1252"),
        (Notice("other language", "ko"), "the page is not in English but in Korean: little will be read out of it"),
        (Notice("furniture", number=1), "1 piece of page furniture set aside"),
        (Notice("furniture", number=7), "7 pieces of page furniture set aside"),
        (Notice("piece", "Share {this}", line=2, role="tool"), "line 2 (tool): Share {this}"),
        (Notice("told", "a menu was set aside"), "a menu was set aside"),
    ],
)
def test_a_notice_is_put_in_words(notice: Notice, words: str) -> None:
    assert notice_words(notice, shipped()) == words
