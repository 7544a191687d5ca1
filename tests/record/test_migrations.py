import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from tests.record.readings import VISIT, full, one_visit

from dragoman.errors import RecordError
from dragoman.model.citation import cite, cite_entry
from dragoman.model.document import Evidence
from dragoman.record import Record
from dragoman.record.database import connect
from dragoman.record.migrations import migrate, steps, version
from dragoman.record.rows import encoded
from dragoman.vocab import shipped

ALL = range(len(steps()))


def at_version(path: Path, number: int) -> sqlite3.Connection:
    """Make a database that has taken `number` steps."""
    connection = connect(path, mode="rwc")
    if number:
        migrate(connection, path, fill=lambda _: None, upto=number)
    return connection


def add_by_hand(connection: sqlite3.Connection) -> None:
    """Store two tellings of one event as the first version of the record could."""
    for made in (one_visit(), one_visit(text="Moscow's head of state was seen in Pyongyang.", source="Other")):
        page, event = made.document, made.events[0]
        connection.execute(
            "INSERT INTO documents (id, title, text, head, reading) VALUES (?, '', ?, ?, ?)",
            (page.id, page.text, encoded(page.head), page.id),
        )
        connection.execute(
            'INSERT INTO claims (id, document, kind, value, wording, start, "end", coder, vocabulary) '
            "VALUES (?, ?, 'event', ?, ?, 0, 1, '', '')",
            (event.id, page.id, encoded(event), event.evidence.quote),
        )


def shape(path: Path) -> list[tuple[str, ...]]:
    with connect(path, mode="ro") as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_the_steps_are_numbered_without_a_gap() -> None:
    assert [int(name.split("_")[0]) for name, _ in steps()] == [number + 1 for number in ALL]


@pytest.mark.parametrize("number", ALL)
def test_every_version_comes_to_the_same_shape(tmp_path: Path, number: int) -> None:
    at_version(tmp_path / "old.sqlite", number).close()

    Record.open(tmp_path / "old.sqlite", shipped()).close()
    Record.open(tmp_path / "new.sqlite", shipped()).close()

    assert shape(tmp_path / "old.sqlite") == shape(tmp_path / "new.sqlite")


@pytest.mark.parametrize("number", [number for number in ALL if number])
def test_what_an_older_version_held_is_found_searched_and_counted_once(path: Path, number: int) -> None:
    connection = at_version(path, number)
    add_by_hand(connection)
    connection.close()

    with Record.open(path, shipped()) as record:
        assert [stored.told_by for stored in record.events()] == [2]
        connection = record._connection
        found = connection.execute("SELECT count(*) FROM search WHERE search MATCH 'pyongyang'").fetchone()

    assert found == (1,)


@pytest.mark.parametrize(
    ("told", "basis", "stated"),
    [
        ("no time stated: the page's date", "reported", None),
        ("no time stated: that of the sentence before", "previous sentence", None),
        ("stated with the verb", None, "2024-06-18"),
    ],
)
def test_a_time_that_an_older_version_only_assumed_is_no_stated_one(
    path: Path, told: str, basis: str | None, stated: str | None
) -> None:
    event = one_visit().events[0]
    connection = at_version(path, 4)
    add_by_hand(connection)
    old = {**json.loads(encoded(event)), "when_how": told}
    del old["when_basis"]
    connection.execute("DROP TRIGGER claims_keep")
    connection.execute("UPDATE claims SET value = ?", (json.dumps(old),))
    connection.execute(
        "CREATE TRIGGER claims_keep BEFORE UPDATE ON claims "
        "BEGIN SELECT RAISE(ABORT, 'claims are append-only: withdraw'); END"
    )
    connection.close()

    with Record.open(path, shipped()) as record:
        found = record.events()[0].event
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            record._connection.execute("UPDATE claims SET value = ''")

    assert (found.when, found.when_basis, found.when_stated) == (event.when, basis, stated)


def test_moves_of_an_older_version_keep_what_they_stand_on_and_forget_how_the_line_was_written(path: Path) -> None:
    made = one_visit()
    connection = at_version(path, 5)
    add_by_hand(connection)
    cited = [
        {"claim": made.events[0].id, "document": made.document.id, "quote": VISIT, "source": "Test Post"},
        {"claim": None, "document": None, "quote": "A treaty", "source": "UNTS 1"},
    ]
    connection.execute(
        "INSERT INTO moves (id, kind, name, definition, before, after, day, noticed, why, sentences) "
        "VALUES ('1', 'line', 'reactors', 'abc', 'clear', 'hinted', '2024-06-18', '', '', ?)",
        (json.dumps(cited),),
    )
    connection.close()

    with Record.open(path, shipped()) as record:
        move = record.last_moves()["line", "reactors"]

    assert move.definition == ""
    assert move.citations == (
        cite(made.events[0].id, made.document.head, Evidence(0, 1, VISIT)), cite_entry("A treaty", "UNTS 1"),
    )  # fmt: skip


def test_the_steps_that_were_taken_are_recorded_by_name(path: Path) -> None:
    Record.open(path, shipped()).close()

    taken = connect(path, mode="ro").execute("SELECT number, name FROM migrations ORDER BY number").fetchall()

    assert taken == [(number + 1, name) for number, (name, _) in enumerate(steps())]


def test_a_step_that_fails_leaves_the_database_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = at_version(path, 1)
    add_by_hand(connection)
    broken = (*steps(), ("0004_broken", "CREATE TABLE extra (a);\nCREATE TABLE documents (b);\n"))
    monkeypatch.setattr("dragoman.record.migrations.steps", lambda: broken)

    with pytest.raises(RecordError, match="already exists"):
        migrate(connection, path, fill=lambda _: None)

    assert version(connection) == 1
    assert connection.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    assert connection.execute("SELECT 1 FROM sqlite_master WHERE name IN ('extra', 'search')").fetchone() is None


def test_a_newer_record_is_refused_and_not_touched(path: Path) -> None:
    with Record.open(path, shipped()) as record:
        record.add(full())
        record._connection.execute("PRAGMA user_version = 99")
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    with pytest.raises(RecordError, match="newer dragoman"):
        Record.open(path, shipped())

    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_another_programs_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (a)")
    other.close()

    with pytest.raises(RecordError, match="another program's database"):
        Record.open(path, shipped())
