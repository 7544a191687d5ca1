"""Claims asked for one by one: of a record, of pages beside it, and of both together."""

from msgspec.structs import replace
from tests.record.readings import full, one_visit

from dragoman.record import Record
from dragoman.record.nouns import ClaimFilter
from dragoman.record.pool import Pages, Together
from dragoman.vocab import shipped

OTHER = one_visit(text="Moscow's head of state was seen in Pyongyang.", source="Other", published="2024-06-20")
VISITS = ClaimFilter(acts=("CONSULT",), parties=(("RUS",), ("PRK",)))


def pages(*readings: object) -> Pages:
    return Pages(readings, shipped().agencies)  # type: ignore[arg-type]


def test_pages_give_what_a_record_of_them_gives(record: Record) -> None:
    for made in (one_visit(), full()):
        record.add(made)
    snapshot, alone = record.snapshot(), pages(one_visit(), full())

    assert [claim.event.id for claim in snapshot.claims(VISITS)] == [claim.event.id for claim in alone.claims(VISITS)]
    assert [level.id for level in snapshot.levels()] == [level.id for level in alone.levels()]
    assert {c for e in snapshot.events(["RUS"], ["PRK"]) for c in e.claims} == {
        c for e in alone.events(["RUS"], ["PRK"]) for c in e.claims
    }


def test_what_the_record_holds_of_a_page_is_not_told_again(record: Record) -> None:
    record.add(one_visit())
    both = Together(record.snapshot(), pages(one_visit(), OTHER))

    found = both.events(["RUS"], ["PRK"])

    assert [sorted(stored.claims) for stored in found] == [[one_visit().events[0].id], [OTHER.events[0].id]]
    assert len(both.claims(VISITS)) == 2


def test_words_of_the_sentence_narrow_what_is_given(record: Record) -> None:
    record.add(one_visit())
    record.add(OTHER)
    seen = replace(VISITS, words=("Pyongyang",))

    assert [claim.document.source for claim in record.snapshot().claims(seen)] == ["Other"]
    assert [claim.document.source for claim in pages(one_visit(), OTHER).claims(seen)] == ["Other"]


def test_nobody_but_the_two_takes_part() -> None:
    assert pages(one_visit()).events(["RUS"], ["KOR"]) == []
    assert pages(one_visit()).claims(replace(VISITS, parties=(("KOR",),))) == []
