"""Duties in free wording and in that of the nineteenth century: texts of our own, each with what it owes."""

import csv
from pathlib import Path

import pytest

from dragoman.model.document import Document
from dragoman.treaty_text.reader import read_treaty

with (Path(__file__).parent / "wordings.csv").open(encoding="utf-8", newline="") as file:
    WORDINGS = [(row["text"], row["owed"].split()) for row in csv.DictReader(file)]

TITLE = "Treaty between Peru and Norway"


@pytest.mark.parametrize(("text", "owed"), WORDINGS, ids=[text[:40] for text, _ in WORDINGS])
def test_a_duty_in_free_wording_is_read_and_none_is_invented(vocabulary, text: str, owed: list[str]):
    claim = read_treaty(Document(id="x", text=f"Article 1\n\n{text}", title=TITLE, kind="treaty"), vocabulary)

    found = [clause for clause in claim.clauses if clause.obligation]

    assert {clause.obligation for clause in found} == set(owed[:1])
    for clause in found:
        told = [f"{' '.join(clause.owed_by)}>{' '.join(clause.owed_to)}", *clause.conditions]
        assert set(owed[1:]) <= set(told)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "This Treaty enters into force three months after ratifications are exchanged and remains in force for "
            "fifteen years.",
            [("in force", None), ("duration", "P15Y")],
        ),
        ("The present Treaty shall have effect for five years from its signature.", [("duration", "P5Y")]),
        ("The Alliance shall last for twelve years.", [("duration", "P12Y")]),
        ("After the Treaty has been in force for ten years, the Parties shall consult on its revision.", []),
        (
            "After the Treaty has been in force for twenty years, any Party may cease to be a Party one year after "
            "it gave notice.",
            [("withdrawal", "P1Y")],
        ),
    ],
)
def test_a_final_clause_tells_the_lengths_that_are_its_own(vocabulary, text: str, terms: list[tuple[str, str]]):
    claim = read_treaty(Document(id="x", text=f"Article 1\n\n{text}", title=TITLE, kind="treaty"), vocabulary)

    assert [(term.kind, term.length) for term in claim.terms if term.kind != "ratification"] == terms
