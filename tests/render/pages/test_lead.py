"""The lead: what is said on top, and that lines below carry it."""

from dragoman.render.pages.lead import MOST, lead
from dragoman.render.sheet import Section, Sheet, SheetLine


def line(number: int, words: str, weight: float, *actors: str, vouching: str | None = None) -> SheetLine:
    return SheetLine(
        number=number, words=words, weight=weight, actors=actors, citations=(number,), vouching=vouching
    )  # fmt: skip


def section(*lines: SheetLine, key: str = "happened") -> Section:
    return Section(key, key.upper(), lines)


def test_the_weightiest_lines_are_said_with_their_numbers() -> None:
    told = lead([
        section(line(1, "the bloc met", 1, "EUU"), line(2, "Peru invaded Chile", 9, "PER", "CHL")),
        section(line(3, "Brazil is to mediate", 5, "BRA"), key="planned"),
    ])  # fmt: skip

    assert [(one.words, one.citations) for one in told] == [
        ("Peru invaded Chile.", (2,)), ("Brazil is to mediate.", (3,))
    ]  # fmt: skip


def test_two_lines_on_the_same_sides_are_one_sentence() -> None:
    told = lead(
        [section(line(1, "Peru expelled two envoys", 9, "PER", "CHL"), line(2, "Chile is to reply", 8, "CHL", "PER"))]
    )

    assert [(one.words, one.lines) for one in told] == [("Peru expelled two envoys; Chile is to reply.", (1, 2))]


def test_what_one_side_says_is_not_led_with_as_fact() -> None:
    claimed = line(1, "Peru shelled Chile", 9, "PER", vouching="claimed by Chile")
    told = lead([section(claimed, key="claimed"), section(line(2, "the bloc met", 1, "EUU"))])

    assert [one.words for one in told] == ["Peru shelled Chile, claimed by Chile.", "The bloc met."]


def test_a_brief_of_one_line_has_no_lead() -> None:
    assert lead([section(line(1, "Peru invaded Chile", 9, "PER", "CHL"))]) == ()


def test_history_checks_and_what_was_held_back_are_not_led_with() -> None:
    assert lead([section(line(1, "x", 9), key=key) for key in ("earlier", "checks", "held", "uncoded", "levels")]) == ()


def test_every_part_of_the_lead_is_a_line_below(brief_sheets: list[Sheet]) -> None:
    for sheet in brief_sheets:
        words = {one.number: one.words for one in sheet.lines()}
        assert len(sheet.lead) <= MOST
        for sentence in sheet.lead:
            assert all(words[number] in sentence.words for number in sentence.lines)
            assert sentence.citations
