import csv
from pathlib import Path

import pytest

from dragoman.errors import OutputError
from dragoman.ledger.book import Ledger
from dragoman.ledger.export import TABLES, export_ledger
from dragoman.model.ledger import Clause, Party, RelationFact, Treaty, War
from dragoman.vocab import shipped

PACT = Treaty(
    "usa-kor", "Pact", "defense", "1953-10-01", in_force="1954-11-18", source="UNTS 238:199; ATOP 3240",
    parties=(Party("USA"), Party("KOR")), clauses=(Clause(article="3", obligation="defense", owed_by=("USA",)),),
)  # fmt: skip
BOOK = Ledger(
    shipped(), (PACT,), relations=(RelationFact("KOR", "JPN", "established", "1965-12-18", "UNTS 583:33"),),
    wars=(War("Korean War", ("PRK",), ("KOR",), "1950-06-25", "1953-07-27", "attack", "COW 151"),),
)  # fmt: skip


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_written_and_its_columns_stand_in_the_codebook(tmp_path: Path):
    counts = export_ledger(BOOK, tmp_path, "9.9")
    told = {(row["table"], row["column"]) for row in rows(tmp_path, "codebook")}
    assert told == {(name, column) for name in TABLES for column in rows(tmp_path, name)[0]}
    assert counts == {name: len(rows(tmp_path, name)) for name in TABLES}


def test_a_treaty_tells_when_it_was_in_force_and_how_that_is_known(tmp_path: Path):
    export_ledger(BOOK, tmp_path, "9.9")
    (treaty,) = rows(tmp_path, "treaties")
    assert (treaty["treaty"], treaty["in_force"], treaty["in_force_known"]) == ("usa-kor", "1954-11-18", "day")


def test_spells_and_years_are_directed(tmp_path: Path):
    export_ledger(BOOK, tmp_path, "9.9")
    (spell,) = rows(tmp_path, "spells")
    assert (spell["owed_by"], spell["owed_to"], spell["begin"], spell["end"]) == ("USA", "KOR", "1953-10-01", "")
    years = rows(tmp_path, "years")
    assert (years[0]["year"], years[-1]["year"]) == ("1953", BOOK.checked[:4])
    assert {(year["defense"], year["offense"]) for year in years} == {("1", "0")}


def test_the_readme_tells_version_citation_and_what_was_taken_from_where(tmp_path: Path):
    export_ledger(BOOK, tmp_path, "9.9")
    told = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "version 9.9" in told
    assert "United Nations Treaty Series: 2 rows" in told


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path):
    for name in ("one", "two"):
        export_ledger(BOOK, tmp_path / name, "9.9")
    files = [sorted((file.name, file.read_bytes()) for file in (tmp_path / name).iterdir()) for name in ("one", "two")]
    assert files[0] == files[1]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        export_ledger(BOOK, tmp_path / "file", "9.9")


def test_without_pyarrow_parquet_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("dragoman.ledger.export.import_module", missing)
    with pytest.raises(OutputError, match="needs pyarrow; install it with"):
        export_ledger(BOOK, tmp_path, "9.9", parquet=True)
