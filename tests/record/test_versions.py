import re
from pathlib import Path

import pytest

from dragoman.record import versions


def test_the_vocabulary_has_a_version_of_twelve_figures() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", versions.vocabulary_version())


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        ("a/words.csv", "one,two", True),
        ("a/words.csv", "one", False),
        ("b/words.csv", "one", True),
        ("a/code.py", "x", False),
    ],
)
def test_it_follows_names_and_content_of_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, changes: bool
) -> None:
    monkeypatch.setattr(versions, "files", lambda _: tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/words.csv").write_text("one")
    before = versions.vocabulary_version.__wrapped__()
    (tmp_path / name).write_text(text)

    assert (versions.vocabulary_version.__wrapped__() != before) is changes
