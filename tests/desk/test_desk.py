"""The desk: one method a question, asked as a notebook or a web page would."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.desk.outlook import ALONE
from dragoman.errors import DragomanError, InputError, LinesError, PageError, RecordError, SettingsError, UsageError
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.record import Filter, Record
from dragoman.settings import Settings
from dragoman.vocab import shipped
from dragoman.watch.lines import example_lines, read_text
from tests.relations.world import ledger, readings

PAGE = b"Harbour talks\n\nATHENS, 20 June 2024 - Greece's foreign minister met his Turkish counterpart on Tuesday.\n"
FRAMES = Settings(reader="frames")
"""What the desk does with a reading is tried, not how well the network reads."""

LINES = """\
[[line]]
name = "talks"
title = "Greece and Turkey meet"
  [[line.when]]
  between = ["GRC", "TUR"]
  act = "CONSULT"
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "desk.sqlite"


@pytest.fixture
def desk(path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    """Give a desk with a record of the invented world; whatever it is asked, it prints nothing."""
    with Desk(path, ledger=ledger(), lines=read_text(LINES, "lines", shipped()), settings=FRAMES) as made:
        for reading in readings():
            made.add(reading)
        yield made
    assert capfd.readouterr() == ("", "")


def page(desk: Desk, raw: bytes = PAGE) -> Reading:
    document, notices = desk.read(raw, name="page.txt")
    return desk.brief(document, notices)


def test_a_page_is_read_and_briefed(desk: Desk) -> None:
    reading = page(desk)

    assert (reading.document.title, reading.document.published) == ("Harbour talks", "2024-06-20")
    assert [(event.act, event.when) for event in reading.events] == [("CONSULT", "2024-06-18")]


def test_the_date_of_a_page_may_be_given(desk: Desk) -> None:
    document, _ = desk.read(PAGE, name="page.txt", published="2023-05")

    assert (document.published, document.published_basis) == ("2023-05", "given")


def test_pages_of_files_folders_and_streams_are_read_and_what_is_bad_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_bytes(PAGE)
    (tmp_path / "pages" / "picture.png").write_bytes(b"\x89PNG")
    told: list[DragomanError] = []

    pages = desk.pages([tmp_path / "pages", tmp_path / "none.txt", ("upload", BytesIO(PAGE))], tell=told.append)
    found = list(pages)

    assert [reading.document.title for reading in found] == ["Harbour talks", "Harbour talks"]
    assert (pages.read, pages.bad, pages.other) == (2, 1, 1)
    assert pages.files == [tmp_path / "pages" / "one.txt"]
    assert "none.txt: no such file" in str(told[0])


def test_a_page_over_the_limit_is_refused_wherever_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE * 20)
    told: list[DragomanError] = []
    desk = Desk(settings=Settings(max_page_mb=0.001))

    pages = desk.pages([tmp_path / "page.txt", ("upload", BytesIO(PAGE * 20))], tell=told.append)

    assert list(pages) == []
    assert ["the page is too large" in str(error) for error in told] == [True, True]
    with pytest.raises(PageError, match="too large"):
        desk.read(PAGE * 20, name="page.txt")
    with pytest.raises(PageError, match="no page could be read"):
        pages.check()


def test_a_page_is_added_once_and_held_against_the_record(desk: Desk) -> None:
    first, second = desk.add(page(desk)), desk.add(page(desk))

    assert (first.new, second.new) == (True, False)
    assert (first.dated, second.dated) == (1, 0)


def test_adding_makes_a_record_and_asking_does_not(path: Path) -> None:
    with pytest.raises(RecordError, match="no record here"):
        Desk(path).events()
    assert not path.exists()

    with Desk(path) as desk:
        desk.add(page(desk))

    assert path.exists()


def test_a_desk_without_a_record_says_so(path: Path) -> None:
    desk = Desk()

    with pytest.raises(RecordError, match="this desk has no record"):
        desk.events()
    with pytest.raises(RecordError, match="this desk has no record"):
        desk.add(page(desk))


