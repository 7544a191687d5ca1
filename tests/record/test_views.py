import json
import sqlite3

import pytest
from tests.record.readings import full, one_visit

from dragoman.model.reading import Notice
from dragoman.record import Record


def test_documents_are_given_by_date_undated_last(record: Record) -> None:
    for text, published in (("c", None), ("b", "2024-06-19"), ("a", "2023")):
        record.add(one_visit(text=text, published=published))

    assert [head.published for head in record.documents()] == ["2023", "2024-06-19", None]


@pytest.mark.parametrize("kind", ["ordinal", "treaty", "level", "check", "rejected"])
def test_claims_of_a_kind_are_given_as_what_they_are(record: Record, kind: str) -> None:
    record.add(full())
    field = {"ordinal": "ordinals", "treaty": "treaties", "level": "levels", "check": "checks"}.get(kind, kind)

    found = record.claims(kind)  # type: ignore[arg-type]

    assert [stored.claim for stored in found] == [getattr(full(), field)[0]]
    assert found[0].document.title == "All"


def test_a_withdrawn_claim_is_not_given(record: Record) -> None:
    record.add(full())
    record.withdraw(record.claims("level")[0].id, "Ada", "misread")

    assert record.claims("level") == []


def test_groups_name_claims_and_documents(record: Record) -> None:
    made = [one_visit(), one_visit(text="Told by another.", source="B")]
    for reading in made:
        record.add(reading)

    group = record.groups(least=2)[0]

    assert group.id == min(group.claims)
    assert set(group.claims) == {reading.events[0].id for reading in made}
    assert set(group.documents) == {reading.document.id for reading in made}


def test_notices_of_an_older_version_are_read_as_they_were_told(record: Record) -> None:
    record.add(full())
    rest = json.dumps({"id": full().id, "notices": ["a menu was set aside"]})
    with sqlite3.connect(record.path) as connection:
        connection.execute("UPDATE readings SET rest = ?", (rest.encode(),))

    found = record.reading(full().document.id)

    assert found is not None
    assert found.notices == (Notice("told", "a menu was set aside"),)
