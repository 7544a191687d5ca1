from itertools import pairwise

import pytest
from tests.record.readings import full, one_visit

from dragoman.errors import RecordError
from dragoman.record import Record


def test_the_first_figures_of_an_id_are_enough(record: Record) -> None:
    record.add(one_visit())
    claim = one_visit().events[0].id

    assert record.claim(claim[:6]).id == claim


@pytest.mark.parametrize("start", ["", "zzzzzz", "0000000", "a%", "______"])
def test_an_unknown_id_is_told(record: Record, start: str) -> None:
    record.add(one_visit())

    with pytest.raises(RecordError, match="no claim in the record"):
        record.claim(start)


def test_a_start_that_several_ids_have_is_told(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.record.claims.LEAST_PREFIX", 1)
    record.add(full())
    for number in range(20):
        record.add(one_visit(text=f"Number {number}"))
    ids = [row[0] for row in record._connection.execute("SELECT id FROM claims ORDER BY id")]
    shared = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])

    with pytest.raises(RecordError, match="several claims"):
        record.claim(shared)


def test_every_kind_of_claim_is_shown_with_its_passage(record: Record) -> None:
    record.add(full())
    ids = [row[0] for row in record._connection.execute("SELECT id FROM claims ORDER BY number")]

    shown = [record.claim(claim) for claim in ids]

    assert [claim.kind for claim in shown] == ["event", "ordinal", "treaty", "level", "check", "rejected"]
    assert all(full().document.text[c.evidence.start : c.evidence.end] == c.evidence.quote for c in shown)


def test_a_document_that_is_not_held_has_no_reading(record: Record) -> None:
    assert record.reading("nothing") is None
