"""What of a page is no report of its own: datelines, corrections, polls, links, captions, antiquity."""

from itertools import cycle

import pytest

from dragoman.coding.passages import without_datelines
from dragoman.model.actor import Actor
from dragoman.model.reading import Reading
from dragoman.vocab import Vocabulary
from tests.coding.conftest import Read

TOLD = (
    "{a} and {b} signed a fisheries treaty on Monday.",
    "{a} recalled its ambassador to {b} on Tuesday.",
    "The president of {a} met the foreign minister of {b} in Vienna.",
    "{a} accused {b} of jamming its radar.",
    "{a} will send two patrol boats to {b} in July.",
    "Police in {a} arrested four nationals of {b} last week.",
    "Soldiers from {a} crossed into {b} at dawn.",
    "{a} expelled two diplomats of {b}, the ministry said.",
    "The government of {a} rejected a proposal by {b} to reopen the border.",
    "{a} closed its border with {b} after the talks failed.",
    "The two sides met again after {a} withdrew its troops from {b}.",
    "{a}'s prime minister visited {b} for the first time in ten years.",
    "{a} may impose sanctions on {b}, an official said on Wednesday.",
    "{a} denied that it had shelled villages in {b}.",
    "{a} demanded that {b} release six fishermen.",
    "{a} has pledged $4 million in aid to {b}.",
    "Thousands protested in {a} against {b}.",
    "In 2019 troops from {a} entered {b}.",
    "{a} and {b} agreed on Friday to resume flights.",
    "{a} condemned {b} over the arrest of a journalist.",
)
PAIRS = (("Peru", "Ecuador"), ("Norway", "Sweden"), ("Kenya", "Uganda"), ("Serbia", "Hungary"))
SENTENCES = [sentence.format(a=a, b=b) for a, b in PAIRS for sentence in TOLD]
DATELINES = (
    "ROME, March 12 (Example News) -- ",
    "ROME, March 12, 2024 (Example News) -- ",
    "TOKYO, Japan (AP) – ",
    "WASHINGTON (Reuters) - ",
    "GENEVA/NEW YORK, 12 March – ",
    "NEW DELHI: ",
    "MOSCOW — ",
    "Beijing, June 18 (Xinhua) — ",
    "Madrid, 12 Mar (EFE).- ",
    "(Reuters) - ",
    "LONDON, Tuesday, June 18 (Example Wire) -- ",
    "CAIRO, 18 June 2024 /Example Wire/ -- ",
)


def _sides(actors: tuple[Actor, ...], offset: int) -> list[object]:
    return [(actor.code, actor.sector, actor.text, actor.start - offset) for actor in actors]


def _coded(reading: Reading, offset: int = 0) -> list[object]:
    """Give what is coded, offsets counted from the sentence's beginning."""
    return [
        (
            *(event.act, event.event_mode, event.status, event.when, event.when_basis, event.holder.text),
            *_sides(event.actors, offset),
            *_sides(event.recipients, offset),
            *(event.evidence.quote, event.evidence.start - offset),
        )
        for event in reading.events
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "dateline"),
    list(zip(SENTENCES, cycle(DATELINES), strict=False)),
)
def test_a_sentence_is_coded_alike_with_and_without_a_dateline(read: Read, sentence: str, dateline: str) -> None:
    with_it = read(dateline + sentence)

    assert _coded(with_it, len(dateline)) == _coded(read(sentence))


def test_the_date_of_a_dateline_stands_among_the_times_of_the_page(read: Read) -> None:
    times = read("ROME, March 12 (Example News) -- Peru and Ecuador signed a treaty on Monday.").times

    assert [time.text for time in times] == ["March 12", "Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "NATO said on June 19 -- a Monday -- that it would meet.",
        "US-China talks failed in Geneva on Monday.",
        "EU: The bloc will send aid to Moldova.",
        "On March 12 – Moldova agreed.",
        "NATO (North Atlantic Treaty Organization) Secretary General Lee met the minister.",
        "Iran and Oman signed a treaty on March 12 (Monday) - Oman is content.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(vocabulary: Vocabulary, text: str) -> None:
    assert without_datelines(text, vocabulary) == text


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: an earlier version of this report said that Norway attacked Sweden.",
        "Editor's note: A first headline said that China bombed Taiwan.",
        "Editors’ note (12 June): the text said that Kenya invaded Uganda.",
        "This article was amended on 15 May 2024 because it said that Finland bombed Estonia.",
        "An earlier version of this story incorrectly said that Peru attacked Ecuador.",
        "CLARIFICATION – Serbia did not, as we wrote, attack Hungary.",
        "Poll: Should Norway attack Sweden?",
        "Also read: Norway attacks Sweden",
        "In this file photo, Norway's prime minister attacks Sweden's king.",
        "FILE - The president of Kenya meets the president of Uganda.",
    ],
)
def test_what_a_page_says_of_itself_or_of_others_is_no_deed(read: Read, notice: str) -> None:
    told = "Chile recalled its ambassador to Peru on Monday."

    assert [event.act for event in read(f"{told}\n\n{notice}").events] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway corrected an earlier claim by Sweden and accused Russia of spying.",
        "The poll of Norway's voters came as Sweden recalled its ambassador to Norway.",
    ],
)
def test_a_report_that_speaks_of_a_correction_or_a_poll_is_read(read: Read, text: str) -> None:
    assert read(text).events


@pytest.mark.parametrize(
    "text",
    ["Rome attacked Syria in 64 BC.", "In the third century B.C. Egypt signed a treaty with Syria."],
)
def test_no_state_of_today_acts_before_our_era(read: Read, text: str) -> None:
    assert read(text).events == ()


def test_a_deed_of_our_era_beside_one_before_it_is_read(read: Read) -> None:
    events = read("On Monday Egypt asked Italy for a statue made in 30 BC.").events

    assert {event.when for event in events} == {"2024-06-17"}
