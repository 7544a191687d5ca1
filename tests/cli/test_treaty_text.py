"""`dragoman treaties read`: a treaty's own text."""

from pathlib import Path

import pytest

from tests.calling import call

TEXT = """Alliance between Peru and Norway

Peru and Norway have agreed as follows:

Article 1

If one side is attacked, the other shall come to its aid.

Article 2

This Alliance shall remain in force for seven years.

Done at Lima on 3 March 1962.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "alliance.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_claim_is_printed_as_json(page: Path) -> None:
    claim = call("treaties", "read", page, "--json").json

    assert claim["parties"] == ["PER", "NOR"]
    assert [(clause["article"], clause["obligation"]) for clause in claim["clauses"]] == [("1", "defense")]
    assert claim["terms"][0]["length"] == "P7Y"


def test_the_table_shows_the_obligation_with_its_case_and_its_terms(page: Path) -> None:
    printed = " ".join(call("treaties", "read", page).out.split())

    assert "parties: PER NOR" in printed and "signed: 1962-03-03, Lima" in printed
    assert "in this case: If one side is attacked" in printed
    assert "duration" in printed and "P7Y" in printed


def test_a_text_without_obligations_says_so(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The fishing season has begun in the north of the country.", encoding="utf-8")

    printed = call("treaties", "read", tmp_path / "page.txt").out

    assert "No obligation was read" in printed and "parties: not told" in printed


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = call("treaties", "read", tmp_path / "none.txt")

    assert told.status == 2
    assert told.err.startswith(f"error: {tmp_path / 'none.txt'}: cannot be read")
