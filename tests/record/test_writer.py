import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.record.readings import VISIT, document, event, full, one_visit, reading

from dragoman.errors import PageError, RecordError
from dragoman.model.document import Evidence
from dragoman.model.reading import Reading
from dragoman.record import Filter, Record, rows, writer
from dragoman.vocab import shipped


def dump(record: Record) -> list[str]:
    """Give all that is kept, but for the times of reading."""
    return [line for line in record._connection.iterdump() if "readings" not in line]


def test_what_is_written_is_read_back_the_same(record: Record) -> None:
    record.add(full())

    assert record.reading(full().document.id) == full()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_the_same(record: Record, text: str) -> None:
    made = one_visit(text=text)
    record.add(made)

    assert record.reading(made.document.id) == made


def test_half_a_character_is_refused_and_the_page_not_added(record: Record) -> None:
    page = document("plain words")
    broken = reading(replace(page, text="half \ud800 a sign"))

    with pytest.raises(PageError, match="half a character"):
        record.add(broken)

    assert record.counts()["documents"] == 0


def test_adding_twice_changes_nothing(record: Record) -> None:
    assert record.add(full())
    before = dump(record)

    assert not record.add(full())

    assert dump(record) == before


def test_a_claim_that_is_read_again_keeps_the_id_that_it_was_stored_under(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older version may have made the id in another way."""
    monkeypatch.setattr(rows, "content_id", lambda *parts: f"old-{len(str(parts))}")
    record.add(full())
    level = record.claims("level")[0].id
    record.withdraw(level, "Ada", "a slip of the pen")
    monkeypatch.undo()

    record.add(replace(full(), notices=()))

    assert level.startswith("old-")
    assert record.claims("level") == []
    assert record.counts()["level"] == 1


def test_adding_again_moves_the_last_time_of_reading_only(path: Path) -> None:
    made = one_visit()
    for time in ("2024-06-20T08:00:00Z", "2024-06-21T09:30:00Z", "2024-06-19T00:00:00Z"):
        with Record.open(path, shipped(), clock=lambda time=time: time) as record:
            record.add(made)
            claim = record.claim(made.events[0].id)

    assert (claim.first_read, claim.last_read) == ("2024-06-20T08:00:00Z", "2024-06-21T09:30:00Z")


def test_a_claim_keeps_all_that_is_known_of_it(record: Record) -> None:
    made = one_visit()
    record.add(made)

    claim = record.claim(made.events[0].id)

    assert claim.value["act"] == "CONSULT"
    assert claim.evidence.quote == VISIT
    assert (claim.document.source, claim.happened, claim.published) == ("Test Post", "2024-06-18", "2024-06-19")
    assert (claim.coder, claim.vocabulary) == (writer.CODER, shipped().version)


def test_days_of_a_coarse_time_are_stored_beside_it(record: Record) -> None:
    record.add(one_visit(when="2024-06"))

    row = record._connection.execute("SELECT happened, happened_first, happened_last FROM claims").fetchone()

    assert row == ("2024-06", "2024-06-01", "2024-06-30")


def test_what_was_rejected_is_stored_with_its_reason_and_counted(record: Record) -> None:
    record.add(full())

    row = record._connection.execute("SELECT value, wording FROM claims WHERE kind = 'rejected'").fetchone()

    assert record.counts()["rejected"] == 1
    assert '"reason":"no actor"' in row[0] and row[1] == "Nothing here."


def test_a_quote_that_is_not_in_the_text_is_refused(record: Record) -> None:
    made = one_visit()
    bad = reading(made.document, replace(made.events[0], evidence=Evidence(0, 5, "never")))

    with pytest.raises(PageError, match="characters 0 to 5"):
        record.add(bad)

    assert record.counts()["documents"] == 0


def test_another_text_under_a_known_id_is_refused(record: Record) -> None:
    made = one_visit()
    record.add(made)

    with pytest.raises(PageError, match="another text"):
        record.add(reading(replace(document("Other words."), id=made.document.id)))


def test_an_error_in_the_middle_leaves_no_half_page(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("planned")

    monkeypatch.setattr(writer, "_enter_events", fail)
    with pytest.raises(RecordError, match="planned"):
        record.add(full())

    assert set(record.counts().values()) == {0}


@pytest.mark.parametrize("table", ["claims", "withdrawals", "judgements", "documents"])
def test_rows_cannot_be_erased(record: Record, table: str) -> None:
    for made in (full(), one_visit()):
        record.add(made)
    record.withdraw(one_visit().events[0].id, "Ada", "misread")

    with pytest.raises(sqlite3.IntegrityError):
        record._connection.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("change", ["claims SET value = '{}'", "withdrawals SET who = ''", "documents SET text = ''"])
def test_rows_cannot_be_changed(record: Record, change: str) -> None:
    record.add(one_visit())
    record.withdraw(one_visit().events[0].id, "Ada", "misread")

    with pytest.raises(sqlite3.IntegrityError):
        record._connection.execute(f"UPDATE {change}")


def test_a_page_read_otherwise_withdraws_what_is_no_longer_read(record: Record) -> None:
    page = document(VISIT)
    record.add(reading(page, event(page, when="2024-06-18")))
    record.add(reading(page, event(page, when="2024-06-25")))

    assert [stored.event.when for stored in record.events()] == ["2024-06-25"]
    old = record.claim(event(page, when="2024-06-18").id)
    assert not old.stands and old.withdrawals[0].who == "rule"


def test_a_page_read_as_before_takes_the_withdrawal_back(record: Record) -> None:
    page = document(VISIT)
    first, second = (reading(page, event(page, when=when)) for when in ("2024-06-18", "2024-06-25"))
    for made in (first, second, first):
        record.add(made)

    assert [stored.event.when for stored in record.events()] == ["2024-06-18"]
    assert record.reading(page.id) == first


def dated(published: str | None, basis: str | None) -> Reading:
    """Give a reading of one text whose date is known in one way or another."""
    page = replace(document(VISIT), published=published, published_basis=basis)
    return reading(page, event(page, when=published))


@pytest.mark.parametrize(
    ("order", "counts"),
    [
        ([("2024-06-19", "read"), (None, None)], "2024-06-19"),
        ([("2024-06-19", "inferred"), ("2024-06-20", "read")], "2024-06-20"),
        ([("2024-06-19", "read"), ("2024-06-20", "read")], "2024-06-20"),
        ([("2024-06-19", "read"), ("2024-06-20", "given")], "2024-06-20"),
        ([("2024-06-20", "given"), ("2024-06-19", "read")], "2024-06-20"),
    ],
)
def test_the_date_that_is_known_best_counts_and_adding_all_again_changes_nothing(
    record: Record, order: list[tuple[str | None, str | None]], counts: str
) -> None:
    for published, basis in order:
        record.add(dated(published, basis))
    before = dump(record)

    assert [record.add(dated(published, basis)) for published, basis in order] == [False] * len(order)

    assert [stored.event.when for stored in record.events()] == [counts]
    assert dump(record) == before


def test_a_person_s_withdrawal_outlives_a_new_reading(record: Record) -> None:
    page = document(VISIT)
    first = reading(page, event(page))
    record.add(first)
    record.withdraw(first.events[0].id, "Ada", "misread")
    record.add(reading(page))
    record.add(first)

    assert record.events() == []


def test_two_values_under_one_event_id_are_two_claims(record: Record) -> None:
    page = document(VISIT)
    done = event(page)
    record.add(reading(page, done, replace(done, status="planned")))

    found = record.events()

    assert {stored.event.status for stored in found} == {"happened", "planned"}
    assert len({stored.event.id for stored in found}) == 2
    assert all(record.claim(stored.event.id).value["status"] == stored.event.status for stored in found)


def test_ids_and_order_do_not_depend_on_when_or_in_which_order_pages_came(tmp_path: Path) -> None:
    pages = [one_visit(text=f"{VISIT} {n}", when=f"2024-0{n}-01", source=f"Paper {n}") for n in (1, 2, 3)]
    asked = []
    for name, order, time in (("a", pages, "2024-01-01T00:00:00Z"), ("b", pages[::-1], "2025-05-05T05:05:05Z")):
        with Record.open(tmp_path / f"{name}.sqlite", shipped(), clock=lambda time=time: time) as record:
            for made in order:
                record.add(made)
            asked.append(record.events(Filter(actor="RUS")))

    assert asked[0] == asked[1]
