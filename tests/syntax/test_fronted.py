"""A time that opens a sentence without a comma leaves the verb its subject."""

import pytest

from dragoman.syntax.pipeline import Parser
from dragoman.vocab import Vocabulary


@pytest.fixture(scope="module")
def parser(vocabulary: Vocabulary) -> Parser:
    return Parser(vocabulary)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In 2019 troops from Chad crossed the river.", "troops"),
        ("In March soldiers stormed the palace in Niger.", "soldiers"),
        ("Until 1989 tanks from the Soviet Union stood in Poland.", "tanks"),
        ("On Monday police in Kenya arrested two men.", "police"),
        ("In 2019, troops from Chad crossed the river.", "troops"),
    ],
)
def test_the_subject_is_not_taken_for_the_noun_of_the_time(parser: Parser, text: str, subject: str) -> None:
    (doc,) = parser.parse([text])

    assert [token.text for token in doc if token.dep_ == "nsubj"] == [subject]


def test_no_offset_moves(parser: Parser) -> None:
    text = "In 2019 troops from Chad crossed the river."
    (doc,) = parser.parse([text])

    assert [text[token.idx : token.idx + len(token)] for token in doc if token.text != ","] == [
        token.text for token in doc if token.text != ","
    ]


def test_a_year_that_belongs_to_a_noun_stays_with_it(parser: Parser) -> None:
    (doc,) = parser.parse(["In 2015 talks led by Oman, Iran agreed to halt its work."])

    assert next(token for token in doc if token.text == "2015").head.text == "talks"
