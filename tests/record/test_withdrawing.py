import pytest
from tests.record.readings import full, one_visit

from dragoman.errors import DateError, RecordError, UsageError
from dragoman.record import Record


def test_a_withdrawn_claim_is_asked_for_no_more_but_shown(record: Record) -> None:
    record.add(one_visit())
    claim = one_visit().events[0].id

    assert record.withdraw(claim, "Ada", "it was the foreign minister", "2024-06-21")

    assert record.events() == []
    shown = record.claim(claim)
    assert not shown.stands
    assert [(w.who, w.why, w.day) for w in shown.withdrawals] == [("Ada", "it was the foreign minister", "2024-06-21")]


def test_withdrawing_twice_is_withdrawing_once(record: Record) -> None:
    record.add(one_visit())
    claim = one_visit().events[0].id
    record.withdraw(claim, "Ada", "misread")

    assert not record.withdraw(claim, "Bob", "misread too")

    assert record.counts()["withdrawals"] == 1


def test_a_withdrawal_can_be_taken_back_and_made_again(record: Record) -> None:
    record.add(one_visit())
    claim = one_visit().events[0].id
    record.withdraw(claim, "Ada", "misread")
    record.withdraw(record.claim(claim).withdrawals[0].id, "Ada", "it was right")
    assert record.claim(claim).stands and len(record.events()) == 1

    assert record.withdraw(claim, "Ada", "misread")

    assert record.events() == [] and len(record.claim(claim).withdrawals) == 3


def test_taking_back_a_taking_back_is_refused(record: Record) -> None:
    record.add(one_visit())
    claim = one_visit().events[0].id
    record.withdraw(claim, "Ada", "misread")
    record.withdraw(record.claim(claim).withdrawals[0].id, "Ada", "it was right")

    with pytest.raises(RecordError, match="withdraw the claim or judgement again"):
        record.withdraw(record.claim(claim).withdrawals[1].id, "Ada", "no")


def test_the_day_is_the_clock_s_if_none_is_given(record: Record) -> None:
    record.add(one_visit())
    record.withdraw(one_visit().events[0].id, "Ada", "misread")

    assert record.claim(one_visit().events[0].id).withdrawals[0].day == "2024-06-20"


@pytest.mark.parametrize("kind", ["ordinals", "treaties", "levels"])
def test_other_kinds_of_claim_are_withdrawn_alike(record: Record, kind: str) -> None:
    record.add(full())
    named = {"ordinals": "ordinal", "treaties": "treaty", "levels": "level"}[kind]
    claim = record._connection.execute("SELECT id FROM claims WHERE kind = ?", (named,)).fetchone()[0]

    record.withdraw(claim, "Ada", "misread")

    assert not record.claim(claim).stands


@pytest.mark.parametrize("item", ["0000000000000000", "", "' OR 1=1 --", "%"])
def test_an_id_that_nothing_has_is_refused(record: Record, item: str) -> None:
    record.add(one_visit())

    with pytest.raises(RecordError, match="has the id"):
        record.withdraw(item, "Ada", "misread")


@pytest.mark.parametrize(
    ("by", "why", "on"), [("", "a", None), ("a", " ", None), ("rule", "a", None), ("a", "b", "2024-02-31")]
)
def test_who_why_and_day_must_be_said(record: Record, by: str, why: str, on: str | None) -> None:
    record.add(one_visit())

    with pytest.raises((UsageError, DateError)):
        record.withdraw(one_visit().events[0].id, by, why, on)
