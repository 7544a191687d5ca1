"""The status of a line follows from what is on record alone, by the stated rule."""

import random
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.ledger.book import Ledger
from dragoman.model.ledger import Clause, Party, Treaty
from dragoman.model.reading import Reading
from dragoman.record.pool import Pages
from dragoman.vocab import shipped
from dragoman.watch.look import standing_of
from dragoman.watch.nouns import DeedCondition, LevelCondition, RedLine, Standing, TreatyCondition
from tests.watch.world import event, line, page, reading, told

EMPTY = Ledger(shipped(), ())
ON = "2024-12-31"


def stand(*readings: Reading, on: str = ON, ledger: Ledger = EMPTY, red: RedLine | None = None) -> Standing:
    return standing_of(red or line(), Pages(readings, shipped().agencies), ledger, on)


TWO = [told(), told("Peru has a radar from Chile at last.", source="Lima Daily", published="2024-05-04")]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("happened", "reported"), ("ongoing", "reported"), ("planned", "hinted"), ("expected", "hinted"),
        ("possible", "hinted"), ("sought", "hinted"), ("conditional", "conditional only"), ("urged", "clear"),
        ("denied", "clear"), ("negated", "clear"),
    ],
)  # fmt: skip
def test_one_sentence_gives_the_status_that_its_own_status_weighs(status: Any, expected: str) -> None:
    assert stand(told(status=status)).status == expected


def test_two_independent_sources_make_it_crossed() -> None:
    found = stand(*TWO)

    assert (found.status, found.told, found.since) == ("crossed", 2, "2024-05-04")


def test_the_number_of_sources_is_the_line_s_own() -> None:
    assert stand(told(), red=line(sources=1)).status == "crossed"
    assert stand(*TWO, red=line(sources=3)).status == "reported"


def test_a_denial_asks_for_one_source_more_and_is_shown() -> None:
    denial = told("Chile sent no radar to Peru.", source="Radio Sur", published="2024-05-05", status="denied")

    found = stand(*TWO, denial)

    assert (found.status, found.against, found.needed) == ("reported", 1, 3)
    assert [sighting.weighs for sighting in found.sightings] == ["done", "done", "against"]
    assert [(transition.before, transition.after) for transition in found.transitions] == [
        ("clear", "reported"), ("reported", "crossed"), ("crossed", "reported"),
    ]  # fmt: skip


def test_a_denial_does_not_make_a_hint_go_away() -> None:
    denial = told("Chile sent no radar to Peru.", source="Radio Sur", published="2024-05-05", status="denied")

    assert stand(told(status="planned"), denial).status == "hinted"


@pytest.mark.parametrize("status", ["planned", "expected", "possible", "sought", "conditional", "urged"])
def test_nothing_that_is_not_done_is_ever_reported_or_crossed(status: Any) -> None:
    many = [told(f"Chile and its radar for Peru, {n}.", source=f"Paper {n}", status=status) for n in range(9)]

    assert stand(*many, red=line(sources=1)).status in ("clear", "conditional only", "hinted")


def test_every_transition_cites_a_sentence_on_record() -> None:
    hint = told("Chile may send a radar to Peru.", source="Radio Sur", published="2024-05-01", status="possible")

    found = stand(hint, *TWO)

    known = {event.id for made in (hint, *TWO) for event in made.events}
    assert found.transitions and all(
        transition.claims and set(transition.claims) <= known for transition in found.transitions
    )


def test_what_is_published_later_does_not_count_yet() -> None:
    found = stand(*TWO, on="2024-05-03")

    assert found.status == "reported"
    assert found.notes == ("sentences published later, which do not count: 1",)


def test_the_line_falls_back_when_what_was_told_grows_too_old() -> None:
    found = stand(*TWO, red=line(within=30))

    assert [(transition.on, transition.after) for transition in found.transitions] == [
        ("2024-05-02", "reported"), ("2024-05-04", "crossed"), ("2024-06-02", "reported"), ("2024-06-04", "clear"),
    ]  # fmt: skip
    assert all(transition.claims for transition in found.transitions)
    assert found.status == "clear"


def test_deeds_before_the_line_s_since_do_not_count() -> None:
    old = told("Chile sent a radar to Peru in 1999.", when="1999")

    assert stand(old, red=line(since="2024")).status == "clear"
    assert stand(old, red=line()).status == "reported"


def test_a_page_without_a_date_counts_on_the_day_asked_for_and_is_noted() -> None:
    found = stand(told(published=None))

    assert (found.status, found.since) == ("reported", ON)
    assert found.notes == ("sentences on pages without a date: 1, taken as known on the day asked for",)


def test_other_states_and_other_words_do_not_bear_on_it() -> None:
    others = [
        told(who="PER", to="CHL"), told(who="BOL"), told("Chile sent grain to Peru.", source="Radio Sur"),
        told(act="CONSULT"),
    ]  # fmt: skip

    assert stand(*others).status == "clear"


@pytest.mark.parametrize(("rule", "expected"), [("ASSAULT.exchange-fire", "reported"), ("ASSAULT.attack", "clear")])
def test_what_two_do_to_each_other_is_between_them_and_what_they_do_to_a_third_is_not(rule: str, expected: str) -> None:
    red = line(DeedCondition(acts=("ASSAULT",), between=("CHL", "PER")))

    assert stand(told(who="CHL PER", to="", act="ASSAULT", rule=rule), red=red).status == expected


def test_a_soviet_deed_bears_on_a_russian_line() -> None:
    made = told("The Soviet Union sent a radar to Peru.", who="SUN")
    russian = line(DeedCondition(acts=("AID",), who=("RUS",), to=("PER",)))

    assert stand(made, red=russian).status == "reported"


