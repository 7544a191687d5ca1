import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.readings import document, event

from dragoman.model.actor import Actor
from dragoman.model.event import Event, Place
from dragoman.record.matching import ENOUGH, deed_of, score, sentence_of, traits_of

ONE, OTHER = (
    document("The minister came to town by the morning train."),
    document("He was seen there, papers say.", source="B"),
)
KYIV, ODESA = Place("Kyiv", "UKR"), Place("Odesa", "UKR")


def points(a: Event, b: Event, *, one_story: bool) -> tuple[int, tuple[str, ...]] | None:
    return score(traits_of(a), traits_of(b), one_story=one_story, one_sentence=sentence_of(a) == sentence_of(b))


def same(a: Event, b: Event, *, one_story: bool = False) -> bool:
    """Tell whether two events are judged to be one."""
    judged = points(a, b, one_story=one_story)
    return deed_of(a) == deed_of(b) and judged is not None and judged[0] >= ENOUGH


def pair(ours: dict[str, object], theirs: dict[str, object]) -> tuple[Event, Event]:
    return event(ONE, **ours), event(OTHER, **theirs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({}, {}),
        ({"when": "2024-06-18/2024-06-19"}, {"when": "2024-06-19"}),
        ({"actors": "PRK", "recipients": "RUS"}, {}),
        ({"actors": "PRK RUS", "recipients": ""}, {}),
        ({"status": "ongoing"}, {"status": "happened"}),
        ({"persons": "Vladimir Putin"}, {"persons": "Putin"}),
        tuple({"when": "2024-06", "place": KYIV, "persons": person} for person in ("Putin", "Vladimir Putin")),
        ({"act": "ASSAULT", "mode": None, "place": KYIV}, {"act": "ASSAULT", "mode": None, "place": KYIV}),
    ],
    ids=["day", "overlap", "either named first", "both act", "under way or done", "surname",
        "month place person", "attacks"],
)  # fmt: skip
def test_one_event(ours: dict[str, object], theirs: dict[str, object]) -> None:
    assert same(*pair(ours, theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({}, {"when": "2024-06-20"}),
        ({}, {"recipients": "CHN"}),
        ({"recipients": ""}, {"recipients": ""}),
        ({}, {"mode": "meet"}),
        ({}, {"status": "planned"}),
        ({}, {"status": "denied"}),
        ({"act": "SANCTION"}, {"act": "SANCTION", "actors": "PRK", "recipients": "RUS"}),
        ({"persons": "Vladimir Putin"}, {"persons": "Sergey Lavrov"}),
        ({"when": "2024-06"}, {"when": "2024-06"}),
        ({"when": "2024"}, {"when": "2024"}),
        ({"when": "2024-06"}, {"when": "2024-06-18"}),
        ({"when": None}, {"when": None}),
        ({"act": "ASSAULT", "mode": None}, {"act": "ASSAULT", "mode": None}),
        ({"act": "ASSAULT", "mode": None, "place": KYIV}, {"act": "ASSAULT", "mode": None, "place": ODESA}),
        ({"place": Place("Pyongyang", "PRK")}, {"place": Place("Moscow", "RUS")}),
    ],
    ids=[
        "another day", "another party", "one party only", "another mode", "planned", "denied",
        "the other way round", "another person",
        "month", "year", "day in a month", "undated", "attacks of a day", "attacks elsewhere", "another country",
    ],
)  # fmt: skip
def test_two_events(ours: dict[str, object], theirs: dict[str, object]) -> None:
    assert not same(*pair(ours, theirs))


@pytest.mark.parametrize("when", [None, "2024"])
def test_the_same_sentence_in_a_copy_is_one_event_whatever_its_time(when: str | None) -> None:
    copy = document(ONE.text, source="B")

    assert same(event(ONE, when=when), event(copy, when=when), one_story=True)


def test_two_deeds_of_one_undated_sentence_stay_two() -> None:
    copy = document(ONE.text, source="B")

    assert not same(event(ONE, when=None), event(copy, when=None, trigger=20), one_story=True)


def test_parties_without_a_code_are_compared_by_their_words_and_count_less() -> None:
    nameless = Actor(text="security experts", start=0, end=16)
    a, b = (
        Event(**{n: getattr(e, n) for n in Event.__struct_fields__} | {"actors": (nameless,)}) for e in pair({}, {})
    )

    assert deed_of(a) == deed_of(b)
    assert not same(a, b)


def test_each_reason_is_given_with_its_points() -> None:
    judged = points(*pair({"place": KYIV}, {"place": KYIV}), one_story=True)

    assert judged == (
        100,
        ("same deed, same parties (+50)", "same day (+30)", "same place (+10)", "near copies of one story (+10)"),
    )


TIMES = st.sampled_from([None, "2024", "2024-06", "2024-06-18", "2024-06-18/2024-06-19", "not a time"])
SAID = st.fixed_dictionaries(
    {"when": TIMES, "place": st.sampled_from([None, KYIV, ODESA]), "act": st.sampled_from(["ASSAULT", "CONSULT"]),
     "persons": st.sampled_from([None, "Putin", "Lavrov"]), "about": st.sampled_from([(), ("arms",), ("money",)])}
)  # fmt: skip


@given(SAID, SAID, st.booleans())
def test_the_order_of_two_claims_makes_no_difference(
    ours: dict[str, object], theirs: dict[str, object], story: bool
) -> None:
    a, b = pair(ours, theirs | {"act": ours["act"]})

    assert points(a, b, one_story=story) == points(b, a, one_story=story)
