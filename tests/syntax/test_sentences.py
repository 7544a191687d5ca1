import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import shipped


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, shipped())]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Norway expelled two envoys.", "Iceland protested."],
        ["Gen. Aldo Reyes met Mr. Tan on Jan. 5 in Lima.", "They signed a pact."],
        ["The U.S. Senate ratified it.", "The vote was close."],
        ["He flew back to the U.S.", "The talks go on."],
        ["Resolution No. 1718 was adopted.", "“We abstained,” the envoy said."],
        ["J. P. Harlow and K.R. Voss resigned.", "Nobody was told."],
        ["“Will they come?” Okoye asked.", "“No!” shouted the crowd."],
        ["“We will not yield.”", "The minister left."],
        ["Prices rose 3.5 percent in May.", "Exports fell."],
        ["They waited … and waited.", "Then it rained."],
        ["The pact ended in 1996.", "It was not renewed."],
        ["Was that so?", "Yes!", "It was."],
        ["Talks were held (in Geneva.)", "They failed."],
        ["1. The parties shall consult.", "2. The parties shall meet."],
    ],
)
def test_cuts_between_sentences_and_nowhere_else(sentences: list[str]) -> None:
    assert sentences == pieces(" ".join(sentences))


def test_blank_line_ends_a_sentence_without_a_full_stop() -> None:
    assert pieces("Envoys recalled\n\nPeru recalled its envoys.") == ["Envoys recalled", "Peru recalled its envoys."]


def test_wrapped_lines_are_joined() -> None:
    text = "The two governments agreed on Monday to open\nembassies in each other's capitals within a\nyear."

    assert [text] == pieces(text)


def test_short_line_over_long_ones_is_a_headline() -> None:
    body = "The foreign ministers of Chile and Peru agreed on Monday to open a joint border post, " * 2

    assert ["Border post agreed", body.strip()] == pieces("Border post agreed\n" + body)


def test_missing_space_after_a_full_stop() -> None:
    assert pieces("The talks ended.The envoys left.") == ["The talks ended.", "The envoys left."]


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_nothing_in_nothing_out(text: str) -> None:
    assert split_sentences(text, shipped()) == []


@given(st.text(alphabet=st.sampled_from("aB .!?…\n\"”1'U.S.")))
def test_every_visible_character_lies_in_exactly_one_trimmed_sentence(text: str) -> None:
    spans = split_sentences(text, shipped())

    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in spans)
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    assert spans == sorted(spans)


def test_fast_enough_for_an_archive() -> None:
    """Two megabytes a second are asked for; a loaded machine is allowed a quarter of that."""
    text = "The envoy of Gen. Reyes said on Jan. 5 that the U.S. would not sign. Nobody replied.\n\n" * 10_000
    begun = time.process_time()

    split_sentences(text, shipped())

    assert len(text) / 1e6 / (time.process_time() - begun) > 0.5
