"""The command that reads a treaty's own text."""

import json

import pytest
from click.testing import CliRunner

from dragoman.cli.treaty_text import read_treaty_command

TEXT = """Alliance between Peru and Norway

Peru and Norway have agreed as follows:

Article 1

If one side is attacked, the other shall come to its aid.

Article 2

This Alliance shall remain in force for seven years.

Done at Lima on 3 March 1962.
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "alliance.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_the_claim_is_printed_as_json(page):
    result = CliRunner().invoke(read_treaty_command, [page, "--json"])

    claim = json.loads(result.output)
    assert claim["parties"] == ["PER", "NOR"]
    assert [(clause["article"], clause["obligation"]) for clause in claim["clauses"]] == [("1", "defense")]
    assert claim["terms"][0]["length"] == "P7Y"


def test_the_table_shows_the_obligation_with_its_case_and_its_terms(page):
    output = " ".join(CliRunner().invoke(read_treaty_command, [page]).output.split())

    assert "parties: PER NOR" in output and "signed: 1962-03-03, Lima" in output
    assert "in this case: If one side is attacked" in output
    assert "duration" in output and "P7Y" in output


def test_a_text_without_obligations_says_so(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("The fishing season has begun in the north of the country.", encoding="utf-8")

    output = CliRunner().invoke(read_treaty_command, [str(path)]).output

    assert "No obligation was read" in output and "parties: not told" in output
