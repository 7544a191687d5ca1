"""Which claim stands where."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from dragoman.model.event import Event, Holder, Quantity, Status, WhenBasis
from dragoman.model.reading import Reading
from dragoman.render.pages.brief import brief_object
from dragoman.render.pages.brief_lines import SHARED, section_of
from dragoman.render.pages.source_text import Passages
from dragoman.render.sheet import Sheet
from dragoman.vocab import shipped
from tests.render.conftest import TEXT, actor, arrange, event, events, make_reading, mention


def lines_of(brief: Sheet, key: str) -> list[str]:
    return [line.words for section in brief.sections if section.key == key for line in section.lines]


def test_the_sections_stand_in_order(brief: Sheet) -> None:
    assert [section.key for section in brief.sections] == [
        "happened", "planned", "expected", "conditional", "sought", "possible", "denied", "negated", "treaties",
        "levels", "earlier", "checks",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "deed", [e for e in events() if e.status not in ("happened", "ongoing")], ids=lambda e: e.status
)
def test_nothing_but_deeds_stands_under_happened_or_earlier(deed: Event) -> None:
    assert section_of(replace(deed, when="1990"), "2024-06-19", shipped()) == SHARED.get(deed.status, deed.status)


@pytest.mark.parametrize(
    ("when", "published", "section"),
    [("2023-05", "2024-06-19", "earlier"), ("2023-06-21", "2024-06-19", "happened"), ("2023", "2024-06-19", "happened"),
     (None, "2024-06-19", "happened"), ("1950", None, "happened"), ("1950/..", "2024-06-19", "happened")],
)  # fmt: skip
def test_what_ended_a_year_before_the_page_is_earlier(when: str | None, published: str | None, section: str) -> None:
    assert section_of(replace(events()[0], when=when), published, shipped()) == section


def test_lines_are_numbered_through(brief: Sheet) -> None:
    assert [line.number for line in brief.lines()] == list(range(1, len(brief.lines()) + 1))


def test_every_event_stands_on_its_sentence(reading: Reading, brief: Sheet) -> None:
    quotes = {cited.number: cited.words for cited in brief.citations}
    shown = {quotes[number] for line in brief.lines() for number in line.citations}

    assert {f"“{event.evidence.quote}”" for event in reading.events} <= shown


def test_passages_are_slices_in_the_order_of_the_text(reading: Reading, brief: Sheet) -> None:
    spans = Passages(reading).spans

    assert [f"“{TEXT[start:end]}”" for start, end in spans] == [cited.words for cited in brief.citations]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_overlapping_evidence_is_one_passage(reading: Reading) -> None:
    whole = events()[0]
    part = replace(whole, id="part", evidence=replace(whole.evidence, start=10, quote=TEXT[10 : whole.evidence.end]))
    both = replace(reading, events=(part, whole), ordinals=(), treaties=(), levels=(), checks=())

    assert Passages(both).spans == [(whole.evidence.start, whole.evidence.end)]


def test_paragraphs_are_counted(brief: Sheet) -> None:
    assert [cited.origin for cited in brief.citations] == [f"¶{n}" for n in (1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4)]


def test_the_same_thing_said_twice_is_one_line_with_two_passages(reading: Reading) -> None:
    again = replace(events()[0], id="again", evidence=events()[2].evidence)

    brief = arrange(replace(reading, events=(events()[0], again)))

    assert [line.citations for line in brief.sections[0].lines] == [(1, 3)]


def test_the_same_thing_with_and_without_its_place_is_one_line(reading: Reading) -> None:
    bare = replace(events()[0], id="bare", place=None)

    assert lines_of(arrange(replace(reading, events=(bare, events()[0]))), "happened") == [
        "Norway (Jonas Gahr Store) visited Helsinki, Finland"
    ]


def test_the_same_thing_of_another_date_is_another_line(reading: Reading) -> None:
    later = replace(events()[0], id="later", when="2024-06-19")

    assert len(lines_of(arrange(replace(reading, events=(later, events()[0]))), "happened")) == 2


def test_the_weightiest_stands_first_and_what_is_between_the_same_sides_together(reading: Reading) -> None:
    russia, estonia, latvia = actor("RUS", "Russia"), actor("EST", "Estonia"), actor("LVA", "Latvia")
    attack = event("ASSAULT", "happened", "Russia may", "tested", [russia], [estonia], intensity=-9.0)
    talk = event("CONSULT", "happened", "Moscow", "denied", [russia], [estonia], intensity=1.0)
    sanction = event("SANCTION", "happened", "Latvia did", "meet", [latvia], [russia], intensity=-5.0)

    brief = arrange(replace(reading, events=(talk, sanction, attack), ordinals=(), treaties=(), levels=(), checks=()))

    assert lines_of(brief, "happened") == [
        "Russia attacked Estonia", "Russia met Estonia", "Latvia penalised Russia"
    ]  # fmt: skip


def test_what_a_source_says_another_did_stands_apart_from_what_is_told_as_fact(reading: Reading) -> None:
    russia, estonia = actor("RUS", "Russia"), actor("EST", "Estonia")
    deed = event("ASSAULT", "happened", "Russia may", "tested", [russia], [estonia])
    told = replace(deed, holder=Holder("source", *mention("Analysts")))
    owned = replace(deed, id="own", holder=Holder("source", *mention("Moscow"), code="RUS"))

    brief = arrange(replace(reading, events=(told, owned)))

    assert [line.vouching for section in brief.sections[:2] for line in section.lines] == [
        "announced by Russia", "according to Analysts"
    ]  # fmt: skip
    assert [section.key for section in brief.sections[:2]] == ["happened", "claimed"]


def test_a_deed_told_again_without_names_or_a_day_is_one_line_with_what_is_known_best(reading: Reading) -> None:
    whole = events()[0]
    bare = replace(
        whole, id="bare", actors=(actor("NOR", "Norway"),), when="2024-06", place=None, evidence=events()[1].evidence
    )

    (line,) = arrange(replace(reading, events=(bare, whole), ordinals=())).sections[0].lines

    assert (line.words, line.date) == ("Norway (Jonas Gahr Store) visited Helsinki, Finland", "18 June 2024")
    assert line.citations == (1, 2)
    assert set(line.events) == {"bare", whole.id}


def test_a_deed_of_another_number_is_another_line(reading: Reading) -> None:
    first = replace(events()[0], quantity=Quantity(2, "", "envoys", *mention("its help")))
    second = replace(first, id="second", quantity=Quantity(5, "", "envoys", *mention("its help")), place=None,
                     actors=(actor("NOR", "Norway"),))  # fmt: skip

    assert len(arrange(replace(reading, events=(first, second), ordinals=())).sections[0].lines) == 2


@pytest.mark.parametrize(
    ("basis", "status", "date"),
    [("reported", "happened", "reported 19 Jun"), ("previous sentence", "happened", "reported 19 Jun"),
     ("stated", "happened", "18 June 2024"), ("reported", "planned", "18 June 2024")],
)  # fmt: skip
def test_a_day_that_the_page_does_not_tell_is_when_it_was_reported(
    basis: WhenBasis, status: Status, date: str, reading: Reading
) -> None:
    deed = replace(events()[0], when_basis=basis, status=status, tense="past")

    assert arrange(replace(reading, events=(deed,), ordinals=())).sections[0].lines[0].date == date


def test_held_back_and_uncoded_sentences_are_quoted_with_how_many_they_are(reading: Reading) -> None:
    nobody = event("CONSULT", "happened", "Latvia did", "meet", [], [actor("BLR", "Belarus")])

    brief = arrange(replace(reading, events=(nobody,), treaties=(), levels=(), ordinals=(), checks=()))
    held, uncoded = brief.sections

    assert (held.heading, [(line.words, line.tag) for line in held.lines]) == (
        "NOT SURE ENOUGH TO PRINT (1)", [("“Latvia did not meet Belarus.”", "who acted was not read")]
    )  # fmt: skip
    assert uncoded.heading == f"READ, NOT CODED ({len(uncoded.lines)})"
    assert all(line.words.strip("“”") in TEXT for line in uncoded.lines)
    assert "1 reading held back" in brief.notes


def test_a_sentence_held_back_for_several_readings_tells_the_best_confidence_once(reading: Reading) -> None:
    nobody = event("CONSULT", "happened", "Latvia did", "meet", [], [actor("BLR", "Belarus")])
    unsure = [
        replace(nobody, id=str(sure), actors=(actor("LVA", "Latvia"),), confidence=sure, proposers=("frames", "reader"))
        for sure in (0.123, 0.699)
    ]

    brief = arrange(replace(reading, events=(nobody, *unsure), treaties=(), levels=(), ordinals=(), checks=()))

    assert [line.tag for line in brief.sections[0].lines] == ["who acted was not read; not sure enough, 0.69"]
    assert brief.nothing == "Nothing was read on this page that is sure enough to print."


def test_json_has_all_that_the_brief_says(brief: Sheet) -> None:
    told = brief_object(brief)

    assert [line["words"] for section in told["sections"] for line in section["lines"]] == [
        line.words for line in brief.lines()
    ]
    assert {event for section in told["sections"] for line in section["lines"] for event in line["events"]} == {
        event.id for event in events()
    }


def test_the_wishes_of_one_side_are_one_line(brief: Sheet) -> None:
    assert lines_of(brief, "sought")[0].startswith("Norway wants of Finland: arms (“drones")
    assert "; help (" in lines_of(brief, "sought")[0]


def test_the_deed_that_is_the_condition_is_told_in_why_the_line_was_read_so(brief: Sheet) -> None:
    (line,) = next(section for section in brief.sections if section.key == "conditional").lines

    assert line.notes == ()
    assert line.why.endswith("the condition, as coded: Russia deploying ships, aircraft or weapons")


def test_a_condition_that_nothing_hangs_on_is_no_line(reading: Reading) -> None:
    alone = [event for event in events() if event.status == "conditional" and event.act == "MOBILIZE"]

    assert lines_of(arrange(replace(reading, events=tuple(alone))), "conditional") == []


def test_a_recount_hangs_below_what_is_counted(brief: Sheet) -> None:
    earlier = next(section for section in brief.sections if section.key == "earlier")

    assert [note.words[:26] for line in earlier.lines for note in line.notes] == ["counted as the second visi"]


def test_a_recount_of_nothing_coded_stands_by_itself(reading: Reading) -> None:
    assert len(lines_of(arrange(replace(reading, events=())), "counts")) == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "19 June 2024 (given)"),
        ({"published_basis": "read"}, "19 June 2024 (read off the page)"),
        ({"published": "2024", "published_basis": "inferred"}, "2024 (inferred from the text)"),
        ({"published": None, "published_basis": None}, "no date"),
    ],
)
def test_the_head_says_where_the_date_is_from(changes: dict[str, str | None], words: str) -> None:
    assert arrange(make_reading(**changes)).about[-1] == words


def test_a_page_without_a_title_is_headed_by_its_beginning() -> None:
    assert arrange(make_reading(title=None)).title.startswith("Norwegian Prime Minister")


def test_a_page_in_another_language_is_marked() -> None:
    reading = replace(make_reading(language="ko"), events=())

    assert arrange(reading).warning == "This page is in Korean. Dragoman reads English: nothing was coded."


def test_the_legend_lists_who_appears(brief: Sheet) -> None:
    assert [(a.code, a.persons, a.lines) for a in brief.legend[:2]] == [
        ("NOR", ("Jonas Gahr Store",), 8),
        ("FIN", (), 7),
    ]


def test_rejected_candidates_are_counted_by_reason(brief: Sheet) -> None:
    assert brief.details[-1] == "2 candidates were not made a claim: 2 × no actor"


def test_an_event_of_every_status_is_in_the_fixture() -> None:
    assert {e.status for e in events()} == {
        "happened", "ongoing", "planned", "expected", "conditional", "sought", "urged", "possible", "denied", "negated",
    }  # fmt: skip


def test_the_same_reading_gives_the_same_brief(reading: Reading) -> None:
    assert arrange(reading) == arrange(make_reading())


def test_evidence_of_no_length_gives_no_number(reading: Reading) -> None:
    deed = event("CONSULT", "happened", "Latvia", "meet", [actor("LVA", "Latvia")], [actor("BLR", "Belarus")])
    empty = replace(deed, evidence=replace(deed.evidence, end=deed.evidence.start, quote=""))

    first = arrange(replace(reading, events=(empty,))).sections[0].lines[0]

    assert (first.words, first.citations) == ("Latvia met Belarus", ())
