"""Treaties and clauses as a page tells of them."""

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
