"""The commands on the record, in this process; one test reads real pages."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from tests.record.readings import VISIT, full, one_visit

from dragoman.cli.add import add
from dragoman.cli.events import events
from dragoman.cli.show import show
from dragoman.cli.withdraw import withdraw
from dragoman.desk.pages import PageReadings
from dragoman.errors import DragomanError, RecordError
from dragoman.model.reading import Reading
from dragoman.record import Record

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def desk(path: Path, record: Record) -> Path:
    """Give the file of a record of two papers that tell of one visit, and one page more."""
    other = one_visit(text="Moscow's head of state was seen in Pyongyang.", source="Other", title="[bold]Seen[/bold]")
    for made in (one_visit(), other, full()):
        record.add(made)
    return path


def run(command, *arguments: object) -> str:  # type: ignore[no-untyped-def]
    result = CliRunner().invoke(command, [str(a) for a in arguments], catch_exceptions=False, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def test_events_as_json_are_the_contract_s_events_with_document_and_citations(desk: Path) -> None:
    found = json.loads(run(events, "--db", desk, "--json"))

    assert len(found) == 1
    assert found[0]["told_by"] == 3
    assert {"id", "event_type", "act", "status", "holder", "actors", "recipients", "when", "evidence"} <= found[
        0
    ].keys()
    assert found[0]["document"]["published"] == "2024-06-19"
    assert {t["document"]["source"] for t in found[0]["citations"]} == {"Test Post", "Other"}


def test_events_of_nothing_are_an_empty_list(desk: Path) -> None:
    assert json.loads(run(events, "--db", desk, "--json", "--actor", "FRA")) == []


def test_the_table_shows_an_event_once(desk: Path) -> None:
    table = run(events, "--db", desk, "--actor", "Russia", "--with", "prk", "--type", "consult")

    assert table.count("2024-06-18") == 1
    assert "RUS" in table and "PRK" in table and "CONSULT visit" in table


def test_the_table_tells_when_there_are_more(path: Path, record: Record) -> None:
    for day in range(1, 6):
        record.add(one_visit(text=f"Visit {day}.", when=f"2024-06-0{day}"))

    result = CliRunner().invoke(events, ["--db", str(path), "--limit", "2"])

    assert result.stdout.count("CONSULT") == 2
    assert "only the first 2 events" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--actor", "Atlantis"), ("--since", "last week"), ("--until", "2024-13"), ("--acting",)],
    ids=" ".join,
)
def test_a_question_that_cannot_work_is_told(desk: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(DragomanError):
        run(events, "--db", desk, *arguments)


@pytest.mark.parametrize(
    "command", [(events,), (show, "0" * 16), (withdraw, "0" * 16, "--by", "Ada", "--why", "misread")]
)
def test_asking_makes_no_record(tmp_path: Path, command: tuple[object, ...]) -> None:
    with pytest.raises(RecordError, match="no record here"):
        run(command[0], *command[1:], "--db", tmp_path / "none.sqlite")

    assert not (tmp_path / "none.sqlite").exists()


def test_show_prints_passage_document_and_who_else_tells_of_it(desk: Path) -> None:
    shown = run(show, one_visit().events[0].id, "--db", desk)

    assert " ".join(VISIT.split()[:6]) in shown
    for words in (
        "Test Post",
        "2024-06-19 (given)",
        "first 2024-06-20",
        "vocabulary",
        "3 independent documents",
        "same day",
    ):
        assert words in shown


def test_show_as_json_holds_the_claim(desk: Path) -> None:
    shown = json.loads(run(show, one_visit().events[0].id[:8], "--db", desk, "--json"))

    assert shown["evidence"]["quote"] == VISIT
    assert shown["value"]["event_type"] == "CONSULT"


def test_withdraw_takes_a_claim_back_and_show_says_so(desk: Path) -> None:
    claim = one_visit().events[0].id

    first = run(withdraw, claim, "--by", "Ada", "--why", "it was the minister", "--on", "2024-06-21", "--db", desk)
    second = run(withdraw, claim, "--by", "Ada", "--why", "it was the minister", "--db", desk)

    assert "is withdrawn" in first and "was withdrawn already" in second
    assert "2024-06-21 by Ada" in run(show, claim, "--db", desk)
    assert json.loads(run(events, "--db", desk, "--json"))[0]["told_by"] == 2


def test_a_page_that_cannot_be_stored_is_told_and_the_next_is_added(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = one_visit()
    bad = one_visit(text="Bad page.")
    bad = replace(bad, document=replace(bad.document, text="Other words."))
    monkeypatch.setattr(PageReadings, "__iter__", lambda pages: iter_counted(pages, [bad, good]))

    result = CliRunner().invoke(add, ["x", "--db", str(path)])

    assert result.exit_code == 0
    assert result.stdout.split()[:2] == ["added", good.document.id]
    assert "is not the quote" in result.stderr and "1 of 2 pages could not be read" in result.stderr


def iter_counted(pages: PageReadings, readings: list[Reading]) -> Iterator[Reading]:
    for reading in readings:
        pages.read += 1
        yield reading


def test_real_pages_are_added_once_and_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_DB", str(tmp_path / "desk.sqlite"))
    pages = [EXAMPLES / "editorial.html", EXAMPLES / "dispatch.html"]
    first, second = run(add, *pages), run(add, *pages)

    assert [line.split()[0] for line in (first + second).splitlines()] == ["added", "added", "known", "known"]
    found = json.loads(run(events, "--search", "visit", "--json"))
    assert found and {item["document"]["id"] for item in found} <= {line.split()[1] for line in first.splitlines()}
    shown = json.loads(run(show, found[0]["id"], "--json"))
    assert shown["evidence"] == found[0]["evidence"]
