"""`dragoman relations`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.relations import relations
from dragoman.errors import DragomanError
from dragoman.record import Record
from dragoman.vocab import shipped
from tests.relations.world import readings


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    with Record.open(path, shipped()) as record:
        for reading in readings():
            record.add(reading)
    return path


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(relations, [str(word) for word in words], catch_exceptions=True)


def test_text_is_printed(desk: Path):
    result = call("Greece", "TUR", "--db", desk)

    assert result.exit_code == 0
    assert result.stdout.startswith("Greece and Turkey\n")
    assert "VISITS AND MEETINGS PLANNED" in result.stdout


def test_json_is_the_whole_of_it(desk: Path):
    answer = json.loads(call("GRC", "TUR", "--json", "--db", desk).stdout)

    parts = ["spells", "observations", "encounters", "treaties", "series", "citations", "notes"]
    assert list(answer) == ["a", "b", "until", *parts]
    assert answer["series"]["months"][-1]["apart"] == {"planned": {"count": 1, "sum": 4.0}}


def test_html_goes_into_a_file(desk: Path, tmp_path: Path):
    result = call("GRC", "TUR", "--html", tmp_path / "x.html", "--db", desk)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "<h1>Greece and Turkey</h1>" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_without_a_record_the_ledger_answers_and_a_note_says_so(tmp_path: Path):
    result = call("PRK", "RUS", "--json", "--db", tmp_path / "none.sqlite")

    assert json.loads(result.stdout)["spells"][1]["name"] == "alliance"
    assert "the ledger answers alone" in result.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_an_empty_record_is_no_error(tmp_path: Path):
    Record.open(tmp_path / "new.sqlite", shipped()).close()

    assert call("PRK", "RUS", "--db", tmp_path / "new.sqlite").exit_code == 0


def test_until_ends_the_answer(desk: Path):
    answer = json.loads(call("GRC", "TUR", "--json", "--until", "1999", "--db", desk).stdout)

    assert [month["month"] for month in answer["series"]["months"]] == ["1999-08"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("GRC", "TUR", "--until", "soon"), "until: 'soon' is no date"),
        (("GRC", "TUR", "--until", "2019/.."), "is no date that fits"),
        (("GRC", "GRC"), "name two states"),
        (("GRC", "Atlantis"), "Atlantis"),
        (("GRC", "TUR", "--html", "/nowhere/x.html"), "cannot be written"),
    ],
)
def test_misuse_is_told(words: tuple[str, ...], said: str, tmp_path: Path):
    result = call(*words, "--db", tmp_path / "none.sqlite")

    assert isinstance(result.exception, DragomanError)
    assert said in str(result.exception)


def test_a_file_that_is_no_record_is_told(tmp_path: Path):
    (tmp_path / "x.sqlite").write_text("no database at all, but words " * 50)

    result = call("GRC", "TUR", "--db", tmp_path / "x.sqlite")

    assert isinstance(result.exception, DragomanError)
