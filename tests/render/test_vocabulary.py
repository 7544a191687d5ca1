"""The room writes with the vocabulary that it is given, and has none of its own."""

import shutil
from pathlib import Path

import pytest

import dragoman.render
from dragoman.render.pages.brief import brief_sheet
from dragoman.vocab import Vocabulary
from dragoman.vocab.tables import SHIPPED, Folder
from tests.render.conftest import make_reading

FILES = sorted(Path(dragoman.render.__file__).parent.rglob("*.py"))


def test_other_words_make_another_brief(tmp_path: Path) -> None:
    place = tmp_path / "data"
    shutil.copytree(str(SHIPPED), place)
    for file, old, new in (
        ("phrases.yaml", '["visit", "visited", "visited", "visiting"]', '["call", "called", "called", "calling"]'),
        ("words.yaml", '"current"', '"as things are"'),
        ("words.yaml", '"editorial": "the editorial"', '"editorial": "the leader"'),
    ):
        words = place / "en" / "wording" / file
        words.write_text(words.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    sheet = brief_sheet(make_reading(), Vocabulary("en", Folder(place, "data")))

    lines = {line.words for line in sheet.lines()}
    assert "Norway (Jonas Gahr Store) called Helsinki, Finland" in lines
    assert "Finland and Norway: “friendly relations” (as things are)" in lines
    assert "urged by the leader" in {line.vouching for line in sheet.lines()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_asks_for_the_shipped_vocabulary(path: Path) -> None:
    assert "shipped" not in path.read_text(encoding="utf-8")
