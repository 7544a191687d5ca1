"""The level over time."""

from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.levels import spells
from dragoman.relations.nouns import LevelObservation
from dragoman.relations.sides import Sides
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.levels import CHANGES
from tests.relations.world import ledger, level, page, reading


def said(
    rung: int, when: str, status: str = "happened", origin: str = "record", until: str | None = None
) -> LevelObservation:
    return LevelObservation(label="x", status=status, origin=origin, rung=rung, when=when, until=until, citations=(1,))


def line(*observations: LevelObservation) -> list[tuple[str, int, str | None]]:
    return [(spell.begin, spell.rung, spell.end) for spell in spells(observations, None, shipped().levels)]


def test_ledger_and_record_make_one_line(found: Relations):
    assert [(spell.begin, spell.name, spell.end) for spell in found.spells] == [
        ("1930-10-30", "diplomatic relations", "1934-02-09"),
        ("1934-02-09", "alliance", "1941-04-06"),
        ("1941-04-06", "diplomatic relations", "1974-08-01"),
        ("1974-08-01", "no relations", "1976-01-01"),
        ("1976-01-01", "diplomatic relations", "2024-06-20"),
        ("2024-06-20", "strategic partnership", None),
    ]


def test_what_is_only_expected_moves_nothing_and_stays_among_the_marks(found: Relations):
    (expected,) = [observation for observation in found.observations if observation.status == "expected"]

    assert (expected.rung, expected.label) == (7, "military alliance")
    assert 7 not in [spell.rung for spell in found.spells if spell.begin > "2000"]


def test_a_level_called_current_dates_from_the_page(found: Relations):
    (current,) = [observation for observation in found.observations if observation.status == "ongoing"]

    assert (current.when, current.basis) == ("2024-06-20", "page")


def test_a_level_that_happened_goes_down_as_well():
    assert line(said(6, "2001"), said(4, "2010-05")) == [("2001-01-01", 6, "2010-05-01"), ("2010-05-01", 4, None)]


def test_a_current_level_lowers_nothing():
    assert line(said(6, "2001"), said(3, "2010", "ongoing")) == [("2001-01-01", 6, None)]


def test_a_break_outlasts_a_treaty_until_relations_are_restored():
    pact = said(7, "1947-09-02", origin="treaty")
    broken, restored = said(0, "1961-01-03", origin="relations"), said(2, "2015-07-20", origin="relations")

    assert line(pact, broken, restored) == [
        ("1947-09-02", 7, "1961-01-03"), ("1961-01-03", 0, "2015-07-20"), ("2015-07-20", 7, None)
    ]  # fmt: skip


def test_a_break_told_by_a_page_ends_with_relations_restored():
    assert line(said(0, "1990"), said(2, "1995", origin="relations")) == [
        ("1990-01-01", 0, "1995-01-01"), ("1995-01-01", 2, None)
    ]  # fmt: skip


def test_between_two_treaties_nothing_is_known():
    assert line(said(7, "1900", origin="treaty", until="1905-01-01"), said(7, "1910", origin="treaty")) == [
        ("1900-01-01", 7, "1905-01-01"), ("1910-01-01", 7, None)
    ]  # fmt: skip


def test_every_change_of_relations_that_the_ledger_knows_leads_somewhere_or_nowhere_on_purpose(vocabulary: Vocabulary):
    assert set(vocabulary.levels.changes) == CHANGES


def test_a_level_called_current_again_and_again_is_one_mark_until_a_deed_changes_it(record: Record):
    for day in ("2024-07-01", "2024-08-01"):
        paper = page(f"As of {day} they have a strategic partnership.", published=day)
        record.add(reading(paper, levels=(level(paper, "As", "Strategic Partnership", 5, "ongoing"),)))
    fallen = page("They went down to a mere partnership.", published="2024-09-01")
    record.add(reading(fallen, levels=(level(fallen, "They", "partnership", 4, "happened"),)))
    paper = page("Now they have a strategic partnership.", published="2024-10-01")
    record.add(reading(paper, levels=(level(paper, "Now", "strategic partnership", 5, "ongoing"),)))

    found = derive("GRC", "TUR", ledger=ledger(), levels=gather(record.snapshot(), Sides("GRC", "TUR", shipped()))[1])

    told = [(m.when, m.last, len(m.citations)) for m in found.observations if m.origin == "record" and m.when]
    assert told == [("2024-06-20", "2024-08-01", 3), ("2024-09-01", None, 1), ("2024-10-01", None, 1)]
    assert [spell.rung for spell in found.spells[-3:]] == [5, 4, 5]
