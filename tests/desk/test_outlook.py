"""Red lines, alarm and precedents beside a page, and beside two states."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from dragoman import pipeline
from dragoman.cli.brief import brief
from dragoman.cli.relations import relations
from dragoman.desk import Desk
from dragoman.desk.outlook import Outlook, dyads_of
from dragoman.errors import RecordError, UsageError
from dragoman.ledger.book import shipped_ledger
from dragoman.model.document import Document, document_id
from dragoman.model.reading import Reading
from dragoman.record import Record
from dragoman.relations import derive, gather
from dragoman.relations.nouns import Relations
from dragoman.relations.sides import Sides
from dragoman.render.html import html_page
from dragoman.render.pages.brief import brief_sheet
from dragoman.vocab import Vocabulary, shipped
from dragoman.watch.lines import example_lines

PAGE = (
    "Russia and North Korea may revive the automatic intervention clause. Russia's president met North Korea's leader "
    "in Pyongyang on Tuesday. If Russia supplied submarine technology to North Korea, South Korea would retaliate "
    "against Russia."
)
CROSSING = "Russia has transferred nuclear submarine technology to North Korea."


def read(text: str, published: str | None = "2024-06-19", source: str = "Morning Gazette") -> Reading:
    document = Document(
        id=document_id(source, None, text), text=text, title="A page", source=source, published=published
    )
    # The frames alone: what stands beside a page is tried, not how well the network reads.
    return pipeline.brief(document, reader="frames")


@pytest.fixture(scope="module")
def page() -> Reading:
    return read(PAGE)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "desk.sqlite", shipped(), clock=lambda: "2026-01-01T00:00:00Z") as record:
        yield record


def outlook(page: Reading, record: Record | None = None) -> Outlook | None:
    return Desk(record, lines=example_lines(shipped())).outlook(page)


def of_two(found: Relations, record: Record | None = None) -> tuple[Relations, Outlook | None]:
    return Desk(record, lines=example_lines(shipped())).relations_outlook(found)


def ids_and_targets(html: str) -> tuple[list[str], set[str]]:
    return re.findall(r' id="([^"]+)"', html), set(re.findall(r'href="#([^"]+)"', html))


def test_the_dyads_of_a_page_are_those_of_most_events(page: Reading, vocabulary: Vocabulary) -> None:
    found = dyads_of(page, vocabulary)

    assert found[0] == ("PRK", "RUS")
    assert ("KOR", "RUS") in found


def test_a_page_alone_gives_lines_alarms_and_precedents(page: Reading) -> None:
    found = outlook(page)

    assert found is not None
    assert {s.line.name: s.status for s in found.standings} == {
        "automatic intervention": "hinted", "submarine and re-entry technology": "conditional only",
    }  # fmt: skip
    assert (found.alarms[0].a, found.alarms[0].b) == ("PRK", "RUS")
    assert found.precedents is not None
    assert "no record was asked" in found.notes[0]


def test_with_a_record_what_that_holds_counts_too(page: Reading, record: Record) -> None:
    record.add(read(CROSSING, published="2024-06-10", source="Evening Mirror"))

    found = outlook(page, record)

    assert found is not None
    statuses = {standing.line.name: standing.status for standing in found.standings}
    assert statuses["submarine and re-entry technology"] == "reported"
    assert found.notes == ()


def test_what_is_on_record_later_than_the_page_does_not_count(page: Reading, record: Record) -> None:
    record.add(read(CROSSING, published="2025-01-10", source="Evening Mirror"))

    found = outlook(page, record)

    assert found is not None
    statuses = {standing.line.name: standing.status for standing in found.standings}
    assert statuses["submarine and re-entry technology"] == "conditional only"


def test_a_page_that_is_on_record_counts_once(page: Reading, record: Record) -> None:
    record.add(page)

    alone = outlook(page)
    twice = outlook(page, record)

    assert alone is not None and twice is not None
    assert [len(s.sightings) for s in alone.standings] == [len(s.sightings) for s in twice.standings]
    assert [alarm.pressure for alarm in alone.alarms] == [alarm.pressure for alarm in twice.alarms]


@pytest.mark.parametrize(("text", "published"), [("It rained all day.", "2024-06-19"), (PAGE, None)])
def test_a_page_without_states_or_without_a_date_has_none(text: str, published: str | None) -> None:
    assert outlook(read(text, published)) is None


def test_every_number_of_the_brief_s_page_opens_to_its_sentence(page: Reading) -> None:
    found = outlook(page)

    ids, targets = ids_and_targets(html_page([brief_sheet(page, shipped(), found)]))

    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_two_briefs_on_one_page_keep_their_anchors_apart(page: Reading) -> None:
    found = outlook(page)

    ids, targets = ids_and_targets(html_page([brief_sheet(page, shipped(), found), brief_sheet(page, shipped())]))

    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_relations_of_two_states_show_their_lines_alarm_and_precedents(page: Reading, record: Record) -> None:
    record.add(page)
    events, levels = gather(record.snapshot(), Sides("RUS", "PRK", shipped()))
    relations = derive("RUS", "PRK", ledger=shipped_ledger(shipped()), events=events, levels=levels)

    widened, found = of_two(relations, record)

    assert found is not None
    assert found.on == "2024-06-19"
    assert len(found.standings) == 2
    assert found.citations == widened.citations
    assert widened.citations[: len(relations.citations)] == relations.citations


def test_lines_on_other_states_are_left_out(record: Record, page: Reading) -> None:
    record.add(page)
    relations = derive("FRA", "DEU", ledger=shipped_ledger(shipped()))

    _, found = of_two(relations, record)

    assert found is not None
    assert found.standings == ()


def test_without_a_record_there_is_no_alarm_and_the_precedents_rest_on_the_ledger() -> None:
    _, found = of_two(derive("FRA", "DEU", ledger=shipped_ledger(shipped())))

    assert found is not None
    assert found.alarms == ()
    assert found.precedents is not None


def test_two_looks_give_the_same_bytes(page: Reading) -> None:
    one, other = (msgspec.json.encode(outlook(page)) for _ in range(2))

    assert one == other


def test_the_commands_write_it_into_their_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LINES", "DB", "SETTINGS"):
        monkeypatch.delenv(f"DRAGOMAN_{name}", raising=False)
    (tmp_path / "page.txt").write_text("A page\n\n" + PAGE, encoding="utf-8")
    with Record.open("dragoman.sqlite", shipped()) as record:
        record.add(read(CROSSING, source="<i>Mirror</i>"))

    made = CliRunner().invoke(
        brief, ["page.txt", "--date", "2024-06-19", "--html", "b.html", "--db", "dragoman.sqlite", "--reader", "frames"]
    )
    two = CliRunner().invoke(relations, ["RUS", "PRK", "--html", "r.html"])

    assert (made.exit_code, two.exit_code) == (0, 0), (made.exception, two.exception)
    for name in ("b.html", "r.html"):
        html = (tmp_path / name).read_text(encoding="utf-8")
        ids, targets = ids_and_targets(html)
        assert targets <= set(ids)
        assert len(ids) == len(set(ids))
        assert "<script" not in html
        assert "<i>Mirror" not in html
        assert "&lt;i&gt;Mirror" in html
        assert "RED LINES: " in html
        assert "Precedents" in html


def test_a_record_goes_with_the_html_only(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")

    result = CliRunner().invoke(brief, [str(tmp_path / "page.txt"), "--db", "x.sqlite"])

    assert isinstance(result.exception, UsageError)


def test_a_record_that_is_named_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    words = [str(tmp_path / "page.txt"), "--html", str(tmp_path / "x.html"), "--db", str(tmp_path / "none.sqlite")]

    assert isinstance(CliRunner().invoke(brief, words).exception, RecordError)
