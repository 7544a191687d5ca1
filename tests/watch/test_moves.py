"""What moved since the last look is a row with time and reason, noted once, and never without a sentence."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.record import Record
from dragoman.vocab import shipped
from dragoman.watch.look import look
from dragoman.watch.nouns import Lines, RedLine, Watch
from tests.watch.test_standing import EMPTY
from tests.watch.world import event, line, page, reading, told


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    times = iter(f"2026-01-{day:02}T08:00:00Z" for day in range(1, 29))
    with Record.open(tmp_path / "desk.sqlite", shipped(), clock=lambda: next(times)) as record:
        yield record


def see(
    record: Record, red: RedLine | None = None, *, note: bool = True, dyads: tuple[tuple[str, str], ...] = ()
) -> Watch:
    found = look(record, Lines(lines=(red or line(),), dyads=dyads), EMPTY)
    if note:
        record.note_look(found.on or "", found.moves)
    return found


def test_a_record_without_pages_says_so(record: Record) -> None:
    found = see(record)

    assert (found.on, found.moves, found.lines) == (None, (), ())
    assert "nothing with a date is on record" in found.notes[0]


def test_a_move_is_told_once(record: Record) -> None:
    record.add(told())

    first, second = see(record), see(record)

    (move,) = first.moves
    assert (move.name, move.before, move.after, move.day) == ("radar", "clear", "reported", "2024-05-02")
    assert move.why == "1 independent source says that it was done; 2 make it crossed"
    assert [cited.quote for cited in move.citations] == ["Chile sent a radar to Peru."]
    assert second.moves == ()


def test_what_is_only_looked_at_moves_again(record: Record) -> None:
    record.add(told())

    assert see(record, note=False).moves == see(record, note=False).moves != ()


def test_every_move_cites_a_sentence_of_the_record(record: Record) -> None:
    record.add(told(status="possible"))
    moves = list(see(record).moves)
    record.add(told("Chile has sent a radar to Peru.", source="B", published="2024-05-06"))
    moves += see(record).moves
    record.add(told("Peru got a radar.", source="C", published="2024-05-07"))
    moves += see(record).moves

    assert [move.after for move in moves] == ["hinted", "reported", "crossed"]
    for move in moves:
        assert move.citations
        for cited in move.citations:
            assert record.claim(cited.claim or "").evidence.quote == cited.quote


def test_a_withdrawn_claim_takes_the_line_back_with_who_and_why(record: Record) -> None:
    made = told()
    record.add(made)
    see(record)
    record.withdraw(made.events[0].id, "the editor", "a hoax")

    (move,) = see(record).moves

    assert (move.before, move.after, move.why) == ("reported", "clear", "withdrawn by the editor: a hoax")
    assert [cited.claim for cited in move.citations] == [made.events[0].id]


def test_a_withdrawn_claim_stays_in_sight(record: Record) -> None:
    made = told()
    record.add(made)
    record.withdraw(made.events[0].id, "the editor", "a hoax")

    (standing,) = see(record).lines

    assert (standing.status, standing.why) == ("clear", "what bore on it was withdrawn")
    assert [item.withdrawal.why for item in standing.withdrawn] == ["a hoax"]


def test_a_line_that_was_written_anew_says_so(record: Record) -> None:
    record.add(told())
    see(record, replace(line(), definition="one"))

    (move,) = see(record, replace(line(sources=1), definition="other")).moves

    assert move.after == "crossed"
    assert move.why.startswith("the line was written anew since; ")


def test_nobody_says_that_a_line_was_written_anew_where_its_old_wording_is_not_known(record: Record) -> None:
    record.add(told())
    see(record, replace(line(), definition=""))

    (move,) = see(record, replace(line(sources=1), definition="other")).moves

    assert move.why.startswith("1 independent source says")


def test_an_alarm_moves_by_its_band(record: Record) -> None:
    made = page("Chile shelled Peru. Chile bombed Peru.", published="2024-05-02")
    hits = [event(made, start, act="ASSAULT", when="2024-05-02") for start in ("Chile shelled", "Chile bombed")]
    record.add(reading(made, *[replace(hit, intensity=-9.5) for hit in hits]))

    found = see(record, dyads=(("CHL", "PER"),))

    (move,) = found.moves
    assert (move.kind, move.name, move.before) == ("alarm", "CHL-PER", "calm")
    assert move.after == found.alarms[0].band != "calm"
    assert {cited.quote for cited in move.citations} == {"Chile shelled Peru.", "Chile bombed Peru."}


def test_near_copies_are_one_source_on_record(record: Record) -> None:
    text = "Chile sent a radar to Peru. " + "The ship was seen off the coast by many who live there. " * 3
    record.add(told(text))
    record.add(told(text + "More tomorrow.", source="Copy Daily"))

    (standing,) = see(record).lines

    assert (standing.status, standing.told) == ("reported", 1)
    assert len(standing.sightings) == 2


def test_moves_are_kept_with_the_time_and_cannot_be_changed(record: Record) -> None:
    record.add(told())
    see(record)

    (noted,) = record.all_moves()

    assert noted.noticed == "2026-01-02T08:00:00Z"
    assert noted.move == record.last_moves()["line", "radar"]
    for statement in ("UPDATE moves SET after = 'clear'", "DELETE FROM moves"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            record._connection.execute(statement)


def test_what_was_read_since_the_last_look_is_new(record: Record) -> None:
    record.add(told())
    first = see(record)
    record.add(told("Chile has sent a radar to Peru.", source="B", published="2024-05-06"))
    second, third = see(record, note=False), see(record)

    assert first.new == ()
    told_then = [sighting.citation.claim for sighting in second.lines[0].sightings]
    assert [claim for claim in told_then if claim in second.new] == [told_then[1]]
    assert third.new == second.new
    assert see(record).new == ()


def test_a_page_that_is_read_again_is_not_new(record: Record) -> None:
    record.add(told())
    see(record)
    record.add(replace(told(), id="another reading"))

    assert see(record).new == ()


def test_the_same_move_again_is_another_row(record: Record) -> None:
    made = told()
    record.add(made)
    see(record)
    record.withdraw(made.events[0].id, "the editor", "a hoax")
    see(record)
    (again,) = record.claim(made.events[0].id).withdrawals
    record.withdraw(again.id, "the editor", "no hoax")
    see(record)

    assert [noted.move.after for noted in record.all_moves()] == ["reported", "clear", "reported"]


def test_what_was_sent_is_not_sent_again(record: Record) -> None:
    record.add(told())
    see(record)
    moves = record.unsent_moves("http://a")

    record.note_sent(moves, "http://a")

    assert len(moves) == 1
    assert record.unsent_moves("http://a") == []
    assert record.unsent_moves("http://b") == moves


def test_rebuilding_the_record_changes_no_answer(record: Record) -> None:
    record.add(told("LIMA (Kyodo) - Chile sent a radar to Peru."))
    before = see(record, note=False)

    record.rebuild()

    assert see(record, note=False) == before
    assert before.lines[0].sightings[0].agencies == ("Kyodo",)
