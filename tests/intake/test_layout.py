"""Text as it lies in the file becomes clean lines."""

import pytest

from dragoman.intake.layout import lines_of
from dragoman.intake.plain import Line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("He met the prime min-\nister in Oslo.", ["He met the prime minister in Oslo."]),
        ("They met along the nor-\nthern bor-\nder.", ["They met along the northern border."]),
        ("A long-term pact. They signed the long-\nterm pact.", ["A long-term pact. They signed the long-term pact."]),
        ("They met in Saint-\nDenis.", ["They met in Saint-", "Denis."]),
        ("They met -\nand left.", ["They met -", "and left."]),
    ],
)
def test_a_word_that_a_line_end_cut_is_put_together(text: str, lines: list[str]) -> None:
    assert [line.text for line in lines_of(text)] == lines


def test_lines_keep_their_numbers_beside_a_mended_word() -> None:
    assert lines_of("One nor-\nthern line.\n\nTwo.") == [Line(1, "One northern line."), Line(4, "Two.")]
