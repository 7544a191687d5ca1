"""`dragoman vocab check`: findings on standard output, their number beside it, and the exit status."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.vocab import check
from dragoman.vocab import Vocabulary
from dragoman.vocab.tables import SHIPPED, Folder


def test_the_shipped_tables_have_no_findings() -> None:
    done = CliRunner().invoke(check, ["--no-examples"])

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 findings\n")


@pytest.mark.parametrize("words", [["--examples"], ["--no-examples"]])
def test_a_table_that_cannot_be_read_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    shutil.copytree(str(SHIPPED), tmp_path / "data")
    with (tmp_path / "data/en/events/AID.yaml").open("a", encoding="utf-8") as frames:
        frames.write('- frame: "odd"\n  verbs: ["give"]\n  status: "hoped"\n')
        frames.write('  example: "Togo gave Benin aid."\n  counter: "Togo gave way."\n')
    broken = Vocabulary(folder=Folder(tmp_path / "data", "copy"))
    monkeypatch.setattr("dragoman.cli.vocab.shipped", lambda: broken)
    done = CliRunner().invoke(check, words)

    assert done.exit_code == 1
    assert done.stderr == "1 findings\n"
    assert done.stdout.startswith("copy/en/events/AID.yaml, frame 'odd': status is 'hoped'; write one of ")
