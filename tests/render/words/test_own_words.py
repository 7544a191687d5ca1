"""The page's own words for what is asked or said."""

import pytest
from msgspec.structs import replace

from dragoman.model.actor import Actor
from dragoman.model.document import Evidence, Mention
from dragoman.model.event import PAGE, Event
from dragoman.render.words.events import event_words, recipients
from dragoman.render.words.own_words import LONGEST, own_words, runs_on
from dragoman.vocab import shipped

SENTENCE = "Chile asked Peru to withdraw its patrol and warned that it would close the border."


def named(sentence: str, words: str) -> Actor:
    start = sentence.index(words)
    return Actor(text=words, start=start, end=start + len(words), code=words[:3].upper())


def deed(sentence: str, trigger: str, act: str, actor: str, whom: str = "", when_text: str = "") -> Event:
    at = sentence.index(trigger)
    return Event(
        id=trigger,
        event_type=act,
        act=act,
        event_mode=None,
        status="happened",
        polarity="positive",
        certainty="certain",
        tense="past",
        holder=PAGE,
        actors=(named(sentence, actor),),
        recipients=(named(sentence, whom),) if whom else (),
        when_text=when_text or None,
        trigger=Mention(trigger, at, at + len(trigger)),
        evidence=Evidence(0, len(sentence), sentence),
        rank=1,
        confidence=1.0,
        rule="",
        why="",
        intensity=0.0,
    )


ASKED = deed(SENTENCE, "asked", "REQUEST", "Chile", "Peru")
WARNED = deed(SENTENCE, "warned", "THREATEN", "Chile")


def test_the_words_begin_behind_the_recipient_and_end_before_the_next_act() -> None:
    assert own_words(ASKED, shipped(), [ASKED, WARNED]) == "to withdraw its patrol"


def test_the_words_reach_to_the_end_of_the_sentence() -> None:
    assert own_words(WARNED, shipped(), [ASKED, WARNED]) == "that it would close the border"


def test_an_act_of_another_kind_does_not_end_the_words() -> None:
    withdrawn = deed(SENTENCE, "withdraw", "RETREAT", "Chile")

    assert own_words(ASKED, shipped(), [withdrawn, WARNED]) == "to withdraw its patrol"


@pytest.mark.parametrize("when_text", ["2010", "in 2010"])
def test_a_time_alone_says_nothing(when_text: str) -> None:
    assert own_words(deed("Chile refused in 2010.", "refused", "REJECT", "Chile", when_text=when_text), shipped()) == ""


@pytest.mark.parametrize("length", [30, 300])
def test_long_words_are_cut_at_a_word(length: int) -> None:
    words = own_words(deed(f"Chile said {'very ' * length}much.", "said", "ACCUSE", "Chile"), shipped())

    assert len(words) <= LONGEST + 2
    assert words.endswith("very …")


@pytest.mark.parametrize("rest", [", and that was all.", " and left.", "."])
def test_nothing_is_said_where_the_clause_ends(rest: str) -> None:
    assert own_words(deed(f"Chile objected{rest}", "objected", "ACCUSE", "Chile"), shipped()) == ""


def test_unresolved_words_behind_the_trigger_are_what_is_promised() -> None:
    promised = deed("Chile promised an answer to Peru.", "promised", "REQUEST", "Chile", "an answer")
    promised = replace(promised, recipients=(replace(promised.recipients[0], code=None),))

    assert own_words(promised, shipped()) == "an answer to Peru"
    assert recipients(promised, shipped()) == []


@pytest.mark.parametrize(
    ("sentence", "trigger", "act", "mode", "whom", "words"),
    [
        ("Chile asked Peru to withdraw its patrol.", "asked", "REQUEST", "yield", "Peru",
         "Chile asked Peru to withdraw its patrol"),
        ("Chile accused Peru of spying.", "accused", "ACCUSE", "allege", "Peru", "Chile accused Peru of spying"),
        ("Chile accused Peru on Friday of spying.", "accused", "ACCUSE", "allege", "Peru",
         "Chile accused Peru of spying"),
        ("Chile condemned the strikes.", "condemned", "ACCUSE", "disapprove", "", "Chile criticised the strikes"),
        ("Chile rejected a plan that Peru made.", "rejected", "REJECT", "change", "Peru",
         "Chile turned down a plan that Peru made"),
        ("Chile threatened Peru again.", "threatened", "THREATEN", None, "Peru", "Chile threatened Peru"),
        ("Chile criticised Peru sharply over the mine.", "criticised", "ACCUSE", "disapprove", "Peru",
         "Chile criticised Peru: “sharply over the mine”"),
    ],
)  # fmt: skip
def test_the_pages_words_go_on_from_the_verb_where_they_can(
    sentence: str, trigger: str, act: str, mode: str | None, whom: str, words: str
) -> None:
    told = replace(deed(sentence, trigger, act, "Chile", whom), event_mode=mode)
    told = replace(told, actors=(replace(told.actors[0], code="CHL"),))
    told = replace(told, recipients=tuple(replace(actor, code="PER") for actor in told.recipients))

    assert event_words(told, shipped()) == words


@pytest.mark.parametrize(
    ("said", "apart", "runs"),
    [("to go", True, True), ("the plan", False, True), ("the plan", True, False), ("on Monday", False, False),
     ("sharply", False, False), ("Peru", False, False)],
)  # fmt: skip
def test_only_what_english_lets_go_on_goes_on(said: str, apart: bool, runs: bool) -> None:
    assert runs_on(said, apart, shipped()) is runs


def test_an_aside_behind_a_comma_is_cut_off_and_a_condition_is_not() -> None:
    aside = deed("Chile offered to mediate, helped by Peru.", "offered", "REQUEST", "Chile")
    condition = deed("Chile offered to mediate, if Peru agrees.", "offered", "REQUEST", "Chile")

    assert own_words(aside, shipped()) == "to mediate"
    assert own_words(condition, shipped()) == "to mediate, if Peru agrees"
