from pathlib import Path

import pytest

from dragoman.errors import OutputError, TreatyError
from dragoman.ledger.book import open_ledger
from dragoman.ledger.store import add_to_file, read_file
from dragoman.model.ledger import Party, Treaty, VisitFact
from dragoman.vocab import shipped

PACT = Treaty("own-1", "Pact", "defense", "1999-01-01", parties=(Party("FJI"), Party("TON")))


def test_what_is_added_is_read_back_and_stands_beside_the_shipped(tmp_path: Path):
    path = tmp_path / "desk.json"
    add_to_file(path, treaties=(PACT,))
    ledger = open_ledger(path, shipped())
    assert [treaty.id for treaty in ledger.between("FJI", "TON")] == ["own-1"]
    assert ledger.between("USA", "KOR")


def test_of_one_id_the_treaty_of_the_file_counts(tmp_path: Path):
    own = Treaty("usa-kor-1953", "As the desk has it", "defense", "1953-10-01", parties=(Party("USA"), Party("KOR")))
    add_to_file(tmp_path / "desk.json", treaties=(own,))
    names = [treaty.name for treaty in open_ledger(tmp_path / "desk.json", shipped()).between("USA", "KOR")]
    assert "As the desk has it" in names
    assert len(names) == len(open_ledger(None, shipped()).between("USA", "KOR"))


def test_adding_twice_changes_nothing(tmp_path: Path):
    path = tmp_path / "desk.json"
    visit = VisitFact("KOR", "USA", "1954-07-26", "1954-07-30", "President Rhee")
    add_to_file(path, treaties=(PACT,), visits=(visit,))
    before = path.read_bytes()
    add_to_file(path, treaties=(PACT,), visits=(visit,))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "cannot be read"),
        (b"{", "cannot be read"),
        (b'{"version": 2}', "version 2"),
        (b'{"treaties": 1}', "cannot be read"),
    ],
)
def test_a_damaged_or_newer_file_is_refused_and_kept(tmp_path: Path, content: bytes, error: str):
    path = tmp_path / "desk.json"
    path.write_bytes(content)
    with pytest.raises(TreatyError, match=error):
        add_to_file(path, treaties=(PACT,))
    assert path.read_bytes() == content


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(TreatyError, match="no such ledger file"):
        read_file(tmp_path / "none.json")


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path):
    with pytest.raises(OutputError, match="no such folder"):
        add_to_file(tmp_path / "no" / "desk.json", treaties=(PACT,))
