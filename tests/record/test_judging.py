import random
from itertools import permutations

import pytest
from tests.record.readings import VISIT, one_visit

from dragoman.errors import RecordError, UsageError
from dragoman.model.event import Place
from dragoman.model.reading import Reading
from dragoman.record import Record

TEXTS = (
    "Russia's head of state is in the North Korean capital, papers in Seoul report.",
    "A plane from Moscow landed in Pyongyang at dawn with the president on board.",
    "Crowds with flags lined the avenues as the guest from Russia drove past them.",
    "For the first time in a generation a Russian leader set foot in Pyongyang.",
    "The two-day trip of the Russian leader began with a night at the guest house.",
)


def papers() -> list[Reading]:
    """Give five papers that tell of one visit in words of their own."""
    return [one_visit(text=text, source=f"Paper {n}") for n, text in enumerate(TEXTS)]


def add(record: Record, *made: Reading) -> None:
    for reading in made:
        record.add(reading)


def test_five_papers_tell_of_one_event(record: Record) -> None:
    add(record, *papers())

    found = record.events()

    assert [(stored.told_by, len(stored.citations)) for stored in found] == [(5, 5)]
    assert {cited.quote for cited in found[0].citations} == set(TEXTS)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_adding_makes_no_other_groups(record: Record, order: tuple[int, ...]) -> None:
    made = [
        *papers()[:2],
        one_visit(text="One more.", when="2024-06-20"),
        one_visit(text="And another.", recipients="CHN"),
    ]

    add(record, *(made[n] for n in order))

    assert sorted(group.told_by for group in record.groups()) == [1, 1, 2]


def test_copies_of_one_story_count_once(record: Record) -> None:
    add(record, one_visit(), one_visit(text=VISIT + " Subscribe now.", source="Copy"), papers()[1])

    assert [(stored.told_by, len(stored.citations)) for stored in record.events()] == [(2, 3)]


def test_a_judgement_has_score_reasons_and_who(record: Record) -> None:
    add(record, *papers()[:2])

    judged = record.judgements(papers()[0].events[0].id)

    assert [(j.kind, j.score, j.reasons, j.who, j.stands) for j in judged] == [
        ("event", 80, ("same deed, same parties (+50)", "same day (+30)"), "rule", True)
    ]


def test_a_withdrawn_judgement_parts_and_taking_it_back_joins(record: Record) -> None:
    add(record, *papers()[:2])
    judgement = record.judgements(papers()[0].events[0].id)[0].id

    record.withdraw(judgement, "Ada", "two visits")
    parted = record.groups()
    record.withdraw(record._connection.execute("SELECT id FROM withdrawals").fetchone()[0], "Ada", "one after all")

    assert [group.told_by for group in parted] == [1, 1]
    assert [group.told_by for group in record.groups()] == [2]


def test_the_rule_does_not_join_again_what_a_person_parted(record: Record) -> None:
    add(record, *papers()[:2])
    record.withdraw(record.judgements(papers()[0].events[0].id)[0].id, "Ada", "two visits")

    add(record, papers()[2])

    assert sorted(group.told_by for group in record.groups()) == [1, 2]


def test_without_the_claim_that_linked_them_the_others_are_judged_anew(record: Record) -> None:
    add(record, *papers()[:3])
    record.withdraw(papers()[0].events[0].id, "Ada", "misread")

    assert [group.told_by for group in record.groups()] == [2]


def test_a_story_judgement_can_be_withdrawn(record: Record) -> None:
    add(record, one_visit(), one_visit(text=VISIT + " Subscribe now.", source="Copy"))
    judged = [j for j in record.judgements(one_visit().document.id) if j.kind == "story"]

    record.withdraw(judged[0].id, "Ada", "two reporters were there")

    assert judged[0].score > 50
    assert [stored.told_by for stored in record.events()] == [2]


def test_a_person_joins_what_the_rule_leaves_apart(record: Record) -> None:
    apart = [one_visit(), one_visit(text="Later told.", when="2024")]
    add(record, *apart)

    judgement = record.join(apart[0].events[0].id, apart[1].events[0].id, "Ada", "the same trip")

    assert [group.told_by for group in record.groups()] == [2]
    assert (record.judgements(apart[0].events[0].id)[0].who, judgement) == (
        "Ada",
        record.judgements(apart[1].events[0].id)[0].id,
    )


def test_joining_with_itself_with_nothing_or_as_the_rule_is_refused(record: Record) -> None:
    add(record, one_visit())
    claim = one_visit().events[0].id

    with pytest.raises(RecordError):
        record.join(claim, claim, "Ada", "why")
    with pytest.raises(RecordError):
        record.join(claim, "0" * 16, "Ada", "why")
    with pytest.raises(UsageError):
        record.join(claim, claim, "rule", "why")


UNDONE = "SELECT id FROM withdrawn WHERE target NOT IN (SELECT id FROM withdrawals) ORDER BY id"


def state(record: Record) -> list[list[tuple[object, ...]]]:
    """Give all derived tables."""
    orders = {"events": "id", "parties": "code, claim, side", "stories": "id", "bands": "band, document"}
    return [
        record._connection.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
        for table, order in orders.items()
    ]


@pytest.mark.parametrize("seed", range(12))
def test_rebuilding_gives_what_was_there(record: Record, seed: int) -> None:
    """After any run of adding, withdrawing, taking back and joining, the derived tables are what a rebuild makes."""
    chance = random.Random(seed)
    for step in range(40):
        claims = [row[0] for row in record._connection.execute("SELECT id FROM events ORDER BY id")]
        items = [
            r[0]
            for t in ("judgements", "claims")
            for r in record._connection.execute(f"SELECT id FROM {t} ORDER BY id")
        ]
        undo = [r[0] for r in record._connection.execute(UNDONE)]
        what = chance.random()
        if what < 0.5 or len(claims) < 2:
            text = chance.choice(TEXTS) + chance.choice(["", " Copy.", f" {step}"])
            when = chance.choice(["2024-06-18", "2024-06-18/2024-06-19", "2024-06-20", "2024-06", None])
            record.add(one_visit(text=text, when=when, place=chance.choice([None, Place("Pyongyang", "PRK")])))
        elif what < 0.75:
            record.withdraw(chance.choice(items), "Ada", f"step {step}")
        elif what < 0.9 and undo:
            record.withdraw(chance.choice(undo), "Ada", f"step {step}")
        else:
            record.join(*chance.sample(claims, 2), "Bob", f"step {step}")
    before = state(record)

    record.rebuild()

    assert state(record) == before
    assert record._connection.execute("INSERT INTO search (search) VALUES ('integrity-check')").rowcount >= -1
