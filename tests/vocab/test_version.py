"""The version of a vocabulary follows its tables: their names and what they hold."""

import re
from pathlib import Path

import pytest

from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.tables import Folder


def test_the_vocabulary_has_a_version_of_twelve_figures() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", shipped().version)


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        ("en/cues/words.csv", "one,two", True),
        ("en/cues/words.csv", "one", False),
        ("en/words.csv", "one", True),
        ("world/watch/weights.yaml", "one", True),
        ("en/cues/code.py", "x", False),
        ("fr/words.csv", "un", False),
    ],
)
def test_it_follows_names_and_content_of_its_own_tables(tmp_path: Path, name: str, text: str, changes: bool) -> None:
    for folder in ("en/cues", "world/watch", "fr"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "en/cues/words.csv").write_text("one")
    before = Vocabulary("en", Folder(tmp_path, "tables")).version

    (tmp_path / name).write_text(text)

    assert (Vocabulary("en", Folder(tmp_path, "tables")).version != before) is changes
