"""The same agency text in ten papers is one source."""

import pytest

from dragoman.model.event import PAGE, Holder
from dragoman.record.pool import Pages
from dragoman.record.rows import covering, credits_of
from dragoman.vocab import shipped
from dragoman.vocab.agencies import Agency, CreditForm
from dragoman.watch.look import standing_of
from dragoman.watch.sources import IndependentSources, keys_of
from tests.watch.test_standing import EMPTY, ON
from tests.watch.world import line, told

AGENCIES = shipped().agencies


def count(*keys: tuple[str, ...]) -> int:
    sources = IndependentSources()
    for key in keys:
        sources.take(key)
    return len({sources.root(key[0]) for key in keys})


def test_what_shares_a_story_an_agency_or_a_holder_is_one_source() -> None:
    assert count(("story a",), ("story b",)) == 2
    assert count(("story a", "agency X"), ("story b", "agency X")) == 1


def test_what_shares_with_a_third_is_one_source_too() -> None:
    assert count(("story a", "agency X"), ("story b", "state PER"), ("story c", "agency X", "state PER")) == 1


def test_a_source_that_transitions_out_to_be_another_is_told() -> None:
    sources = IndependentSources()

    assert [sources.take(keys) for keys in (("a", "x"), ("b", "y"), ("c", "x"), ("d", "x", "y"))] == [
        False, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("holder", "key"),
    [
        (PAGE, None),
        (Holder("source", "According to KCNA", 0, 1, "PRK"), "agency KCNA"),
        (Holder("source", ", Yonhap", 0, 1, "KOR"), "agency Yonhap"),
        (Holder("source", "Peru's foreign ministry", 0, 1, "PER"), "state PER"),
        (Holder("source", "The two officials,", 0, 1), "holder two officials"),
    ],
)
def test_who_vouches_is_an_agency_a_state_or_named_by_the_words(holder: Holder, key: str | None) -> None:
    assert keys_of(holder, "a", (), shipped().agencies) == tuple(filter(None, ("story a", key)))


TEN = [
    told(f"Chile sent a radar to Peru, Xinhua reported. Paper {n} has a view. {'So it goes. ' * n}", source=f"P{n}")
    for n in range(10)
]  # fmt: skip


def test_ten_papers_that_credit_one_agency_are_one_source() -> None:
    found = standing_of(line(), Pages(TEN, shipped().agencies), EMPTY, ON)

    assert (found.status, found.told) == ("reported", 1)
    assert {sighting.source for sighting in found.sightings} == {1}
    assert found.sightings[0].agencies == ("Xinhua",)


def test_a_paper_of_its_own_beside_them_is_the_second() -> None:
    own = told("Chile sent a radar to Peru by sea.", source="Own Eyes")

    assert standing_of(line(), Pages([*TEN, own], shipped().agencies), EMPTY, ON).status == "crossed"


def test_a_state_is_one_source_in_however_many_papers() -> None:
    papers = [
        told(f"Chile sent a radar to Peru, {who} said.", source=who, holder=who, code="BOL")
        for who in ("Bolivia's president", "Bolivia's army", "La Paz")
    ]  # fmt: skip

    assert standing_of(line(), Pages(papers, shipped().agencies), EMPTY, ON).told == 1


@pytest.mark.parametrize("form", AGENCIES.forms, ids=lambda form: form.example)
def test_each_way_of_crediting_is_found_in_its_example(form: CreditForm) -> None:
    assert form.pattern.search(form.example)
    assert any(kind == form.kind for _, kind, _ in AGENCIES.credits(form.example))


@pytest.mark.parametrize("agency", AGENCIES.all, ids=lambda agency: agency.name)
def test_each_agency_is_found_in_its_example(agency: Agency) -> None:
    assert agency.agency in {name for _, _, name in AGENCIES.credits(agency.example)}


@pytest.mark.parametrize(
    "text", ["The AP course begins.", "A map of the MENA region.", "Anadolu is a region.", "They met at Reuters House."]
)
def test_a_name_without_a_credit_is_none(text: str) -> None:
    assert list(AGENCIES.credits(text)) == []


def test_a_dateline_covers_the_text_and_a_credit_its_paragraph() -> None:
    text = "Chile sent a radar.\nThe ship left, Reuters reported. It was late.\nPeru was glad."

    assert credits_of(text, None, shipped().agencies) == ((20, 65, "Reuters"),)
    assert [list(covering(credits_of(text, None, shipped().agencies), at)) for at in (0, 25, 70)] == [
        [],
        ["Reuters"],
        [],
    ]
    assert credits_of("LIMA (Kyodo) -- It came.\nAll is well.", None, shipped().agencies) == ((0, 37, "Kyodo"),)


@pytest.mark.parametrize(
    ("source", "agency"), [("Yonhap News Agency", "Yonhap"), ("The Lima Post", None), ("TASS", "TASS")]
)
def test_an_agency_s_own_page_is_its_text(source: str, agency: str | None) -> None:
    assert AGENCIES.called(source) == agency
    assert [name for _, _, name in credits_of("It came.", source, shipped().agencies)] == ([agency] if agency else [])