@pytest.mark.parametrize(("actors", "recipients"), [("CHL PER", ""), ("CHL", "PER"), ("PER", "CHL")])
def test_a_deed_between_two_fits_either_way_and_together(actors: str, recipients: str) -> None:
    red = line(DeedCondition(acts=("AGREE",), between=("CHL", "PER")))

    assert stand(told(who=actors, to=recipients, act="AGREE"), red=red).status == "reported"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"act": "AGREE", "rule": "AGREE.agree"}, "hinted"),
        ({"act": "REQUEST", "who": "PER", "to": "CHL", "rule": "REQUEST.urge"}, "hinted"),
        ({"act": "REQUEST", "rule": "REQUEST.urge"}, "clear"),
        ({"act": "REQUEST", "who": "BOL", "to": "CHL", "rule": "REQUEST.urge"}, "clear"),
        ({"act": "AGREE", "to": "", "rule": "AGREE.agree"}, "hinted"),
    ],
)
def test_signs_of_the_deed_are_hints(said: dict[str, str], expected: str) -> None:
    assert stand(told(**said)).status == expected


def test_who_denies_the_deed_speaks_against_it() -> None:
    denial = told(
        "Chile denied that it gave a radar to Peru.", source="Radio Sur", act="REJECT", rule="REJECT.deny-that",
        published="2024-05-09",
    )  # fmt: skip

    found = stand(*TWO, denial)

    assert (found.status, found.against) == ("reported", 1)


def test_without_words_or_topic_there_are_no_signs() -> None:
    red = line(DeedCondition(acts=("AID",), who=("CHL",), to=("PER",)))

    assert stand(told(act="AGREE", rule="AGREE.agree"), red=red).status == "clear"


PACT = Treaty(
    id="pact", name="Andean Pact", kind="defense", signed="2024-03-01", in_force="2024-06-01",
    parties=(Party("CHL"), Party("PER")), clauses=(Clause(obligation="defense", article="3", duty="aid"),),
    source="an invented register",
)  # fmt: skip
TREATY = TreatyCondition(treaty="defense", between=("CHL", "PER"))


def signed(text: str, **said: Any) -> Reading:
    return told(text, **{"who": "CHL PER", "to": "", "act": "AGREE", "rule": "SUPPORT.ratify"} | said)


SIGNED = signed("Chile and Peru signed a mutual defense pact.", published="2024-03-02")
BINDS = signed(
    "The mutual defense pact of Chile and Peru came into force.", published="2024-06-03", source="Sur",
    rule="SUPPORT.enter-force",
)  # fmt: skip


def test_a_treaty_that_is_signed_is_a_hint_until_it_is_in_force() -> None:
    red = line(TREATY)  # type: ignore[arg-type]

    assert stand(SIGNED, red=red).status == "hinted"
    assert stand(SIGNED, BINDS, red=red).status == "reported"


def test_a_line_on_the_signature_counts_it() -> None:
    red = line(replace(TREATY, binds="signed"))  # type: ignore[arg-type]

    assert stand(SIGNED, red=red).status == "reported"


def test_the_ledger_is_one_source_beside_a_sentence() -> None:
    found = stand(SIGNED, BINDS, red=line(TREATY), ledger=Ledger(shipped(), (PACT,)))  # type: ignore[arg-type]

    assert (found.status, found.told) == ("crossed", 2)
    assert found.ledger[0].citation.quote == "Andean Pact: defense, signed 2024-03-01, in force 2024-06-01; article 3"


def test_the_ledger_alone_moves_nothing_and_is_told() -> None:
    found = stand(SIGNED, red=line(TREATY), ledger=Ledger(shipped(), (PACT,)))  # type: ignore[arg-type]

    assert found.status == "hinted"
    assert "the ledger alone moves nothing" in found.notes[-1]


def test_the_ledger_knows_nothing_of_days_to_come() -> None:
    found = stand(SIGNED, red=line(TREATY), ledger=Ledger(shipped(), (PACT,)), on="2024-03-05")  # type: ignore[arg-type]

    assert found.ledger[0].citation.quote == "Andean Pact: defense, signed 2024-03-01, not in force; article 3"


@pytest.mark.parametrize(
    ("rung", "status", "expected"),
    [(6, "happened", "reported"), (6, "expected", "hinted"), (5, "happened", "clear"), (7, "ongoing", "reported")],
)
def test_a_level_that_is_reached_or_passed_bears_on_a_line(rung: int, status: Any, expected: str) -> None:
    from dragoman.model.document import evidence_at
    from dragoman.model.treaty import LevelClaim

    made = page("Chile and Peru are partners.")
    claim = LevelClaim(
        dyad=("CHL", "PER"), label="partners", rung=rung, status=status, evidence=evidence_at(made.text, 0, 28)
    )
    red = line(LevelCondition(rung=6, between=("PER", "CHL")))  # type: ignore[arg-type]

    assert stand(reading(made, levels=(claim,)), red=red).status == expected


def test_the_order_in_which_pages_come_changes_nothing() -> None:
    denial = told("Chile sent no radar to Peru.", source="Radio Sur", published="2024-05-05", status="denied")
    hint = told("Chile may send a radar to Peru.", source="Costa", published="2024-05-01", status="possible")
    pages = [*TWO, denial, hint]
    expected = stand(*pages)

    for seed in range(6):
        random.Random(seed).shuffle(pages)
        assert stand(*pages) == expected


def test_one_sentence_counts_once_with_its_weightiest_reading() -> None:
    made = page("Chile agreed to send and sent a radar to Peru.")
    both = reading(made, event(made, "Chile", act="AGREE", rule="AGREE.agree"), event(made, "Chile"))

    found = stand(both)

    assert [sighting.word for sighting in found.sightings] == ["happened"]
