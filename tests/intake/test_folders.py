from pathlib import Path

import pytest

from dragoman.errors import PageError
from dragoman.intake import find_pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "c/d.MD", "c/e.pdf", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    return tmp_path


def test_walks_folders_in_sorted_order(folder: Path):
    assert [path.name for path in find_pages([folder])] == ["a.html", "b.txt", "d.MD"]


def test_reports_other_files(folder: Path):
    others: list[Path] = []
    list(find_pages([folder], other=others.append))

    assert [path.name for path in others] == ["e.pdf"]


def test_a_file_named_outright_is_tried_whatever_its_name(folder: Path):
    assert list(find_pages([folder / "c" / "e.pdf"])) == [folder / "c" / "e.pdf"]


def test_a_missing_path_is_an_error(tmp_path: Path):
    with pytest.raises(PageError, match="no such file or folder"):
        list(find_pages([tmp_path / "none"]))
