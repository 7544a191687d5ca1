"""All that is known of two states, out of a record and a ledger."""

import msgspec
import pytest

from dragoman.errors import UsageError
from dragoman.ledger.book import Ledger, shipped_ledger
from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from tests.relations.world import LISTED, ledger


def test_every_figure_has_a_citation_and_every_citation_is_used(found: Relations):
    things = [
        *found.spells,
        *found.observations,
        *found.encounters,
        *found.treaties,
        *found.wars,
        *found.series.coarse,
        *found.series.undated,
    ]
    things += [interaction for month in found.series.months for interaction in month.interactions]
    used = {number for thing in things for number in thing.citations}

    assert all(thing.citations for thing in things)
    assert used == {citation.number for citation in found.citations}
    assert [citation.number for citation in found.citations] == list(range(1, len(found.citations) + 1))


def test_sentences_are_slices_of_their_documents(found: Relations, record: Record):
    for citation in found.citations:
        if citation.kind == "sentence":
            reading = record.reading(citation.document.id)
            assert reading.document.text[citation.start : citation.end] == citation.quote


def test_the_order_of_the_two_makes_no_difference_to_what_is_found(record: Record, found: Relations):
    events, levels = gather(record.snapshot(), Sides("TUR", "GRC", shipped()))
    turned = derive("TUR", "GRC", ledger=ledger(), events=events, levels=levels)

    assert turned.spells == found.spells
    assert [(e.when, e.visitor) for e in turned.encounters] == [(e.when, e.visitor) for e in found.encounters]


def test_without_a_record_the_ledger_answers_alone():
    alone = derive("GRC", "TUR", ledger=ledger(visits=(LISTED,)))

    assert [spell.rung for spell in alone.spells] == [2, 7, 2, 0, 2]
    assert [(e.when, e.told_by) for e in alone.encounters] == [("2024-06-18/2024-06-19", 0)]
    assert alone.series.months == ()


def test_nothing_known_is_empty_and_no_error():
    empty = derive("GRC", "TUR", ledger=Ledger(shipped(), ()))

    assert (empty.spells, empty.encounters, empty.treaties, empty.citations, empty.notes) == ((), (), (), (), ())


@pytest.mark.parametrize(("a", "b"), [("GRC", "GRC"), ("RUS", "SUN")])
def test_one_state_has_no_relations_with_itself(a: str, b: str):
    with pytest.raises(UsageError, match="name two states"):
        derive(a, b, ledger=Ledger(shipped(), ()))


def test_until_leaves_out_what_came_later(record: Record):
    events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    early = derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels, until="2000")

    assert [bond.id for bond in early.treaties] == ["pact"]
    assert [e.when for e in early.encounters if e.when] == ["2000-07"]
    assert [month.month for month in early.series.months] == ["1999-08", "2000-07"]
    assert early.spells[-1].begin == "1976-01-01"


def test_what_is_left_out_of_the_counts_is_noted(found: Relations):
    assert found.notes == (
        "1 visit or meeting without a date: listed, and counted as none",
        "1 event dated no finer than over a month: listed, and in no month",
        "1 event without a date: listed, and in no month",
    )


def test_the_same_record_gives_the_same_bytes(record: Record, found: Relations):
    events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    again = derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels)

    assert msgspec.json.encode(again) == msgspec.json.encode(found)


def test_the_shipped_ledger_knows_the_korean_peninsula():
    found = derive("PRK", "RUS", ledger=shipped_ledger(shipped()))

    assert [(spell.begin, spell.rung) for spell in found.spells] == [
        ("1948-10-12", 2), ("1961-07-06", 7), ("1996-09-10", 2), ("2024-06-19", 7)
    ]  # fmt: skip
    assert [(bond.id, bond.binds) for bond in found.treaties] == [
        ("sun-prk-1961", "ended"), ("rus-prk-2000", "ended"), ("tac-1976", "in force"), ("rus-prk-2024", "in force")
    ]  # fmt: skip
