"""The ten reports of `examples/watch`, read by the frames, one after the other: the lines go as they should."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.ledger.book import shipped_ledger
from dragoman.model.move import Move
from dragoman.record import Record
from dragoman.vocab import shipped
from dragoman.watch.lines import example_lines
from dragoman.watch.look import look
from dragoman.watch.nouns import Watch

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "watch").glob("*.html"))

TECHNOLOGY, CLAUSE = "submarine and re-entry technology", "automatic intervention"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(
        tmp_path_factory.mktemp("desk") / "desk.sqlite", shipped(), clock=lambda: "2026-01-01T00:00:00Z"
    ) as record:
        yield record


@pytest.fixture(scope="module")
def looks(record: Record) -> list[Watch]:
    """Look after each report, as a desk does every morning."""
    found = []
    for report in REPORTS:
        document, notices = pipeline.read(report.read_bytes(), name=report.name)
        record.add(pipeline.brief(document, notices, reader="frames"))
        found.append(look(record, example_lines(shipped()), shipped_ledger(shipped())))
        record.note_look(found[-1].on or "", found[-1].moves)
    return found


def course(looks: list[Watch], name: str) -> list[str]:
    return [standing.status for watch in looks for standing in watch.lines if standing.line.name == name]


def test_the_technology_goes_from_clear_to_crossed(looks: list[Watch]) -> None:
    assert course(looks, TECHNOLOGY) == [
        "clear", "conditional only", "conditional only", "hinted", "hinted", "reported", "reported", "reported",
        "reported", "crossed",
    ]  # fmt: skip


def test_the_clause_goes_from_clear_over_hinted_to_crossed_when_the_treaty_binds(looks: list[Watch]) -> None:
    assert course(looks, CLAUSE) == ["clear", "hinted", "hinted", "hinted"] + ["crossed"] * 6


def test_the_agency_s_text_in_two_papers_is_one_source_and_the_denial_counts(looks: list[Watch]) -> None:
    numbers = [(s.told, s.against, s.needed) for watch in looks[5:] for s in watch.lines if s.line.name == TECHNOLOGY]

    assert numbers == [(1, 0, 2), (1, 0, 2), (1, 1, 3), (2, 1, 3), (3, 1, 3)]


def test_each_move_is_told_on_its_morning_and_cites_a_sentence(looks: list[Watch], record: Record) -> None:
    moves: list[Move] = [move for watch in looks for move in watch.moves]

    assert [(move.day, move.after) for move in moves] == [
        ("2024-06-18", "conditional only"), ("2024-06-18", "hinted"), ("2024-09-12", "hinted"),
        ("2024-12-05", "crossed"), ("2025-01-15", "reported"), ("2025-03-03", "crossed"),
    ]  # fmt: skip
    for move in moves:
        for cited in move.citations:
            reading = record.reading(cited.document.id) if cited.document else None
            assert reading is not None
            assert reading.document.text[cited.start : cited.end] == cited.quote


def test_the_day_asked_for_gives_what_was_known_then(looks: list[Watch], record: Record) -> None:
    then = look(record, example_lines(shipped()), shipped_ledger(shipped()), on=looks[3].on)

    assert [s.status for s in then.lines] == [s.status for s in looks[3].lines]
    assert [s.transitions for s in then.lines] == [s.transitions for s in looks[3].lines]


def test_two_looks_give_the_same_bytes(record: Record, looks: list[Watch]) -> None:
    import msgspec

    first, second = (look(record, example_lines(shipped()), shipped_ledger(shipped())) for _ in range(2))

    assert msgspec.json.encode(first) == msgspec.json.encode(second)
