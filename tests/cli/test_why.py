"""`dragoman why`: sentence by sentence what was tried, what came of it, and the events as stored."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.why import why

TEXT = (
    "The weather stayed warm along the coast. Kenya is considering sending aid to Somalia. "
    "Norway recalled its ambassador to Iran on Tuesday."
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    page = tmp_path_factory.mktemp("why") / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    return CliRunner().invoke(why, [str(page), "--date", "2024-06-19"]).output


def test_every_sentence_is_told_in_order(told: str) -> None:
    starts = [line for line in told.splitlines() if line.startswith("[")]

    assert [line[:8] for line in starts] == ["[1] The ", "[2] Keny", "[3] Norw"]


def test_a_sentence_that_was_not_parsed_says_why(told: str) -> None:
    assert "not parsed: it holds no trigger" in told.partition("[2]")[0]


@pytest.mark.parametrize(
    "line",
    [
        "    “sending”",
        "        AID.military: does not fit: its object is none of the words the frame wants (aid)",
        "        AID.give: rejected: only considered: nobody has said or done it",
    ],
)
def test_what_was_tried_on_a_word_is_told_with_its_reason(told: str, line: str) -> None:
    assert line in told.splitlines()


def test_an_event_is_told_with_its_sides_status_and_date(told: str) -> None:
    (line,) = [line for line in told.splitlines() if line.startswith("    event") and "SANCTION" in line]

    assert "SANCTION withdraw NOR:? “Norway” → IRN:? “Iran”; happened; 2024-06-18" in line
    assert "dated stated with the event" in line


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    assert CliRunner().invoke(why, [str(tmp_path / "none.txt")]).exit_code != 0
