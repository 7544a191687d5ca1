"""What a page claims is held against the ledger."""

import pytest

from dragoman.ledger.book import shipped_ledger
from dragoman.ledger.checks import checks_of
from dragoman.model.document import Document, evidence_at
from dragoman.model.reading import Reading
from dragoman.model.treaty import LevelClaim, TreatyClaim
from dragoman.vocab import shipped

LEDGER = shipped_ledger(shipped())

TEXT = "A sentence that claims something."


def reading(treaties: tuple[TreatyClaim, ...] = (), levels: tuple[LevelClaim, ...] = ()) -> Reading:
    return Reading(id="x", document=Document(id="x", text=TEXT), treaties=treaties, levels=levels)


def treaty(signed: str | None, *parties: str) -> TreatyClaim:
    return TreatyClaim(name="treaty", parties=parties, signed=signed, evidence=evidence_at(TEXT, 0, 10))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (treaty("1951", "JPN", "USA"), "agrees"),
        (treaty("2000-07", "PRK", "RUS"), "differs"),
        (treaty("1987", "BTN", "URY"), "new"),
    ],
)
def test_a_treaty_is_held_against_the_ledger(claim: TreatyClaim, verdict: str) -> None:
    (check,) = checks_of(reading(treaties=(claim,)), ledger=LEDGER)

    assert check.verdict == verdict


def test_what_differs_is_said_with_the_ledgers_date() -> None:
    (check,) = checks_of(reading(treaties=(treaty("2000-07", "PRK", "RUS"),)), ledger=LEDGER)

    assert "2000-02-09" in (check.how or "")


@pytest.mark.parametrize(("when", "verdict"), [("1992", "agrees"), ("1995", "differs")])
def test_the_year_of_diplomatic_relations_is_checked(when: str, verdict: str) -> None:
    claim = LevelClaim(
        dyad=("CHN", "KOR"), label="diplomatic relations", rung=2, status="happened", when=when,
        evidence=evidence_at(TEXT, 0, 10),
    )  # fmt: skip

    (check,) = checks_of(reading(levels=(claim,)), ledger=LEDGER)

    assert check.verdict == verdict
