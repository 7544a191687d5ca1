"""The level claims that stand."""

from msgspec.structs import replace
from tests.relations.world import level, page, reading

from dragoman.model.document import evidence_at
from dragoman.model.treaty import LevelClaim
from dragoman.record import Record


def test_a_level_is_given_with_its_document(record: Record) -> None:
    paper = page("They are strategic partners.")
    record.add(reading(paper, levels=(level(paper, "They", "strategic partners", 5, "ongoing"),)))

    (stored,) = record.snapshot().levels()

    assert (stored.claim.label, stored.document.id) == ("strategic partners", paper.id)
    assert record.claim(stored.id).kind == "level"


def test_only_the_reading_that_counts_is_asked(record: Record) -> None:
    paper = page("They are strategic partners.")
    first = level(paper, "They", "strategic partners", 5, "ongoing")
    record.add(reading(paper, levels=(first,)))
    record.add(reading(paper, levels=(replace(first, status="expected"),)))

    assert [stored.claim.status for stored in record.snapshot().levels()] == ["expected"]


def test_a_withdrawn_level_is_not_given(record: Record) -> None:
    paper = page("They are strategic partners.")
    claim = LevelClaim(dyad=("A", "B"), label="x", rung=5, status="ongoing", evidence=evidence_at(paper.text, 0, 4))
    record.add(reading(paper, levels=(claim,)))
    record.withdraw(record.snapshot().levels()[0].id, "Ada", "misread")

    assert record.snapshot().levels() == []
