"""Treaties and clauses as a page tells of them."""

import pytest

from tests.coding.conftest import Read

TEXT = (
    "Kenya signed a treaty with Uganda in 2001, and the two countries inserted a clause on “mutual assistance.” "
    "The clause, which mandates military assistance if either side is invaded, was repealed by Uganda in 2009."
)


def test_a_signed_treaty_has_its_sides_as_parties(read: Read) -> None:
    treaty = read(TEXT).treaties[0]

    assert (treaty.parties, treaty.signed) == (("KEN", "UGA"), "2001")


def test_a_clause_has_its_obligation_and_its_end(read: Read) -> None:
    clause = read(TEXT).treaties[0].clauses[0]

    assert (clause.name, clause.obligation, clause.ended) == ("mutual assistance", "defense", "2009")


def test_parties_are_read_out_of_a_treatys_name(read: Read) -> None:
    treaty = read(
        "The clause was included in the Kenya-Uganda Alliance Treaty in 2001, a minister of Kenya said."
    ).treaties[0]

    assert (treaty.name, treaty.parties, treaty.signed) == ("Kenya-Uganda Alliance Treaty", ("KEN", "UGA"), "2001")


def test_evidence_of_treaty_and_clause_is_a_slice(read: Read) -> None:
    reading = read(TEXT)

    for evidence in [t.evidence for t in reading.treaties] + [c.evidence for t in reading.treaties for c in t.clauses]:
        assert reading.document.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("The treaty between Kenya and Uganda will come into force in May 2003.", None),
        ("The treaty between Kenya and Uganda, signed in June 2001, came into force in May 2003.", "2001-06"),
        ("The treaty between Kenya and Uganda was signed in June 2001.", "2001-06"),
        ("The 2001 treaty between Kenya and Uganda expired in 2009.", "2001"),
    ],
)
def test_when_a_treaty_comes_into_force_or_ends_is_not_when_it_was_signed(
    read: Read, text: str, signed: str | None
) -> None:
    assert read(text).treaties[0].signed == signed


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The fisheries treaty between Kenya and Uganda came into force in May 2003.", "happened"),
        ("The fisheries treaty between Kenya and Uganda will come into force next month.", "planned"),
        ("The fisheries treaty between Kenya and Uganda is expected to take effect in May.", "expected"),
        ("If the fisheries treaty between Kenya and Uganda takes effect, boats will be lost.", "conditional"),
    ],
)
def test_a_treaty_that_comes_into_force_has_the_status_of_the_verb_and_no_other(
    read: Read, text: str, status: str
) -> None:
    assert [event.status for event in read(text).events] == [status]


def test_whose_treaty_it_is_may_stand_before_and_behind_it(read: Read) -> None:
    (event,) = read("Kenya's fisheries treaty with Uganda took effect on Monday.").events

    assert {actor.code for actor in (*event.actors, *event.recipients)} == {"KEN", "UGA"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A fisheries treaty between Kenya and Uganda would worry Tanzania.", "expected"),
        ("An agreement between Kenya and Uganda could change the balance on the lake.", "possible"),
    ],
)
def test_an_agreement_that_is_only_thought_of_has_not_happened(read: Read, text: str, status: str) -> None:
    assert [event.status for event in read(text).events if event.act == "AGREE"] == [status]