def test_events_are_found_and_whether_there_are_more(desk: Desk) -> None:
    every = desk.events()
    few = desk.events(Filter(actor="Greece", other="turkish", limit=2))

    assert not every.more and len(every.events) > 2
    assert few.more and len(few.events) == 2
    assert not desk.events(Filter(limit=len(every.events))).more
    assert desk.events(Filter(limit=0)) == every
    assert desk.events(Filter(limit=10**30)) == every


@pytest.mark.parametrize(
    "asked", [Filter(acting=True), Filter(actor="Atlantis"), Filter(other=""), Filter(since="soon"), Filter(until="..")]
)
def test_a_question_that_cannot_be_asked_is_told(desk: Desk, asked: Filter) -> None:
    with pytest.raises((UsageError, InputError)):
        desk.events(asked)


def test_a_claim_is_shown_and_withdrawn(desk: Desk) -> None:
    event = desk.events().events[0].event

    assert desk.claim(event.id[:8]).stands
    assert desk.withdraw(event.id, by="Ada", why="misread", on="2024-06-22")
    assert not desk.withdraw(event.id, by="Ada", why="misread")
    assert not desk.claim(event.id).stands


def test_relations_are_those_of_record_and_ledger_and_without_a_record_of_the_ledger(desk: Desk, path: Path) -> None:
    found = desk.relations("Greece", "TUR")
    alone = Desk(path.with_name("none.sqlite"), ledger=ledger()).relations("GRC", "TUR")

    assert (found.a, found.b) == ("GRC", "TUR")
    assert found.encounters and found.treaties == desk.relations("GRC", "TUR").treaties
    assert alone.notes[0].startswith(f"there is no record at {path.with_name('none.sqlite')}: the ledger answers alone")
    assert not any("ledger answers alone" in note for note in found.notes)


def test_until_ends_an_answer(desk: Desk) -> None:
    assert desk.relations("GRC", "TUR", until="1999").until == "1999"
    assert len(desk.relations("GRC", "TUR", until="1999").series.months) < len(
        desk.relations("GRC", "TUR").series.months
    )


def test_what_was_written_through_the_desk_counts_in_the_next_answer(desk: Desk) -> None:
    """What stands beside an answer is read once; after a page is added, or a claim withdrawn, it is read anew."""
    reading = page(desk)
    before = desk.outlook(reading)
    desk.add(page(desk, PAGE.replace(b"on Tuesday", b"in Izmir on Monday")))
    after = desk.outlook(reading)
    claim = (
        next(s for s in after.standings[0].sightings if "Izmir" in s.citation.quote).citation.claim if after else None
    )
    assert claim is not None
    desk.withdraw(claim, by="Ada", why="misread")
    withdrawn = desk.outlook(reading)

    counts = [len(found.standings[0].sightings) for found in (before, after, withdrawn) if found]
    assert counts == [counts[0], counts[0] + 1, counts[0]]


def test_the_outlook_of_a_page_rests_on_the_page_alone_without_a_record(path: Path) -> None:
    desk = Desk(lines=read_text(LINES, "lines", shipped()), settings=FRAMES)

    outlook = desk.outlook(page(desk))

    assert outlook is not None and outlook.notes == (ALONE,)
    with pytest.raises(RecordError):
        Desk(path, settings=FRAMES).outlook(page(desk))


def test_the_outlook_of_two_states_comes_with_what_it_stands_on(desk: Desk) -> None:
    found, outlook = desk.relations_outlook(desk.relations("GRC", "TUR"))

    assert outlook is not None
    assert outlook.citations == found.citations
    assert outlook.standings[0].line.name == "talks"


def test_precedents_are_as_many_as_asked(desk: Desk) -> None:
    assert [len(desk.precedents("Greece", "Turkey", most=most).named) for most in (1, 2)] == [1, 2]


def test_a_page_is_checked_against_ledger_and_record(path: Path) -> None:
    text = b"On treaties\n\nRussia and North Korea signed a treaty of friendship in July 2000. No more was said.\n"
    with Desk(path) as desk:
        reading = page(desk, text)

        assert desk.checks(reading) == reading.checks
        assert [check.verdict for check in reading.checks] == ["differs"]


