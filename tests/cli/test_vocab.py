"""`dragoman vocab check`: findings on standard output, their number beside it, and the exit status."""

import shutil
from pathlib import Path

import pytest

from dragoman.desk import Desk, desk
from dragoman.vocab import Vocabulary
from dragoman.vocab.tables import SHIPPED, Folder
from tests.calling import call


@pytest.fixture
def broken(tmp_path: Path) -> Vocabulary:
    """Give the shipped tables with a frame in which one word is wrong."""
    shutil.copytree(str(SHIPPED), tmp_path / "data")
    with (tmp_path / "data/en/events/AID.yaml").open("a", encoding="utf-8") as frames:
        frames.write('- frame: "odd"\n  verbs: ["give"]\n  status: "hoped"\n')
        frames.write('  example: "Togo gave Benin aid."\n  counter: "Togo gave way."\n')
    return Vocabulary(folder=Folder(tmp_path / "data", "copy"))


def test_the_shipped_tables_have_no_findings() -> None:
    assert call("vocab", "check", "--no-examples") == (0, "", "0 findings\n")


@pytest.mark.parametrize("examples", [True, False])
def test_a_table_that_cannot_be_read_is_told_once(broken: Vocabulary, examples: bool) -> None:
    (told,) = Desk(vocabulary=broken).vocabulary_findings(examples=examples)

    assert told.startswith("copy/en/events/AID.yaml, frame 'odd': status is 'hoped'; write one of ")


def test_findings_are_printed_counted_and_give_status_1(broken: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "shipped", lambda: broken)

    told = call("vocab", "check", "--no-examples")

    assert (told.status, told.err) == (1, "1 findings\n")
    assert told.out.startswith("copy/en/events/AID.yaml, frame 'odd': ")
