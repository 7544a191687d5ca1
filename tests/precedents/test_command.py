"""`dragoman precedents`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.precedents import precedents
from dragoman.errors import DragomanError


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(precedents, [str(word) for word in words], catch_exceptions=True)


def test_text_is_printed(desk: Path):
    result = call("Greece", "TUR", "--db", desk)

    assert result.exit_code == 0
    assert result.stdout.startswith("Greece and Turkey: precedents\n")


def test_json_is_the_whole_of_it(desk: Path):
    answer = json.loads(call("GRC", "TUR", "--json", "--db", desk).stdout)

    assert list(answer) == ["here", "until", "named", "others", "on_file", "citations", "notes"]
    assert len(answer["named"]) == len(answer["others"]) == 3


def test_most_limits_each_sort(desk: Path):
    answer = json.loads(call("GRC", "TUR", "--json", "--most", "1", "--db", desk).stdout)

    assert (len(answer["named"]), len(answer["others"])) == (1, 1)


def test_html_goes_into_a_file(desk: Path, tmp_path: Path):
    result = call("GRC", "TUR", "--html", tmp_path / "x.html", "--db", desk)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "<h1>Greece and Turkey</h1>" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_without_a_record_the_ledger_answers_and_a_note_says_so(tmp_path: Path):
    result = call("PRK", "RUS", "--json", "--db", tmp_path / "none.sqlite")

    assert json.loads(result.stdout)["here"]["steps"][1]["kind"] == "alliance"
    assert "the ledger answers alone" in result.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_until_ends_the_answer(tmp_path: Path):
    answer = json.loads(call("PRK", "RUS", "--json", "--until", "1990", "--db", tmp_path / "none.sqlite").stdout)

    assert [step["kind"] for step in answer["here"]["steps"]] == ["relations", "alliance"]


def test_the_same_question_gives_the_same_bytes(desk: Path):
    assert call("GRC", "TUR", "--json", "--db", desk).stdout == call("GRC", "TUR", "--json", "--db", desk).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("GRC", "TUR", "--until", "soon"), "until: 'soon' is no date"),
        (("GRC", "GRC"), "name two states"),
        (("GRC", "Atlantis"), "Atlantis"),
        (("GRC", "TUR", "--html", "/nowhere/x.html"), "cannot be written"),
    ],
)
def test_misuse_is_told(words: tuple[str, ...], said: str, tmp_path: Path):
    result = call(*words, "--db", tmp_path / "none.sqlite")

    assert isinstance(result.exception, DragomanError)
    assert said in str(result.exception)