def test_treaties_and_casus_answer_by_names(desk: Desk) -> None:
    shipped = Desk()

    assert shipped.treaties("South Korea", "USA", on="1960-01-01")["in_force"][0]["id"] == "usa-kor-1953"
    assert shipped.casus("North Korea", "KOR", on="1960-01-01", depth=1).duties[0].due.owed_to == "KOR"
    with pytest.raises(UsageError, match="one state"):
        shipped.casus("Russia", "USSR", on="1960-01-01")


def test_the_watch_tells_once_what_moved_and_keeps_it(desk: Desk) -> None:
    first = desk.watch()
    desk.note(first)

    assert [move.name for move in first.moves if move.kind == "line"] == ["talks"]
    assert desk.watch().moves == ()
    assert [noted.move for noted in desk.moves()] == list(first.moves)


def test_a_day_that_was_asked_for_is_never_noted(desk: Desk) -> None:
    desk.note(desk.watch("2024-06-20"))

    assert desk.moves() == []


def test_without_a_webhook_nothing_is_sent_and_without_a_secret_it_is_told(desk: Desk, path: Path) -> None:
    desk.note(desk.watch())

    assert desk.send_moves() == 0
    with Desk(path, settings=Settings(webhook="https://desk.example/")) as other, pytest.raises(SettingsError):
        other.send_moves()


def test_red_lines_are_those_named_or_of_the_setting_or_the_example(tmp_path: Path) -> None:
    named = tmp_path / "named.toml"
    named.write_text(LINES, encoding="utf-8")
    there, missing = (Settings(lines=str(file)) for file in (named, tmp_path / "none.toml"))

    assert Desk(lines=named).on_file.lines == Desk(settings=there).on_file.lines
    assert Desk(settings=there).on_file.lines_note is None
    assert Desk(settings=missing).on_file.lines == example_lines(shipped())
    assert "the red lines of the example are watched" in (Desk(settings=missing).on_file.lines_note or "")
    with pytest.raises(LinesError):
        _ = Desk(lines=tmp_path / "none.toml").on_file.lines


def test_a_phrase_and_a_word_are_read(desk: Desk) -> None:
    assert desk.actors("the Soviet president", on="1990-05-01").actors[0].name == "Mikhail Gorbachev"
    assert desk.status("Norway did not sign it.", 15, 19).status == "negated"
    with pytest.raises(InputError, match="no word"):
        desk.status("Norway did not sign it.", 6, 7)


def test_why_gives_what_was_considered(desk: Desk) -> None:
    text = "Kenya is considering sending aid to Somalia. Norway recalled its ambassador to Iran on Tuesday."

    reading, trace = desk.why(Document(id="x", text=text, published="2024-06-19"))

    assert [event.act for event in reading.events] == ["SANCTION"]
    outcomes = {attempt.outcome for sentence in trace.sentences for attempt in sentence.attempts}
    assert outcomes == {"misfit", "rejected"}


def test_a_treaty_s_own_text_is_read(desk: Desk) -> None:
    text = "Pact between Peru and Norway\n\nArticle 1\n\nIf one side is attacked, the other shall come to its aid.\n"

    claim = desk.treaty(Document(id="x", text=text, kind="treaty"))

    assert [(clause.article, clause.obligation) for clause in claim.clauses] == [("1", "defense")]


def test_the_tables_have_no_findings(desk: Desk) -> None:
    assert desk.vocabulary_findings(examples=False) == []
    assert desk.treaty_findings() == []


def test_an_open_record_is_taken_as_it_is(path: Path) -> None:
    with Record.open(path, shipped()) as record:
        for reading in readings():
            record.add(reading)

        with Desk(record) as desk:
            assert desk.events() == Desk(str(path)).events()
        assert record.documents()


def test_the_settings_say_where_the_record_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_DB", str(path))

    assert Desk.open().on_file.path == path
    assert Desk.open(Path("other.sqlite")).on_file.path == Path("other.sqlite")
