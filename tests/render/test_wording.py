"""Sentences made from codes."""

import pytest
from msgspec.structs import replace

from dragoman.model.event import Anchor, Event, Holder, Status, Tense, WhenBasis
from dragoman.model.reading import Notice, Reading
from dragoman.render.head import notice_words
from dragoman.render.names import actor_words, code_name
from dragoman.render.wording import (
    clause_words,
    condition_words,
    event_words,
    holder_words,
    level_words,
    ordinal_words,
    wanted_words,
    when_found,
)  # fmt: skip
from tests.render.conftest import actor, events, mention


def of(status: Status, at: int = 0) -> Event:
    return [event for event in events() if event.status == status][at]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("happened", "Norway (Jonas Gahr Store) visited Finland, Helsinki"),
        ("ongoing", "Finland is supplying arms to Ukraine (ammunition)"),
        ("planned", "Norway and Finland are to sign an agreement"),
        ("expected", "Sweden is expected to meet for talks"),
        ("urged", "Norway should meet Ukraine"),
        ("possible", "Russia may have tested a weapon"),
        ("denied", "it is denied that Russia attacked Estonia from the air"),
        ("negated", "Latvia did not meet Belarus"),
    ],
)
def test_the_verb_says_the_status(status: Status, words: str) -> None:
    assert event_words(of(status)) == words


@pytest.mark.parametrize(
    ("status", "tense", "verb"),
    [
        ("negated", "future", "Latvia will not meet"),
        ("negated", "present", "Latvia does not meet"),
        ("denied", "future", "Russia will attack"),
        ("denied", "present", "Russia is attacking"),
        ("possible", "future", "Russia may test"),
    ],
)
def test_the_verb_says_the_tense(status: Status, tense: Tense, verb: str) -> None:
    assert verb in event_words(replace(of(status), tense=tense))


@pytest.mark.parametrize("status", ["planned", "expected", "conditional", "sought", "urged", "possible", "negated"])
def test_what_was_not_done_is_never_said_in_the_past_tense(status: Status) -> None:
    deed = replace(of("happened"), status=status, tense="future")

    assert " visited" not in event_words(deed)


def test_a_condition_stands_before_the_deed() -> None:
    assert condition_words(of("conditional")) == "if Russia sends a warship to the Baltic, NATO would respond"


def test_a_deed_that_is_the_condition_is_said_to_be_it() -> None:
    assert condition_words(of("conditional", 1)).endswith(
        "the condition, as coded: Russia deploying ships, aircraft or weapons"
    )


def test_wishes_are_listed() -> None:
    assert (
        wanted_words([of("sought"), of("sought", 1)])
        == "Norway wants of Finland: arms (“drones from Finland”); help (“with radar”)"
    )


def test_an_event_without_an_actor_is_said_of_someone() -> None:
    assert event_words(replace(of("negated"), actors=())) == "someone not named did not meet Belarus"


def test_a_recipient_that_is_the_actor_again_is_left_out() -> None:
    assert event_words(replace(of("negated"), recipients=(actor("LVA", "Latvia"),))) == "Latvia did not meet for talks"


@pytest.mark.parametrize(
    ("code", "name"),
    [("RUS", "Russia"), ("SUN", "the Soviet Union"), ("USA", "the United States"), ("EUU", "the European Union"),
     ("NATO", "NATO"), ("PHL", "the Philippines"), ("FRA", "France"), ("XQQ", "XQQ")],
)  # fmt: skip
def test_codes_have_names(code: str, name: str) -> None:
    assert code_name(code) == name


def test_people_of_one_state_stand_together() -> None:
    two = [
        actor("NOR", "Norway", "Jonas Gahr Store"),
        actor("NOR", "Oslo", "Espen Barth Eide"),
        actor("FIN", "Finland"),
    ]

    assert actor_words(two) == "Norway (Jonas Gahr Store, Espen Barth Eide) and Finland"


def test_a_sector_other_than_the_government_is_named() -> None:
    assert actor_words([actor("NOR", "Norway", sector="MIL")]) == "Norway (armed forces)"


def test_words_that_nothing_resolves_are_quoted() -> None:
    assert actor_words([actor(None, "Analysts")]) == "“Analysts”"


def test_who_vouches_is_named_unless_it_is_the_page(reading: Reading) -> None:
    assert holder_words(Holder("source", *mention("Analysts")), "expected", reading.document) == "Analysts"
    assert holder_words(Holder("page"), "happened", reading.document) is None


def test_what_the_page_urges_is_the_pages_own_urging(reading: Reading) -> None:
    assert holder_words(Holder("page"), "urged", reading.document) == "the editorial"


def test_a_recount_says_how_it_came_out(reading: Reading) -> None:
    assert ordinal_words(reading.ordinals[0]) == "counted as the second visit; earlier: May 2023; 1 year apart: agrees"


def test_a_clause_says_duty_and_trigger(reading: Reading) -> None:
    assert clause_words(reading.treaties[0].clauses[0]) == "clause “armed attack”, defense: if a party is attacked, aid"


def test_a_level_says_its_status(reading: Reading) -> None:
    assert level_words(reading.levels[0]) == "Finland and Norway: “friendly relations” (current)"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("stated", "dated stated with the event"),
        ("governor", "dated stated with “said”, which governs it"),
        ("anchored", "dated counted from “said”, which is dated 2024-06"),
        ("elsewhere", "dated 2024-06 in this sentence; the same event is dated 2024-06-18 elsewhere"),
        ("previous sentence", "dated no time stated: that of the sentence before"),
        ("reported", "dated no time stated: reported on the page's date"),
    ],
)
def test_how_a_date_was_found_is_said(basis: WhenBasis, words: str) -> None:
    dated = replace(of("happened"), when="2024-06-18", when_basis=basis, when_anchor=Anchor("said", "2024-06"))

    assert when_found(dated) == words
    assert when_found(replace(dated, when=None)) == ""


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (Notice("bad bytes", "UTF-8", 17), "bytes that are not UTF-8 were replaced"),
        (Notice("guessed encoding", "cp1252"), "the encoding was guessed: cp1252"),
        (Notice("other language", "ko"), "the page is not in English but in Korean: little will be read out of it"),
        (Notice("furniture", number=1), "1 piece of page furniture set aside"),
        (Notice("furniture", number=7), "7 pieces of page furniture set aside"),
        (Notice("piece", "Share {this}", line=2, role="tool"), "line 2 (tool): Share {this}"),
        (Notice("told", "a menu was set aside"), "a menu was set aside"),
    ],
)
def test_a_notice_is_put_in_words(notice: Notice, words: str) -> None:
    assert notice_words(notice) == words
