"""How an agency's dispatch opens."""

import pytest

from dragoman.vocab import Vocabulary
from dragoman.vocab.datelines import Datelines


@pytest.mark.parametrize(
    ("text", "date", "agency"),
    [
        ("LIMA, June 19, 2024 (Example News) -- Peru", "June 19, 2024", "Example News"),
        ("ST. PETERSBURG, Russia, 19 June (AP) – Peru", "19 June", "AP"),
        ("NAIROBI: Kenya", None, None),
        ("Lima, 19 Jun (EFE).- Peru", "19 Jun", "EFE"),
        ("OSLO (Reuters) Norway", None, "Reuters"),
        ("(Reuters) - Norway", None, "Reuters"),
    ],
)
def test_place_day_and_agency_are_told_apart(
    vocabulary: Vocabulary, text: str, date: str | None, agency: str | None
) -> None:
    (line,) = vocabulary.made(Datelines).find(text)

    assert (text[line.end :], line.date, line.agency) == (text.rsplit(maxsplit=1)[-1], date, agency)


def test_the_datelines_of_all_paragraphs_are_found(vocabulary: Vocabulary) -> None:
    text = "LIMA (Reuters) - Peru agreed.\n\nOSLO (Reuters) - Norway agreed."

    assert [line.start for line in vocabulary.made(Datelines).find(text)] == [0, text.index("OSLO")]
